"""What is said of risk, what has moved, who has answered and which drivers were named."""

from kfmodel.compilation.report.sentences.changes import (
    likelihood_moved,
    need_moved,
    severity_moved,
    severity_unknown_before,
    severity_unmoved,
)
from kfmodel.compilation.report.sentences.coverage import (
    answers_given,
    heads_answered,
    missing_by_division,
    sums_cover,
    who_was_asked,
    without_answers,
)
from kfmodel.compilation.report.sentences.drivers import (
    drivers_named,
    most_named,
    units_answering,
    where_named,
)
from kfmodel.compilation.report.sentences.language import NO_BREAK
from kfmodel.compilation.report.sentences.risk import (
    highest_risk,
    likelihoods,
    not_judged,
    serious_units,
)
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import COMPLETE, compiled, dialogue
from tests.compilation.report.rows import answered, asn, method, naming, row, since

GREEN, YELLOW, RED = Severity.NOT_SERIOUS, Severity.LESS_SERIOUS, Severity.SERIOUS
LOW, MEDIUM, HIGH = Likelihood


def test_no_risk_is_judged() -> None:
    rows = [row("A"), row("B")]
    assert [highest_risk(rows), likelihoods(rows), not_judged(rows)] == [None, None, None]
    assert serious_units(rows) == []


def test_the_highest_risk() -> None:
    assert highest_risk([row("A", severity=YELLOW)]) == (
        "Högst är risken för A, där den bedöms som mindre allvarlig."
    )
    same = [row("A", severity=GREEN, likelihood=LOW), row("B", severity=GREEN, likelihood=HIGH)]
    assert highest_risk(same) == "Risken bedöms som inte allvarlig för båda yrkeskategorierna."
    likelier = [row("A", severity=RED, likelihood=LOW), row("B", severity=RED, likelihood=HIGH)]
    assert highest_risk([*likelier, row("C", severity=GREEN)]) == (
        "Högst är risken för B, där den bedöms som allvarlig och sannolikheten som hög."
    )
    assert highest_risk(asn()) == (
        "Högst är risken för Socialsekreterare myndighet familjehem samt Socialsekreterare "
        "myndighet barn och unga, där den bedöms som allvarlig och sannolikheten som medel."
    )


def test_likelihoods() -> None:
    assert likelihoods([row("A", likelihood=HIGH)]) == (
        "Sannolikheten bedöms som hög för den enda yrkeskategorin."
    )
    assert likelihoods(asn()) == (
        "Sannolikheten bedöms som låg för fem av åtta yrkeskategorier och medel för tre "
        "(Socialsekreterare myndighet ekonomiskt bistånd, Socialsekreterare myndighet familjehem "
        "samt Socialsekreterare myndighet barn och unga)."
    )


def test_what_has_no_risk_yet() -> None:
    known = row("A", severity=RED)
    assert not_judged([known, row("B")]) == ("Risken är ännu inte bedömd för en yrkeskategori: B.")
    assert not_judged([known, row("B"), row("C")]) == (
        "Risken är ännu inte bedömd för två yrkeskategorier: B och C."
    )


def test_every_serious_unit_is_listed_where_the_median_is_lower() -> None:
    assert serious_units(asn())[0] == "Sektionschef: Sektion B5"
    assert "familjehem" not in " ".join(serious_units(asn()))


def test_severity_up_and_down_by_name() -> None:
    assert severity_moved([row("A", severity=RED)]) == []
    assert severity_moved([row("A", severity=RED, previous=since(severity=RED))]) == []
    assert severity_moved(asn()) == [
        "Risken har höjts för Socialsekreterare samtal/behandling samt Socialsekreterare stöd och "
        "rådgivning från inte allvarlig (grön) till mindre allvarlig (gul).",
        "Risken har sänkts för Socialsekreterare myndighet ekonomiskt bistånd från allvarlig (röd) "
        "till mindre allvarlig (gul).",
    ]
    two_steps = [
        row("A", severity=RED, previous=since(severity=YELLOW)),
        row("B", severity=RED, previous=since(severity=GREEN)),
    ]
    assert severity_moved(two_steps) == [
        "Risken har höjts för A från mindre allvarlig (gul) till allvarlig (röd) och för B från "
        "inte allvarlig (grön) till allvarlig (röd)."
    ]


def test_likelihood_up_and_down() -> None:
    moved = [row("A", likelihood=LOW, previous=since(likelihood=HIGH))]
    assert likelihood_moved(moved) == ["Sannolikheten har blivit lägre för A från hög till låg."]


def test_what_has_not_moved_and_what_is_not_known() -> None:
    same = row("A", severity=RED, previous=since(severity=RED))
    assert severity_unmoved([row("A", severity=RED)]) is None
    assert severity_unmoved([same]) == "Risken är oförändrad för A."
    assert severity_unknown_before([same]) is None
    assert severity_unknown_before([row("A", severity=RED)]) == (
        "Uppgift om risken i förra omgången saknas, så någon jämförelse kan inte göras."
    )
    assert severity_unknown_before(asn()) == (
        "För fem yrkeskategorier saknas uppgift från förra omgången."
    )


