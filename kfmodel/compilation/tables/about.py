"""Om sammanställningen: what it was made from and how its figures are read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kfmodel.compilation.city import NOTHING_APPROVED
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.outcomes import ANSWERS, PROJECTION, STAFFING
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.words import NOT_APPLIED, likelihood_interval, local_time, need_interval
from kfmodel.counted import as_counted
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.methods import Method
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.scales import Level, label, wording

_COUNTING = {Counting.PEOPLE: "antal", Counting.FULL_TIME_EQUIVALENTS: "årsarbetare"}


class Note(NamedTuple):
    term: str
    meaning: str


COLUMNS: tuple[Column[Note], ...] = (
    Column("term", lambda note: note.term, Kind.CATEGORY, identity=True),
    Column("meaning", lambda note: note.meaning, Kind.NOTE),
)


def table(compilation: Compilation) -> Table[Note]:
    notes = [*origin(compilation), *rules(compilation)]
    for method in compilation.methods:
        notes += _counted(_method(method), compilation)
    return Table("about", COLUMNS, notes, readers=Readers.PEOPLE)


def origin(compilation: Compilation) -> Iterator[Note]:
    """What the compilation was made from."""
    yield from _whose(compilation)
    yield Note("Omgång", compilation.cycle)
    yield Note("Sammanställd", f"{local_time(compilation.compiled_at):%Y-%m-%d kl. %H.%M}")
    yield Note("Sista svarsdag", compilation.deadline_on.isoformat())
    if compilation.source:
        yield Note("Källa till framskrivningen", compilation.source)
    if compilation.measured_on:
        yield Note("Mätdatum", compilation.measured_on.isoformat())
    if compilation.counting:
        yield Note("Räknesätt", _COUNTING[compilation.counting])


def _whose(compilation: Compilation) -> Iterator[Note]:
    names = ", ".join(committee.name for committee in compilation.committees)
    if compilation.level is OrganisationKind.CITY:
        missing = ", ".join(committee.name for committee in compilation.not_approved)
        yield Note("Nämnder som ingår", names or NOTHING_APPROVED)
        if missing:
            yield Note("Nämnder som inte är godkända", missing)
    elif names:
        yield Note(heading(compilation.level), names)


def rules(compilation: Compilation) -> Iterator[Note]:
    """How its figures are read, whatever the method, in the words for what is counted."""
    return _counted(_rules(compilation), compilation)


def _counted(notes: Iterable[Note], compilation: Compilation) -> Iterator[Note]:
    for note in notes:
        yield Note(note.term, as_counted(note.meaning, compilation.counting))


def _rules(compilation: Compilation) -> Iterator[Note]:
    two, five = compilation.year + 2, compilation.year + 5
    yield Note("2 år, 5 år", f"Behovet {two} respektive {five}.")
    yield Note(
        "Gap",
        "Tillgängliga minus behövda medarbetare enligt personalframskrivningen; "
        "−3 betyder att tre personer saknas.",
    )
    yield Note("Uppskattat behov, risk och sannolikhet", rule("weighted_median"))
    yield from _levels(compilation)
    yield Note("Totalt rekryteringsbehov", rule("recruitment_2y"))
    yield Note(
        "Bedömt behov, från och till",
        "Enheternas svar omräknat till personer. Fylls i när alla enheter har svarat; ett öppet "
        "intervall saknar från eller till. Räknas aldrig in i gapet.",
    )
    yield Note(
        "Förändring",
        "Jämfört med HR:s uppgifter om föregående omgång, annars med det som då sammanställdes. "
        "Större behov betyder att fler saknas. Finns inget tidigare värde står uppgift saknas.",
    )
    yield Note(
        "Bedömning och utfall",
        "Förra omgångens bedömning för i år, omräknat till personer, mot dagens medarbetare.",
    )
    yield from _plan(compilation)
    yield Note(
        "Förslag, fastställd",
        "Ett förslag är sammanställt av enheternas svar, men där en avdelning har fastställt "
        "kategorin gäller dess värde för avdelningens alla medarbetare. Fastställt är det som "
        "avdelningschefen eller HR har bestämt; det sammanställda värdet och motiveringen står "
        "bredvid där det skiljer sig.",
    )
    yield Note(
        "Spridning, lägsta och högsta svar",
        "Alltid enheternas egna svar, också där något annat är fastställt.",
    )
    yield Note("Summor", "Omfattar de rader som visas.")
    yield Note(
        "•",
        "Visas inte: gruppen är mindre än metodens minsta grupp, eller så skulle en så liten grupp "
        "kunna räknas fram. Då döljs även den minsta av grupperna bredvid; dess svar ingår i det "
        "sammanställda värdet men inte i spridningen, och dess kommentarer visas inte.",
    )


def _plan(compilation: Compilation) -> Iterator[Note]:
    """How the plan is followed up, where there is one."""
    plan = compilation.plan
    if plan.goals or plan.outcomes:
        yield Note(
            "Andel av målet",
            "Utfallet delat med målet, i hela procent. Minus betyder att det gick åt fel håll; ett "
            "mål på 0 har ingen andel. Summan gäller de kategorier som har både mål och utfall "
            "från samma källa.",
        )
        yield Note(
            f"{PROJECTION}, {STAFFING}, {ANSWERS} (källa)",
            "Utfallet är antalet nu minus antalet i den omgång som satte målet.",
        )
    if plan.funding:
        yield Note(
            "Andel beviljat",
            "Beviljade medel av äskade. Summan har en andel först när varje äskande har fått svar.",
        )


def _levels(compilation: Compilation) -> Iterator[Note]:
    """How levels, or what stands in their place, are read; of the parts that the methods have."""
    if any(map(Method.asks_shares, compilation.methods)):
        yield Note(
            "Viss, God, Hög, Mycket hög",
            "Andel av gruppen som saknas (+) eller finns i överskott (−) på nivån på två års sikt, "
            "i procentenheter av de medarbetare vars chefer har svarat.",
        )
    if any(map(Method.counts_heads, compilation.methods)):
        yield Note(
            "Kompetensförflyttning",
            "Behövda minus nuvarande medarbetare på varje nivå, summerat över enheterna. De fyra "
            "blir tillsammans utökningen; en minskning räknas som en minskning.",
        )
    if any(map(Method.asks_words, compilation.methods)):
        yield Note("Typ av gap", rule("gap_kind"))
    if not all(map(Method.asks_shares, compilation.methods)):
        yield Note(NOT_APPLIED, rule("not_applied"))


def _method(method: Method) -> Iterator[Note]:
    yield Note("Metod", f"{method.name.sv}. {method.source}.")
    yield Note("Minsta grupp", f"{method.smallest_group} medarbetare")
    baseline = "personalframskrivningen" if method.baseline == "projection" else "i dag"
    for band in method.need:
        yield Note(label(band.value), f"{need_interval(band)} jämfört med {baseline}")
    for level in () if method.asks_words() else Level:
        yield Note(label(level), wording(level).definition_sv)
    for severity in method.severities:
        yield Note(label(severity), wording(severity).definition_sv)
    for likely in method.likelihood:
        chance = likelihood_interval(likely)
        yield Note(f"Sannolikhet {label(likely.value).lower()}", chance)
