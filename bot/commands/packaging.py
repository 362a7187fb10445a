"""The app package that IT uploads to Teams."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import cannot_write, errors, fail, out, settings
from bot.settings import Settings
from bot.teams.package import NoPackageError, write_package


def manifest(
    file: Annotated[
        Path, typer.Option("--out", metavar="APP.zip", help="Filen att ladda upp i Teams")
    ],
) -> None:
    """Write the Teams app package."""
    chosen = settings()
    try:
        write_package(chosen, file)
    except NoPackageError as error:
        raise fail(str(error)) from error
    except OSError as error:
        raise cannot_write(file, error) from error
    if chosen.public_url == Settings.model_fields["public_url"].default:
        errors.print("KF_PUBLIC_URL är inte satt: länkar i chatten leder till den här datorn")
    out.print(f"Skrev {file}")
