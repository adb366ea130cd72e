"""liushou fill: somebody else's table, filled from the records, its layout kept."""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.helpers.blank_forms import boxes, document, lines, sheet, values
from tests.helpers.run import Ran, Runner

Rows = list[list[str | None]]
Give = Callable[..., tuple[Ran, bytes]]
AISHA, MEI, SONG = "阿依古丽·买买提", "孙小梅", "孙小松"


@pytest.fixture
def give(small: Path, run: Runner) -> Give:
    """``give(form bytes, name, *options)``: what the command said, and the bytes it wrote (b"" for none)."""

    def do(data: bytes, name: str, *options: str) -> tuple[Ran, bytes]:
        (small / name).write_bytes(data)
        ran = run("--today", "2013-12-30", "fill", name, "--yes", *options, cwd=small)
        written = [Path(line) for line in ran.out.splitlines()]
        return ran, (small / written[0]).read_bytes() if written and not ran.code else b""

    return do


ROSTER: list[list[Any]] = [
    ["石塘镇2013年农村留守儿童花名册"],
    ["填报单位（盖章）：                 填报日期：    年  月  日"],
    ["序号", "姓名", "性别", "出生日期\n（YYYYMMDD）", "父亲", "", "监护人", "是否留守儿童"],
    ["", "", "", "", "姓名", "务工地点", "", ""],
    [1],
    [2],
    ["合计", "=COUNTA(B5:B6)"],
    ["单位负责人：            填表人：            "],
]
MERGED = ["A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "A8:H8"]


def test_a_roster_with_a_heading_over_two_rows_gets_a_line_for_each_child(give: Give) -> None:
    ran, filled = give(
        sheet(ROSTER, MERGED, "A3:H6", {"H5:H6": '"0.非留守,1.单亲留守,2.双亲留守"'}), "花名册.xlsx"
    )
    assert values(filled) == [
        ["石塘镇2013年农村留守儿童花名册"],
        ["填报单位（盖章）：石塘小学  填报日期：2013年12月30日"],
        ["序号", "姓名", "性别", "出生日期\n（YYYYMMDD）", "父亲", None, "监护人", "是否留守儿童"],
        [None, None, None, None, "姓名", "务工地点"],
        [1, AISHA, "女", "20031120", "买买提", "浙江省宁波市", "热娜", "1.单亲留守"],
        [2, MEI, "女", "20040201", "孙海", "浙江省宁波市", "龚玉珍", "1.单亲留守"],
        [3, SONG, "男", "20040201", "孙海", "浙江省宁波市", "龚玉珍", "1.单亲留守"],
        ["合计", "=COUNTA(B5:B7)"],
        ["单位负责人：            填表人：周文"],
    ]
    assert ran.out == "花名册（已填）.xlsx\n"
    assert ran.err == "已填好 3 名孩子，1 个文件；加了 1 行，原来的空表没有动。\n"


def test_new_rows_look_like_the_first_and_everything_below_moves_along(give: Give) -> None:
    _, filled = give(sheet(ROSTER, MERGED, "A3:H6", {"H5:H6": '"单亲留守,双亲留守"'}), "花名册.xlsx")
    page = load_workbook(io.BytesIO(filled)).worksheets[0]
    assert page["C7"].border.left.style == "thin"
    assert "A9:H9" in {str(one) for one in page.merged_cells.ranges}
    assert str(page.data_validations.dataValidation[0].sqref) == "H5:H7"


def test_nothing_of_the_package_changes_but_the_sheet_and_the_looks(give: Give) -> None:
    blank = sheet([["姓名", "性别", "监护人电话", "备注"], *[[""]] * 5], (), "A1:D6")
    _, filled = give(blank, "表.xlsx")
    with (
        zipfile.ZipFile(io.BytesIO(blank)) as before,
        zipfile.ZipFile(io.BytesIO(filled)) as after,
    ):
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_values_are_text_where_a_sheet_would_spoil_them_and_where_they_look_like_formulas(
    give: Give,
    small: Path,
    run: Runner,
) -> None:
    file = small / "children" / "1aaaaa.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "身份证号: 99010120040201112X\n备注: =1+1\n", encoding="utf-8"
    )
    _, filled = give(
        sheet([["姓名", "身份证号", "备注", "年龄"], [""]], (), "A1:D2"), "表.xlsx", "--child", "1aaaaa"
    )
    row = load_workbook(io.BytesIO(filled)).worksheets[0][2]
    assert [(cell.value, cell.data_type) for cell in row] == [
        (MEI, "s"), ("99010120040201112X", "s"), ("=1+1", "s"), (9, "n"),
    ]  # fmt: skip
    assert row[1].number_format == "@"


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("出生日期", "2004-02-01"),
        ("出生日期(如20110101)", "20040201"),
        ("出生日期（格式：2011.1.1）", "2004.2.1"),
        ("出生日期（yyyy/mm/dd）", "2004/02/01"),
        ("出生年月", "2004年2月"),
        ("出生年月（如201101）", "200402"),
        ("出生日期（例：2011年01月01日）", "2004年02月01日"),
    ],
)
def test_a_day_is_written_as_the_heading_asks(heading: str, shown: str, give: Give) -> None:
    _, filled = give(sheet([["姓名", "性别", heading], [""]], (), "A1:C2"), "表.xlsx", "--child", MEI)
    assert values(filled)[1] == [MEI, "女", shown]


