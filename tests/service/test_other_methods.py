"""A manager answers in chat by the method that the committee has chosen, and HR compiles it."""

from tests.service.answering import NEXT, SUBMIT
from tests.service.chat import Chat
from tests.service.teams import Teams

NAME, HR = "Johan Vretlund", "Helena Ryding"
UNIT, CATEGORY = "ASN-UTR-07", "Socialsekreterare myndighet familjehem"
HEADS = 24


async def begun(teams: Teams, method: str) -> Chat:
    teams.do("UPDATE organisation SET method = :method WHERE kind = 'committee'", method=method)
    chat = teams.chat(NAME)
    await chat.say("börja")
    await chat.press(f"Börja: {CATEGORY}")
    return chat


def stored(teams: Teams, columns: str) -> object:
    dialogue = teams.dialogue(UNIT, CATEGORY)
    [row] = teams.rows(f"SELECT {columns} FROM dialogue WHERE id = :id", id=dialogue)
    return row


async def compiled(teams: Teams) -> str:
    hr = teams.chat(HR)
    await hr.say("sammanställning")
    return hr.text()


async def test_three_levels(teams: Teams) -> None:
    chat = await begun(teams, "three-level")
    assert "Steg 1 av 4: Antal och behov" in chat.text()
    assert "Mycket mer" not in chat.text()
    await chat.press(NEXT, need_2y="MUCH_MORE", need_5y="SAME")
    assert "Det alternativet finns inte. Välj ett i listan." in chat.text()
    await chat.press(NEXT, need_2y="MORE", need_5y="SAME")
    assert "Steg 2 av 4: Risk" in chat.text()
    await chat.press(NEXT, severity="LESS_SERIOUS", likelihood="HIGH")
    await chat.press(NEXT, specific_gap="Upphandling", comment="Svårt att rekrytera")
    for said in ("Steg 4 av 4", "\nMer: minst 26 personer\n", "Upphandling"):
        assert said in chat.text()
    await chat.press(SUBMIT)
    assert "Tack! Svaret är inlämnat." in chat.text()
    columns = "progress, need_2y, need_5y, level_some, severity, likelihood, specific_gap, comment"
    assert stored(teams, columns) == (
        *("submitted", "MORE", "SAME", None, "LESS_SERIOUS", "HIGH"),
        *("Upphandling", "Svårt att rekrytera"),
    )
    assert "1 av 48 svar inlämnade" in await compiled(teams)


async def test_heads_by_level_and_risk_apart(teams: Teams) -> None:
    chat = await begun(teams, "headcount-levels")
    assert "Steg 1 av 5: Antal per nivå i dag" in chat.text()
    await chat.press(NEXT, now_some="3", now_good="12", now_high="8,5")
    assert "Skriv ett helt tal, utan decimaler." in chat.text()
    assert chat.filled()["now_high"] == "8,5"
    await chat.press(NEXT, now_high="8")
    assert "I dag: Viss 3, God 12, Hög 8, Mycket hög 0 – tillsammans 23 personer" in chat.text()
    await chat.press(
        NEXT, need_2y_good="13", need_2y_high="11", need_5y_high="50", need_5y_some="4"
    )
    await chat.press(NEXT, severity_operations="SERIOUS", severity_work_environment="OTHER")
    await chat.press(NEXT)
    for said in (
        "Steg 5 av 5",
        f"23 personer enligt dig, {HEADS} personer i underlaget",
        "Viss −3, God +1, Hög +3, Mycket hög 0 – tillsammans +1",
        "Du räknar med 54 personer om 5 år, mot 23 i dag.",
        "Risk för verksamheten: \nAllvarlig (röd)\n",
    ):
        assert said in chat.text()
    await chat.press(SUBMIT)
    assert "Tack! Svaret är inlämnat." in chat.text()
    columns = (
        "progress, headcount_ok, headcount_actual, now_some, now_good, now_high, now_very_high,"
        " need_2y_some, need_2y_good, need_2y_high, need_2y_very_high, need_5y_some, need_5y_good,"
        " need_5y_high, need_5y_very_high, severity, severity_operations,"
        " severity_work_environment, likelihood"
    )
    assert stored(teams, columns) == (
        *("submitted", False, 23),
        *(3, 12, 8, 0, 0, 13, 11, 0, 4, 0, 50, 0),
        *(None, "SERIOUS", "OTHER", None),
    )
    assert "1 av 48 svar inlämnade" in await compiled(teams)
