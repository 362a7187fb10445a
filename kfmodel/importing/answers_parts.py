"""What a row of answers must hold, by the method of its committee."""

from typing import Any

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES
from kfmodel.importing.answers_sheet import COLUMNS
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line
from kfmodel.importing.text import in_sentence, listed
from kfmodel.methods import Method
from kfmodel.scales import label

_FREE = ("specific_gap", "comment")


def read_answers_of_line(line: Line, method: Method, problems: Problems) -> "AnswersOfLine":
    """The answers of one row, as far as they are right; the rest is reported."""
    answers = AnswersOfLine(line, method, problems)
    answers.read()
    return answers


class AnswersOfLine:
    """Collects the answers of one row and reports what does not fit the method."""

    def __init__(self, line: Line, method: Method, problems: Problems) -> None:
        self._line = line
        self._method = method
        self._problems = problems
        self.absent_columns: set[str] = set()
        self.values: dict[str, Any] = {}

    def read(self) -> None:
        self._required()
        if self._method.asks_shares():
            self._levels()
        self._drivers()
        self._take(*_FREE)
        self._warn_of_unasked()

    def _required(self) -> None:
        for name in _required_names(self._method):
            if name not in self._line.letters:
                self.absent_columns.add(name)
            elif self._line.is_empty(name):
                self._missing(name)
            elif self._fits_the_method(name):
                self._take(name)

    def _levels(self) -> None:
        """Moves in people or points, and then all of them."""
        given = [names for names in (MOVES, LEVELS) if any(map(self._is_given, names))]
        if len(given) == 2:
            self._error(
                MOVES[0], "nivåerna står både som personer och procentenheter; lämna det ena tomt"
            )
            return
        only_moves = not self._line.letters.keys() & set(LEVELS)
        only_moves = only_moves and bool(self._line.letters.keys() & set(MOVES))
        names = given[0] if given else MOVES if only_moves else LEVELS
        for name in names:
            if name not in self._line.letters:
                self.absent_columns.add(name)
            elif self._line.is_empty(name):
                self._missing(name)
        self._take(*names)

    def _is_given(self, name: str) -> bool:
        return name in self._line.letters and not self._line.is_empty(name)

    def _drivers(self) -> None:
        """Drivers by their Swedish or English name or their id, in the method's order."""
        written = self._line["drivers"] or ()
        ids = {name: d.id for d in self._method.drivers for name in (d.sv, d.en, d.id)}
        names = Names(ids)
        for text in written:
            if ids and names.find(text) is None:
                offered = "; ".join(driver.sv for driver in self._method.drivers)
                self._error(
                    "drivers",
                    f'påverkansfaktor "{text}" finns inte; välj bland {offered}{names.hint(text)}',
                )
        chosen = {ids[found] for text in written if (found := names.find(text))}
        self.values["drivers"] = tuple(d.id for d in self._method.drivers if d.id in chosen)

    def _fits_the_method(self, name: str) -> bool:
        """A method may use fewer words of a scale than there are."""
        value = self._line[name]
        words = self._method.offers(name)
        if value is None or not words or value in words:
            return True
        offered = listed([label(word) for word in words], "eller")
        self._error(
            name,
            f'{in_sentence(COLUMNS[name].heading)} "{label(value)}" finns inte i metoden '
            f"{self._method.name.sv}; välj {offered}",
        )
        return False

    def _warn_of_unasked(self) -> None:
        asked = {*_required_names(self._method), *_FREE, "organisation_code", "category"}
        if self._method.asks_shares():
            asked |= {*MOVES, *LEVELS}
        if self._method.drivers:
            asked.add("drivers")
        for name, value in self._line.values.items():
            if value not in (None, ()) and name not in asked:
                heading = in_sentence(COLUMNS[name].heading)
                self._problems.warn(
                    self._line.at(name),
                    f"metoden {self._method.name.sv} frågar inte efter {heading}; värdet används "
                    "inte",
                )

    def _take(self, *names: str) -> None:
        self.values.update({name: self._line[name] for name in names})

    def _missing(self, name: str) -> None:
        column, words = COLUMNS[name], self._method.offers(name)
        offered = f"något av {', '.join(map(label, words))}" if words else column.expected
        self._error(name, f"{in_sentence(column.heading)} saknas; skriv {offered}")

    def _error(self, name: str, text: str) -> None:
        self._problems.error(self._line.at(name), text)


def _required_names(method: Method) -> tuple[str, ...]:
    """Needs, heads by level and risk, where the method asks for them."""
    names: list[str] = []
    if method.asks_need():
        names += [f"need_{years}y" for years in method.horizons]
    if method.counts_heads():
        names += HEADS_NOW
        names += [name for years in method.horizons for name in HEADS_NEEDED[years]]
    return (*names, *method.risk_questions)
