"""Cards with everything that the product's cards use."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


def card(*body: Json, **more: Any) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), **more}


def heading(text: str) -> Json:
    return {"type": "TextBlock", "text": text, "style": "heading", "wrap": True}


def text(words: str, **more: Any) -> Json:
    return {"type": "TextBlock", "text": words, "wrap": True, **more}


def execute(title: str, verb: str, **more: Any) -> Json:
    data = {"dialogue": "d1", "step": "need", "revision": 3}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": verb,
        "data": data,
        "fallback": {"type": "Action.Submit", "title": title, "data": data | {"verb": verb}},
        **more,
    }


def actions(*wanted: Json) -> Json:
    return {"type": "ActionSet", "actions": list(wanted)}


def choices(*pairs: tuple[str, str]) -> list[Json]:
    return [{"value": value, "title": title} for value, title in pairs]


def choice_set(name: str, label: str, options: list[Json], **more: Any) -> Json:
    shown = {"type": "Input.ChoiceSet", "id": name, "label": label, "choices": options}
    return {"wrap": True} | shown | more


NEED = choices(
    ("MUCH_LESS", "Mycket mindre: högst 5 personer"),
    ("LESS", "Mindre: ungefär 6 personer"),
    ("SAME", "Samma: ungefär 7 personer"),
    ("MORE", "Mer: ungefär 8–9 personer; i dag 7, framskrivningen 7,1"),
    ("MUCH_MORE", "Mycket mer: minst 9 personer"),
)
LEVELS = ("Viss till God", "God till Hög", "Hög till Mycket hög")


def done(title: str) -> Json:
    return card(
        heading(title),
        text("Nästa fråga kommer här."),
        actions(execute("Tillbaka", "back"), execute("Nästa", "answer", style="positive")),
    )


def need(_user_id: str) -> Json:
    """The first step, with its required choice."""
    return card(
        text("Omgång 2025 · kategori 2 av 3 · steg 1 av 5", size="small", isSubtle=True),
        heading("Socialsekreterare – Enheten för mottagning"),
        {
            "type": "FactSet",
            "facts": [
                {"title": "Medarbetare i enheten", "value": "7"},
                {"title": "Medarbetare i nämnden", "value": "168"},
                {"title": "Framskrivet gap om 2 år", "value": "−3"},
                {"title": "Förra omgången (2023)", "value": "Mer"},
            ],
        },
        choice_set(
            "need_2y",
            "Behov om 2 år",
            NEED,
            style="expanded",
            isRequired=True,
            errorMessage="Välj hur behovet ser ut om två år.",
        ),
        {
            "type": "Input.Number",
            "id": "headcount_actual",
            "label": "Faktiskt antal, om det inte stämmer",
            "min": 0,
            "max": 999,
        },
        {
            "type": "Input.Text",
            "id": "comment",
            "label": "Kommentar",
            "isMultiline": True,
            "placeholder": "Om gruppen eller verksamheten, aldrig om en enskild person",
        },
        actions(
            execute("Nästa", "answer", style="positive"),
            execute("Fel", "fail"),
            execute("Säg", "say"),
            execute("Vänta", "wait"),
            execute("Ändra", "update"),
            execute("Ta bort", "remove"),
        ),
    )


def _level(name: str, position: int) -> Json:
    number = {"type": "Input.Number", "id": f"move_{position}", "label": f"Antal, {name}", "min": 0}
    words = text(f"**{name}**\n\nHur många av de 7 behöver ta steget?")
    return {
        "type": "ColumnSet",
        "columns": [
            {"type": "Column", "width": "stretch", "items": [words]},
            {"type": "Column", "width": "110px", "items": [number]},
        ],
    }


def everything(_user_id: str) -> Json:
    """Each element and input that the product's cards are made of."""
    return card(
        text("Omgång 2025 · kategori 2 av 3 · steg 3 av 5", size="small", isSubtle=True),
        heading("Risk, påverkansfaktorer och aktiviteter"),
        *(_level(name, position) for position, name in enumerate(LEVELS)),
        choice_set("likelihood", "Sannolikhet", choices(("LOW", "Låg: 0–33 %"), ("HIGH", "Hög"))),
        choice_set(
            "drivers",
            "Påverkansfaktorer",
            choices(("law", "Lagstiftning och politik"), ("tech", "Teknikutveckling och AI")),
            style="expanded",
            isMultiSelect=True,
        ),
        {"type": "Input.Toggle", "id": "headcount_ok", "title": "Antalet stämmer", "wrap": True},
        {"type": "Input.Text", "id": "specific_gap", "label": "Kompetensspecifikt gap"},
        actions(
            {
                "type": "Action.ToggleVisibility",
                "title": "Visa definitioner",
                "targetElements": ["defs"],
            }
        ),
        {
            "type": "Container",
            "id": "defs",
            "isVisible": False,
            "style": "emphasis",
            "items": [
                text("**Allvarlig:** påverkas påtagligt negativt.\n- sjukskrivningar\n- underskott")
            ],
        },
        *(
            {"type": "Container", "style": style, "items": [text(words, color=style)]}
            for style, words in (
                ("good", "Sparat 14.02."),
                ("warning", "Mindre behov men allvarlig risk: stämmer det?"),
                ("attention", "Låst sedan 30 september."),
                ("accent", "Lämnas in till HR."),
            )
        ),
        {
            "type": "Table",
            "firstRowAsHeaders": True,
            "columns": [{"width": 3}, {"width": 1}, {"width": 1}],
            "rows": [
                {
                    "type": "TableRow",
                    "cells": [{"type": "TableCell", "items": [text(cell)]} for cell in row],
                }
                for row in (
                    ("Nivå", "Antal", "Andel"),
                    ("Viss", "−1", "−14 %"),
                    ("Mycket hög", "+1", "+14 %"),
                )
            ],
        },
        {
            "type": "ColumnSet",
            "columns": [
                {"type": "Column", "width": 1, "items": [text(words, weight="bolder")]}
                for words in ("Verksamhet", "Arbetsmiljö", "Sannolikhet", "Bedömning")
            ],
        },
        actions(
            execute("Tillbaka", "back"),
            execute("Oförändrat", "answer"),
            execute("Nästa", "answer", style="positive"),
            {"type": "Action.Submit", "title": "Skicka", "data": {"verb": "submit"}},
            {"type": "Action.OpenUrl", "title": "Läs mer", "url": "https://example.org/"},
            {
                "type": "Action.ShowCard",
                "title": "Aktivitet",
                "card": card({"type": "Input.Text", "id": "activity_text", "label": "Aktivitet"}),
            },
        ),
    )


def refreshing(user_id: str) -> Json:
    refresh = {"action": execute("Uppdatera", "refresh"), "userIds": [user_id]}
    return card(heading("Äldre läge"), actions(execute("Nästa", "answer")), refresh=refresh)


def hostile(_user_id: str) -> Json:
    """What someone might type, in a card's text."""
    return card(heading("Kommentarer"), text(HOSTILE), actions(execute("Nästa", "silent")))


HOSTILE = (
    "<img src=x onerror=\"document.title='ägd'\"> [klicka](javascript:alert(1)) "
    "**<script>document.title='ägd'</script>** \\*inte kursivt\\* 😀"
)

BY_WORD: dict[str, Callable[[str], Json]] = {
    "börja": need,
    "allt": everything,
    "uppdatera": refreshing,
    "elakt": hostile,
}
