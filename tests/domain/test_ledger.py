import pytest
from pydantic import ValidationError

from liushou_cli.domain.ledger import Ledger, without_names

ENTRY = {"号": "8m3kqa", "日期": "2013-12-30", "命令": "export roster", "字段": ["姓名"], "人数": "12"}


def test_an_entry() -> None:
    (one,) = Ledger.model_validate({"格式": "1", "外出": ENTRY}).entries
    assert (str(one.on), one.command, one.fields, one.children, one.to) == (
        *("2013-12-30", "export roster", ("姓名",), 12, ""),
    )


@pytest.mark.parametrize("lacking", ["号", "日期", "命令"])
def test_what_must_stand_there(lacking: str) -> None:
    with pytest.raises(ValidationError):
        Ledger.model_validate({"格式": "1", "外出": {key: ENTRY[key] for key in ENTRY if key != lacking}})


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("名单.xlsx", "名单.xlsx"),
        ("李小花的卡.docx", "某某的卡.docx"),
        ("李小花、李小.docx", "某某、某某.docx"),
        ("花.xlsx", "花.xlsx"),
        ("甲\x1b[1m\n.csv", "甲?[1m?.csv"),
    ],
)
def test_a_files_name_does_not_tell_a_childs(file: str, told: str) -> None:
    assert without_names(file, ["李小", "李小花", "花"]) == told
