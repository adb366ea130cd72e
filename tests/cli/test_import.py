"""Rosters imported as a teacher does it: what is asked, refused, written, and left alone."""

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liushou_cli.domain.id_numbers import check_character
from tests.cli.conftest import Play
from tests.helpers import office, sheets
from tests.helpers.run import Ran, Runner

HEAD = ["姓名", "性别", "出生日期", "父亲姓名", "父亲务工地点", "父亲电话", "监护人", "关系"]
MEI = ["孙小梅", "女", "2004-02-01", "孙海", "浙江省宁波市", "", "龚玉珍", "奶奶"]
LIN = ["林小满", "女", date(2004, 5, 20), "林强", "广东东莞", 13800000001, "林大爷", "祖父"]
YUE = ["岳小鹏", "男", "20040817", "岳山", "已故", "", "岳奶奶", "祖母"]


def _load(small: Path, rows: Sequence[Sequence[Any]], name: str = "花名册.xlsx") -> None:
    (small / name).write_bytes(sheets.xlsx(rows))


def _files(small: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in small.rglob("*.yaml")}


def _json(ran: Ran) -> Any:
    return json.loads(ran.out)


def test_a_roster_from_first_look_to_second_import(small: Path, play: Play) -> None:
    """Seen dry, refused without the month, written, imported again, and a newer one."""
    _load(small, [["石塘小学花名册"], HEAD, MEI, LIN, YUE, ["合计", 3]])
    _load(small, [[*HEAD, "家庭住址"], [*LIN[:4], "江苏苏州", *LIN[5:], "石塘村"]], "新.xlsx")
    play("import", small, """
        liushou import 花名册.xlsx --dry-run
        liushou import 花名册.xlsx --dry-run --since 2013-03
        liushou import 花名册.xlsx --since 2013-03
        liushou import 花名册.xlsx --since 2013-03 --yes
        liushou import 花名册.xlsx --since 2013-03 --yes
        liushou import 新.xlsx --yes
        liushou list --all
    """)  # fmt: skip


def test_every_bad_cell_at_once_and_nothing_written(small: Path, play: Play) -> None:
    rows: sheets.Rows = [
        ["身份证号", *HEAD, "是否留守儿童", "就读方式"],
        [360121201203071537, "林小满", "女", 2012.1, "林强", "", "1380000", "林大爷", "祖父母", 1, "是"],
        ["123", "岳小鹏", "1", "二〇〇四年八月", "岳山", "", "", "", "", "是", "走读"],
        ["", "", "男", "2004-08-17", "", "", "", "", "", "", ""],
        ["", "孙小梅", "女", "2004-02-01", "", "", "", "", "", "", ""],
        ["", "孙小梅", "女", "2004-02-01", "", "", "", "", "", "", ""],
    ]
    _load(small, rows)
    before = _files(small)
    play("import-bad", small, "liushou import 花名册.xlsx --yes")
    assert _files(small) == before


def test_a_refused_cell_is_one_problem_and_nothing_follows_from_it(small: Path, run: Runner) -> None:
    """A relation without which no caregiver can be, a birthday that tells twins apart, a month of leaving."""
    rows: sheets.Rows = [
        [*HEAD, "父亲外出时间"],
        [*LIN[:7], "祖父母", "2011-02"],
        ["孙小梅", "女", "2004年2月", "", "", "", "", "", ""],
        [*YUE[:4], "浙江省宁波市", *YUE[5:], "前年"],
    ]
    _load(small, rows)
    found = _json(run("import", "花名册.xlsx", "--dry-run", "--json", cwd=small))
    assert [(spot["cell"], spot["message"]) for spot in found["problems"]] == [
        ("H2", "林小满的照护人.关系：“祖父母”分不出是哪一位，写一位的称呼"),
        ("C3", "孙小梅的出生日期：“2004年2月”只有年月，缺日"),
        ("I4", "岳小鹏的父亲.行踪.自：“前年”看不出是哪天"),
    ]
    assert "孙小梅" not in found["absent"]


def test_what_differs_is_asked_about_before_it_is_replaced(small: Path, play: Play, run: Runner) -> None:
    run("set", "孙小梅", "现住址", "石塘村一组", cwd=small)
    _load(small, [["姓名", "性别", "出生日期", "家庭住址"], ["孙小梅", "女", "2004-02-01", "石塘村二组"]])
    play("import-differs", small, """
        liushou import 花名册.xlsx --yes
        liushou import 花名册.xlsx --yes --keep 现住址
        liushou import 花名册.xlsx --yes --overwrite 现住址
        cat children/1aaaaa.yaml
    """)  # fmt: skip


def test_a_likeness_is_a_question(small: Path, play: Play) -> None:
    head = ["姓名", "性别", "出生日期", "民族"]
    _load(
        small,
        [head, ["孙小海", "女", "2004-02-01", "汉"], ["阿依古丽.买买提", "女", "2003-11-21", "维吾尔族"]],
    )
    play("import-alike", small, """
        liushou import 花名册.xlsx --yes
        liushou import 花名册.xlsx --yes --same 2=新 --same 3=3ccccc --keep 出生日期
        liushou import 花名册.xlsx --yes --same 三=3ccccc
        liushou import 花名册.xlsx --yes --same 2=3ccccc --same 3=zzzzzz
        liushou import 花名册.xlsx --yes --same 2=3ccccc --same 3=3ccccc --keep 全部
    """)  # fmt: skip


