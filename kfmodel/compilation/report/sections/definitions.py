"""What the words of a method's scales mean, each scale with a line that introduces it."""

from kfmodel.compilation.report.sentences.language import NO_BREAK
from kfmodel.compilation.words import likelihood_interval, need_interval
from kfmodel.methods import Method
from kfmodel.scales import Level, ScaleValue, label, wording

Defined = tuple[str, tuple[tuple[str, str], ...]]


def needs_defined(method: Method) -> Defined:
    baseline = "personalframskrivningen" if method.baseline == "projection" else "dagens behov"
    pairs = tuple((label(band.value), _unbroken(need_interval(band))) for band in method.need)
    return f"Behovet på två och fem års sikt har bedömts i förhållande till {baseline}:", pairs


def levels_defined(method: Method) -> Defined:
    """Source: ISO, as ASN 2025 prints it."""
    values = () if method.asks_words() else tuple(Level)
    return (
        "Kompetens är förmågan och viljan att utföra en arbetsuppgift genom att använda kunskap "
        "och erfarenhet. Nivåerna följer ISO-standardens beskrivning:",
        _worded(values),
    )


def severities_defined(method: Method) -> Defined:
    return (
        "Risken att gapet inte fylls har bedömts på två års sikt, sedd både från verksamheten och "
        "från arbetsmiljön:",
        _worded(method.severities),
    )


def likelihoods_defined(method: Method) -> Defined:
    pairs = tuple(
        (label(band.value), _unbroken(likelihood_interval(band))) for band in method.likelihood
    )
    return "Sannolikheten att risken inträffar har bedömts utifrån rekryteringsläget:", pairs


def _worded(values: tuple[ScaleValue, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label(value), wording(value).definition_sv) for value in values)


def _unbroken(interval: str) -> str:
    return interval.replace(" %", f"{NO_BREAK}%")
