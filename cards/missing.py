"""For HR: the list of those who have not submitted."""

from collections.abc import Sequence

from cards.actions import button, buttons
from cards.card import Card, card, fitted
from cards.elements import Element, heading, line, small
from cards.overview import hr_overview_button
from cards.people_missing import missing_lines, to_remind
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.progress import CommitteeProgress

_ROOMS = (1_000, 60, 30, 10)


def missing_card(committees: Sequence[CommitteeProgress], language: str) -> Card:
    texts = texts_in(language)

    def build(most: int) -> Card:
        said = [part for one in committees for part in _committee(one, texts, most)]
        body = [
            heading(texts("missing.title"), size="Large"),
            *(said or [line(texts("progress.nothing"))]),
            *buttons(
                button(texts("button.progress"), Verb.PROGRESS, {}), hr_overview_button(texts)
            ),
        ]
        return card(texts, texts("missing.title"), body)

    return fitted(build, _ROOMS)


def _committee(one: CommitteeProgress, texts: Texts, most: int) -> list[Element]:
    title = heading(one.committee, spacing="Large")
    title["separator"] = True
    when = small(texts("overview.deadline", cycle=one.cycle, day=one.deadline_on))
    lines = missing_lines(one, texts, most)
    if not lines:
        return [title, when, line(texts("progress.complete"))]
    return [title, when, *lines, *buttons(to_remind(one, texts, primary=True))]
