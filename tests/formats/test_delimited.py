import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.formats.delimited import write


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A1"])
def test_what_a_spreadsheet_would_run_is_text(evil: str) -> None:
    assert next(csv.reader(io.StringIO(write([[evil]], bom=False), newline=""))) == [f"'{evil}"]


@pytest.mark.parametrize("number", ["340121200105120028", "34012120010512002X", "007", "05646123456"])
def test_what_a_spreadsheet_would_spoil_is_text(number: str) -> None:
    assert write([[number]], bom=False) == f"'{number}\r\n"


def test_numbers_telephones_days_and_names_stay_as_they_are() -> None:
    row = [24, -3, None, "0", "13800001234", "2001-05", "阿依古丽·买买提", "138****1234"]
    assert write([row], bom=False) == "24,-3,,0,13800001234,2001-05,阿依古丽·买买提,138****1234\r\n"


def test_excel_is_told_the_encoding_and_rare_characters_are_kept() -> None:
    assert write([["𬭎,䶮"], ['说"好"\n']]).encode() == '\ufeff"𬭎,䶮"\r\n"说""好""\n"\r\n'.encode()


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=4), min_size=1
    )
)
def test_no_cell_is_live(rows: list[list[str]]) -> None:
    for row in csv.reader(io.StringIO(write(rows, bom=False), newline="")):
        assert [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
