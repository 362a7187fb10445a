"""What has changed, as the report has it: a row a category, what was and what is."""

from dataclasses import replace

from kfmodel.scales import Need, Severity
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPLETE,
    compiled,
    dialogue,
    material,
    projection,
)
from tests.compilation.report.word import opened, rows, styled, text_of

OTHER = "Kurator"
KEYS = ((ASN.code, CATEGORY), (ASN.code, OTHER))


def test_one_row_a_category_and_only_what_changed() -> None:
    then = replace(
        material(
            dialogue("1", 20, replace(COMPLETE, need_2y=Need.LESS, severity=Severity.SERIOUS)),
            dialogue("2", 10, category=OTHER),
            categories=(CATEGORY, OTHER),
            projections={key: projection(20, gap_2y=-3, gap_5y=0) for key in KEYS},
        ),
        year=2023,
    )
    moving = replace(COMPLETE, move_some_good=2)
    report = opened(
        compiled(
            dialogue("1", 20, moving),
            dialogue("2", 10, category=OTHER),
            categories=(CATEGORY, OTHER),
            projections={
                KEYS[0]: projection(20, gap_2y=-5, gap_5y=0),
                KEYS[1]: projection(10, gap_2y=-3, gap_5y=0),
            },
            earlier=(then,),
        )
    )
    assert rows(report, "Det som har ändrats sedan förra omgången (2023)") == [
        ["Yrkeskategori", "Uppskattat behov", "Gap", "Kompetensnivå", "Risk"],
        [
            CATEGORY,
            "2 år: Mindre → Mer",
            "2 år: −3 → −5",
            "Viss: 0 % → −10 %\nGod: 0 % → +10 %",
            "Allvarlig → Mindre allvarlig",
        ],
    ]
    estimated = rows(report, "Förra omgångens bedömning (2023) och utfallet")
    assert estimated[0][:4] == [
        "Yrkeskategori",
        "Antal medarbetare då",
        "Gap då",
        "Uppskattat behov då",
    ]
    assert [row[0] for row in estimated[1:]] == [CATEGORY, OTHER]


def test_nothing_has_changed() -> None:
    units = (dialogue("1", 20),)
    report = opened(compiled(*units, earlier=(replace(material(*units), year=2023),)))
    assert not [caption for caption in styled(report, "Caption") if "har ändrats" in caption]
    assert "Uppgifter från förra omgången saknas" not in text_of(report)
