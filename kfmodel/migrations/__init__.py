"""The database's schema, version by version. `upgrade` brings any database to the newest."""

from enum import Enum, auto
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from kfmodel.database import reading


class Schema(Enum):
    """How a database's schema stands to this program's."""

    EMPTY = auto()
    OLDER = auto()
    NEWEST = auto()
    UNKNOWN = auto()
    """Of a newer program."""


def upgrade(engine: Engine) -> None:
    """Run the migrations that the database lacks; harmless where it lacks none."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def schema_of(engine: Engine) -> Schema:
    """Which schema the database has."""
    scripts = ScriptDirectory.from_config(_config())
    with reading(engine) as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        return Schema.EMPTY
    if revision == scripts.get_current_head():
        return Schema.NEWEST
    known = {script.revision for script in scripts.walk_revisions()}
    return Schema.OLDER if revision in known else Schema.UNKNOWN


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config
