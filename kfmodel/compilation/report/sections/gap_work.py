"""Vad är gapanalyser, and how they were made: who was asked, and the method's definitions."""

from kfmodel.compilation.report.blocks import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    ToFill,
    said,
)
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sections.definitions import (
    levels_defined,
    likelihoods_defined,
    needs_defined,
    severities_defined,
)
from kfmodel.compilation.report.sentences.coverage import (
    answers_given,
    committees_approved,
    heads_answered,
    missing_by_division,
    who_was_asked,
)
from kfmodel.glossary import heading
from kfmodel.methods import Method

_WEIGHED = (
    "Varje yrkeskategori redovisas med enheternas sammanvägda svar. Svaren vägs efter antalet "
    "medarbetare; väger två svar lika gäller det större behovet, den allvarligare risken eller den "
    "högre sannolikheten."
)


def section(report: Report) -> list[Block]:
    return [
        Heading(heading("what_gap_analysis_is"), 1),
        Paragraph(
            "En gapanalys jämför den kompetens som finns med den som behövs. Skillnaden är ett "
            "kompetensgap. Här beskrivs gapen på följande sätt:"
        ),
        Bullets(tuple(_kinds(report))),
        Paragraph(
            "Kompetensgapen visar behoven i stora drag och bygger på uppskattningar; de är inga "
            "exakta mått. Det faktiska rekryteringsbehovet är oftast större än gapet, eftersom "
            "medarbetare också byter arbete och går i pension."
        ),
        Heading(heading("gap_analysis_work"), 2),
        *_asked(report),
        ToFill(
            "Hur dialogerna har genomförts och hur resultatet har behandlats, till exempel i "
            "ledningsgrupper, förvaltningsråd och samverkan."
        ),
        *(block for method in report.compilation.methods for block in _method(method, report)),
    ]


def _kinds(report: Report) -> list[str]:
    levels = any(not method.asks_words() for method in report.compilation.methods)
    kinds = [
        report.counted(
            "Kvantitativt gap: hur många medarbetare som finns jämfört med hur många som behövs. "
            "−3 betyder att tre personer saknas."
        )
    ]
    if levels:
        kinds.append(
            "Kvalitativt gap: hur stor andel av gruppen som saknas (+) eller finns i överskott "
            "(−) på varje kompetensnivå på två års sikt."
        )
    return [
        *kinds,
        "Kompetensspecifikt gap: kunskaper och förmågor som gruppen saknar, i ord.",
    ]


def _asked(report: Report) -> list[Block]:
    compilation = report.compilation
    measured = f"uppmätt {compilation.measured_on}" if compilation.measured_on else None
    about = ", ".join(filter(None, (compilation.source, measured)))
    source = f", {about}," if about else ""
    projected = any(method.baseline == "projection" for method in compilation.methods)
    return [
        *said(*_who(report), heads_answered(report.judged, report.compilation.counting)),
        *said(
            f"Cheferna har utgått från stadens personalframskrivning{source} och har "
            "bedömt om den stämmer med verksamhetens verkliga behov utifrån uppdrag, mål och "
            "demografi."
            if projected
            else None
        ),
        *said(report.counted(_WEIGHED) if compilation.rows else None),
    ]


def _who(report: Report) -> list[str | None]:
    """Of the city the committees, which it sees no unit of."""
    compilation = report.compilation
    if not report.of_units:
        return [committees_approved(compilation.committees, compilation.not_approved)]
    dialogues = compilation.dialogues
    return [who_was_asked(dialogues), answers_given(dialogues), missing_by_division(dialogues)]


def _method(method: Method, report: Report) -> list[Block]:
    several = len(report.compilation.methods) > 1
    name = [Heading(method.name.sv, 2)] if several else []
    blocks: list[Block] = [*name]
    for intro, pairs in (
        needs_defined(method),
        levels_defined(method),
        severities_defined(method),
        likelihoods_defined(method),
    ):
        if pairs:
            blocks += [Paragraph(intro), Definitions(pairs)]
    return blocks
