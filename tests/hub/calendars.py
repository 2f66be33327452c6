"""Reads a calendar from standard input with icalendar, checks what it understood, and writes it to standard output anew."""
import datetime
import sys
import zoneinfo

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not calendar.errors, calendar.errors
berlin = zoneinfo.ZoneInfo("Europe/Berlin")
for zone in calendar.walk("VTIMEZONE"):
    described = zone.to_tz()
    for day in range(730):
        wall = datetime.datetime(2026, 6, 1, 12) + datetime.timedelta(days=day)
        assert wall.replace(tzinfo=berlin).utcoffset() == wall.replace(tzinfo=described).utcoffset(), wall
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
        assert name in event, name
sys.stdout.buffer.write(calendar.to_ical())
