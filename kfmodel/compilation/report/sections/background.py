"""Bakgrund och syfte: why the report is written. What is the city's own, HR writes."""

from kfmodel.compilation.report.blocks import Block, Heading, Paragraph, ToFill
from kfmodel.compilation.report.report import Report
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    year, owner = report.year, report.owner.the_one
    return [
        Heading(heading("background"), 1),
        Paragraph(
            f"{year} års rapport och plan för kompetensförsörjning beskriver vilken kompetens som "
            f"finns i verksamheterna, vilken som behövs om två år ({year + 2}) och om fem år "
            f"({year + 5}), hur allvarliga skillnaderna är och vad som görs åt dem."
        ),
        Paragraph(
            "Varje nämnd tar vartannat år fram en rapport och en plan för sin "
            "kompetensförsörjning. Den består av gapanalyser, riskbedömningar, mål och "
            "aktiviteter. Planen ger riktning åt prioriteringar i till exempel budgetprocess, "
            "löneöversyn och utbildningssatsningar. Den är också underlag för dialog med bland "
            "andra Sveriges Kommuner och Regioner (SKR), Arbetsförmedlingen, lärosäten och "
            "regering."
        ),
        ToFill(
            "Stadens strategi för kompetensförsörjning, de handlingsvägar som är viktigast för "
            f"{owner}, och när {'nämnden' if report.of_division else owner} beslutade om den förra "
            "planen."
        ),
        ToFill(f"Vilka mål i budgeten som {owner}s kompetensförsörjning bidrar till."),
        Heading(heading("why_it_matters"), 2),
        Paragraph(
            "Att hitta rätt kompetens är en av välfärdens största utmaningar. Det räcker inte att "
            "rekrytera fler: minst lika viktigt är hur arbetet organiseras, hur arbetsmiljön är "
            "och hur medarbetarnas kompetens tas till vara och utvecklas."
        ),
        ToFill(
            f"Vad som är särskilt viktigt för {owner} just nu, till exempel ny lagstiftning, "
            "förändrade uppdrag, demografi och konkurrens om arbetskraft."
        ),
    ]
