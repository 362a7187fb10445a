"""Running the bot: the service, the demo, the database's schema."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import bring_up_to_date, database, out, settings, working
from bot.commands.swedish import Commands

DEMO_DATA = Path("var/demo")

db = Commands()


@db.command("upgrade", help="Gör databasens tabeller aktuella; ändrar inget där de är det.")
def upgrade_database() -> None:
    """Bring the database to the newest schema; harmless where it has it."""
    with working("Uppdaterar databasen"), database(any_schema=True) as engine:
        bring_up_to_date(engine)
    out.print("Databasen är uppdaterad")


def serve() -> None:
    """The service, with settings from the environment (KF_…)."""
    # the SDK takes longer to import than most commands to run
    from bot.commands.running import run_service  # noqa: PLC0415

    run_service(settings())


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port på 127.0.0.1")] = 3978,
    data: Annotated[Path, typer.Option(metavar="MAPP", help="Mapp för databasen")] = DEMO_DATA,
    browser: Annotated[bool, typer.Option(help="Öppna sidan i webbläsaren")] = True,
) -> None:
    """A fresh example cycle, the bot and a chat page on this machine."""
    from bot.commands.running import run_demo  # noqa: PLC0415  # as in serve

    run_demo(settings(), port, data, browser=browser)