def test_a_box_that_shows_dates_gets_a_real_one(give: Give) -> None:
    form = sheet([["姓名", "性别", "出生日期"], [""]], (), "A1:C2", formats={"C2:C2": "yyyy-mm-dd"})
    _, filled = give(form, "表.xlsx", "--child", MEI)
    assert [str(value) for value in values(filled)[1]] == [MEI, "女", "2004-02-01 00:00:00"]


def test_a_sample_line_shows_how_and_is_left_alone(give: Give) -> None:
    rows = [["序号", "姓名", "性别", "出生日期"], ["例", "张三", "男", "2011/1/5"], [""], [""]]
    ran, filled = give(sheet(rows, (), "A1:D4"), "表.xlsx", "--child", MEI)
    assert values(filled) == [rows[0], rows[1], [1, MEI, "女", "2004/2/1"]]
    assert "表里原有的第 2 行没有动，像是样例，交之前看一看。" in ran.err


def test_codes_ticks_and_yes_or_no_are_written_as_the_sheet_says(give: Give) -> None:
    rows = [
        ["姓名", "性别（1男 2女）", "是否留守儿童", "留守类型", "", "父母双方同时外出", "是否孤儿"],
        ["", "", "", "双亲", "单亲", "", ""],
        [""],
    ]
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2"]
    _, filled = give(sheet(rows, merges, "A1:G3"), "表.xlsx", "--child", MEI)
    assert values(filled)[2] == [MEI, "2", "是", None, "√", "否", "否"]


def test_age_is_counted_to_the_day_the_form_states(give: Give) -> None:
    rows = [["姓名", "性别", "年龄（截至2013年1月31日）"], [""]]
    _, filled = give(sheet(rows, (), "A1:C2"), "表.xlsx", "--child", MEI)
    assert values(filled)[1] == [MEI, "女", 8]


def test_a_table_of_many_children_in_word(give: Give) -> None:
    rows: Rows = [
        ["序号", "姓名", "性别", None, "母亲", "备注"],
        ["^", "^", "男", "女", "^", "^"],
        ["", "", "", "", "", ""],
        ["合计", "", "", "", "", ""],
    ]
    _, filled = give(document(["留守儿童名册", "填报学校：               年   月   日"], rows), "名册.docx")
    assert lines(filled) == ["留守儿童名册", "填报学校：石塘小学  2013年12月30日"]
    assert boxes(filled)[2:] == [
        ["1", AISHA, "", "√", "帕提古丽", ""],
        ["2", MEI, "", "√", "何翠", ""],
        ["3", SONG, "√", "", "何翠", ""],
        ["合计", "", "", "", "", ""],
    ]


CARD: Rows = [
    ["个人情况", "姓名", "", "性别", "□男 □女"],
    ["^", "出生日期", "", "就学情况", "□小学 □初中 □辍学"],
    ["父亲", "姓名", "务工地点", "联系电话", "身份证号"],
    ["^", "", "", "", ""],
    ["监护情况", "父母双方同时外出", "是（  ）  否（  ）", "与被监护人关系", ""],
    ["学校意见", "", None, None, None],
]


def test_a_form_about_one_child_in_word(give: Give) -> None:
    ran, filled = give(document(["留守儿童登记表"], CARD), "登记表.docx", "--child", MEI)
    assert boxes(filled) == [
        ["个人情况", "姓名", MEI, "性别", "□男 ☑女"],
        ["个人情况", "出生日期", "2004-02-01", "就学情况", "☑小学 □初中 □辍学"],
        ["父亲", "姓名", "务工地点", "联系电话", "身份证号"],
        ["父亲", "孙海", "浙江省宁波市", "", ""],
        ["监护情况", "父母双方同时外出", "是（  ）  否（√）", "与被监护人关系", "奶奶"],
        ["学校意见", ""],
    ]
    assert ran.out == "登记表-1aaaaa.docx\n"
    assert ran.err.splitlines() == [
        "已填好 1 名孩子，1 个文件；原来的空表没有动。",
        "没填上：父亲/联系电话，1 名没有登记（孙小梅）",
        "没填上：父亲/身份证号，1 名没有登记（孙小梅）",
        "没填：学校意见，拿不准，也许是 学校，用 --map 学校意见=字段 指明",
    ]


