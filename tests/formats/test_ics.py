"""The calendar file, octet by octet (RFC 5545)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.formats.ics import Entry, write

DAY = date(2013, 12, 31)


def test_one_event() -> None:
    entry = Entry("4kx7qm|通话|2013-12-31", DAY, DAY, "李某某（4kx7qm）通话; a,b\\c", "一\n二\x07")
    assert write("留守儿童", [entry], date(2013, 12, 20)) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//liushou//due//ZH\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:留守儿童\r\nBEGIN:VEVENT\r\nUID:e8ffdd7be1b8bf41b73c765b@liushou\r\n"
        "DTSTAMP:20131220T000000Z\r\nDTSTART;VALUE=DATE:20131231\r\nDTEND;VALUE=DATE:20140101\r\n"
        "SUMMARY:李某某（4kx7qm）通话\\; a\\,b\\\\c\r\nDESCRIPTION:一\\n二\r\n"
        "CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))
def test_no_line_is_longer_than_75_octets_and_unfolded_it_is_whole(title: str) -> None:
    text = write("班", [Entry("k", DAY, DAY, title)], DAY)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    plain = text.replace("\r\n ", "")
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    said = "\\n".join(escaped.splitlines())
    assert f"SUMMARY:{said}\r\n" in plain
