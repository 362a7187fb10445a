"""Pages of quotes in the states that look different."""

from dataclasses import replace

from dialogs.quotes import QuotesPage, RefusedCut
from kfmodel.compilation.quotes import Candidate, Choice, Dropped, Reason
from kfmodel.quotes import Key, PickedQuote, Source

CHIEF = "Sektionschef"


def candidate(dialogue_id: int, text: str, driver: str = "law", *personal: str) -> Candidate:
    name = {"law": "Lagstiftning och politik"}.get(driver, "")
    key = Key(dialogue_id, driver, Source.COMMENT)
    return Candidate((key,), (name,), "ASN", CHIEF, text, personal)


def of_several(dialogue_id: int, text: str) -> Candidate:
    """Its answer names two drivers."""
    keys = tuple(Key(dialogue_id, driver, Source.COMMENT) for driver in ("law", "demography"))
    return Candidate(keys, ("Lagstiftning och politik", "Demografi"), "ASN", CHIEF, text)


def picked(one: Candidate, shortened: str | None = None) -> Candidate:
    return replace(one, picked=PickedQuote(one.key, one.text, shortened))


LAW = candidate(1, "Den nya socialtjänstlagen kräver mer förebyggande arbete.")
NAMED = candidate(2, "Lisa Berg slutar i höst.", "law", "Lisa Berg")
SEVERAL = of_several(11, "Fler äldre och en ny lag ger fler ärenden.")
LONG = [candidate(place, "Vi är få och sårbara vid frånvaro. " * 110) for place in range(3, 6)]
OTHERS = tuple(candidate(place, f"Kommentar {place}.", "") for place in range(6, 10))
GONE = tuple(Dropped(PickedQuote(LAW.key, LAW.text), CHIEF, reason) for reason in Reason)


def page(*candidates: Candidate, dropped: tuple[Dropped, ...] = (), wanted: int = 0) -> QuotesPage:
    where = (5, "Arbetsmarknads- och socialnämnden", "Kompetensförsörjning 2025")
    return QuotesPage(*where, Choice(candidates, dropped), wanted)


QUOTES: dict[str, QuotesPage] = {
    "quotes": page(LAW, NAMED, *OTHERS),
    "quotes on the second page": page(LAW, NAMED, *OTHERS, wanted=1),
    "quotes picked": page(picked(LAW), picked(NAMED, "[Två] slutar i höst."), *OTHERS),
    "quotes of several drivers": page(SEVERAL, picked(SEVERAL)),
    "quotes that are long": page(*LONG),
    "quotes that are long and picked": page(*map(picked, LONG)),
    "quotes dropped": page(LAW, dropped=GONE),
    "quotes cut wrongly": replace(
        page(picked(LAW)), refused=RefusedCut(LAW.key.id, "fel", "fel ord")
    ),
    "no quotes": page(),
}
