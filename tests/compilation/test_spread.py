from dataclasses import replace

from kfmodel.compilation import as_json
from kfmodel.scales import Need
from tests.compilation.build import COMPLETE, compiled, dialogue


def test_each_answer_given_with_its_units_heads_and_share() -> None:
    compilation = compiled(
        dialogue("1", 10.5, replace(COMPLETE, need_2y=Need.MUCH_MORE)),
        dialogue("2", 10.5, replace(COMPLETE, need_2y=Need.SAME)),
        dialogue("3", 10.5, replace(COMPLETE, need_2y=Need.SAME), units=2),
        dialogue("4", 50, None),
    )
    spread = as_json(compilation)["tables"]["spread"]
    assert spread[:2] == [
        {
            "organisation": "ASN",
            "method": "five-level",
            "category": "Sektionschef",
            "question": "need_2y",
            "answer": "SAME",
            "units": 3,
            "heads": 21,
            "share_pct": 67,
        },
        {
            "organisation": "ASN",
            "method": "five-level",
            "category": "Sektionschef",
            "question": "need_2y",
            "answer": "MUCH_MORE",
            "units": 1,
            "heads": 10.5,
            "share_pct": 33,
        },
    ]
    assert [row["question"] for row in spread] == [
        "need_2y",
        "need_2y",
        "need_5y",
        "severity",
        "likelihood",
    ]