def test_need_since_last_time() -> None:
    assert need_moved(asn()) == []
    rows = [
        row("A", need_2y=Need.MORE, previous=since(need_2y=Need.SAME)),
        row("B", need_2y=Need.MUCH_MORE, previous=since(need_2y=Need.LESS)),
        row("C", need_2y=Need.SAME, previous=since(need_2y=Need.MORE)),
    ]
    assert need_moved(rows) == [
        "Behovet på två års sikt bedöms nu som större för A och B och mindre för C jämfört med "
        "förra omgången."
    ]


def test_coverage_of_nobody() -> None:
    assert who_was_asked(()) is None
    assert answers_given(()) == "Ingen chef är tillfrågad."
    assert heads_answered(()) is None
    assert missing_by_division(()) is None


def test_coverage_of_one() -> None:
    [asked] = compiled(dialogue("1", 9, None, division_name=None)).dialogues
    assert who_was_asked([asked]) == (
        "Frågorna har ställts till chefer för en enhet. De gäller en yrkeskategori."
    )
    assert answers_given([asked]) == "Det enda svaret är inte inlämnat."
    assert missing_by_division([asked]) == "Det saknas ett svar direkt under nämnden."
    assert answers_given(compiled(dialogue("1", 9)).dialogues) == "Det enda svaret är inlämnat."


def test_coverage_of_many() -> None:
    asked = compiled(
        dialogue("1", 9, division_name="Insatser"),
        dialogue("2", 9, None, division_name="Insatser"),
        dialogue("3", 9, None, division_name="Boende"),
        dialogue("4", 9, None, division_name="Boende"),
    )
    assert who_was_asked(asked.dialogues) == (
        "Frågorna har ställts till chefer för fyra enheter i Insatser och Boende. De gäller en "
        "yrkeskategori."
    )
    assert answers_given(asked.dialogues) == "Ett av 4 svar är inlämnat."
    assert answers_given(asked.dialogues[1:]) == "Inget av 3 svar är inlämnat."
    assert answers_given((*asked.dialogues, *asked.dialogues)) == "2 av 8 svar är inlämnade."
    assert (heads_answered(asked.rows) or "").replace(NO_BREAK, " ") == (
        "Svaren omfattar 25 % av medarbetarna i de yrkeskategorier som ingår."
    )
    assert missing_by_division(asked.dialogues) == (
        "Det saknas ett svar från Insatser och två svar från Boende."
    )
    assert answers_given(compiled(dialogue("1", 9), dialogue("2", 9)).dialogues) == (
        "Alla 2 svar är inlämnade."
    )


def test_categories_that_nobody_answered() -> None:
    given, silent = answered("A", COMPLETE), answered("B", None)
    assert without_answers([given]) is None
    assert without_answers([silent]) is None
    assert without_answers([given, silent]) == "Inget svar finns ännu för B."


def test_sums_leave_out_what_is_not_shown() -> None:
    assert sums_cover(8, 8) is None
    told = sums_cover(6, 8) or ""
    assert "två yrkeskategorier redovisas inte" in told


def test_no_driver_is_named() -> None:
    drivers = drivers_named([answered("A", COMPLETE, None)], method())
    assert most_named(drivers, 1) == "Ingen enhet har angett någon påverkansfaktor."
    assert where_named(drivers[0], 1, 1) == "Ingen enhet har angett den här påverkansfaktorn."


def test_drivers_by_the_units_that_name_them() -> None:
    rows = [
        answered("A", naming("law"), naming("law", "technology"), None),
        answered("B", naming("law"), naming(), None),
    ]
    drivers = drivers_named(rows, method())
    units = units_answering(rows)
    assert units == 2
    assert [driver.driver.id for driver in drivers[:2]] == ["law", "technology"]
    assert most_named(drivers, units) == (
        "Oftast nämns Lagstiftning och politik, av båda enheterna som har svarat."
    )
    assert where_named(drivers[0], units, 2) == (
        "Nämns av båda enheterna som har svarat, i båda yrkeskategorierna."
    )
    assert where_named(drivers[1], units, 2) == (
        "Nämns av en av två enheter som har svarat, i en av två yrkeskategorier: A."
    )


def test_a_unit_too_small_to_show_names_no_driver() -> None:
    named_by = {"1": (4, "law"), "2": (5, "law"), "3": (40, "technology")}
    units = [dialogue(unit, heads, naming(driver)) for unit, (heads, driver) in named_by.items()]
    rows = compiled(*units).rows
    named = {driver.driver.id: driver.units for driver in drivers_named(rows, method())}
    assert (named["law"], named["technology"]) == (0, 1)
