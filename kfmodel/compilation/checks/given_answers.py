"""Checks of submitted answers. Units too small to be shown are left out."""

from collections.abc import Iterator

from kfmodel.answers import Answers
from kfmodel.compilation.checks.sentences import listed, unit_of
from kfmodel.compilation.compilation import Check, Compilation, DialogueRow, Status
from kfmodel.contradictions import Contradiction, levels_total, need_far_from_today
from kfmodel.contradictions import contradictions as found_in
from kfmodel.counted import as_counted
from kfmodel.numbers import as_text


def contradictions(compilation: Compilation) -> Check:
    """What does not sit well together in a unit's answers."""
    found = [
        f"{unit_of(row)} – {as_counted(_told(contradiction, answers), compilation.counting)}"
        for row, answers in _shown(compilation)
        for contradiction in found_in(answers)
    ]
    if found:
        return Check("contradictions", Status.WARNING, f"Fråga gärna om: {listed(found)}.")
    return Check("contradictions", Status.OK, "Inga motsägelser i de inlämnade svaren.")


def _told(contradiction: Contradiction, answers: Answers) -> str:
    if contradiction is Contradiction.LEVELS_DO_NOT_SUM:
        return f"nivåerna summerar till {as_text(levels_total(answers), signed=True)} %"
    if far := contradiction is Contradiction.NEED_FAR_FROM_TODAY and need_far_from_today(answers):
        return f"{far.needed} personer om {far.years} år mot {far.today} i dag"
    return _TOLD[contradiction]


_TOLD = {
    Contradiction.LESS_NEED_BUT_SERIOUS: "mindre behov men allvarlig risk",
    Contradiction.NO_CHANGE_BUT_SERIOUS: "lika många på varje nivå men allvarlig risk",
    Contradiction.LARGE_GAP_WITHOUT_ACTIVITY: "stort gap eller allvarlig risk utan aktivitet",
}


def headcount_deviations(compilation: Compilation) -> Check:
    """Heads that the manager says are others than HR's. The weights stay HR's until corrected."""
    found = [
        _deviation(row, answers)
        for row, answers in _shown(compilation)
        if answers.headcount_ok is False or answers.headcount_actual is not None
    ]
    if found:
        return Check("headcount_deviations", Status.WARNING, f"Rätta gärna: {listed(found)}.")
    return Check("headcount_deviations", Status.OK, "Ingen chef har angett ett annat antal.")


def _deviation(row: DialogueRow, answers: Answers) -> str:
    actual = answers.headcount_actual
    stated = "inget nytt antal" if actual is None else as_text(actual)
    return f"{unit_of(row)} – {as_text(row.dialogue.heads)} i bemanningen, {stated} enligt chefen"


def _shown(compilation: Compilation) -> Iterator[tuple[DialogueRow, Answers]]:
    for row in compilation.dialogues:
        if row.dialogue.answers is not None and not row.masked:
            yield row, row.dialogue.answers