def test_several_children_of_such_a_form_are_files_without_names_in_a_folder(give: Give, small: Path) -> None:
    ran, _ = give(document(["登记表"], CARD), "登记表.docx", "-o", "填好")
    assert sorted(file.name for file in (small / "填好").iterdir()) == [
        "登记表-1aaaaa.docx", "登记表-2bbbbb.docx", "登记表-3ccccc.docx",
    ]  # fmt: skip
    assert len(ran.out.splitlines()) == 3


def test_gaps_in_lines_of_text(give: Give) -> None:
    text = [
        "关爱卡",
        "姓  名：________  性别：□男 □女  出生年月：____年__月",
        "监护人：　　　　　　　　与学生关系：          ",
        "填表人：",
    ]
    _, filled = give(document(text), "卡.docx", "--child", SONG)
    assert lines(filled) == [
        "关爱卡",
        f"姓  名：{SONG}  性别：☑男 □女  出生年月：2004年2月",
        "监护人：龚玉珍　　与学生关系：奶奶",
        "填表人：周文",
    ]


def test_a_form_about_one_child_in_a_sheet_with_a_table_of_the_family(give: Give) -> None:
    rows = [
        ["留守儿童登记卡"],
        ["姓名", "", "性别", ""],
        ["班级", "", "班主任", ""],
        ["家庭成员", "称谓", "姓名", "务工地点"],
        ["", "父亲", "", ""],
        ["", "母亲", "", ""],
    ]
    _, filled = give(sheet(rows, ["A1:D1", "A4:A6"], "A2:D6"), "卡.xlsx", "--child", MEI)
    assert values(filled)[1:] == [
        ["姓名", MEI, "性别", "女"],
        ["班级", "四年级（1）班", "班主任", "周文"],
        ["家庭成员", "称谓", "姓名", "务工地点"],
        [None, "父亲", "孙海", "浙江省宁波市"],
        [None, "母亲", "何翠"],
    ]


ODD = [["姓名", "性别", "家长名字", "爱好", "籍贯"], [""], [""], [""]]


def test_what_is_not_known_is_said_and_what_is_said_is_remembered(give: Give, small: Path) -> None:
    form = sheet(ODD, (), "A1:E4")
    ran, filled = give(form, "表.xlsx")
    assert values(filled)[1] == [AISHA, "女"]
    assert ran.err.splitlines()[1:] == [
        "没填：家长名字，拿不准，也许是 姓名、父亲.姓名，用 --map 家长名字=字段 指明",
        "没填：爱好，认不出，用 --map 爱好=字段 指明，不填写 =-",
        "没填：籍贯，档案里没有这一项，手填",
    ]
    ran, filled = give(form, "表.xlsx", "--force", "--map", "家长名字=父亲.姓名", "--map", "爱好=-")
    assert values(filled)[1] == [AISHA, "女", "买买提"]
    assert ran.err.splitlines()[0] == "记住了 2 处填什么，下次不用再说（mappings.yaml）。"
    ran, filled = give(form, "表.xlsx", "--force")
    assert values(filled)[1] == [AISHA, "女", "买买提"]
    assert ran.err.splitlines()[1:] == ["没填：籍贯，档案里没有这一项，手填"]


def test_the_mapping_is_shown_before_anything_is_written(small: Path, run: Runner) -> None:
    (small / "表.xlsx").write_bytes(sheet([["姓名", "父亲电话", "爱好"], *[[""]] * 2], (), "A1:C3"))
    ran = run("--today", "2013-12-30", "fill", "表.xlsx", "--dry-run", cwd=small)
    assert [" ".join(line.split()) for line in ran.out.splitlines()] == [
        "《表》是一行一个孩子的表，空行 2 行，要填 3 名，要加 1 行：",
        "标签 位置 填什么 写法 样子（隐去）",
        "1 姓名 A2 姓名 阿某某",
        "2 父亲电话 B2 父亲.电话 文本",
        "3 爱好 C2 （认不出）",
    ]
    assert [file.name for file in small.iterdir() if file.suffix == ".xlsx"] == ["表.xlsx"]


