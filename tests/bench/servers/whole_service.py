"""The whole service on SQLite: token, person, dialogue, committed write, card.

`PORT METADATA_URL DATABASE UNITS`: the database is made anew with that many units.
"""

import sys
from datetime import UTC, datetime

import uvloop
from aiohttp import web

from bot.app import Parts, build
from bot.clock import Clock
from bot.senders import Outgoing
from bot.teams.authentication import ChannelTokens
from bot.teams.credentials import NoToken
from bot.teams.onedrive import OneDrive
from bot.teams.pace import NoPace
from bot.teams.sender import BotAccount
from bot.teams.signing_keys import SigningKeys
from kfmodel.database import connect, writing
from kfmodel.migrations import upgrade
from kfmodel.repository.cycle_import import store_cycle
from tests.bench.many_units import many_units
from tests.bench.presses import APP_ID, PRESS

NOW = datetime(2025, 9, 29, 8, 0, tzinfo=UTC)


def application(metadata_url: str, database: str, units: int) -> web.Application:
    engine = connect(f"sqlite:///{database}")
    upgrade(engine)
    with writing(engine) as connection:
        store_cycle(connection, many_units(units), NOW)
    tenant_id = PRESS["conversation"]["tenantId"]
    account = BotAccount(f"28:{APP_ID}", tenant_id)
    return build(
        Parts(
            engine,
            Clock(real=lambda: NOW),
            ChannelTokens(APP_ID, SigningKeys(metadata_url)),
            NoToken(),
            NoPace(),
            Outgoing(account, "http://127.0.0.1", None, ""),
            tenant_id,
            "http://127.0.0.1",
            "secret of the measurement",
            OneDrive(()),
        )
    )


if __name__ == "__main__":
    web.run_app(
        application(sys.argv[2], sys.argv[3], int(sys.argv[4])),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop=uvloop.new_event_loop(),
        access_log=None,
        print=None,
    )