def test_headings_are_shown_mapped_and_remembered(small: Path, play: Play) -> None:
    head = ["娃娃", "性别", "出身日期", "爱好", "民族", "家庭住址", "学籍号"]
    row = ["林小满", "女", "2004-05-20", "画画", "汉", "石塘村", "G360121200405200000"]
    _load(small, [head, row])
    play("import-map", small, """
        liushou import 花名册.xlsx --yes
        liushou import 花名册.xlsx --yes --map 娃娃=姓明
        liushou import 花名册.xlsx --yes --map 娃娃=姓名 --map 出身日期=出生日期 --map 爱好=不要
        cat mappings.yaml
        liushou import 花名册.xlsx --dry-run
        liushou check
    """)  # fmt: skip


def test_json(small: Path, run: Runner) -> None:
    _load(small, [["花名册"], [*HEAD, "爱好", "序号"], [*LIN, "画画", 1], [*MEI, "", 2]])
    ran = run("import", "花名册.xlsx", "--json", "--dry-run", "--since", "2013-03", cwd=small)
    found = _json(ran)
    assert (ran.code, found["header_row"], found["rows"], found["problems"]) == (0, 2, 2, [])
    assert (found["unmapped"], found["ignored"], found["mapping"]["父亲务工地点"]) == (
        ["爱好"],
        ["序号"],
        "父亲.行踪.地点",
    )
    assert (found["new"], found["unchanged"]) == ([{"row": 3, "name": "林小满"}], 1)
    bad = run("import", "花名册.xlsx", "--json", "--yes", cwd=small)
    assert (bad.code, [spot["cell"] for spot in _json(bad)["problems"]]) == (2, ["E3"])


def test_one_commit_without_a_name(example_repo: Path, run: Runner, environment: dict[str, str]) -> None:
    place = example_repo / "2012-2"
    _load(place, [["姓名", "性别", "出生日期"], ["林小满", "女", "2000-05-20"]])
    assert run("import", "花名册.xlsx", "--yes", cwd=place).code == 0
    command = ["git", "log", "-1", "--format=%s"]
    log = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=True).stdout.decode()
    assert log == "导入花名册：新建 1 份，修改 0 份\n"


@pytest.mark.parametrize(
    ("written", "goes_to"),
    [("八年级（2）班", "2012-2"), ("初二1班", "2012-1"), ("702", "2013-2"), ("2012-2", "2012-2")],
)
def test_a_school_sorts_rows_by_their_class(example: Path, run: Runner, written: str, goes_to: str) -> None:
    _load(example, [["姓名", "性别", "出生日期", "班级"], ["林小满", "女", "2000-05-20", written]])
    ran = run("import", "花名册.xlsx", "--yes", "--json", cwd=example)
    assert [Path(name).parts[0] for name in _json(ran)["files"]] == [goes_to]


def test_a_class_nobody_knows(example: Path, run: Runner) -> None:
    _load(example, [["姓名", "性别", "出生日期"], ["林小满", "女", "2000-05-20"]])
    ran = run("import", "花名册.xlsx", "--yes", cwd=example)
    assert (ran.code, "A2：不知道林小满是哪个班的：没有写班级" in ran.out) == (2, True)
    assert run("import", "花名册.xlsx", "--yes", "--class", "八年级二班", cwd=example).code == 0
    again = run("import", "花名册.xlsx", "--yes", "--class", "2012-1", cwd=example)
    assert (again.code, "林小满在 2012-2 班（编号 " in again.out) == (2, True)
    assert (
        "没有班级“九年级8班”"
        in run("import", "花名册.xlsx", "--yes", "--class", "九年级8班", cwd=example).err
    )


def test_a_child_who_left_does_not_come_back_by_a_roster(small: Path, run: Runner) -> None:
    run("leave", "孙小梅", "--on", "2013-10-18", "--reason", "转学", cwd=small)
    _load(small, [["姓名", "性别", "出生日期"], MEI[:3]])
    ran = run("import", "花名册.xlsx", "--yes", cwd=small)
    assert (ran.code, ran.out.splitlines()[0]) == (2, "A2：孙小梅已经离开这个班（编号 1aaaaa），名册里又有")


def test_a_birthday_half_told_is_decided_by_the_id_number(small: Path, run: Runner) -> None:
    body = "36012120041009152"
    number = body + check_character(body)
    _load(small, [["姓名", "性别", "出生日期", "身份证号"], ["林小满", "", 2004.1, f"'{number}"]])
    ran = run("import", "花名册.xlsx", "--yes", "--json", cwd=small)
    (file,) = _json(ran)["files"]
    text = (small / file).read_text(encoding="utf-8")
    assert f"性别: 女\n出生日期: 2004-10-09\n身份证号: {number}\n" in text
    assert [spot["message"] for spot in _json(ran)["notes"]][:2] == [
        "出生日期：日期按身份证号补全", "性别：表里没有，按身份证号是 女",
    ]  # fmt: skip


