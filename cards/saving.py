"""A summary's files into the person's own OneDrive: what is said about it before and after."""

from cards.actions import button, buttons, link
from cards.card import Card, card
from cards.elements import Action, heading, line
from cards.text import Texts, texts_in
from dialogs.press import Verb
from dialogs.saving import NotSaved
from kfmodel.summary_files import SummaryFile

_DOWNLOAD = {
    SummaryFile.WORKBOOK: "summary.download",
    SummaryFile.REPORT: "summary.download_report",
}


def save_button(summary_id: int, texts: Texts) -> Action:
    return button(texts("button.save_files"), Verb.SAVE_FILES, {"summary": summary_id})


def files_offered(language: str) -> str:
    """What the press is answered; the files come in messages of their own."""
    return texts_in(language)("saving.offered")


def file_offered(
    file: SummaryFile, cycle: str, organisation: str, number: int, language: str
) -> str:
    """What the file is, for who decides whether to have it."""
    params = {"cycle": cycle, "organisation": organisation, "number": number}
    return texts_in(language)(f"saving.offered.{file}", **params)


def declined_card(file: SummaryFile, language: str) -> Card:
    said = texts_in(language)(f"saving.declined.{file}")
    return card(texts_in(language), said, [heading(said)])


def not_saved_card(
    why: NotSaved, file: SummaryFile, language: str, *, summary_id: int, url: str
) -> Card:
    """Why the file is not there, and the ways to have it all the same: the download link `url`, and
    another try."""
    texts = texts_in(language)
    title = texts(f"saving.not.{file}")
    body = [heading(title), line(texts(f"saving.why.{why}"))]
    if why is not NotSaved.GONE:
        download = link(texts(_DOWNLOAD[file]), url)
        body = [*body, *buttons(download, save_button(summary_id, texts))]
    return card(texts, title, body)
