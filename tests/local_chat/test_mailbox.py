"""The demo's mail in the browser: read from the folder that the bot's e-mail is written to."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from playwright.async_api import Browser, expect

from bot.mail import MailFolder
from tests.axe import violations
from tests.browser import requires_browser, window
from tests.local_chat.conftest import Demo


def letter(subject: str, day: int, html: str | None = "<p>Hej <b>Anna</b></p>") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "kf@example.org"
    message["To"] = Address("Anna Åkesson", "anna", "example.org")
    message["Subject"] = subject
    message["Date"] = f"Mon, {day:02d} Sep 2025 07:00:00 +0000"
    message["Message-ID"] = f"<letter{day}@example.org>"
    message.set_content("Hej Anna")
    if html:
        message.add_alternative(html, subtype="html")
    return message


async def page_of(demo: Demo, path: str = "") -> str:
    async with demo.client.get(f"{demo.url}/chat/mail/{path}") as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        return await response.text()


async def test_an_empty_folder_says_so(demo: Demo) -> None:
    page = await page_of(demo)
    assert "Inga brev än." in page
    assert str(demo.mailbox) in page


async def test_the_newest_letter_comes_first_and_opens(demo: Demo) -> None:
    folder = MailFolder(demo.mailbox)
    for day, subject in ((22, "Påminnelse"), (29, "Sista <dagen>"), (1, "Inbjudan")):
        await folder.deliver(letter(subject, day))
    page = await page_of(demo)
    places = [page.index(said) for said in ("Sista &lt;dagen&gt;", "Påminnelse", "Inbjudan")]
    assert places == sorted(places)
    assert "2025-09-29 kl. 09.00 till Anna Åkesson &lt;anna@example.org&gt;" in page
    [newest] = [file.name for file in demo.mailbox.glob("*dagen*.eml")]
    assert "Hej <b>Anna</b>" in await page_of(demo, newest)


@pytest.mark.parametrize("name", ["nothing.eml", "kf.db", "..%2Fkf.db", "..%2F..%2Fx.eml"])
async def test_nothing_but_letters_is_opened(demo: Demo, name: str) -> None:
    demo.mailbox.joinpath("kf.db").write_text("secret")
    async with demo.client.get(f"{demo.url}/chat/mail/{name}") as response:
        assert response.status == 404


async def test_a_letter_without_a_page_is_not_opened(demo: Demo) -> None:
    await MailFolder(demo.mailbox).deliver(letter("Bara text", 3, html=None))
    [file] = demo.mailbox.glob("*.eml")
    async with demo.client.get(f"{demo.url}/chat/mail/{file.name}") as response:
        assert response.status == 404


@requires_browser
@pytest.mark.parametrize("width", [1400, 400])
async def test_the_list_is_accessible(demo: Demo, browser: Browser, width: int) -> None:
    await MailFolder(demo.mailbox).deliver(letter("Påminnelse om kompetensförsörjningen", 22))
    page = await (await window(browser, width)).new_page()
    await page.goto(f"{demo.url}/chat/mail/")
    await expect(page.get_by_role("link", name="Påminnelse")).to_be_visible()
    assert await violations(page) == []