def test_members_of_the_register_become_whom_their_relation_says(small: Path, run: Runner) -> None:
    head = ["姓名", "性别", "出生日期", "是否留守儿童"]
    head += [f"成员{n}{part}" for n in (1, 2) for part in ("姓名", "关系", "联系电话", "是否监护人")]
    row = ["林小满", "女", 20040520, "双亲留守儿童", "林强", "父亲", "13800000001", "否"]
    row += ["林大爷", "祖父", "13800000002", "是"]
    _load(small, [head, row])
    (file,) = _json(run("import", "花名册.xlsx", "--yes", "--json", cwd=small))["files"]
    assert (small / file).read_text(encoding="utf-8").partition("在班:\n")[2] == (
        '- {自: 2013-09-01}\n父亲: {姓名: 林强, 电话: "13800000001"}\n照护人:\n'
        '- {姓名: 林大爷, 关系: 爷爷, 自: 2013-09-01, 电话: "13800000002"}\n学籍登记: 双亲留守\n'
    )


def test_2500_rows_within_seconds(small: Path, run: Runner) -> None:
    names = [f"林{a}{b}" for a in map(chr, range(0x4E00, 0x4E32)) for b in map(chr, range(0x5000, 0x5032))]
    rows = [[name, "女", "2004-05-20", "林强", "在家", "", "", ""] for name in names]
    _load(small, [HEAD, *rows])
    ran = run("import", "花名册.xlsx", "--dry-run", "--json", cwd=small)
    assert (ran.code, len(_json(ran)["new"])) == (0, 2500)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["没有.xlsx"], "读不了 没有.xlsx"),
        (["class.yaml"], "没有找到表头"),
        (["花名册.xlsx", "--sheet", "别的"], "没有叫“别的”的表"),
        (["花名册.xlsx", "--map", "甲"], "--map 写的是“甲”"),
        (["花名册.xlsx", "--since", "去年"], "--since："),
        (["花名册.xlsx", "--since", "2033-01"], "--since 写的 2033-01 还没有到"),
        ([], "缺"),
    ],
)
def test_wrong_usage_is_one_sentence(small: Path, run: Runner, args: list[str], says: str) -> None:
    _load(small, [HEAD, MEI])
    ran = run("import", *args, "--yes", cwd=small)
    assert ran.code in (2, 4)
    assert ran.err.splitlines()[-2 if "提示" in ran.err else -1].startswith(f"错误：{says}")


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.skipif(bool(office.missing("soffice")), reason=office.missing("soffice") or "有")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_older_and_open_workbooks(small: Path, run: Runner, kind: str, tmp_path: Path) -> None:
    content = sheets.xlsx([["花名册"], HEAD, LIN, YUE], ["A1:H1"])
    (small / f"花名册.{kind}").write_bytes(sheets.converted(content, kind, tmp_path))
    ran = run("import", f"花名册.{kind}", "--since", "2013-03", "--json", "--dry-run", cwd=small)
    assert (ran.code, [one["name"] for one in _json(ran)["new"]]) == (0, ["林小满", "岳小鹏"])


def test_a_column_is_named_by_its_letter_and_a_shared_label_by_its_title(small: Path, run: Runner) -> None:
    head = ["姓名", "性别", "出生日期", "联系电话", "", "家长电话", "家长电话"]
    row = ["林小满", "女", "2004-05-20", "13800000001", "石塘村", "13800000002", "13800000003"]
    _load(small, [head, row])
    said = ["--map", "联系电话=父亲.电话", "--map", "E列=现住址", "--map", "家长电话（G列）=照护人.电话"]
    ran = run("import", "花名册.xlsx", *said, "--map", "家长电话=母亲.电话", "--json", "--dry-run", cwd=small)
    assert _json(ran)["mapping"] == {
        "姓名": "姓名", "性别": "性别", "出生日期": "出生日期", "联系电话": "父亲.电话", "家长电话": "母亲.电话",
        "家长电话（G列）": "照护人.电话", "E列": "现住址",
    }  # fmt: skip
    wrong = run("import", "花名册.xlsx", "--map", "妈妈电话=母亲.电话", cwd=small)
    assert (wrong.code, wrong.err.splitlines()[0]) == (2, "错误：表里没有叫“妈妈电话”的表头")


def test_a_column_without_a_heading_is_not_lost_in_silence(small: Path, run: Runner) -> None:
    _load(small, [["姓名", "性别", "出生日期"], ["林小满", "女", "2004-05-20", "石塘村"]])
    ran = run("import", "花名册.xlsx", "--map", "D列=现住址", "--yes", cwd=small)
    assert (ran.code, (small / "mappings.yaml").exists()) == (
        0,
        False,
    )  # a letter means nothing in another file
    found = _json(run("import", "花名册.xlsx", "--json", "--dry-run", cwd=small))
    assert (found["unmapped"], found["unchanged"]) == (["D列"], 1)
