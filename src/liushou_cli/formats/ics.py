"""All-day events as an iCalendar file (RFC 5545), which telephones and desk calendars take in."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

_FOLD = 75  # octets a line, without its line break


class Entry(NamedTuple):
    """``key`` names the same thing for ever: an event taken in again replaces the one before."""

    key: str
    first: date
    last: date
    title: str
    note: str = ""


def write(name: str, entries: Iterable[Entry], stamp: date) -> str:
    """The calendar called *name*, made on *stamp*; lines end in CRLF and are folded at 75 octets."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//liushou//due//ZH", "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, stamp: date) -> list[str]:
    digest = hashlib.sha256(entry.key.encode()).hexdigest()[:24]
    note = [f"DESCRIPTION:{_text(entry.note)}"] if entry.note else []
    return [
        "BEGIN:VEVENT", f"UID:{digest}@liushou", f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}", f"DTEND;VALUE=DATE:{_after(entry.last):%Y%m%d}",
        f"SUMMARY:{_text(entry.title)}", *note, "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _text(value: str) -> str:
    """A TEXT value: what has a meaning of its own is escaped, a line break becomes \\n, control characters go."""
    plain = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = "\\n".join(plain.splitlines())
    return "".join(ch for ch in plain if ch >= " " and ch != "\x7f")


def _folded(line: str) -> Iterator[str]:
    """*line* in pieces of at most 75 octets, none cut within a character; all but the first begin with a space."""
    piece, size = "", 0
    for ch in line:
        octets = len(ch.encode())
        if size + octets > _FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + ch, size + octets
    yield piece
