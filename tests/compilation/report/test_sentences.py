"""What is said of gaps, needs, levels and recruitment: of none, one and many."""

from collections.abc import Sequence

import pytest

from kfmodel.compilation import CategoryRow
from kfmodel.compilation.report.sentences.gaps import (
    categories_with_gap,
    gap_over_time,
    gap_share,
    gap_totals,
    largest_gap,
)
from kfmodel.compilation.report.sentences.language import NO_BREAK, PERSON, YEARLY_WORKER
from kfmodel.compilation.report.sentences.levels import higher_levels, qualitative_gap
from kfmodel.compilation.report.sentences.needs import much_more, needs_judged
from kfmodel.compilation.report.sentences.recruitment import (
    largest_recruitment,
    not_projected,
    recruitment_by_cause,
)
from kfmodel.scales import Need
from tests.compilation.report.rows import asn, method, row

YEAR = 2025


def plain(text: str | None) -> str | None:
    return text.replace(NO_BREAK, " ") if text else text


def gaps(*pairs: tuple[float | None, float | None]) -> list[CategoryRow]:
    names = "ABCDEFGH"
    return [row(names[n], gap_2y=two, gap_5y=five) for n, (two, five) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [],
            "Personalframskrivning saknas, så något kvantitativt gap har inte beräknats.",
        ),
        (
            gaps((-1, None)),
            "Enligt personalframskrivningen saknas 1 person på två års sikt (2027).",
        ),
        (
            gaps((-1, 4), (1, -2)),
            "Enligt personalframskrivningen motsvarar tillgången behovet på två års sikt (2027) "
            "och finns ett överskott på 2 personer på fem års sikt (2030).",
        ),
        (
            asn(),
            "Enligt personalframskrivningen saknas 30 personer på två års sikt (2027) och 54 "
            "personer på fem års sikt (2030).",
        ),
    ],
)
def test_gap_totals(rows: Sequence[CategoryRow], told: str) -> None:
    assert plain(gap_totals(rows, YEAR, PERSON)) == told


def test_heads_may_be_yearly_workers() -> None:
    told = plain(gap_totals(gaps((-1.5, None)), YEAR, YEARLY_WORKER))
    assert told == "Enligt personalframskrivningen saknas 1,5 årsarbetare på två års sikt (2027)."


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (gaps((None, None)), None),
        (gaps((0, 2)), "Ingen yrkeskategori har ett kvantitativt gap på två eller fem års sikt."),
        (gaps((-1, -1)), "Ett gap finns i den enda yrkeskategorin på både två och fem års sikt."),
        (
            gaps((-1, -1), (0, -1), (0, 0)),
            "Ett gap finns i en av tre yrkeskategorier på två års sikt och i två av tre "
            "yrkeskategorier på fem års sikt.",
        ),
        (gaps((0, -1)), "Ett gap finns i den enda yrkeskategorin på fem års sikt."),
        (
            asn(),
            "Ett gap finns i samtliga åtta yrkeskategorier på både två och fem års sikt.",
        ),
    ],
)
def test_categories_with_gap(rows: Sequence[CategoryRow], told: str | None) -> None:
    assert categories_with_gap(rows) == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (gaps((0, 1), (None, None)), None),
        (gaps((-1, 0)), "Störst är gapet för A: 1 person på två års sikt."),
        (
            gaps((-2, -3), (-2, -1)),
            "Störst är gapet för A och B på två års sikt (2 personer vardera) och för A på fem "
            "års sikt (3 personer).",
        ),
        (
            asn(),
            "Störst är gapet för Socialsekreterare myndighet barn och unga: 8 personer på två års "
            "sikt och 14 personer på fem års sikt.",
        ),
    ],
)
def test_largest_gap(rows: Sequence[CategoryRow], told: str | None) -> None:
    assert plain(largest_gap(rows, PERSON)) == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (gaps((-1, -1), (None, -3)), None),
        (gaps((-1, -2)), "Mellan 2027 och 2030 växer gapet i den enda yrkeskategorin."),
        (
            gaps((-1, -2), (-1, 0), (-1, 0), (0, 0)),
            "Mellan 2027 och 2030 växer gapet i en av fyra yrkeskategorier (A) och minskar i två.",
        ),
        (asn(), "Mellan 2027 och 2030 växer gapet i samtliga åtta yrkeskategorier."),
    ],
)
def test_gap_over_time(rows: Sequence[CategoryRow], told: str | None) -> None:
    assert gap_over_time(rows, YEAR) == told


def test_gap_beside_the_headcount() -> None:
    assert gap_share(gaps((0, -1), (None, None))) is None
    assert plain(gap_share(gaps((-1, 0)))) == (
        "I förhållande till antalet medarbetare är gapet på två års sikt störst för A (5 %)."
    )
    assert plain(gap_share(asn())) == (
        "I förhållande till antalet medarbetare är gapet på två års sikt störst för "
        "Socialsekreterare förste (2,4 %)."
    )


def test_needs_that_nobody_judged() -> None:
    assert needs_judged([row("A")], method()) == []
    assert much_more([row("A")]) is None