def test_the_mapping_as_json(small: Path, run: Runner) -> None:
    (small / "表.xlsx").write_bytes(sheet([["姓名", "性别", "爱好"], *[[""]] * 2], (), "A1:C3"))
    ran = run("--today", "2013-12-30", "fill", "表.xlsx", "--dry-run", "--json", cwd=small)
    said = json.loads(ran.out)
    assert (said["mapping"], said["unmapped"], said["children"], said["free_rows"]) == (
        {"姓名": "姓名", "性别": "性别"}, ["爱好"], 3, 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--map", "不存在=姓名"), "错误：表里没有标签“不存在”"),
        (("--map", "性别=星座"), "错误：没有“星座”这一项"),
        (("--map", "性别"), "错误：--map 写的是“性别”"),
        (("--sheet", "附件"), "错误：表.xlsx 里没有工作表“附件”"),
        (("--child", "孙小梅", "--all"), "错误：--all 和 --child 只写一样"),
        (("--as-of", "2014-03-01"), "错误：截止日期 2014-03-01 还没有到（今天是 2013-12-30）"),
        (("-o", "表.xlsx"), "错误：不写在原来的空表上"),
        (("-o", "表.docx"), "错误：这张表是 xlsx，不能写成 表.docx"),
    ],
)
def test_what_does_not_fit_is_one_sentence(options: tuple[str, ...], sentence: str, give: Give) -> None:
    ran, _ = give(sheet([["姓名", "性别", "民族"], [""]], (), "A1:C2"), "表.xlsx", *options)
    assert (ran.code != 0, ran.err.splitlines()[0], ran.out) == (True, sentence, "")


def test_without_a_terminal_it_wants_to_be_agreed_to(small: Path, run: Runner) -> None:
    (small / "表.xlsx").write_bytes(sheet([["姓名", "性别", "民族"], [""]], (), "A1:C2"))
    ran = run("--today", "2013-12-30", "fill", "表.xlsx", cwd=small)
    assert (ran.code, ran.err.splitlines()[1]) == (2, "提示：先加 --dry-run 看一遍，对了再加 --yes")


def test_what_stands_there_is_not_written_over(give: Give) -> None:
    form = sheet([["姓名", "性别", "民族"], [""]], (), "A1:C2")
    assert give(form, "表.xlsx")[0].code == 0
    ran, _ = give(form, "表.xlsx")
    assert (ran.code, ran.err.splitlines()[0]) == (7, "错误：已经有 表（已填）.xlsx")
    assert give(form, "表.xlsx", "--force")[0].code == 0


def test_a_child_with_something_to_be_kept_from_somebody_is_named(give: Give, small: Path) -> None:
    file = small / "children" / "1aaaaa.yaml"
    kept = "现住址: 石塘村\n不得透露:\n- {内容: 现在的住址, 对谁: 父亲}\n"
    file.write_text(file.read_text(encoding="utf-8") + kept, encoding="utf-8")
    told = give(sheet([["姓名", "性别", "家庭住址"], [""]], (), "A1:C2"), "甲.xlsx", "--child", MEI)[0].err
    assert told.splitlines()[1:] == [
        "没填上：家庭住址，1 名不得透露（孙小梅）",
        "注意：孙小梅的档案有不得透露：现在的住址（对父亲）",
    ]
    assert (
        "不得透露"
        not in give(sheet([["姓名", "性别", "民族"], [""]], (), "A1:C2"), "乙.xlsx", "--child", MEI)[0].err
    )


def test_names_and_numbers_can_be_masked(give: Give) -> None:
    _, filled = give(
        sheet([["姓名", "出生日期", "父亲"], [""]], (), "A1:C2"),
        "表.xlsx",
        "--child",
        MEI,
        "--mask",
        "initial",
    )
    assert values(filled)[1] == ["孙某某", "2004-02", "孙某"]


def test_at_a_terminal_lines_are_corrected_by_their_number(small: Path, run: Runner) -> None:
    pexpect = pytest.importorskip("pexpect", reason="needs a Unix terminal")
    (small / "表.xlsx").write_bytes(sheet([["姓名", "性别", "娃的爹"], [""]], (), "A1:C2"))
    child = pexpect.spawn(
        sys.executable,
        ["-m", "liushou_cli", "fill", "表.xlsx", "--child", MEI],
        cwd=str(small),
        env=run.environment,
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 200),
    )
    for typed in ("9=父亲.姓名", "3=星座", "3=父亲", ""):
        child.expect_exact("不填的写 行号=-（可不填）：")
        child.sendline(typed)
    child.expect(pexpect.EOF)
    assert child.wait() == 0
    assert values((small / "表（已填）.xlsx").read_bytes())[1] == [MEI, "女", "孙海"]
    assert "{表头: 娃的爹, 字段: 父亲.姓名, 表: 表}" in (small / "mappings.yaml").read_text(encoding="utf-8")
