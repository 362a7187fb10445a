"""What messages say, on the card and in the e-mail alike."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest

import cards
from cards.card import LARGEST, size
from cards.letters import Figures, Letter, Section, letter_of
from cards.letters.shared import working_days_left
from cards.text import texts_in
from dialogs.press import Verb
from kfmodel.delivery import Kind, Situation
from kfmodel.planning.message import Message, ToHead, ToManager
from kfmodel.planning.working_days import (
    is_working_day,
    on_or_before,
    working_days_before,
)
from tests.cards.anatomy import button, buttons, choices, titles, words
from tests.cards.committee import COMPLETE, PROGRESS
from tests.messages.samples import (
    BEGUN,
    CYCLE,
    DIGEST,
    DIVISION,
    DIVISION_COMPLETE,
    ESCALATION,
    HAND_OVER,
    INVITATION,
    LAST_DAY,
    LEADER,
    MESSAGES,
    MOVED,
    NOT_STARTED,
    OVERDUE,
    OWN_WORDS,
    PEOPLE,
    RETURNED,
    SENT_BACK,
    STALLED,
    SUMMARY,
    TO_HAND_OVER,
    TO_HEAD,
    UNIT,
    UNSENT,
    VACANT,
    lacking,
    summary_ready,
    to_manager,
)

CHAT = "https://teams.microsoft.com/l/chat/0/0?users=28:abc&x=1"
TO_ANSWERERS = [one for one in MESSAGES.values() if isinstance(one.content, ToManager | ToHead)]
every = pytest.mark.parametrize("message", MESSAGES.values(), ids=list(MESSAGES))
in_both = pytest.mark.parametrize("language", ["sv", "en"])


def on_card(message: Message, language: str = "sv") -> str:
    return words(cards.message_card(message, language))


def read_in(html: str) -> str:
    """What is read in the HTML, without its tags and head."""
    return unescape(re.sub(r"<[^>]+>", "", html.partition("</head>")[2]))


def rows_of(section: Section | Figures) -> list[str]:
    if isinstance(section, Figures):
        rows = [(row.name, *row.said) for row in section.rows]
        return [section.hint, *(part for row in rows for part in row)]
    parts = [(row.name, row.said, row.quote) for row in section.rows]
    return [part for row in parts for part in row if part]


def pieces(letter: Letter) -> list[str]:
    said = [part for section in letter.sections for part in rows_of(section)]
    places = [section.title for section in letter.sections]
    return [
        letter.where,
        letter.title,
        *letter.lead,
        letter.deadline,
        *places,
        *said,
        *letter.closing,
    ]


@every
@in_both
def test_card_and_mail_say_the_same(message: Message, language: str) -> None:
    letter = letter_of(message, texts_in(language))
    mail = cards.mail(message, "Anna Åkesson", language, CHAT)
    text, html, card = (
        mail.text.replace("\n  ", "\n"),
        read_in(mail.html),
        on_card(message, language),
    )
    for piece in pieces(letter):
        assert piece in text
        assert piece in html
        assert piece.replace("\N{NO-BREAK SPACE}", " ") in card
    assert mail.subject == letter.subject


@pytest.mark.parametrize("message", TO_ANSWERERS, ids=lambda message: message.key)
@in_both
def test_says_which_cycle_why_until_when_and_who_is_behind(message: Message, language: str) -> None:
    said = on_card(message, language)
    assert "Kompetensförsörjning 2025" in said
    assert "Arbetsmarknads- och socialnämnden" in said
    assert ("fredag 17 oktober" if language == "sv" else "Friday 17 October") in said
    assert "Hanna Ryd" in said
    assert "hr@stad.example" in said
    assert ("Du får det här för att du är" if language == "sv" else "You get this because") in said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (INVITATION, "om 24 arbetsdagar"),
        (INVITATION, "aldrig enskilda medarbetare"),
        (NOT_STARTED, "Du har 3 yrkeskategorier kvar"),
        (NOT_STARTED, "om 5 arbetsdagar"),
        (NOT_STARTED, "Enheten för bistånd (chefsposten är vakant, så du svarar)"),
        (STALLED, "Du bad mig att påminna dig"),
        (STALLED, "steg 3 av 5, Risk, i Socialsekreterare myndighet vuxna"),
        (STALLED, "Pågår – steg 3 av 5"),
        (STALLED, "Du har redan lämnat in 2 av 4"),
        (UNSENT, "Svaret är inte inskickat än"),
        (UNSENT, "sista steget i Socialsekreterare myndighet vuxna: att granska och skicka in."),
        (UNSENT, "Pågår – steg 5 av 5"),
        (SENT_BACK, "Hanna Ryd har skickat tillbaka ditt svar om Socialsekreterare"),
        (SENT_BACK, "Stämmer *båda*? <b>Hör av dig</b> om du vill prata."),
        (LAST_DAY, "i dag, fredag 17 oktober. Du kan svara fram till midnatt"),
        (OVERDUE, "Sista svarsdag var fredag 17 oktober."),
        (OVERDUE, "markeras som sena"),
        (DIGEST, "2 av 6 svar är inlämnade."),
        (DIGEST, "1 nytt svar har kommit sedan 29 september kl. 09.00."),
        (DIGEST, "Cia Dal: boten är inte installerad och ingen giltig e-postadress"),
        (DIGEST, "Enhet Norr: Sektionschef"),
        (DIGEST, "Bo Ek och Cia Dal, Enhet Syd: 1 kategori"),
        (DIGEST, "Saknas: Barn och unga"),
        (HAND_OVER, "Anna Åkesson säger att det är någon annan som svarar för Enheten för mot"),
        (HAND_OVER, "Där finns 3 yrkeskategorier att svara på."),
        (SUMMARY, "Sammanställning för Arbetsmarknads- och socialnämnden"),
        (SUMMARY, "2 av 6 svar är inlämnade."),
        (SUMMARY, "2030: −5 · Mycket mer\nRisk: Allvarlig · Hög"),
        (SUMMARY, "Ingen utsedd, Staben: 1 kategori"),
        (DIVISION_COMPLETE, "Sammanställning för Vuxna"),
        (DIVISION_COMPLETE, "Nu är alla svar från Vuxna inlämnade."),
        (DIVISION_COMPLETE, "I hela nämnden är 2 av 6 svar inlämnade."),
        (ESCALATION, "5 svar saknas i Vuxna"),
        (ESCALATION, "De som har svar kvar påminns också."),
        (ESCALATION, "4 av 9 svar är inlämnade"),
        (ESCALATION, "Anna Åkesson: Sektionschef och Socialsekreterare (1 påbörjad)"),
        (ESCALATION, "Bo Ek och Cia Dal: Stödpedagog (påbörjat)"),
        (ESCALATION, "Ingen utsedd: Undersköterska"),
        (ESCALATION, "Vakant (svarar: Dag Ek): Biståndshandläggare"),
    ],
)
def test_what_is_particular(message: Message, said: str) -> None:
    assert said in on_card(message)


def test_a_divisions_own_lacks_nobody_and_says_it_in_english_too() -> None:
    letter = letter_of(DIVISION_COMPLETE, texts_in("en"))
    assert letter.title == "Summary for Vuxna"
    assert letter.lead == (
        "All answers from Vuxna are now submitted.",
        "In the whole committee, 2 of 6 answers are submitted.",
    )
    assert [section.title for section in letter.sections] == ["Gap, need and risk"]


def test_a_division_asked_for_before_it_is_complete_says_who_is_missing() -> None:
    figures = replace(COMPLETE.figures, asked=4)
    progress = replace(PROGRESS[0], divisions=PROGRESS[0].divisions[:1])
    message = summary_ready(replace(COMPLETE, figures=figures, progress=progress), CHAT)
    said = on_card(message)
    assert "1 av 4 svar är inlämnade." in said
    assert "Saknas: Barn och unga" in said
    assert "Nu är alla svar" not in said


def test_the_day_before_is_tomorrow() -> None:
    message = to_manager(Kind.REMINDER, date(2025, 10, 16), Situation.NOT_STARTED, LEADER)
    assert "Sista svarsdag är i morgon, fredag 17 oktober." in on_card(message)


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (date(2025, 10, 31), "Sista svarsdag är i morgon, fredag 31 oktober."),
        (date(2025, 11, 2), "Sista svarsdag är söndag 2 november."),
    ],
)
def test_the_last_reminder_before_a_day_off_does_not_call_its_day_the_last(
    deadline: date, said: str
) -> None:
    day = on_or_before(deadline)
    assert day == date(2025, 10, 30)
    cycle = replace(CYCLE, deadline_on=deadline)
    letter = letter_of(replace(LAST_DAY, cycle=cycle, today=day), texts_in("sv"))
    assert letter.title == "Sista påminnelsen innan svarstiden går ut"
    assert letter.subject.startswith(f"{CYCLE.name}: sista påminnelsen, svara senast ")
    assert letter.lead[0].startswith("Du har 1 yrkeskategori kvar")
    assert letter.deadline == said


def test_another_year_is_named() -> None:
    cycle = replace(CYCLE, deadline_on=date(2026, 1, 16))
    message = replace(NOT_STARTED, cycle=cycle)
    assert "fredag 16 januari 2026" in on_card(message)


@pytest.mark.parametrize("count", [0, 1, 5, 10, 20])
@pytest.mark.parametrize("deadline", [date(2025, 10, 17), date(2025, 12, 24), date(2026, 5, 17)])
def test_working_days_are_counted_as_the_plan_counts_them(deadline: date, count: int) -> None:
    assert working_days_left(working_days_before(deadline, count), deadline) == count


def test_days_off_do_not_count() -> None:
    christmas = date(2025, 12, 24)
    days = [christmas + timedelta(days=ahead) for ahead in range(1, 15)]
    assert working_days_left(christmas, days[-1]) == sum(map(is_working_day, days))


def test_several_posts() -> None:
    day, both = date(2025, 10, 10), (UNIT, DIVISION)
    message = to_manager(Kind.REMINDER, day, Situation.NOT_STARTED, LEADER, posts=both)
    why = "du är enhetschef för Enheten för mottagning och avdelningschef för Vuxna."
    assert why in on_card(message)


def test_someone_without_a_post_answers_for_a_vacant_one() -> None:
    message = to_manager(Kind.REMINDER, date(2025, 10, 10), Situation.NOT_STARTED, VACANT, posts=())
    assert "för att du svarar för Enheten för bistånd i Kompetensförsörjning" in on_card(message)


def test_nobody_named_at_hr() -> None:
    message = replace(NOT_STARTED, cycle=replace(CYCLE, hr=()))
    assert "Bakom utskicket står HR för Arbetsmarknads-" in on_card(message)


def test_returned_by_nobody_known() -> None:
    item = replace(RETURNED, returned_by=None, comment="Se över risken.")
    message = to_manager(Kind.RETURNED, date(2025, 10, 9), Situation.RETURNED, item)
    assert "Ditt svar om Socialsekreterare myndighet vuxna har kommit tillbaka" in on_card(message)
    assert "”Se över risken.”" in on_card(message)


def test_begun_at_no_known_step() -> None:
    item = replace(BEGUN, step=None, step_number=None)
    message = to_manager(Kind.REMINDER, date(2025, 10, 10), Situation.STALLED, item)
    assert "Du har kommit en bit på väg. 1 yrkeskategori är kvar" in on_card(message)
    assert "Socialsekreterare myndighet vuxna: Pågår" in on_card(message)


def test_many_categories_of_one_manager_are_counted() -> None:
    lacks = tuple(lacking("Norr", f"Kategori {place}", "Anna", begun=True) for place in range(6))
    content = ToHead(("Vuxna",), lacks, asked=6, submitted=0)
    said = on_card(replace(ESCALATION, content=content))
    assert "Anna: 6 kategorier (påbörjat)" in said


def test_the_buttons() -> None:
    card = cards.message_card(STALLED, "sv")
    assert titles(card) == [
        "Fortsätt: Socialsekreterare myndighet vuxna",
        "Till mina kategorier",
        "Påminn mig i morgon",
        "Påminn mig nästa vecka",
        "Det är inte jag",
    ]
    first = button(card, titles(card)[0])
    assert (first["verb"], first["data"]["dialogue"]) == (Verb.START, BEGUN.dialogue_id)
    tomorrow = button(card, "Påminn mig i morgon")["data"]
    assert tomorrow == {"cycle": CYCLE.id, "until": "tomorrow", "verb": Verb.SNOOZE}
    assert buttons(card)[-1]["data"] == {"cycle": CYCLE.id, "verb": Verb.NOT_ME}


def test_hr_chooses_who_answers_instead() -> None:
    card = cards.message_card(HAND_OVER, "sv")
    assert titles(card) == ["Lämna över", "Anna Åkesson svarar ändå"]
    assert choices(card, "successor") == [
        "Bo Ek, enhetschef för Enheten för bistånd",
        "Cia Dal, avdelningschef för Vuxna",
    ]
    alone = replace(HAND_OVER, content=replace(TO_HAND_OVER, candidates=()))
    assert titles(cards.message_card(alone, "sv")) == ["Anna Åkesson svarar ändå"]


def test_a_large_roster_fits_a_card() -> None:
    people = tuple(replace(PEOPLE[0], person_id=place) for place in range(2000))
    large = replace(HAND_OVER, content=replace(TO_HAND_OVER, candidates=people))
    assert size(cards.message_card(large, "sv")) <= LARGEST
    again = cards.choose_someone_card(large.content, "sv")  # type: ignore[arg-type]  # it is one
    assert size(again) <= LARGEST


@pytest.mark.parametrize(
    ("message", "count"),
    [
        (LAST_DAY, 3),
        (OVERDUE, 3),
        (replace(SENT_BACK, today=date(2025, 10, 17)), 3),
        (replace(SENT_BACK, today=date(2025, 10, 21)), 3),
        (SENT_BACK, 5),
        (NOT_STARTED, 5),
    ],
)
def test_what_nothing_follows_cannot_be_put_off(message: Message, count: int) -> None:
    assert len(titles(cards.message_card(message, "sv"))) == count


def test_a_head_is_led_to_their_own_answers_first() -> None:
    card = cards.message_card(ESCALATION, "sv")
    assert titles(card) == ["Börja: Biståndshandläggare", "Till mina kategorier", "Det är inte jag"]
    others = replace(ESCALATION, content=replace(TO_HEAD, own=()))
    assert titles(cards.message_card(others, "sv")) == ["Till mina kategorier", "Det är inte jag"]


def test_a_large_division_fits_a_card_and_is_whole_in_the_mail() -> None:
    lacks = tuple(
        lacking(f"Enhet {place}", "Sektionschef", f"Chef {place}") for place in range(300)
    )
    message = replace(ESCALATION, content=ToHead(("Vuxna",), lacks, asked=300, submitted=0))
    card = cards.message_card(message, "sv")
    assert size(card) <= LARGEST
    assert "till." in words(card)
    mail = cards.mail(message, "Anna", "sv", CHAT)
    assert "Chef 299" in mail.text
    assert "Chef 299" in mail.html


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (INVITATION, "Skriv ”börja” i chatten, så visar jag dina yrkeskategorier."),
        (STALLED, "Skriv ”fortsätt” i chatten, så tar vi vid där du är."),
        (DIGEST, "Skriv ”status” i chatten, så visar jag läget."),
    ],
)
def test_the_mail_says_what_to_type_in_the_chat(message: Message, said: str) -> None:
    assert said in cards.mail(message, "Anna", "sv", CHAT).text


@in_both
def test_what_is_overdue_may_be_one_answer_or_many(language: str) -> None:
    subject = letter_of(OVERDUE, texts_in(language)).subject
    assert subject.partition(": ")[2] == {
        "sv": "svar saknas från dig, men det går fortfarande att svara",
        "en": "not everything is answered, but you can still answer",
    }.get(language)


@pytest.mark.parametrize("name", ["", " "])
def test_an_address_that_is_nobodys_is_greeted_without_a_name(name: str) -> None:
    said = cards.mail(DIGEST, name, "sv", CHAT)
    assert "\n\nHej!\n\n" in said.text
    assert "<p>Hej!</p>" in said.html


def test_hrs_own_words_are_not_greeted_for() -> None:
    said = cards.mail(OWN_WORDS, "Anna Åkesson", "sv", CHAT)
    assert said.text.count("Hej") == said.html.partition("</head>")[2].count("Hej") == 1


def test_who_answers_instead_is_told_in_the_file_where_hr_is_only_an_address() -> None:
    nobody = replace(HAND_OVER, cycle=replace(CYCLE, hr=()))
    assert "I chatten väljer du vem som ska svara." in cards.mail(HAND_OVER, "", "sv", CHAT).text
    said = cards.mail(nobody, "", "sv", CHAT).text
    assert "I chatten väljer du" not in said
    assert "Ändra i importfilen vem som svarar, och läs in den igen." in said


def test_the_chat_is_opened_from_text_and_html() -> None:
    mail = cards.mail(STALLED, "Anna Åkesson", "sv", CHAT)
    assert f"Svara i chatten: {CHAT}\n" in mail.text
    assert 'href="https://teams.microsoft.com/l/chat/0/0?users=28:abc&amp;x=1"' in mail.html
    assert "Hej Anna!" in mail.text
    assert "<b>Hör" not in cards.mail(SENT_BACK, "Anna", "sv", CHAT).html


def test_a_new_deadline_is_in_the_subject_and_for_the_calendar() -> None:
    letter = letter_of(MOVED, texts_in("sv"))
    assert letter.subject == "Kompetensförsörjning 2025: ny sista svarsdag, fredag 17 oktober"
    assert letter.title == "Ny sista svarsdag"
    assert "HR har ändrat sista svarsdag. Du har 2 yrkeskategorier kvar" in " ".join(letter.lead)
    mail = cards.mail(MOVED, "Anna", "sv", CHAT)
    assert texts_in("sv")("mail.calendar") in mail.text
