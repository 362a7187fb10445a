"""The field's words. Every heading anyone reads comes from here.

Source: the 2025 report of Malmö's arbetsmarknads- och socialnämnd where it prints the heading;
otherwise the project's own word for it.
"""

from dataclasses import dataclass

_ASN = "Rapport och plan för kompetensförsörjning (ASN) 2025, Malmö stad"
_OWN = "project"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing, one word: the name in code, Swedish, English, and where the word comes from."""

    name: str
    sv: str
    en: str
    source: str = _OWN


_LEVELS = {
    "some": ("viss", "some"),
    "good": ("god", "good"),
    "high": ("hög", "high"),
    "very_high": ("mycket hög", "very high"),
}
_WHEN = {"now": ("Nu", "Now"), "need_2y": ("2 år", "2 years"), "need_5y": ("5 år", "5 years")}
_HEADS = tuple(
    Term(f"{when}_{level}", f"{when_sv} {level_sv}", f"{when_en} {level_en}")
    for when, (when_sv, when_en) in _WHEN.items()
    for level, (level_sv, level_en) in _LEVELS.items()
)
"""Heads at each level, now and needed, as the answers' workbook names them."""

_TERMS = (
    Term("organisation", "Organisation", "Organisation"),
    Term("city", "Stad", "City"),
    Term("committee", "Nämnd", "Committee", _ASN),
    Term("division", "Avdelning", "Division", _ASN),
    Term("unit", "Enhet", "Unit", _ASN),
    Term("category", "Yrkeskategori", "Occupational category", _ASN),
    Term("headcount", "Totalt antal medarbetare", "Headcount", _ASN),
    Term("heads", "Medarbetare", "Employees"),
    Term("gap_2y", "Gap 2 år", "Gap 2 years", _ASN),
    Term("gap_5y", "Gap 5 år", "Gap 5 years", _ASN),
    Term("need_2y", "Uppskattat behov 2 år", "Assessed need 2 years", _ASN),
    Term("need_5y", "Uppskattat behov 5 år", "Assessed need 5 years", _ASN),
    Term("level_some", "Viss", "Some", _ASN),
    Term("level_good", "God", "Good", _ASN),
    Term("level_high", "Hög", "High", _ASN),
    Term("level_very_high", "Mycket hög", "Very high", _ASN),
    Term("turnover_2y", "Personalomsättning 2 år", "Turnover 2 years", _ASN),
    Term("retirements_2y", "Pensionsavgångar 2 år", "Retirements 2 years", _ASN),
    Term("recruitment_2y", "Totalt rekryteringsbehov", "Total recruitment need", _ASN),
    Term("severity", "Risk", "Risk", _ASN),
    Term("severity_operations", "Risk verksamhet", "Risk to operations"),
    Term("severity_work_environment", "Risk arbetsmiljö", "Risk to the work environment"),
    *_HEADS,
    Term("horizon", "År framåt", "Years ahead"),
    Term("increase", "Utökning", "Increase"),
    Term("increase_2y", "Utökning 2 år", "Increase 2 years"),
    Term("increase_5y", "Utökning 5 år", "Increase 5 years"),
    Term("to_some", "Till viss", "To some"),
    Term("to_good", "Till god", "To good"),
    Term("to_high", "Till hög", "To high"),
    Term("to_very_high", "Till mycket hög", "To very high"),
    Term("total", "Totalt", "Total"),
    Term("total_shown", "Totalt, visade rader", "Total of the rows shown"),
    Term("gap_kind", "Typ av gap", "Kind of gap"),
    Term("quantitative", "Kvantitativt", "Quantitative"),
    Term("specific", "Kompetensspecifikt", "Competence-specific"),
    Term("no_gap", "Inget gap", "No gap"),
    Term("not_applied", "ej tillämpat", "not applied"),
    Term("likelihood", "Sannolikhet", "Likelihood", _ASN),
    Term("change", "Förändring sedan förra omgången", "Change since the last cycle"),
    Term("measure", "Mått", "Measure"),
    Term("level", "Kompetensnivå", "Competence level", _ASN),
    Term("before_year", "Förra omgången, år", "Last cycle, year"),
    Term("before", "Förra omgången", "Last cycle"),
    Term("now", "Denna omgång", "This cycle"),
    Term("estimated_in", "Bedömt år", "Estimated in"),
    Term("headcount_then", "Antal medarbetare då", "Headcount then"),
    Term("gap_then", "Gap då", "Gap then"),
    Term("need_then", "Uppskattat behov då", "Assessed need then"),
    Term("expected_from", "Bedömt antal i år, från", "Estimated people this year, from"),
    Term("expected_to", "Bedömt antal i år, till", "Estimated people this year, to"),
    Term("headcount_change", "Fler eller färre än då", "More or fewer than then"),
    Term("against_estimate", "Utfall mot bedömningen", "Outcome against the estimate"),
    Term("units_answered", "Svarande enheter", "Units that answered"),
    Term("units_total", "Enheter totalt", "Units in total"),
    Term("heads_answered_pct", "Svarande medarbetare %", "Employees answered for, %"),
    Term("settled", "Förslag/fastställd", "Proposed/settled"),
    Term("serious_units", "Enheter med allvarlig risk", "Units with serious risk"),
    Term("assessed_2y_from", "Bedömt behov 2 år, från", "Assessed people 2 years, from"),
    Term("assessed_2y_to", "Bedömt behov 2 år, till", "Assessed people 2 years, to"),
    Term("assessed_5y_from", "Bedömt behov 5 år, från", "Assessed people 5 years, from"),
    Term("assessed_5y_to", "Bedömt behov 5 år, till", "Assessed people 5 years, to"),
    Term("question", "Fråga", "Question"),
    Term("answer", "Svar", "Answer"),
    Term("units", "Enheter", "Units"),
    Term("share_pct", "Andel", "Share"),
    Term("responsible", "Ansvarig", "Responsible"),
    Term("progress", "Läge", "Progress"),
    Term("changed_at", "Senast ändrad", "Last changed"),
    Term("submitted_at", "Inlämnat", "Submitted"),
    Term("late", "Efter sista svarsdag", "After the deadline"),
    Term("answered_as", "Besvarat av", "Answered by"),
    Term("headcount_actual", "Antal enligt chefen", "Headcount per the manager"),
    Term("specific_gap", "Kompetensspecifikt gap", "Competence-specific gap"),
    Term("drivers", "Påverkansfaktorer", "Drivers"),
    Term("comment", "Kommentar", "Comment"),
    Term("activities", "Aktiviteter", "Activities"),
    # goals and what came of them
    Term("to_year", "Till år", "By year"),
    Term("goal", "Mål", "Goal"),
    Term("outcome", "Utfall", "Outcome"),
    Term("percent", "Andel av målet", "Share of the goal"),
    Term("source", "Källa", "Source"),
    Term("year", "År", "Year"),
    Term("since", "Räknat från år", "Counted from year"),
    Term("left_out", "Ingår inte", "Left out"),
    # activities and funding
    Term("area", "Område", "Area", _ASN),
    Term("every_category", "Alla yrkeskategorier", "Every category"),
    Term("activity", "Aktivitet", "Activity", _ASN),
    Term("time_plan", "Tidsplan", "Time plan"),
    Term("challenge", "Strategisk utmaning", "Strategic challenge", _ASN),
    Term("anchoring", "Förankring i gapanalysen", "Tie to the gap analysis", _ASN),
    Term("activity_status", "Status", "Status"),
    Term("earlier_status", "Status förra omgången", "Status in the last cycle"),
    Term("period", "Period", "Period"),
    Term("funded_measure", "Insats", "Measure", _ASN),
    Term("purpose", "Mål och syfte", "Goal and purpose"),
    Term("asked", "Äskade medel", "Asked for"),
    Term("granted", "Beviljade medel", "Granted"),
    Term("granted_pct", "Andel beviljat", "Share granted"),
    Term("financing", "Finansiering", "Financing"),
    Term("deviations", "Avvikelser", "Deviations"),
    Term("requested_by", "Äskat av", "Asked for by"),
    Term("hr", "HR", "HR"),
    Term("check", "Kontroll", "Check"),
    Term("status", "Utfall", "Outcome"),
    Term("detail", "Förklaring", "Explanation"),
    Term("term", "Begrepp", "Term"),
    Term("meaning", "Betydelse", "Meaning"),
    # the compilation's tables and sheets
    Term("gap", "Gapanalys", "Gap analysis", _ASN),
    Term("recruitment", "Rekryteringsbehov", "Recruitment need", _ASN),
    Term("risk", "Risk", "Risk", _ASN),
    Term("spread", "Spridning", "Spread"),
    Term("answers", "Svar", "Answers"),
    Term("moves", "Kompetensförflyttning", "Moves between levels"),
    Term("changes", "Förändring", "Change"),
    Term("estimates", "Bedömning och utfall", "Estimate and outcome"),
    Term("follow_up", "Uppföljning", "Follow-up"),
    Term("funding", "Medel", "Funding", _ASN),
    Term("checks", "Kontroller", "Checks"),
    Term("about", "Om sammanställningen", "About the compilation"),
    Term("risk_matrix", "Riskmatris", "Risk matrix"),
    Term("charts", "Diagram", "Charts"),
    Term("gap_to_fill", "Gap att fylla", "Gap to fill"),
    Term("turnover", "Personalomsättning", "Turnover", _ASN),
    Term("retirements", "Pensionsavgångar", "Retirements", _ASN),
    # the headings of the report
    Term("contents", "Innehåll", "Contents", _ASN),
    Term("background", "Bakgrund och syfte", "Background and purpose", _ASN),
    Term("why_it_matters", "Varför är kompetensförsörjning viktigt?", "Why it matters", _ASN),
    Term("what_gap_analysis_is", "Vad är gapanalyser?", "What is gap analysis?", _ASN),
    Term("gap_analysis_work", "Arbetet med gapanalyser", "How the gap analyses were made", _ASN),
    Term("result", "Resultat och analys av nämndens kompetensutmaningar", "Results", _ASN),
    Term("result_of", "Resultat och analys:", "Results:"),
    Term("summary", "Sammanfattning av gapanalysen", "Summary of the gap analysis", _ASN),
    Term("gap_result", "Resultat av gapanalys", "Result of the gap analysis", _ASN),
    Term("risk_analysis", "Riskanalys", "Risk analysis", _ASN),
    Term("what_has_changed", "Vad har förändrats", "What has changed"),
    Term("analysis", "Analys av nämndens kompetensutmaningar", "Analysis", _ASN),
    Term("last_plan", "Återkoppling av förra planen", "Follow-up of the last plan", _ASN),
    Term("plan", "Plan för arbetet med kompetensförsörjning framåt", "The plan ahead", _ASN),
    Term("appendix", "Bilaga: underlag och kontroller", "Appendix: sources and checks"),
    Term("small_groups", "Grupper som inte redovisas", "Groups that are not shown"),
    Term("how_computed", "Så är siffrorna framtagna", "How the figures are computed"),
    Term("city_report", "Rapport för hela staden", "Report of the whole city"),
    # where a dialogue stands, and who answered it
    Term("not_started", "Ej påbörjad", "Not started"),
    Term("in_progress", "Påbörjad", "In progress"),
    Term("submitted", "Inlämnad", "Submitted"),
    Term("manager", "Ansvarig chef", "Responsible manager"),
    Term("vacancy", "Ersättare vid vakans", "Stand-in for a vacancy"),
    Term("entered_by_hr", "Inlagt av HR", "Entered by HR"),
    # a compiled value, and what the checks say
    Term("proposed", "Förslag", "Proposal"),
    Term("is_settled", "Fastställd", "Settled"),
    Term("fewer", "Färre än bedömt", "Fewer than estimated"),
    Term("as_estimated", "Som bedömt", "As estimated"),
    Term("more", "Fler än bedömt", "More than estimated"),
    Term("missing", "uppgift saknas", "no data"),
    # what goes out by itself
    Term("invitation", "Inbjudan", "Invitation"),
    Term("reminder", "Påminnelse", "Reminder"),
    Term("last_day", "Påminnelse på sista dagen", "Reminder on the last day"),
    Term("returned", "Besked om återlämnat svar", "Notice of a returned answer"),
    Term("overdue", "Påminnelse efter sista svarsdag", "Reminder after the deadline"),
    Term("escalation", "Besked till avdelningschef", "Notice to the division head"),
    Term("hand_over", "Fråga till HR om vem som svarar", "Question to HR about who answers"),
    Term("digest", "Veckobesked till HR", "Weekly digest to HR"),
    Term("summary", "Sammanställning till HR", "Summary to HR"),
    Term("planned", "Planerad", "Planned"),
    Term("sending", "Skickas", "Being sent"),
    Term("sent", "Skickad", "Sent"),
    Term("failed", "Gick inte fram", "Not delivered"),
    Term("expired", "För sent, skickades inte", "Too late, not sent"),
    Term("not_needed", "Behövdes inte", "Not needed"),
    Term("not_installed", "boten är inte installerad", "the bot is not installed"),
    Term("blocked", "boten är blockerad", "the bot is blocked"),
    Term("left", "kontot finns inte kvar", "the account is gone"),
    Term("no_address", "ingen giltig e-postadress", "no valid e-mail address"),
    Term("refused", "mottagaren tar inte emot", "the recipient refuses"),
    Term("too_large", "för stort", "too large"),
    Term("unreachable", "tjänsten svarar inte", "the service does not answer"),
    Term("not_configured", "kanalen är inte inställd", "the channel is not set up"),
    Term("ok", "OK", "OK"),
    Term("warning", "Varning", "Warning"),
    Term("error", "Fel", "Error"),
    Term("recruitment_identity", "Rekryteringsbehovet stämmer", "Recruitment need adds up"),
    Term("level_shares", "Nivåerna summerar till noll", "Levels sum to zero"),
    Term("staffing_and_projection", "Bemanning och framskrivning", "Staffing and projection"),
    Term("moves_identity", "Förflyttningar och utökning", "Moves and increase"),
    Term("totals", "Summor och delar", "Totals and parts"),
    Term("serious_without_activity", "Allvarlig risk utan aktivitet", "Serious risk, no activity"),
    Term("projection_missing", "Framskrivning som saknas", "Missing projection"),
    Term("units_counted_once", "Varje enhet räknas en gång", "Every unit counts once"),
    Term("missing_answers", "Svar som saknas", "Missing answers"),
    Term("contradictions", "Motsägelser i svaren", "Contradictions in answers"),
    Term("goals_followed_up", "Mål och utfall", "Goals and outcomes"),
    Term("activities_followed_up", "Förra planens aktiviteter", "The last plan's activities"),
    Term("funding_adds_up", "Medel", "Funding"),
    Term("headcount_deviations", "Antal som inte stämmer", "Headcounts reported as wrong"),
)

TERMS: dict[str, Term] = {term.name: term for term in _TERMS}


def heading(name: str, language: str = "sv") -> str:
    """The heading for a thing's name in code; KeyError for a thing without a word."""
    term = TERMS[name]
    return term.en if language == "en" else term.sv
