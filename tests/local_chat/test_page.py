"""The page in a real browser: pressing, reloading, two windows, failures."""

import asyncio

import pytest
from playwright.async_api import Browser, Locator, Page, Route, expect

from tests.browser import requires_browser, window
from tests.local_chat.conftest import ANNA, EMMA, HR, Demo
from tests.local_chat.example_cards import HOSTILE
from tests.local_chat.stand_in_bot import send

pytestmark = requires_browser
FIRST_STEP = "Socialsekreterare – Enheten för mottagning"
NEXT_STEP = "Steg 2 av 5"


async def opened(browser: Browser, url: str, width: int = 1400) -> Page:
    page = await (await window(browser, width)).new_page()
    await page.goto(url)
    return page


async def type_in(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Skriv ett meddelande").fill(text)
    await page.keyboard.press("Enter")


async def with_card(browser: Browser, demo: Demo, word: str = "börja") -> Page:
    page = await opened(browser, demo.page())
    await type_in(page, word)
    await expect(page.locator("form.card")).to_be_visible()
    return page


def heading(page: Page, text: str) -> Locator:
    return page.locator("form.card").get_by_role("heading", name=text)


def button(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=text, exact=True)


async def choose(page: Page, text: str = "Mer: ungefär 8–9") -> None:
    await page.get_by_text(text).click()


async def test_a_card_is_answered_and_replaced_in_place(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await page.get_by_label("Kommentar").fill("Fler ärenden")
    await button(page, "Nästa").click()

    await expect(heading(page, NEXT_STEP)).to_be_focused()
    await expect(page.locator("form.card")).to_have_count(1)
    await expect(page.locator("#announcer")).to_have_text(f"Kortet är uppdaterat: {NEXT_STEP}")
    data = {"dialogue": "d1", "step": "need", "revision": 3}
    typed = {"need_2y": "MORE", "comment": "Fler ärenden"}
    assert demo.bot.last["value"]["action"]["data"] == data | typed
    assert demo.bot.last["value"]["trigger"] == "manual"


async def test_reloading_shows_the_newest_card(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()
    await page.reload()

    await expect(heading(page, NEXT_STEP)).to_be_visible()
    await expect(heading(page, FIRST_STEP)).to_have_count(0)
    await expect(page.locator(".message.own .bubble")).to_have_text("börja")
    assert demo.bot.of_type.count("installationUpdate") == 1


async def test_a_press_is_sent_once_and_holds_the_card(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await button(page, "Vänta").dblclick()
    await demo.bot.entered.wait()
    await expect(button(page, "Nästa")).to_be_disabled()
    await expect(page.locator("#waiting")).to_be_visible()
    await page.get_by_label("Kommentar").press("x")
    await expect(page.get_by_label("Kommentar")).to_have_value("")
    demo.bot.released.set()

    await expect(heading(page, NEXT_STEP)).to_be_visible()
    await expect(button(page, "Nästa")).to_be_enabled()
    await expect(page.locator("#waiting")).to_be_hidden()
    assert demo.bot.of_type.count("invoke") == 1


async def test_a_refusal_keeps_what_was_typed(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await page.get_by_label("Kommentar").fill("Får inte försvinna")
    await button(page, "Fel").click()

    await expect(page.get_by_role("alert")).to_have_text("Det gick inte just nu.")
    await expect(page.get_by_label("Kommentar")).to_have_value("Får inte försvinna")
    await expect(page.get_by_role("radio", name="Mer: ungefär 8–9")).to_be_checked()
    await expect(button(page, "Fel")).to_be_focused()
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()


@pytest.mark.parametrize("broken", ["bot", "line"])
async def test_a_failed_press_can_be_repeated(browser: Browser, demo: Demo, broken: str) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    if broken == "bot":
        demo.bot.status = 503
    else:
        await page.context.set_offline(True)
    await button(page, "Nästa").click()
    await expect(page.get_by_role("alert")).to_contain_text("Det du fyllt i finns kvar")

    demo.bot.status = 200
    await page.context.set_offline(False)
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()


async def test_a_restarted_server_loses_nothing_that_is_shown(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await page.get_by_label("Kommentar").fill("Skrivet före omstarten")
    await demo.restart()
    await send("POST", demo.bot.last, {"type": "message", "text": "Efter omstarten"})
    await expect(page.locator(".message.bot .bubble")).to_have_text("Efter omstarten")

    await expect(page.get_by_label("Kommentar")).to_have_value("Skrivet före omstarten")
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()
    await expect(page.get_by_text("Anslutningen är bruten")).to_have_count(0)
    await page.reload()
    await expect(heading(page, NEXT_STEP)).to_be_visible()


async def test_a_failed_message_can_be_sent_again(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    demo.bot.status = 503
    await type_in(page, "hej")
    await expect(page.get_by_text("Meddelandet kom inte fram.")).to_be_visible()

    demo.bot.status = 200
    await button(page, "Försök igen").click()
    await expect(page.get_by_text("Du skrev hej", exact=True)).to_be_visible()
    await expect(page.locator(".message.own")).to_have_count(1)


async def test_a_bot_that_was_down_at_opening_can_be_tried_again(
    browser: Browser, demo: Demo
) -> None:
    demo.bot.status = 503
    page = await opened(browser, demo.page())
    await expect(page.get_by_text("Boten svarar inte.")).to_be_visible()
    demo.bot.status = 200
    await button(page, "Försök igen").click()
    await expect(page.get_by_text("Här är det tomt än.")).to_be_visible()


async def test_a_required_choice_says_what_is_missing(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await button(page, "Nästa").click()
    await expect(page.get_by_text("Välj hur behovet ser ut om två år.")).to_be_visible()
    await expect(page.get_by_role("alert")).to_have_text("Kontrollera: Behov om 2 år")
    assert demo.bot.of_type.count("invoke") == 0


async def test_an_empty_optional_number_does_not_kill_the_buttons(
    browser: Browser, demo: Demo
) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await page.get_by_label("Faktiskt antal").fill("3")
    await page.get_by_label("Faktiskt antal").fill("")
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()
    assert "headcount_actual" not in demo.bot.last["value"]["action"]["data"]


async def test_a_number_out_of_range_says_so(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await page.get_by_label("Faktiskt antal").fill("-1")
    await button(page, "Nästa").click()
    await expect(page.get_by_text("Ange ett tal mellan 0 och 999.")).to_be_visible()
    await page.get_by_label("Faktiskt antal").fill("8")
    await button(page, "Nästa").click()
    await expect(heading(page, NEXT_STEP)).to_be_visible()
    assert demo.bot.last["value"]["action"]["data"]["headcount_actual"] == "8"


async def test_a_card_is_refreshed_when_the_page_is_loaded(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo, "uppdatera")
    await expect(heading(page, "Äldre läge")).to_be_visible()
    await page.reload()
    await expect(heading(page, "Nyare läge")).to_be_visible()
    assert demo.bot.last["value"]["trigger"] == "automatic"
    assert demo.bot.last["value"]["action"]["verb"] == "refresh"


async def test_only_the_three_newest_cards_are_refreshed(browser: Browser, demo: Demo) -> None:
    for number in range(5):
        await demo.say("uppdatera", key=str(number))
    page = await opened(browser, demo.page())
    await expect(heading(page, "Nyare läge")).to_have_count(3)
    await expect(heading(page, "Äldre läge")).to_have_count(2)
    assert demo.bot.of_type.count("invoke") == 3


async def test_two_windows_are_two_devices(browser: Browser, demo: Demo) -> None:
    first = await with_card(browser, demo)
    second = await opened(browser, demo.page())
    await expect(heading(second, FIRST_STEP)).to_be_visible()
    await choose(first)
    await button(first, "Nästa").click()
    await expect(heading(first, NEXT_STEP)).to_be_visible()

    await type_in(first, "hej")
    await expect(second.get_by_text("Du skrev hej", exact=True)).to_be_visible()
    await expect(heading(second, FIRST_STEP)).to_be_visible()
    await second.reload()
    await expect(heading(second, NEXT_STEP)).to_be_visible()


async def test_an_update_by_the_bot_reaches_every_window(browser: Browser, demo: Demo) -> None:
    first = await with_card(browser, demo)
    second = await opened(browser, demo.page())
    await expect(heading(second, FIRST_STEP)).to_be_visible()
    await choose(first)
    await button(first, "Ändra").click()
    await expect(heading(first, NEXT_STEP)).to_be_focused()
    await expect(heading(second, "Ändrat")).to_be_visible()


async def test_a_card_that_is_taken_away_goes(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    await choose(page)
    await button(page, "Ta bort").click()
    await expect(page.locator("form.card")).to_have_count(0)


async def test_cards_with_the_same_ids_do_not_disturb_each_other(
    browser: Browser, demo: Demo
) -> None:
    page = await with_card(browser, demo)
    await type_in(page, "börja")
    cards = page.locator("form.card")
    await expect(cards).to_have_count(2)
    for number, text in enumerate(("Mer: ungefär 8–9", "Mindre: ungefär 6")):
        await cards.nth(number).get_by_text(text).click()
    await expect(cards.first.get_by_role("radio", name="Mer: ungefär")).to_be_checked()
    ids = await page.eval_on_selector_all("[id]", "all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


async def test_a_submit_goes_as_a_message(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo, "allt")
    await page.get_by_label("Kompetensspecifikt gap").fill("Juridik")
    await page.get_by_label("Sannolikhet").select_option("HIGH")
    await page.get_by_label("Lagstiftning och politik").check()
    await page.get_by_label("Teknikutveckling och AI").check()
    await button(page, "Skicka").first.click()
    await expect(page.get_by_text("Tog emot.", exact=True)).to_be_visible()
    value = demo.bot.last["value"]
    assert value["verb"] == "submit"
    assert value["specific_gap"] == "Juridik"
    assert value["likelihood"] == "HIGH"
    assert value["drivers"] == "law,tech"


async def test_parts_of_a_card_are_shown_and_hidden(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo, "allt")
    definition = page.get_by_text("påverkas påtagligt")
    await expect(definition).to_be_hidden()
    await button(page, "Visa definitioner").click()
    await expect(definition).to_be_visible()
    await button(page, "Aktivitet").click()
    await expect(page.get_by_label("Aktivitet", exact=True).last).to_be_visible()


async def test_what_people_type_shows_as_text(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo, "elakt")
    await expect(page.locator("form.card")).to_contain_text("<img src=x onerror=")
    await expect(page.locator("form.card strong")).to_contain_text("<script>")
    await expect(page.locator("form.card")).to_contain_text("*inte kursivt*")
    await type_in(page, HOSTILE)
    await expect(page.locator(".message.own .bubble").last).to_have_text(HOSTILE)
    await expect(page.locator(".message.bot .bubble")).to_contain_text("onerror=")
    assert await page.title() == "Kompetensförsörjning – lokal demo"
    await expect(page.locator("a[href^=javascript]")).to_have_count(0)


async def test_suggestions_are_pressed_like_typed_words(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    await type_in(page, "förslag")
    await button(page, "Fortsätt").click()
    await expect(page.get_by_text("Du skrev fortsätt", exact=True)).to_be_visible()
    await expect(button(page, "Fortsätt")).to_have_count(0)


async def test_changing_person_changes_chat_and_language(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo)
    chooser = page.get_by_label("Du är")
    await chooser.select_option(EMMA.entra_id)
    await expect(page.locator("form.card")).to_have_count(0)
    await expect(page.get_by_label("You are")).to_be_visible()
    await expect(page.get_by_text("The demo's date: Monday, 29 September 2025")).to_be_visible()
    await page.get_by_label("You are").select_option(HR.entra_id)
    await expect(button(page, "Sammanställning")).to_be_visible()
    await page.get_by_label("Du är").select_option(ANNA.entra_id)
    await expect(heading(page, FIRST_STEP)).to_be_visible()
    await expect(page.get_by_text("Demons datum: måndag 29 september 2025")).to_be_visible()


async def test_a_message_that_the_bot_begins_arrives(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    await expect(page.get_by_text("Här är det tomt än.")).to_be_visible()
    await send("POST", demo.bot.last, {"type": "message", "text": "**Påminnelse:** två dagar kvar"})
    await expect(page.locator(".message.bot .bubble strong")).to_have_text("Påminnelse:")
    await expect(page.locator("#announcer")).to_contain_text("Nytt från boten")


async def test_both_languages_say_everything(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    words = """async () => {
        const { languages } = await import("/chat/web/texts.js");
        const flat = (texts) => Object.entries(texts).flatMap(([key, value]) =>
            typeof value === "string" ? [`${key} ${value.match(/{[a-z]+}/g) ?? ""}`]
            : key === "groups" ? [] : Array.isArray(value) ? [`${key} ${value.length}`]
            : flat(value));
        return [flat(languages.sv), flat(languages.en)];
    }"""
    swedish, english = await page.evaluate(words)
    assert swedish == english


async def test_no_script_or_style_breaks_the_policy(browser: Browser, demo: Demo) -> None:
    page = await (await window(browser, 1400)).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(demo.page())
    await type_in(page, "allt")
    await expect(page.locator("form.card")).to_be_visible()
    assert complaints == []


async def test_links_open_in_a_new_tab(browser: Browser, demo: Demo) -> None:
    page = await with_card(browser, demo, "allt")
    await page.context.route("https://example.org/", lambda route: route.fulfill(body="läst"))
    async with page.context.expect_page() as new_tab:
        await page.get_by_role("link", name="Läs mer").click()
    assert (await new_tab.value).url == "https://example.org/"


async def test_what_is_said_while_the_chat_opens_comes_after_the_greeting(
    browser: Browser, demo: Demo
) -> None:
    page = await (await window(browser, 1400)).new_page()
    said = asyncio.Event()

    async def open_late(route: Route) -> None:
        await said.wait()
        await route.continue_()

    await page.route("**/open", open_late)
    await page.goto(demo.page())
    await type_in(page, "börja")
    said.set()
    await expect(page.locator("form.card")).to_be_visible()
    # a card may ask to be refreshed after that
    assert demo.bot.of_type[:3] == ["conversationUpdate", "installationUpdate", "message"]


async def test_the_time_is_moved(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page(), width=400)
    await expect(page.locator("#today")).to_have_text("Demons datum: måndag 29 september 2025")
    await button(page, "En vecka fram").click()
    await expect(page.locator("#today")).to_have_text("Demons datum: måndag 6 oktober 2025")
    await button(page, "En dag fram").click()
    await expect(page.locator("#today")).to_have_text("Demons datum: tisdag 7 oktober 2025")


async def test_a_time_that_cannot_be_moved_is_told(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    await expect(page.locator("#today")).to_contain_text("29 september")
    await page.route("**/chat/time", lambda route: route.fulfill(status=500))
    await button(page, "En dag fram").click()
    await expect(page.locator("#line")).to_have_text("Tiden gick inte att flytta.")
    await expect(page.locator("#today")).to_contain_text("29 september")


async def test_the_page_itself_never_scrolls(browser: Browser, demo: Demo) -> None:
    page = await opened(browser, demo.page())
    for said in range(12):
        await type_in(page, f"Rad {said}")
        await expect(page.get_by_text(f"Rad {said}", exact=True)).to_be_visible()
    conversation = await page.locator("#conversation").evaluate("e => e.scrollHeight")
    assert conversation > 900
    assert await page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