def test_needs_of_one_and_of_many() -> None:
    assert needs_judged([row("A", need_2y=Need.LESS)], method()) == [
        "På två års sikt bedöms behovet vara mindre än enligt personalframskrivningen i den enda "
        "yrkeskategorin."
    ]
    assert needs_judged(asn(), method())[1] == (
        "På fem års sikt bedöms behovet vara större än enligt personalframskrivningen i sex av "
        "åtta yrkeskategorier och detsamma i två (Socialsekreterare myndighet ekonomiskt bistånd "
        "och Socialsekreterare myndighet vuxna)."
    )
    assert much_more(asn()) == (
        "Störst är ökningen för Socialsekreterare förste, Socialsekreterare myndighet familjehem "
        "samt Socialsekreterare stöd och rådgivning, där behovet bedöms vara mycket större."
    )


def test_a_need_against_today() -> None:
    today = method().model_copy(update={"baseline": "today"})
    [told] = needs_judged([row("A", need_5y=Need.MORE)], today)
    assert told == "På fem års sikt bedöms behovet vara större än i dag i den enda yrkeskategorin."


def test_qualitative_gap() -> None:
    assert qualitative_gap([row("A")]) is None
    assert qualitative_gap([row("A", levels=(0, 0, 0, 0))]) == (
        "Inget kvalitativt gap bedöms finnas på två års sikt."
    )
    assert qualitative_gap(asn()) == (
        "Det finns ett kvalitativt gap på två års sikt i samtliga åtta yrkeskategorier."
    )


def test_what_is_missing_at_the_highest_levels() -> None:
    assert higher_levels([row("A", levels=(5, 0, -5, 0)), row("B")]) is None
    one = [row("A", levels=(-5, 0, 5, 0)), row("B", levels=(0, 0, 0, 0))]
    assert plain(higher_levels(one)) == (
        "Det handlar om förflyttning till högre kompetensnivåer. Mest saknas för A, där "
        "motsvarande 5 % av gruppen saknas på nivåerna Hög och Mycket hög."
    )
    assert plain(higher_levels(asn())) == (
        "Det handlar genomgående om förflyttning till högre kompetensnivåer. Mest saknas för "
        "Socialsekreterare myndighet ekonomiskt bistånd samt Socialsekreterare myndighet barn och "
        "unga, där motsvarande 20 % av gruppen saknas på nivåerna Hög och Mycket hög."
    )


def recruiting(category: str, gap: float, turnover: float, retirements: float) -> CategoryRow:
    return row(
        category,
        gap_2y=gap,
        turnover_2y=turnover,
        retirements_2y=retirements,
        recruitment_2y=turnover + retirements - gap,
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [row("A")],
            "Rekryteringsbehovet kan inte beräknas: personalframskrivningen saknar underlag.",
        ),
        (
            [recruiting("A", 0, 1, 0)],
            "Av rekryteringsbehovet på 1 person beror 1 (100 %) på personalomsättning.",
        ),
        (
            [recruiting("A", 4, 6, 2)],
            "Rekryteringsbehovet är 4 personer: 6 beror på personalomsättning och 2 beror på "
            "pensionsavgångar, medan ett överskott på 4 personer minskar behovet.",
        ),
        (
            [recruiting("A", -1, 1, 1)],
            "Av rekryteringsbehovet på 3 personer beror 1 (33 %) på personalomsättning, 1 (33 %) "
            "på gapet och 1 (34 %) på pensionsavgångar.",
        ),
        (
            [recruiting("A", -3, 10, 3)],
            "Av rekryteringsbehovet på 16 personer beror 10 (62 %) på personalomsättning, 3 (19 %) "
            "på gapet och 3 (19 %) på pensionsavgångar.",
        ),
        ([recruiting("A", 3, 2, 1)], "Sammantaget finns inget rekryteringsbehov på två års sikt."),
        (
            [recruiting("A", 9, 2, 1)],
            "Sammantaget finns ett överskott på 6 personer på två års sikt.",
        ),
        (
            asn(),
            "Av rekryteringsbehovet på 233 personer beror 191 (82 %) på personalomsättning, 30 "
            "(13 %) på gapet och 12 (5 %) på pensionsavgångar.",
        ),
    ],
)
def test_recruitment_by_cause(rows: Sequence[CategoryRow], told: str) -> None:
    assert plain(recruitment_by_cause(rows, PERSON)) == told


def test_largest_recruitment() -> None:
    assert largest_recruitment([row("A")], PERSON) is None
    assert largest_recruitment([recruiting("A", -1, 2, 3)], PERSON) is None
    equal = [recruiting("A", -1, 2, 3), recruiting("B", -2, 2, 2), recruiting("C", 0, 1, 0)]
    assert plain(largest_recruitment(equal, PERSON)) == (
        "Störst är behovet för A och B (6 personer vardera)."
    )
    assert plain(largest_recruitment(asn(), PERSON)) == (
        "Störst är behovet för Socialsekreterare myndighet barn och unga (73 personer)."
    )


def test_categories_without_a_projection() -> None:
    known = recruiting("A", -1, 2, 3)
    assert not_projected([known]) is None
    assert not_projected([row("B")]) is None
    assert not_projected([known, row("B")]) == (
        "För en yrkeskategori saknas underlag i personalframskrivningen: B."
    )
    assert not_projected([known, row("B"), row("C")]) == (
        "För två yrkeskategorier saknas underlag i personalframskrivningen: B och C."
    )
