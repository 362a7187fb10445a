"""For HR: how far each committee has come, by division, and who has not answered."""

from collections.abc import Sequence

from cards.actions import button, buttons, reveal
from cards.card import Card, card, fitted
from cards.elements import Element, heading, hidden, line, run, small
from cards.overview import hr_overview_button
from cards.people_missing import division_name, missing_lines, to_remind
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.calculations import share_pct
from kfmodel.progress import CommitteeProgress, DivisionProgress

_ROOMS = (1_000, 60, 30, 10)
"""Lines of missing answers on one card."""

_BAR = 10


def progress_card(committees: Sequence[CommitteeProgress], language: str) -> Card:
    texts = texts_in(language)

    def build(most: int) -> Card:
        said = [part for one in committees for part in _committee(one, texts, most)]
        body = [
            heading(texts("progress.title"), size="Large"),
            *(said or [line(texts("progress.nothing"))]),
            *buttons(
                button(texts("button.summary"), Verb.SUMMARY, {}, primary=True),
                hr_overview_button(texts),
            ),
        ]
        return card(texts, texts("progress.title"), body)

    return fitted(build, _ROOMS)


def _committee(one: CommitteeProgress, texts: Texts, most: int) -> list[Element]:
    title = heading(one.committee, spacing="Large")
    title["separator"] = True
    details = f"missing-{one.committee_id}"
    return [
        title,
        small(texts("overview.deadline", cycle=one.cycle, day=one.deadline_on)),
        *_bar(texts("progress.all"), one.submitted, one.asked, texts),
        *(part for division in one.divisions for part in _division(division, texts)),
        *_missing(one, details, texts, most),
    ]


def _division(division: DivisionProgress, texts: Texts) -> list[Element]:
    return _bar(division_name(division, texts), division.submitted, len(division.groups), texts)


def _bar(name: str, submitted: int, asked: int, texts: Texts) -> list[Element]:
    """A bar in signs beside the numbers, since not every client draws bars."""
    filled = (share_pct(submitted, asked) or 0) * _BAR // 100
    signs = "▰" * filled + "▱" * (_BAR - filled)
    said = texts("progress.of", submitted=submitted, n=asked)
    bar = line(run(signs, color="Accent"), f" {said}", spacing="None")
    return [line(run(name, bold=True), spacing="Small"), bar]


def _missing(one: CommitteeProgress, name: str, texts: Texts, most: int) -> list[Element]:
    lines = missing_lines(one, texts, most)
    if not lines:
        return [line(texts("progress.complete"))]
    show = reveal(texts("progress.show_missing"), name)
    return [*buttons(show, to_remind(one, texts)), hidden(name, *lines)]
