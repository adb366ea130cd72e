import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from liushou_cli.errors import BadInput, DiskTrouble
from liushou_cli.store.text_file import digest
from liushou_cli.usecases.audit import audit
from liushou_cli.usecases.register import Leaving, Parcel, leaves, register

TODAY = date(2013, 12, 30)
LEAVING = Leaving("export roster", "留守儿童花名册", "csv", "initial", 2, ("姓名",), (), "镇中心校", "上报")


def enter(start: Path, leaving: Leaving = LEAVING, place: Path | None = None, today: date = TODAY) -> None:
    register(start, [Parcel(leaving, place, b"abc")], today, lambda: None)


def test_each_entry_is_lines_at_the_end_of_its_month(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIUSHOU_SEED", "1")
    start, month = example / "2012-2", example / "ledger" / "2013-12.yaml"
    enter(start, place=Path("/elsewhere/名单.csv"))
    before = "# 张敏看过\n" + month.read_text(encoding="utf-8")
    month.write_text(before, encoding="utf-8")
    enter(start, LEAVING._replace(ids=("4kx7qm",), children=1, by="周文"))
    enter(start, today=date(2014, 1, 5))
    assert month.read_text(encoding="utf-8").startswith(before)
    first, second, third = audit(start).entries
    assert first.model_dump(by_alias=True, exclude_defaults=True) | {"号": ""} == {
        "号": "", "日期": TODAY, "命令": "export roster", "名称": "留守儿童花名册", "班级": ("2012-2",),
        "形式": "csv", "字段": ("姓名",), "人数": 2, "隐名": "initial", "给谁": "镇中心校", "用途": "上报",
        "经手": "张敏", "去处": "名单.csv", "校验": hashlib.sha256(b"abc").hexdigest(),
    }  # fmt: skip
    assert (second.ids, second.by, second.place) == (("4kx7qm",), "周文", "标准输出")
    assert (third.on, sorted(one.name for one in month.parent.iterdir())) == (
        *(date(2014, 1, 5), ["2013-12.yaml", "2014-01.yaml"]),
    )


def test_a_school_of_many_teachers_does_not_guess_who_it_was(example: Path) -> None:
    enter(example)
    (one,) = audit(example).entries
    assert (one.by, len(one.classes)) == ("", 6)


def test_the_name_of_a_file_tells_no_childs(example: Path) -> None:
    enter(example / "2012-2", place=Path("付思琪的名单.csv"))
    from liushou_cli.store import index
    from liushou_cli.store.layout import locate

    names = [row.name for row in index.roster(locate(example / "2012-2").only_class).rows]
    enter(example / "2012-2", place=Path(f"{names[0]}的名单.csv"))
    assert audit(example).entries[-1].place == "某某的名单.csv"


@pytest.mark.parametrize(("place", "out"), [("2012-2/a.md", False), ("a.md", False), ("../a.md", True)])
def test_what_leaves(example: Path, place: str, out: bool) -> None:
    assert leaves(example / "2012-2", example / place) is out


def test_a_link_that_leads_outside_leaves(example: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    (example / "usb").symlink_to(tmp_path / "usb")
    assert leaves(example, example / "usb" / "a.md")


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="needs permissions that bind")
def test_where_nothing_can_be_entered_nothing_leaves(example: Path) -> None:
    example.chmod(0o500)
    try:
        with pytest.raises(DiskTrouble):
            enter(example)
    finally:
        example.chmod(0o700)


def test_an_entry_the_format_does_not_know_is_refused(example: Path) -> None:
    with pytest.raises(BadInput):
        enter(example, LEAVING._replace(command=""))
    assert not (example / "ledger").exists()


def test_who_got_a_file_is_found_by_what_is_in_it(example: Path, tmp_path: Path) -> None:
    enter(example, place=Path("名单.csv"))
    file = tmp_path / "改了名.csv"
    file.write_bytes(b"abc")
    assert [one.place for one in audit(example, file=file).verified] == ["名单.csv"]
    file.write_bytes(b"abd")
    assert audit(example, file=file).verified == ()
    assert audit(example, date(2013, 12, 31)).entries == ()
    assert digest(b"abc") != digest(b"abd")
