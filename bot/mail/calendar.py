"""The deadline as a calendar file, which every calendar reads."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress

from kfmodel.planning.message import CycleFacts

_MORNING_BEFORE = timedelta(hours=-15)
"""From midnight, when the day begins: nine in the morning of the day before."""


def deadline_calendar(cycle: CycleFacts, title: str, uid: str, now: datetime, url: str) -> bytes:
    """The whole last day, which leaves people free, with an alarm the morning before. The same
    `uid` again replaces the entry. `now` is in UTC. Source: RFC 5545, RFC 5546 on PUBLISH."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("last-modified", now)
    # Later replaces earlier, also where a moved deadline is published anew.
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("summary", title)
    event.add("dtstart", cycle.deadline_on)
    event.add("dtend", cycle.deadline_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("organizer", vCalAddress(f"mailto:{cycle.hr_email}"))
    event.add("description", url)
    event.add("url", url)
    event.add_component(_alarm(title))
    calendar = Calendar()
    calendar.add("prodid", "-//kf//kf//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _MORNING_BEFORE)
    return alarm
