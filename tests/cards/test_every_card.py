"""What holds for every card in every state and both languages."""

import json
from typing import Any

import orjson
import pytest
from pydantic import ValidationError

from cards.card import LARGEST, Card, size
from dialogs.press import Verb
from tests.cards.anatomy import buttons, inputs, of_type, parts
from tests.cards.samples import LANGUAGES, every_card
from tests.cards.typed import known

CARDS = [
    pytest.param(content, id=f"{name} {language}")
    for language in LANGUAGES
    for name, content in every_card(language).items()
]
every = pytest.mark.parametrize("content", CARDS)

# Adaptive Cards 1.5, as the published schema has them.
KNOWN = {
    "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column",
    "ActionSet", "Table", "TableRow", "TableCell", "Input.Text", "Input.Number", "Input.Toggle",
    "Input.ChoiceSet", "Input.Date", "Action.Execute", "Action.Submit", "Action.OpenUrl",
    "Action.ToggleVisibility",
}  # fmt: skip
BLOCKING = {"isRequired", "min", "max", "maxLength", "regex", "errorMessage"}
NEWER = {"layouts", "targetWidth", "isSortKey", "roundedCorners", "showBorder", "themedIconUrls"}


@every
def test_is_a_card_of_version_1_5_in_plain_json(content: Card) -> None:
    assert (content["type"], content["version"]) == ("AdaptiveCard", "1.5")
    assert content["lang"] in LANGUAGES
    assert orjson.loads(orjson.dumps(content)) == json.loads(json.dumps(content))


@every
def test_has_only_names_and_values_of_the_typed_classes(content: Card) -> None:
    assert known(content)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"type": "TextBlok"}, KeyError),
        ({"type": "TextBlock", "isSubtile": True}, AssertionError),
        ({"type": "TextBlock", "size": "Huge"}, ValidationError),
        ({"type": "TextBlock", "wrap": "true"}, ValidationError),
        ({"type": "Input.ChoiceSet", "choices": [{"titel": "Mer"}]}, AssertionError),
    ],
)
def test_a_wrong_name_or_value_is_found(wrong: Card, error: type[Exception]) -> None:
    with pytest.raises(error):
        known({"type": "AdaptiveCard", "body": [{"type": "Container", "items": [wrong]}]})


@every
def test_uses_only_what_1_5_has(content: Card) -> None:
    """Or says what to draw instead."""
    charts = of_type(content, "Chart.HorizontalBar")
    assert {part["type"] for part in parts(content)} - KNOWN == {one["type"] for one in charts}
    assert {part["type"] for one in charts for part in parts(one["fallback"])} <= KNOWN
    assert not NEWER & {name for part in parts(content) for name in part}


@every
def test_is_small_enough_for_every_client(content: Card) -> None:
    assert size(content) <= LARGEST


@every
def test_says_something_everywhere(content: Card) -> None:
    """An empty text block is a hole, an empty container a stripe of colour."""
    for part in parts(content):
        for name in ("text", "items", "inlines", "actions", "columns", "rows", "body", "choices"):
            assert part.get(name, "absent"), part


@every
def test_inputs_have_ids_of_their_own_and_labels(content: Card) -> None:
    assert all(one["label"].strip() for one in inputs(content).values())
    ids = [part["id"] for part in parts(content) if "id" in part]
    assert len(ids) == len(set(ids))


@every
def test_no_input_can_block_a_press(content: Card) -> None:
    assert not BLOCKING & {name for one in inputs(content).values() for name in one}


@every
def test_choices_hold_what_is_chosen(content: Card) -> None:
    for one in of_type(content, "Input.ChoiceSet"):
        values = [choice["value"] for choice in one["choices"]]
        assert len(values) == len(set(values))
        assert set(filter(None, one.get("value", "").split(","))) <= set(values)


@every
def test_every_execute_falls_back_on_a_submit_with_the_same_data(content: Card) -> None:
    within = [id(action) for action in buttons(content)]
    for action in of_type(content, "Action.Execute"):
        if action is content.get("refresh", {}).get("action"):
            continue
        assert id(action) in within, "an Execute outside an ActionSet"
        fallback = action["fallback"]
        assert fallback["type"] == "Action.Submit"
        assert fallback["title"] == action["title"]
        assert fallback["data"] == {**action["data"], "verb": action["verb"]}


@every
def test_every_verb_is_one_that_the_bot_knows(content: Card) -> None:
    assert {action["verb"] for action in of_type(content, "Action.Execute")} <= set(Verb)


@every
def test_rows_of_buttons_fit_a_phone(content: Card) -> None:
    assert all(len(row["actions"]) <= 3 for row in of_type(content, "ActionSet"))
    assert all(len(row["columns"]) <= 2 for row in of_type(content, "ColumnSet"))
    assert all(len(table["columns"]) <= 2 for table in of_type(content, "Table"))


@every
def test_at_most_one_way_on_stands_out_in_a_row(content: Card) -> None:
    for row in of_type(content, "ActionSet"):
        positive = [a.get("style") == "positive" for a in row["actions"]]
        assert positive in ([True, *[False] * (len(positive) - 1)], [False] * len(positive)) or (
            content["body"][0].get("text") in ("Språk / Language", "Language / Språk")
        )


@every
def test_toggles_show_parts_that_exist(content: Card) -> None:
    ids = {part.get("id") for part in parts(content)}
    for action in of_type(content, "Action.ToggleVisibility"):
        assert set(action["targetElements"]) <= ids


@every
def test_every_text_wraps(content: Card) -> None:
    assert all(block["wrap"] for block in of_type(content, "TextBlock"))


@every
def test_begins_with_a_heading_among_its_first_lines(content: Card) -> None:
    first: list[dict[str, Any]] = content["body"][:2]
    assert any(one.get("style") == "heading" for one in first)
