"""For HR and division heads: the main figures of a compilation, and the workbook and the report to
download."""

from collections.abc import Sequence
from datetime import timedelta

from cards.actions import button, buttons, link
from cards.card import Card, card, fitted
from cards.chart import summary_chart
from cards.elements import Action, Element, box, fact, heading, line, run, shortened, small
from cards.figures import figures, named, stored_as
from cards.overview import to_quotes, to_settle
from cards.rows_table import rows_table
from cards.saving import save_button
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.compilation.main_figures import CategoryFigures, MainFigures
from kfmodel.glossary import heading as word
from kfmodel.organisation import OrganisationKind
from kfmodel.summary_files import SummaryVersion

_ROOMS = (1_000, 30, 15, 8)
"""Rows of each table on one card."""

_DETAIL = 200
"""Characters of a list in words; the workbook has the whole."""


def summary_card(
    main: MainFigures,
    language: str,
    *,
    version: SummaryVersion,
    url: str,
    report_url: str,
    link_lasts: timedelta,
    saves: bool,
) -> Card:
    """`url` leads to the workbook and `report_url` to the report, as long as `link_lasts`. `saves`:
    the client can put them in the person's OneDrive."""
    texts = texts_in(language)
    title = texts("summary.title")
    follows = main.level is not OrganisationKind.DIVISION
    save: list[Action] = [save_button(version.id, texts)] if saves else []
    then: list[Action] = []
    if follows:
        then.append(button(texts("button.missing"), Verb.MISSING, {}))
    if main.level is OrganisationKind.COMMITTEE:
        then += [to_quotes(texts), to_settle(texts)]
    downloads = [
        *buttons(
            link(texts("summary.download"), url),
            link(texts("summary.download_report"), report_url, primary=False),
            *save,
        ),
        small(texts("summary.link_lasts", n=int(link_lasts.total_seconds() // 3600))),
        small(stored_as(version, texts)),
        *buttons(*then),
    ]

    def build(most: int) -> Card:
        return card(texts, title, _body(main, texts, downloads, most))

    return fitted(build, _ROOMS)


def _body(
    main: MainFigures, texts: Texts, downloads: Sequence[Element], most: int
) -> list[Element]:
    rows = main.rows[:most]
    left_out = len(main.rows) - len(rows)
    more = [small(texts("summary.left_out", n=left_out))] if left_out else []
    return [
        small(texts.joined(list(main.committees))),
        heading(texts("summary.of", cycle=main.cycle), size="Large", spacing="Small"),
        *_coverage(main, texts),
        *downloads,
        *summary_chart(main, texts),
        *_figures(rows, main, texts),
        *_serious(rows, texts),
        *more,
        *_checks(main, texts),
    ]


def _figures(rows: Sequence[CategoryFigures], main: MainFigures, texts: Texts) -> list[Element]:
    if not rows:
        return []
    return [
        heading(texts("summary.figures"), spacing="Large"),
        small(texts("summary.gap_hint")),
        rows_table(
            (texts("summary.category"), texts("summary.column")),
            [(named(row, main), figures(row, main.year, texts)) for row in rows],
        ),
    ]


def _coverage(main: MainFigures, texts: Texts) -> list[Element]:
    if main.level is OrganisationKind.CITY:
        approved = len(main.committees)
        every = approved + len(main.not_approved)
        return [line(run(texts("summary.approved", approved=approved, n=every), bold=True))]
    told = texts("summary.coverage", submitted=main.submitted, n=main.asked)
    proposal = small(texts("summary.proposal", day=main.deadline_on))
    return [line(run(told, bold=True)), proposal]


def _checks(main: MainFigures, texts: Texts) -> list[Element]:
    """The checks that are not in order; what they found is said in HR's own language, Swedish."""
    told = [
        fact(f"⚠ {word(check.name, texts.language)}", _cut(check.detail)) for check in main.checks
    ]
    if not told:
        return [box(line(f"✓ {texts('summary.checks_ok')}"), style="good")]
    return [box(line(run(texts("summary.checks"), bold=True)), *told, style="warning")]


def _cut(text: str) -> str:
    return shortened(text, _DETAIL)


def _serious(rows: Sequence[CategoryFigures], texts: Texts) -> list[Element]:
    """Every unit that answered "Allvarlig", by category, where it may be named."""
    told = [
        fact(row.category, _cut(", ".join(row.serious_units))) for row in rows if row.serious_units
    ]
    if not told:
        return []
    return [heading(texts("summary.serious"), spacing="Large"), *told]
