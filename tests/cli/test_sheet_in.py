"""Sheets for a round, as a teacher has them: out, filled, back, and what comes of mistakes."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Play
from tests.helpers import office, sheets
from tests.helpers.filled import Typed, shown, typed
from tests.helpers.run import Ran, Runner

VISIT = """\
家访:
- 号: k7m2qx
  日期: 2013-10-12
  性质: 定期
  家访人: [周文]
  情况: 奶奶身体尚可。  # 门口有狗
  跟进: [{事项: 配眼镜, 期限: 2013-11-01, 完成: 2013-10-28}]
"""
FIRST, EMPTY, OTHER = 4, 5, 6  # 孙小梅 with her visit, her empty row, 孙小松


@pytest.fixture
def visited(small: Path) -> Path:
    file = small / "children" / "1aaaaa.yaml"
    file.write_text(file.read_text(encoding="utf-8") + VISIT, encoding="utf-8")
    return small


def _out(place: Path, run: Runner, kind: str = "visits") -> bytes:
    done = run("--today", "2013-12-20", "export", "--sheet", kind, "-o", "表.xlsx", cwd=place)
    assert done.code == 0, done.err
    return (place / "表.xlsx").read_bytes()


def _back(place: Path, run: Runner, content: bytes, *more: str, name: str = "填好.xlsx") -> Ran:
    (place / name).write_bytes(content)
    return run("--today", "2013-12-20", "import", name, *more, cwd=place)


def _texts(place: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in (place / "children").iterdir()}


def test_a_round_of_surveys_goes_out_and_comes_back(small: Path, play: Play, run: Runner) -> None:
    out = _out(small, run, "survey")
    assert [row["姓名"] for row in shown(out)][:3] == ["孙小梅", "孙小松", "阿依古丽·买买提"]
    cells: Typed = {
        (4, "日期"): date(2013, 12, 18), (4, "学习评定"): "需关注",
        (4, "学习情况"): "数学弱", (4, "学习需求"): "辅导、陪伴",
        (5, "日期"): "2013年12月19日", (5, "登记人"): "李伟", (5, "心理评定"): "一般", (5, "说明"): "=1+1",
    }  # fmt: skip
    (small / "填好.xlsx").write_bytes(typed(out, cells))
    play("sheet-survey", small, """
        liushou import 填好.xlsx --dry-run
        liushou import 填好.xlsx
        liushou import 填好.xlsx --yes --json
        liushou import 填好.xlsx --yes
        cat children/1aaaaa.yaml
        cat children/2bbbbb.yaml
    """)  # fmt: skip


def test_a_new_visit_and_a_correction(visited: Path, run: Runner) -> None:
    before = _texts(visited)
    cells: Typed = {
        (FIRST, "情况"): "奶奶腿疼。", (FIRST, "期限"): date(2013, 11, 8),
        (OTHER, "日期"): date(2013, 12, 1), (OTHER, "对象"): "奶奶", (OTHER, "跟进事项"): "修灯",
    }  # fmt: skip
    content = typed(_out(visited, run), cells)
    assert _back(visited, run, content, "--yes").code == 0
    after = _texts(visited)
    assert after["1aaaaa"] == before["1aaaaa"].replace("奶奶身体尚可。", "奶奶腿疼。").replace(
        "2013-11-01", "2013-11-08"
    )
    assert after["2bbbbb"].startswith(before["2bbbbb"])
    added = after["2bbbbb"][len(before["2bbbbb"]) :].splitlines()
    assert [line.strip() for line in added if "号:" not in line] == [
        "家访:", "日期: 2013-12-01", "家访人: [周文]", "对象: [奶奶]", "跟进:", "- {事项: 修灯}",
    ]  # fmt: skip
    again = _back(visited, run, content, "--yes")
    assert (again.code, "添 0 条，改 0 条" in again.err, _texts(visited)) == (0, True, after)


def test_what_was_not_touched_never_overwrites_what_is_newer(visited: Path, run: Runner) -> None:
    out = _out(visited, run)
    file = visited / "children" / "1aaaaa.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("奶奶身体尚可。", "奶奶住院了。"), encoding="utf-8"
    )
    newer = _texts(visited)
    assert _back(visited, run, out, "--yes").code == 0
    assert _texts(visited) == newer
    assert _back(visited, run, typed(out, {(FIRST, "性质"): "不定期"}), "--yes").code == 0
    assert _texts(visited)["1aaaaa"] == newer["1aaaaa"].replace("性质: 定期", "性质: 不定期")


def test_both_changed_is_named_and_refused(visited: Path, play: Play, run: Runner) -> None:
    content = typed(_out(visited, run), {(FIRST, "情况"): "奶奶腿疼。", (FIRST, "家访人"): "周文、李伟"})
    (visited / "填好.xlsx").write_bytes(content)
    file = visited / "children" / "1aaaaa.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("奶奶身体尚可。", "奶奶住院了。"), encoding="utf-8"
    )
    before = _texts(visited)
    play("sheet-conflict", visited, "liushou import 填好.xlsx --yes")
    assert _texts(visited) == before


BAD: Typed = {
    (FIRST, "日期"): None,
    (FIRST, "性质"): "常去",
    (EMPTY, "日期"): date(2013, 12, 24),
    (OTHER, "情况"): "没有写日期",
    (OTHER, "期限"): "下周",
    (7, "姓名"): "孙小松",
    (7, "日期"): date(2012, 12, 1),
    (8, "姓名"): "张三",
    (8, "情况"): "不认识",
    (9, "姓名"): "孙小松",
    (9, "日期"): date(2013, 2, 1),
    (10, "情况"): "没有写孩子",
}


def test_every_bad_cell_at_once_and_they_come_back_marked(visited: Path, play: Play, run: Runner) -> None:
    (visited / "填好.xlsx").write_bytes(typed(_out(visited, run), BAD))
    before = _texts(visited)
    play("sheet-bad", visited, """
        liushou import 填好.xlsx --yes
        liushou import 填好.xlsx --yes --annotate 有误.xlsx
        liushou import 填好.xlsx --yes --annotate 填好.xlsx
        liushou import 有误.xlsx --yes --json
    """)  # fmt: skip
    assert _texts(visited) == before
    book = openpyxl.load_workbook(visited / "有误.xlsx")
    assert book.sheetnames == ["有误的地方", "填写", "_liushou"]
    marked = {
        cell.coordinate: cell.comment.text for row in book["填写"].iter_rows() for cell in row if cell.comment
    }
    assert set(marked) == {str(row[0].value) for row in book["有误的地方"].iter_rows(min_row=2)}
    assert marked["F4"] == "“常去”不认得，只能写：定期、不定期"
    assert book["填写"]["F4"].fill.fgColor.rgb == "FFFFC7CE"
    assert book["_liushou"].sheet_state == "veryHidden"


def test_the_marked_sheet_mended_is_imported(visited: Path, run: Runner) -> None:
    _back(
        visited, run, typed(_out(visited, run), {(FIRST, "性质"): "常去"}), "--yes", "--annotate", "有误.xlsx"
    )
    mended = typed((visited / "有误.xlsx").read_bytes(), {(FIRST, "性质"): "不定期"})
    done = _back(visited, run, mended, "--yes", "--json")
    assert (done.code, [one["cell"] for one in json.loads(done.out)["changed"][0]["changes"]]) == (0, ["F4"])


def test_a_roster_comes_back_marked_too(small: Path, run: Runner) -> None:
    rows: sheets.Rows = [
        ["姓名", "性别", "出生日期"],
        ["林小满", "女", 2012.1],
        ["岳小鹏", "雄", "2004-08-17"],
    ]
    done = _back(small, run, sheets.xlsx(rows), "--yes", "--annotate", "有误.xlsx", name="花名册.xlsx")
    assert done.code == 2
    page = openpyxl.load_workbook(small / "有误.xlsx")["花名册"]
    assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.comment] == ["C2", "B3"]
    assert page["C2"].value == 2012.1
    content = (small / "有误.xlsx").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["花名册"]["C2"], book["花名册"]["B3"] = "2004-02-02", "男"
    book.save(small / "改好.xlsx")
    again = run("--today", "2013-12-20", "import", "改好.xlsx", "--dry-run", "--json", cwd=small)
    assert (again.code, len(json.loads(again.out)["new"])) == (0, 2), again.out


def test_a_second_visit_of_one_day_is_asked_about(visited: Path, run: Runner) -> None:
    out = _out(visited, run)
    new = {(OTHER, "日期"): date(2013, 12, 1), (OTHER, "情况"): "灯坏了"}
    assert _back(visited, run, typed(out, new), "--yes").code == 0
    done = _back(visited, run, typed(out, {**new, (OTHER, "情况"): "灯修好了"}), "--yes")
    assert (done.code, "孙小松 2013-12-01 已经有一条家访，内容不同" in done.out) == (2, True)
    fresh = typed(
        _out(visited, run), {(EMPTY + 2, "日期"): date(2013, 12, 1), (EMPTY + 2, "情况"): "灯修好了"}
    )
    assert "添 1 条" in _back(visited, run, fresh, "--yes").err


def test_emptied_copied_and_foreign_rows(visited: Path, run: Runner) -> None:
    out = _out(visited, run)
    heads = [head for head in shown(out)[0] if head not in ("编号", "姓名", "号", "上次")]
    emptied = _back(visited, run, typed(out, {(FIRST, head): None for head in heads}), "--yes")
    assert (emptied.code, emptied.out.splitlines()[0]) == (2, "B4：整行清空了，记录不会因此删掉")
    copied = {(7, head): value for head, value in shown(out)[0].items() if head != "上次"}
    assert "和第 4 行是同一条记录" in _back(visited, run, typed(out, copied), "--yes").out
    strange = _back(visited, run, typed(out, {(FIRST, "号"): "zzzzzz"}), "--yes")
    assert "藏着的号不是这张表里的" in strange.out


def test_a_record_that_is_gone(visited: Path, run: Runner) -> None:
    content = typed(_out(visited, run), {(FIRST, "情况"): "奶奶腿疼。"})
    file = visited / "children" / "1aaaaa.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(VISIT, ""), encoding="utf-8")
    assert "I4：档案里已经没有这一条了" in _back(visited, run, content, "--yes").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--sheet", "talks"], "--sheet 写的是“talks”"),
        (["export", "--sheet", "visits", "--mask", "full"], "要填的表得写全名"),
        (["export", "roster", "--sheet", "visits"], "一次只出一样"),
        (["export", "--sheet", "visits", "--format", "csv"], "没有这种格式"),
        (["import", "表.xlsx", "--since", "2013-03"], "要记什么表里都有"),
        (["import", "表.csv"], "存成 csv 或复制到别的文件里就丢了"),
        (["import", "表.xlsx", "--annotate", "有误.csv"], "要写成一个 xlsx 文件"),
    ],
)
def test_what_does_not_go_together(visited: Path, run: Runner, arguments: list[str], said: str) -> None:
    rows: list[list[Any]] = [list(row.values()) for row in shown(_out(visited, run))]
    notice = openpyxl.load_workbook(visited / "表.xlsx")["填写"]["A2"].value
    (visited / "表.csv").write_bytes(sheets.text([[notice], ["编号", "姓名"], *rows]))
    done = run("--today", "2013-12-20", *arguments, cwd=visited)
    assert (done.code, said in done.err) == (2, True), done.err


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(bool(office.missing("soffice")), reason="没有 LibreOffice")
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_saved_by_another_program_it_comes_back_the_same(
    visited: Path, run: Runner, kind: str, tmp_path: Path
) -> None:
    cells: Typed = {
        (FIRST, "情况"): "第一行\n第二行",
        (OTHER, "日期"): date(2013, 12, 1),
        (OTHER, "性质"): "定期",
    }
    folder = tmp_path / "office"
    (folder / "out").mkdir(parents=True)
    saved = sheets.converted(typed(_out(visited, run), cells), kind, folder)
    done = _back(visited, run, saved, "--yes", "--json", name=f"填好.{kind}")
    told = json.loads(done.out)
    assert [one["record"]["日期"] for one in told["new"]] == ["2013-12-01"]
    assert [(one["cell"], one["after"]) for one in told["changed"][0]["changes"]] == [
        ("I4", "第一行\n第二行")
    ]
    assert told["untouched"] == 0
