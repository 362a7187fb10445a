"""Presses on what the bot sends of its own accord: remind me later, that is not me, and HR's word
on who answers instead."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine

import cards
from bot.clock import Clock
from bot.teams.arrivals import Pressed, whole
from cards import Card
from dialogs.inputs import Inputs
from dialogs.press import Verb
from kfmodel.database import writing
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.putting_off import Until, day_meant, next_message_on
from kfmodel.repository.answerers import Itself, answerers_in
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.hand_overs import (
    Request,
    ask_hr,
    asked_of_hr,
    places_of,
    request_with,
    settle,
)
from kfmodel.repository.people import Person
from kfmodel.repository.planned_cycles import planned_cycle
from kfmodel.repository.posts import hr_posts
from kfmodel.repository.snoozes import snooze

REPLY_VERBS = frozenset({Verb.SNOOZE, Verb.NOT_ME, Verb.HAND_OVER})


@dataclass(frozen=True, slots=True)
class Replies:
    """Works for `Turns.run`. Each gives the card that replaces the one that was pressed; None where
    the press has nothing to hold on to (any more), for the start card."""

    engine: Engine
    clock: Clock

    def card_for(self, person: Person, pressed: Pressed) -> Card | None:
        given = pressed.press.inputs
        if pressed.verb is Verb.HAND_OVER:
            return self._hand_over(person, given)
        cycle_id = whole(given.get("cycle"))
        if cycle_id is None:
            return None
        if pressed.verb is Verb.NOT_ME:
            return self._not_me(person, cycle_id, whole(given.get("organisation")))
        until = next((one for one in Until if one == given.get("until")), None)
        return self._put_off(person, cycle_id, until) if until else None

    def _put_off(self, person: Person, cycle_id: int, until: Until) -> Card | None:
        today = self.clock.today()
        with writing(self.engine) as connection:
            itself = Itself(person.id, "", "")
            who = next(iter(answerers_in(connection, cycle_id, today, itself)), None)
            if who is None or not who.left:
                return None
            cycle = cycle_with(connection, cycle_id)
            if cycle.closed_at is not None:
                return None
            until_on = day_meant(until, today)
            snooze(connection, cycle_id, person.id, until_on, self.clock.now())
        put_off = replace(who, snoozed_until=until_on)
        next_on = next_message_on(planned_cycle(cycle).dates, put_off, today)
        return cards.put_off_card(
            cycle.name,
            cycle.deadline_on,
            today,
            next_on,
            person.language,
            is_paused=cycle.paused_at is not None,
        )

    def _not_me(self, person: Person, cycle_id: int, place_id: int | None) -> Card | None:
        with writing(self.engine) as connection:
            places = places_of(connection, cycle_id, person.id)
            meant = [place for place in places if place.id == place_id] or list(places)
            if not meant:
                return None
            if len(meant) > 1:
                choices = [(place.id, place.name) for place in meant]
                return cards.which_place_card(cycle_id, choices, person.language)
            cycle = cycle_with(connection, cycle_id)
            if cycle.closed_at is not None:
                return None
            ask_hr(connection, cycle_id, meant[0].id, person.id, self.clock.now())
        return cards.hr_asked_card(cycle.name, meant[0].name, person.language)

    def _hand_over(self, person: Person, given: Inputs) -> Card | None:
        request_id, successor_id = whole(given.get("request")), whole(given.get("successor"))
        with writing(self.engine) as connection:
            request = _request_for(connection, request_id, person)
            if request is None:
                return None
            asked = asked_of_hr(connection, request)
            known = any(one.person_id == successor_id for one in asked.candidates)
            keep = given.get("keep") in (True, "true")
            if not (known or keep or request.is_settled):
                return cards.choose_someone_card(asked, person.language)
            chosen = None if keep else successor_id
            just_now = settle(connection, request, person.id, chosen, self.clock.now())
            settled = request_with(connection, request.id) or request
        return cards.handed_over_card(
            settled.organisation,
            settled.person,
            settled.successor,
            person.language,
            just_now=just_now,
        )


def _request_for(connection: Connection, request_id: int | None, person: Person) -> Request | None:
    """The request, if the person is HR of its committee in a cycle that is not closed."""
    request = request_with(connection, request_id) if request_id is not None else None
    posts = hr_posts(connection, person.id) if request else ()
    mine = {
        post.organisation_id
        for post in posts
        if post.organisation_kind is OrganisationKind.COMMITTEE
    }
    return request if request and request.committee_id in mine else None
