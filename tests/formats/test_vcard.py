import re

from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.formats.vcard import write


def test_a_card() -> None:
    assert write([("王桂兰", ("LXH奶奶", "LXJ奶奶"), "13800001235")]).decode() == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:王桂兰;;;;\r\nFN:王桂兰 LXH奶奶、LXJ奶奶\r\n"
        "TEL;TYPE=CELL:13800001235\r\nEND:VCARD\r\n"
    )


def test_a_landline() -> None:
    assert b"TEL;TYPE=VOICE:05646123456\r\n" in write([("周启明", (), "05646123456")])


def test_marks_of_the_format_are_escaped_and_no_line_is_smuggled_in() -> None:
    text = write([("王;桂,兰\\\nTEL:1", (), "13800001235")]).decode()
    assert "\r\nFN:王\\;桂\\,兰\\\\ TEL:1\r\n" in text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=9))
def test_no_line_is_longer_than_75_octets_and_unfolded_it_is_whole(relations: list[str]) -> None:
    raw = write([("王桂兰", relations, "13800001235")])
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = re.sub("\r\n ", "", raw.decode()).split("\r\n")
    assert [line.partition(":")[0] for line in lines] == [
        *("BEGIN", "VERSION", "N", "FN", "TEL;TYPE=CELL", "END", ""),
    ]


def test_no_cards_is_an_empty_file() -> None:
    assert write([]) == b""
