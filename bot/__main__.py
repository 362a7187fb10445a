"""The `kf` command line."""

import io
import sys

import typer

from bot.commands import (
    explaining,
    following,
    goals,
    packaging,
    quoting,
    reminding,
    returning,
    sending,
    serving,
    settling,
    steering,
    summaries,
    workbooks,
)
from bot.commands.console import errors
from bot.commands.swedish import Commands, mistake

app = Commands(
    name="kf",
    help="Kompetensförsörjning: dialogen i chatten, svaren i SQL, sammanställningen till HR.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo", help="En exempelomgång, boten och en chattsida på den här datorn.")(
    serving.demo
)
app.command("serve", help="Tjänsten, med inställningar ur miljön (KF_…).")(serving.serve)
app.command("template", help="Skriv en tom arbetsbok att fylla i, med anvisningar och exempel.")(
    workbooks.template
)
app.command("import", help="Granska hela arbetsboken och läs in den, allt eller inget.")(
    workbooks.import_cycle
)
app.command("next", help="Skriv nästa omgångs arbetsbok, förberedd ur en omgång.")(
    workbooks.next_cycle_draft
)
app.command("status", help="Vilka som har svarat, avdelning för avdelning.")(following.status)
app.command("compile", help="Sammanställ inlämnade svar till arbetsbok, JSON och rapport i Word.")(
    following.compile_cycle
)
app.command("explain", help="Svaren och regeln bakom en siffra, och siffran räknad på nytt.")(
    explaining.explain_figure
)
app.command("quotes", help="Citat till rapporten: vad som kan väljas, och vad som är valt.")(
    quoting.quotes
)
app.command("goals", help="Mål för nästa omgång: vad värdena ger; de fastställda kan sparas.")(
    goals.goals
)
app.command("settled", help="Vad som är fastställt och godkänt, nämnd för nämnd.")(settling.settled)
app.command(
    "settle",
    context_settings=settling.VALUES,
    help="Fastställ en yrkeskategori som sammanställd, eller med andra värden och ett skäl: "
    "--need-2y Mer --level-some=-10 --severity Allvarlig --reason TEXT.",
)(settling.settle)
app.command("approve", help="Godkänn en avdelnings eller nämnds sammanställning; svaren låses.")(
    settling.approve
)
app.command("withdraw", help="Ta tillbaka ett godkännande.")(settling.withdraw)
app.command("return", help="Skicka tillbaka en enhets svar, eller det en avdelning fastställt.")(
    returning.give_it_back
)
app.command("remind", help="Hela planen för utskick, eller skicka det som ska gå i dag.")(
    reminding.remind
)
app.command("sent", help="Skriv en arbetsbok med vad som har nått vem, och vad som är planerat.")(
    sending.sent
)
app.command("manifest", help="Appaketet för Teams.")(packaging.manifest)
app.add_typer(
    steering.cycle, name="cycle", help="En omgångs datum: öppna, förläng, pausa och stäng."
)
app.add_typer(serving.db, name="db", help="Databasens tabeller.")
app.add_typer(summaries.summary, name="summary", help="Sammanställningen till HR.")
app.add_typer(workbooks.answers, name="answers", help="Svar från papper eller möten.")


def main() -> None:
    """Run a command. What was typed wrong is one line, as every other error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows may not know − and →
            stream.reconfigure(errors="replace")
    try:
        code = app(prog_name="kf", standalone_mode=False)
    except typer.TyperException as error:
        # without a command the help has been printed already, and the message is empty
        if error.format_message():
            errors.print(f"{mistake(error)} (kf --help)")
        code = error.exit_code
    sys.exit(code)


if __name__ == "__main__":
    main()
