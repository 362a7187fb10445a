"""The plan in the report: what came of the last one, and the next by area."""

from dataclasses import replace

import pytest
from docx.document import Document as WordDocument

from kfmodel.answers import Activity
from kfmodel.compilation import Compilation
from kfmodel.compilation.report.plan_tables import Cluster
from kfmodel.compilation.report.sentences.plan import activities_in_areas
from kfmodel.plan import Owner, Plan
from tests.compilation.build import ASN, CATEGORY, COMPLETE, FSN, compiled, dialogue, material
from tests.compilation.plan import funded, goal, outcome, planned
from tests.compilation.report.word import opened, rows, tables, text_of

OTHER = "Socialsekreterare"
MENTOR = Activity("Mentorskap", "develop", "2026", asked_sek=40_000)
KEEPING = "Utveckla och behålla kompetens"


def full() -> Compilation:
    plan = Plan(
        goals=(goal(7, to_high=10), goal(4, OTHER)),
        outcomes=(outcome(-1, to_high=5),),
        activities=(
            planned(
                "Karriärstege",
                KEEPING,
                CATEGORY,
                time_plan="2026",
                responsible="HR",
                follow_up="Utredning",
                challenge="Behålla kompetens; Rekrytering",
                anchoring="Minskar omsättningen.",
                status="Pågår",
            ),
            planned(
                "Friskfaktorer",
                KEEPING,
                challenge="Rekrytering",
                anchoring="Minskar omsättningen.",
            ),
            planned("Tid", "Digitalisering", status="Planerad"),
        ),
        funding=(funded("Introduktionsår", 2_400_000, 600_000, period="2025"),),
    )
    last = replace(
        material(plan=Plan(activities=(planned("Karriärstege", KEEPING, status="Planerad"),))),
        year=2023,
    )
    return compiled(
        dialogue("1", 20, replace(COMPLETE, activities=(MENTOR,))),
        dialogue("2", 30, category=OTHER),
        dialogue("3", 4, replace(COMPLETE, activities=(replace(MENTOR, description="Hemligt"),))),
        dialogue("4", 6),
        categories=(CATEGORY, OTHER),
        earlier=(last,),
        plan=plan,
    )


@pytest.fixture(scope="module")
def report() -> WordDocument:
    return opened(full())


def test_activities_by_area_as_published(report: WordDocument) -> None:
    assert rows(report, "Aktiviteter efter område") == [
        ["Område", "Aktiviteter", "Strategisk utmaning", "Förankring i gapanalysen"],
        [
            KEEPING,
            "• Karriärstege\n• Friskfaktorer",
            "• Behålla kompetens\n• Rekrytering",
            "Minskar omsättningen.",
        ],
        ["Digitalisering", "• Tid", "", ""],
    ]


def test_who_does_what_and_when(report: WordDocument) -> None:
    assert rows(report, "Vad som ska göras")[:2] == [
        ["Aktivitet", "Yrkeskategori", "Tidsplan", "Ansvarig", "Uppföljning"],
        ["Karriärstege", CATEGORY, "2026", "HR", "Utredning"],
    ]


def test_what_managers_propose_names_no_unit(report: WordDocument) -> None:
    assert rows(report, "enheterna föreslår")[1:] == [
        ["Utveckla och motivera", CATEGORY, "Mentorskap", "2026"]
    ]
    assert "Hemligt" not in text_of(report)
    assert "Enhet 1" not in str([rows(report, "Medel"), rows(report, "enheterna föreslår")])


def test_goals_outcomes_and_what_the_sum_leaves_out(report: WordDocument) -> None:
    found = rows(report, "Mål och utfall")
    assert found[1] == [CATEGORY, "Utökning", "2025", "7", "−1", "−14 %", "HR:s statistik"]
    assert found[-1] == ["Totalt", "Till hög", "2025", "10", "5", "50 %", "HR:s statistik"]
    assert f"I summan av ”Utökning” enligt HR:s statistik ingår inte {OTHER}." in text_of(report)


def test_the_status_of_what_has_begun(report: WordDocument) -> None:
    assert rows(report, "Aktiviteternas status")[1:] == [
        [KEEPING, "Karriärstege", "Planerad", "Pågår"],
        ["Digitalisering", "Tid", "", "Planerad"],
    ]


def test_funding_with_its_sum(report: WordDocument) -> None:
    found = rows(report, "Medel för")
    by_heading = [dict(zip(found[0], row, strict=True)) for row in found[1:]]
    first, *_, total = by_heading
    assert (first["Insats"], first["Period"]) == ("Introduktionsår", "2025")
    assert (first["Äskade medel"], first["Andel beviljat"]) == ("2 400 000 kr", "25 %")
    assert (total["Insats"], total["Äskade medel"]) == ("Totalt", "2 440 000 kr")
    assert (total["Beviljade medel"], total["Andel beviljat"]) == ("600 000 kr", "")


def test_a_report_without_a_plan_says_what_to_fill_in() -> None:
    empty = opened(compiled(dialogue("1", 20)))
    assert "Inga mål är satta för perioden." in text_of(empty)
    assert "vad som ska göras, när, av vem" in text_of(empty)
    captions = [caption for caption, _ in tables(empty)]
    assert not [c for c in captions if "Aktiviteter" in c or "Medel" in c or "Mål och" in c]


def test_each_committee_has_its_own_plan_and_totals() -> None:
    plan = Plan(
        goals=(goal(4), goal(8, owner=Owner("FSN"))),
        outcomes=(outcome(2), outcome(2, owner=Owner("FSN"))),
    )
    both = compiled(
        dialogue("1", 20), dialogue("2", 20, committee=FSN), committees=(ASN, FSN), plan=plan
    )
    found = [table for caption, table in tables(opened(both)) if "Mål och utfall" in caption]
    shares = [[row.cells[-2].text.replace("\u00a0", " ") for row in t.rows][1:] for t in found]
    assert shares == [["50 %", "50 %"], ["25 %", "25 %"]]


def test_the_plan_in_a_sentence() -> None:
    one = Cluster("Rekrytera", ("A",), (), ())
    assert activities_in_areas([]) is None
    assert activities_in_areas([one]) == "Planen har en aktivitet inom ett område: Rekrytera."
    both = [one, Cluster("Introducera", ("B", "C"), (), ())]
    assert activities_in_areas(both) == (
        "Planen har tre aktiviteter inom två områden: Rekrytera och Introducera."
    )
