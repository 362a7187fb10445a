"""Who an account is, and where it is reached."""

from bot.bounded import Bounded
from bot.teams.arrivals import Account
from bot.teams.connector import Connector
from bot.turns import Turns
from kfmodel.repository.people import Person
from kfmodel.repository.reach import Reach

_MET_KEPT = 100_000


class Acquaintance:
    """By tenant and Entra object id of the checked activity, never by anything in the message."""

    def __init__(self, turns: Turns, connector: Connector, tenant_id: str) -> None:
        self._turns = turns
        self._connector = connector
        self._tenant_id = tenant_id
        # What the database knows already need not be written to it each turn.
        self._met: Bounded[str, Reach] = Bounded(_MET_KEPT)

    def is_of_us(self, account: Account) -> bool:
        """Whether the account is of the organisation that the bot serves."""
        return bool(account.entra_id) and account.tenant_id == self._tenant_id

    async def person(self, account: Account) -> Person | None:
        """The person in the cycle's roster; None for anyone else. One whose account is not known is
        matched by the roster of the channel itself. Raises NotDeliveredError if that is silent."""
        if not self.is_of_us(account):
            return None
        person = await self._turns.run(self._turns.person, account.entra_id)
        if person is None:
            person = await self._first_contact(account)
        if person is not None:
            await self._meet(person, account)
        return person

    def new_reach(self, account: Account) -> Reach | None:
        """Where the person is reached, unless that is stored already. Only in a personal chat: what
        the bot says of its own accord is for nobody else."""
        known = self._met.get(account.entra_id) == account.reach
        return account.reach if account.is_alone and not known else None

    def has_met(self, account: Account, reach: Reach) -> None:
        """The reach is stored from now on."""
        self._met[account.entra_id] = reach

    async def _first_contact(self, account: Account) -> Person | None:
        reach = account.reach
        member = await self._connector.member(
            reach.service_url, reach.conversation_id, reach.user_id
        )
        if member is None or member.entra_id.lower() != account.entra_id:
            return None
        addresses = (member.email, member.user_principal_name)
        return await self._turns.run(self._turns.bind, account.entra_id, addresses)

    async def _meet(self, person: Person, account: Account) -> None:
        if reach := self.new_reach(account):
            await self._turns.run(self._turns.remember, person.id, reach)
            self.has_met(account, reach)
