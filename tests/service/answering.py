"""Answering a category as people do it: what they fill in and which buttons they press."""

from collections.abc import Mapping

from tests.service.chat import Chat, Json

NEXT, SUBMIT, BACK, REOPEN = "Spara och fortsätt", "Skicka in", "Tillbaka", "Ändra mitt svar"
OVERVIEW = "Till mina kategorier"

NEED = {"need_2y": "MORE", "need_5y": "SAME"}
LEVELS = {"move_some_good": "2", "move_good_high": "1"}
RISK = {"severity": "LESS_SERIOUS", "likelihood": "MEDIUM"}
DRIVERS = {
    "drivers": "demography,law",
    "specific_gap": "Samtalsmetodik",
    "comment": "Vi är få.",
    "activity_description": "Mentorskap",
    "activity_area": "develop",
    "activity_time_plan": "Hösten 2026",
    "activity_responsible": "HR-avdelningen",
    "activity_follow_up": "Enkät",
    "activity_challenge": "recruitment",
    "activity_anchoring": "Få på hög nivå",
    "activity_asked_sek": "250 000",
}
STEPS: tuple[Mapping[str, str], ...] = (NEED, LEVELS, RISK, DRIVERS)


async def begin(chat: Chat) -> None:
    """From the start card to the first step of the first category that is not begun."""
    await chat.say("börja")
    await chat.press("Börja")


async def to_review(chat: Chat) -> Json:
    await begin(chat)
    for inputs in STEPS:
        await chat.press(NEXT, **inputs)
    return chat.card


async def submit(chat: Chat) -> Json:
    """A whole category, from the start card to the receipt."""
    await to_review(chat)
    return await chat.press(SUBMIT)
