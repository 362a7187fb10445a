"""The `kf` command line."""

import typer

from bot.commands import following, serving, workbooks

app = typer.Typer(
    name="kf",
    help="Kompetensförsörjning: dialogues in chat, answers in SQL, summaries for HR.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo")(serving.demo)
app.command("serve")(serving.serve)
app.command("template")(workbooks.template)
app.command("import")(workbooks.import_cycle)
app.command("status")(following.status)
app.command("compile")(following.compile_cycle)
app.add_typer(serving.db, name="db")
app.add_typer(workbooks.answers, name="answers")


def main() -> None:
    app()


if __name__ == "__main__":
    main()
