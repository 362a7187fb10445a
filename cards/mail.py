"""A message that the bot sends of its own accord, as an e-mail: text and HTML say the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources
from string import Template
from textwrap import indent

from cards.letters import Figures, Letter, Section, letter_of
from cards.overview import first_name
from cards.text import Texts, texts_in
from kfmodel.planning.message import Message, OwnWords, SummaryReady, ToHead, ToManager


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    text: str
    html: str


def mail(
    message: Message, name: str, language: str, chat_url: str, *, attached: bool = True
) -> Mail:
    """To the person of the name, empty for an address that is nobody's; `chat_url` opens the chat
    with the bot. `attached` says whether a summary's files go with it."""
    texts = texts_in(language)
    letter = letter_of(message, texts)
    url = letter.ask.url or chat_url
    lead = (*_greeting(message, name, texts), *letter.lead)
    closing = (*_ways_on(message, texts, attached=attached), *letter.closing)
    return Mail(
        letter.subject,
        _text(letter, lead, closing, texts, url),
        _html(letter, lead, closing, texts, url),
    )


def _greeting(message: Message, name: str, texts: Texts) -> Iterator[str]:
    """None where somebody writes in their own words, which have their own."""
    if isinstance(message.content, OwnWords):
        return
    first = first_name(name)
    yield texts("letter.greeting", name=first) if first else texts("letter.greeting.nobody")


def calendar_title(message: Message, language: str) -> str:
    """What the deadline is called in the recipient's calendar."""
    return texts_in(language)("mail.calendar.summary", cycle=message.cycle.name)


def _ways_on(message: Message, texts: Texts, *, attached: bool) -> Iterator[str]:
    """What buttons do on a card."""
    if isinstance(message.content, ToManager | ToHead):
        yield texts("mail.not_me")
    if message.sets_deadline:
        yield texts("mail.calendar")
    if isinstance(message.content, SummaryReady):
        yield texts("mail.workbook" if attached else "mail.too_large")


def _text(
    letter: Letter, lead: Iterable[str], closing: Iterable[str], texts: Texts, url: str
) -> str:
    links = ((letter.ask.title, url), *letter.ask.more)
    ways = [texts("mail.link", title=title, url=to) for title, to in links]
    blocks = [
        letter.title,
        letter.where,
        *lead,
        letter.deadline,
        "\n".join([*ways, letter.ask.hint]),
        *("\n".join(_text_lines(section, texts)) for section in letter.sections),
        *closing,
    ]
    return "\n\n".join(blocks) + "\n"


def _text_lines(section: Section | Figures, texts: Texts) -> Iterator[str]:
    yield section.title
    if isinstance(section, Figures):
        yield section.hint
        yield from (f"- {name}: {'; '.join(said)}" for name, said in section.rows)
    else:
        yield from _text_rows(section, texts)
    if section.left_out:
        yield section.left_out


def _text_rows(section: Section, texts: Texts) -> Iterator[str]:
    for row in section.rows:
        yield f"- {row.name}: {row.said}"
        if row.quote:
            yield indent(texts("mail.quoted", text=row.quote), "  ")


def _html(
    letter: Letter, lead: Iterable[str], closing: Iterable[str], texts: Texts, url: str
) -> str:
    return _template().substitute(
        lang=texts.language,
        subject=escape(letter.subject),
        where=escape(letter.where),
        title=escape(letter.title),
        lead=_paragraphs(lead),
        deadline=escape(letter.deadline),
        url=escape(url),
        open=escape(letter.ask.title),
        more=_html_links(letter.ask.more),
        hint=escape(letter.ask.hint),
        sections="".join(_html_section(section, texts) for section in letter.sections),
        closing=_paragraphs(closing),
    )


@cache
def _template() -> Template:
    return Template((resources.files("cards") / "letters" / "mail.html").read_text("utf-8"))


def _paragraphs(said: Iterable[str]) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in said)


def _html_links(links: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<p class="more"><a href="{escape(url)}">{escape(title)}</a></p>' for title, url in links
    )


def _html_section(section: Section | Figures, texts: Texts) -> str:
    said = _html_table(section) if isinstance(section, Figures) else _html_list(section, texts)
    left_out = _paragraphs([section.left_out] if section.left_out else [])
    return f"<h2>{escape(section.title)}</h2>{said}{left_out}"


def _html_list(section: Section, texts: Texts) -> str:
    rows = "".join(
        f"<li>{escape(row.name)}: {escape(row.said)}{_html_quote(row.quote, texts)}</li>"
        for row in section.rows
    )
    return f"<ul>{rows}</ul>"


def _html_table(section: Figures) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in section.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{_html_lines(said)}</td></tr>'
        for name, said in section.rows
    )
    hint = f'<p class="hint">{escape(section.hint)}</p>'
    return f'{hint}<table class="figures"><tr>{head}</tr>{rows}</table>'


def _html_lines(said: Iterable[str]) -> str:
    return "<br>".join(map(escape, said))


def _html_quote(quote: str | None, texts: Texts) -> str:
    return f"<blockquote>{escape(texts('mail.quoted', text=quote))}</blockquote>" if quote else ""
