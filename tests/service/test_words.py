"""What people type, in Swedish and in English."""

import pytest

from tests.service.answering import NEED, NEXT, begin, submit
from tests.service.teams import ON_SQLITE, Teams

NAME, ENGLISH = "Johan Vretlund", "Sarah Whitcombe"

pytestmark = ON_SQLITE

HELP = "Så fungerar det"
START = "Hej Johan!"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("hjälp", HELP),
        ("HJÄLP!", HELP),
        ("hja\u0308lp", HELP),
        ("help", HELP),
        ("?", HELP),
        ("Hjälp?", HELP),
        ("börja", START),
        (" Börja. ", START),
        ("borja", START),
        ("start", START),
        ("hej", START),
        ("status", START),
        ("Status?", START),
        ("läge", START),
        ("fortsätt", "Steg 1 av 5"),
        ("continue", "Steg 1 av 5"),
        ("engelska", "Hello Johan!"),
        ("English", "Hello Johan!"),
        ("svenska", START),
    ],
)
async def test_words(teams: Teams, word: str, said: str) -> None:
    chat = teams.chat(NAME)
    await chat.say(word)
    assert said in chat.text()
    assert "Det förstod jag inte" not in chat.text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "vad är det här",
        "börja om",
        "MER",
        "7",
        "👍",
        "=1+1",
        "<b>hjälp</b>",
        "a" * 10_000,
        "\x00",
        "hjälp\u202e",
        "'; DROP TABLE person;--",
    ],
)
async def test_anything_else_gets_help_not_silence(teams: Teams, text: str) -> None:
    chat = teams.chat(NAME)
    await chat.say(text)
    assert "Det förstod jag inte, men här är vad jag kan hjälpa till med." in chat.text()


async def test_something_other_than_text(teams: Teams) -> None:
    chat = teams.chat(NAME)
    image = {"contentType": "image/png", "contentUrl": "https://example.org/a.png"}
    message = chat.activity(type="message", attachments=[image])
    assert (await chat.post(message))[0] == 200
    assert "Det förstod jag inte" in str(chat.sent[-1])


@pytest.mark.parametrize("kind", ["messageReaction", "typing", "messageUpdate", "event", "unknown"])
async def test_activities_that_ask_nothing_get_no_answer(teams: Teams, kind: str) -> None:
    chat = teams.chat(NAME)
    assert (await chat.post(chat.activity(type=kind)))[0] == 200
    assert chat.sent == []


async def test_an_invoke_that_the_bot_does_not_know(teams: Teams) -> None:
    chat = teams.chat(NAME)
    status, _ = await chat.post(chat.activity(type="invoke", name="task/fetch", value={}))
    assert status == 501


async def test_a_mention_in_a_group_is_no_part_of_the_word(teams: Teams) -> None:
    chat = teams.chat(NAME)
    mention = {
        "type": "mention",
        "text": "<at>Bot</at>",
        "mentioned": {"id": "28:bot", "name": "Bot"},
    }
    await chat.say("<at>Bot</at> hjälp", entities=[mention])
    assert HELP in chat.text()
    assert "Det förstod jag inte" not in chat.text()


async def test_language_has_a_card_of_its_own(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.say("språk")
    await chat.press("English")
    assert "Hello Johan!" in chat.text()
    await chat.say("language")
    await chat.press("Svenska")
    assert START in chat.text()


@pytest.mark.parametrize("language", ["de", "", None, 7, {"a": 1}])
async def test_a_language_that_is_not_spoken(teams: Teams, language: object) -> None:
    chat = teams.chat(NAME)
    _, body = await chat.invoke({"action": {"verb": "language", "data": {"language": language}}})
    assert body["statusCode"] == 200
    assert teams.rows("SELECT DISTINCT language FROM person WHERE name = :n", n=NAME) == ["sv"]


async def test_a_category_in_english(teams: Teams) -> None:
    chat = teams.chat(ENGLISH, locale="en-GB")
    await chat.say("hello")
    await chat.press("Start")
    assert "Step 1 of 5" in chat.text()
    await chat.press("Save and continue", need_2y="MORE", headcount_actual="many")
    assert "“many” is not a number. Write it in digits." in chat.text()
    await chat.press("Save and continue", need_5y="SAME", headcount_actual="")
    assert "Step 2 of 5" in chat.text()


async def test_the_language_is_the_persons_whatever_the_client_speaks(teams: Teams) -> None:
    chat = teams.chat(ENGLISH, locale="sv-SE")
    await chat.say("hej")
    assert "Hello Sarah!" in chat.text()
    assert "Hej" not in chat.text()
    other = teams.chat(NAME, locale="en-US")
    await other.say("hello")
    assert START in other.text()


async def test_continue_goes_to_what_was_touched_last(teams: Teams) -> None:
    chat = teams.chat("Fredrik Alnäs")
    await chat.say("börja")
    await chat.press("Börja: Socialsekreterare myndighet barn och unga")
    await chat.press(NEXT, **NEED)
    await chat.say("fortsätt")
    assert "Socialsekreterare myndighet barn och unga" in chat.text()
    assert "Steg 2 av 5" in chat.text()


async def test_continue_when_all_is_done(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await submit(chat)
    await chat.say("fortsätt")
    assert "Allt är inlämnat. Tack!" in chat.text()


async def test_continue_for_someone_who_answers_nothing(teams: Teams) -> None:
    teams.do("DELETE FROM responsibility")
    chat = teams.chat(NAME)
    await chat.say("fortsätt")
    assert "Just nu finns det ingen yrkeskategori som du ska svara på." in chat.text()


async def test_typing_in_the_middle_disturbs_nothing(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    card = chat.card
    for word in ("hjälp", "vad menas?", "status"):
        await chat.say(word)
    chat.card = card
    await chat.press(NEXT, **NEED)
    assert "Steg 2 av 5" in chat.text()
