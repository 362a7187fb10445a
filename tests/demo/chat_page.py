"""The demo's page as somebody sees and presses it."""

from playwright.async_api import Locator, Page, expect

from bot.demo.personas import personas


def account_of(name: str) -> str:
    return next(person.entra_id for person in personas() if person.name == name)


class Newest:
    """The newest card of the chat, by what stands on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def card(self) -> Locator:
        return self.page.locator(".ac-adaptiveCard").last

    async def press(self, title: str) -> None:
        await self.card.get_by_role("button", name=title, exact=True).first.click()

    async def shows(self, text: str) -> None:
        await expect(self.card).to_contain_text(text)

    async def choose(self, question: str, choice: str) -> None:
        group = self.card.locator(f'[data-id="{question}"]')
        await group.get_by_role("radio", name=choice).check()

    async def choose_last(self, *questions: str) -> None:
        for question in questions:
            group = self.card.locator(f'[data-id="{question}"]')
            await group.get_by_role("radio").last.check()

    async def say(self, word: str, answer: str) -> None:
        """Type a word, and wait for the card that answers it."""
        await self.page.locator("#text").fill(word)
        await self.page.keyboard.press("Enter")
        await self.shows(answer)


async def overflow(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    root = "document.scrollingElement"
    pixels: int = await page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    return pixels
