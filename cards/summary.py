"""For HR and division heads: the main figures of a compilation, and the workbook and the report to
download."""

from collections.abc import Sequence
from datetime import timedelta

from microsoft_teams.cards.core import Action, CardElement

from cards.actions import button, buttons, link
from cards.card import Card, card, fitted
from cards.chart import summary_chart
from cards.elements import box, fact, heading, line, run, shortened, small
from cards.figures import figures, named, stored_as
from cards.overview import to_quotes
from cards.rows_table import rows_table
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.compilation.compilation import CategoryRow, Compilation, Status
from kfmodel.glossary import heading as word
from kfmodel.organisation import OrganisationKind
from kfmodel.summary_files import SummaryVersion

_ROOMS = (1_000, 30, 15, 8)
"""Rows of each table on one card."""

_DETAIL = 200
"""Characters of a list in words; the workbook has the whole."""


def summary_card(
    compilation: Compilation,
    language: str,
    *,
    version: SummaryVersion,
    url: str,
    report_url: str,
    link_lasts: timedelta,
) -> Card:
    """`url` leads to the workbook and `report_url` to the report, as long as `link_lasts`."""
    texts = texts_in(language)
    title = texts("summary.title")
    follows = compilation.level is not OrganisationKind.DIVISION
    more: list[Action] = [button(texts("button.missing"), Verb.MISSING, {})] if follows else []
    if compilation.level is OrganisationKind.COMMITTEE:
        more.append(to_quotes(texts))
    downloads = [
        *buttons(
            link(texts("summary.download"), url),
            link(texts("summary.download_report"), report_url, primary=False),
            *more,
        ),
        small(texts("summary.link_lasts", n=int(link_lasts.total_seconds() // 3600))),
        small(stored_as(version, texts)),
    ]

    def build(most: int) -> Card:
        return card(texts, title, _body(compilation, texts, downloads, most))

    return fitted(build, _ROOMS)


def _body(
    compilation: Compilation, texts: Texts, downloads: Sequence[CardElement], most: int
) -> list[CardElement]:
    rows = compilation.rows[:most]
    left_out = len(compilation.rows) - len(rows)
    more = [small(texts("summary.left_out", n=left_out))] if left_out else []
    return [
        small(texts.joined([committee.name for committee in compilation.committees])),
        heading(texts("summary.of", cycle=compilation.cycle), size="Large", spacing="Small"),
        *_coverage(compilation, texts),
        *downloads,
        *summary_chart(compilation, texts),
        heading(texts("summary.figures"), spacing="Large"),
        small(texts("summary.gap_hint")),
        rows_table(
            (texts("summary.category"), texts("summary.column")),
            [(named(row, compilation), figures(row, compilation.year, texts)) for row in rows],
        ),
        *(_serious(rows, texts) if compilation.level is not OrganisationKind.CITY else []),
        *more,
        *_checks(compilation, texts),
    ]


def _coverage(compilation: Compilation, texts: Texts) -> list[CardElement]:
    if compilation.level is OrganisationKind.CITY:
        approved = len(compilation.committees)
        every = approved + len(compilation.not_approved)
        return [line(run(texts("summary.approved", approved=approved, n=every), bold=True))]
    asked, submitted = compilation.dialogues, [r for r in compilation.dialogues if r.submitted]
    told = texts("summary.coverage", submitted=len(submitted), n=len(asked))
    proposal = small(texts("summary.proposal", day=compilation.deadline_on))
    return [line(run(told, bold=True)), proposal]


def _checks(compilation: Compilation, texts: Texts) -> list[CardElement]:
    """The checks that are not in order; what they found is said in HR's own language, Swedish."""
    told = [
        fact(f"⚠ {word(check.name, texts.language)}", _cut(check.detail))
        for check in compilation.checks
        if check.status is not Status.OK
    ]
    if not told:
        return [box(line(f"✓ {texts('summary.checks_ok')}"), style="good")]
    return [box(line(run(texts("summary.checks"), bold=True)), *told, style="warning")]


def _cut(text: str) -> str:
    return shortened(text, _DETAIL)


def _serious(rows: Sequence[CategoryRow], texts: Texts) -> list[CardElement]:
    """Every unit that answered "Allvarlig", by category, where it may be named."""
    told = [
        fact(row.category, _cut(", ".join(row.serious_units))) for row in rows if row.serious_units
    ]
    if not told:
        return []
    return [heading(texts("summary.serious"), spacing="Large"), *told]
