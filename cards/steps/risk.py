"""Risk, for operations and work environment together or apart, and how likely it is."""

from functools import cache

from cards.actions import buttons, reveal
from cards.elements import Choice, Element, choice, fact, hidden, line
from cards.form import Form
from cards.previous import previous_line
from cards.steps.step import StepCard
from cards.text import Texts, texts_in
from dialogs.screen import Ask
from kfmodel.methods import LikelihoodBand, Method
from kfmodel.scales import Severity, label, wording

_DEFINITIONS = "definitions"
_QUESTIONS = {
    "severity": "risk.severity",
    "severity_operations": "risk.severity_operations",
    "severity_work_environment": "risk.severity_work_environment",
}


def _body(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, facts, answers = form.texts, ask.facts, ask.state.answers
    year, language = str(facts.year + method.horizons[0]), form.texts.language
    severities = severity_choices(method.severities, language)
    questions = [
        form.choice(name, texts(_QUESTIONS[name], year=year), severities, getattr(answers, name))
        for name in method.severity_questions
    ]
    if method.asks_likelihood():
        choices = likelihood_choices(method.likelihood, language)
        likelihood = texts("risk.likelihood", year=year)
        questions.append(form.choice("likelihood", likelihood, choices, answers.likelihood))
    return [
        line(texts("risk.lead" if method.risk == "together" else "risk.lead_apart")),
        *previous_line(texts, facts, "risk"),
        *buttons(reveal(texts("risk.show_definitions"), _DEFINITIONS)),
        _definitions(method.severities, language),
        *questions,
    ]


@cache
def _definitions(severities: tuple[Severity, ...], language: str) -> Element:
    lines = [
        fact(severity_text(texts_in(language), value), wording(value).definition(language))
        for value in severities
    ]
    return hidden(_DEFINITIONS, *lines)


@cache
def severity_choices(severities: tuple[Severity, ...], language: str) -> tuple[Choice, ...]:
    """Each with its colour in words and its definition in short."""
    texts = texts_in(language)
    return tuple(
        choice(
            texts(
                "risk.choice",
                severity=severity_text(texts, value),
                short=texts(f"severity.{value.lower()}.short"),
            ),
            value.value,
        )
        for value in severities
    )


def severity_text(texts: Texts, value: Severity) -> str:
    """ "Allvarlig (röd)"."""
    colour = texts(f"severity.{value.lower()}.colour")
    return texts("risk.with_colour", severity=label(value, texts.language), colour=colour)


@cache
def likelihood_choices(bands: tuple[LikelihoodBand, ...], language: str) -> tuple[Choice, ...]:
    texts = texts_in(language)
    return tuple(choice(_likelihood_text(texts, band), band.value.value) for band in bands)


def _likelihood_text(texts: Texts, band: LikelihoodBand) -> str:
    return texts(
        "risk.interval",
        likelihood=label(band.value, texts.language),
        low=band.from_pct or 0,
        high=100 if band.to_pct is None else band.to_pct,
    )


CARD = StepCard(_body)
