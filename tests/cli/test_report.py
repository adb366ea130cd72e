"""liushou report, as a command: where it goes, what it refuses. What it counts is in tests/usecases/test_report.py."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.places import SCHOOL
from tests.helpers.run import Runner
from tests.helpers.workbook import Workbook

# design.md §3; scripts rest on these names.
PROMISED = {
    *(
        "在籍学生",
        "留守儿童",
        "留守占比",
        "男",
        "女",
        "双亲留守",
        "单亲留守",
        "隔代照护",
        "寄宿",
        "建档",
        "普查人数",
    ),
    *("家访次数", "家访人次", "家访人数", "家访覆盖率", "通话次数", "通话人次", "通话覆盖率", "谈心次数"),
    *("活动次数", "活动人次", "结对人数", "未达标人数"),
}


def test_what_it_refuses(small: Path, play: Play) -> None:
    play(
        "report-refusals",
        small,
        """
        liushou report summry
        liushou report --format doc
        liushou report --format ""
        liushou report --term 秋天
        liushou report --term 2014-1
        liushou report --term 2012-1
        liushou report --as-of 某天
        liushou report --as-of 2013-08-31
        liushou report --as-of 2014-01-01
        liushou --today 2012-12-01 report
        liushou report --mask 半
        liushou report -o class.yaml
        liushou report -o children/4ddddd.YML
        liushou report -o .git/config
        liushou report -o ""
        liushou report -o children
        liushou report -o nowhere/a.md
        liushou report -o class.yaml/a.md
        ls .
        liushou report --list
        """,
    )


def test_a_definition_not_yet_in_force(small: Path, run: Runner) -> None:
    (small / "class.yaml").write_text(
        (small / "class.yaml").read_text(encoding="utf-8") + "口径: 国发2016-13\n", encoding="utf-8"
    )
    ran = run("report", cwd=small)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "错误：口径“国发2016-13”从 2016-02-04 起才有，不能用于 2013-12-30\n"
        "提示：在 class.yaml 或 school.yaml 里换一种口径\n",
    )


def test_each_format_goes_where_it_is_told(small: Path, run: Runner) -> None:
    shown = run("report", cwd=small)
    assert (shown.code, shown.err, shown.out.splitlines()[0]) == (
        0,
        "",
        "# 石塘小学四年级（1）班2013年秋季学期留守儿童帮扶工作总结",
    )
    assert run("report", "--output", "总结.md", cwd=small).err == "已写好：总结.md\n"
    assert (small / "总结.md").read_text(encoding="utf-8") == shown.out
    assert run("report", "-o", "-", cwd=small).out == shown.out
    html = run("report", "--format", "html", cwd=small).out
    assert html.startswith("<!DOCTYPE html>\n")
    assert html.endswith("</html>\n")
    assert run("report", "--format", "docx", "-o", "-", cwd=small).raw[:2] == b"PK"


def test_docx_takes_the_next_free_name(small: Path, run: Runner) -> None:
    name = "石塘小学四年级（1）班2013年秋季学期留守儿童帮扶总结"
    told = [run("report", "--format", "docx", cwd=small).both for _ in range(3)]
    assert told == [f"已写好：{name}.docx\n", f"已写好：{name}（2）.docx\n", f"已写好：{name}（3）.docx\n"]
    assert (small / f"{name}（3）.docx").read_bytes()[:2] == b"PK"
    assert stat.S_IMODE((small / f"{name}.docx").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("../../校", "....校"),
        ("/tmp/校", "tmp校"),
        ("C:\\校", "C校"),
        ("校" * 500, "校" * 66),
        (".", ""),
    ],
    ids=["up", "absolute", "drive", "long", "dot"],
)
def test_the_name_of_a_docx_never_leads_elsewhere(school: str, name: str, small: Path, run: Runner) -> None:
    file = small / "class.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("石塘小学\n", f'"{school}"\n', 1).replace("\\", "\\\\"),
        encoding="utf-8",
    )
    ran = run("report", "--format", "docx", cwd=small)
    made = next(small.glob("*.docx"))
    whole = f"{name.strip('.')}四年级（1）班2013年秋季学期留守儿童帮扶总结"
    assert (ran.code, made.stem) == (0, whole if len(school) < 100 else name)


def test_a_document_may_go_down_a_pipe(small: Path, run: Runner) -> None:
    ran = run("report", "-o", "/dev/null", cwd=small)
    assert (ran.code, Path("/dev/null").is_file()) == (0, False)


def test_names_are_hidden_as_asked(small: Path, run: Runner) -> None:
    shown = {
        mask: [
            line.split("|")[2].strip()
            for line in run("report", "--mask", mask, cwd=small).out.splitlines()
            if "（本学期0次）" in line
        ]
        for mask in ("full", "initial", "none")
    }
    assert shown == {
        "full": [],  # what is to be published lists nobody
        "initial": ["孙某某", "孙某某", "阿某某"],
        "none": ["孙小梅", "孙小松", "阿依古丽·买买提"],
    }


def test_what_has_no_value_is_traced_without_a_unit(run: Runner) -> None:
    lines = run("report", "--trace", cwd=SCHOOL / "2013-1").out.split("\n")
    assert [line for line in lines if "：—" in line] == ["上学期末留守儿童：—"]


def test_traces_name_file_line_and_day(small: Path, run: Runner) -> None:
    run("log-visit", "孙小梅", "孙小松", "--on", "2013-10-12", "--kind", "定期", "--note", "好", cwd=small)
    lines = run("report", "--trace", cwd=small).out.split("\n")
    start = lines.index("家访人次：2人次")
    assert lines[start + 1 : start + 3] == [
        "  children/1aaaaa.yaml:19 2013-10-12",
        "  children/2bbbbb.yaml:19 2013-10-12",
    ]
    assert lines[lines.index("在籍学生：30名") + 1] == "  class.yaml:7"
    traced = json.loads(run("report", "--format", "json", cwd=small).out)["figures"]
    assert traced["家访次数"] == {
        "value": 1,
        "unit": "次",
        "trace": [{"file": "children/1aaaaa.yaml", "line": 19, "date": "2013-10-12"}],
    }
    assert traced["留守占比"]["value"] == 0.1


def test_json_of_a_class(small: Path, run: Runner) -> None:
    told = json.loads(run("report", "--format", "json", cwd=small).out)
    figures = told.pop("figures")
    assert told == {
        "term": "2013-2",
        "term_name": "2013年秋季学期（2013—2014学年度第一学期）",
        "as_of": "2013-12-30",
        "definition": "学籍",
        "definition_wording": "父母一方或双方外出务工三个月以上、由其他亲属照护并留在户籍地就读的学生",
    }
    assert PROMISED - set(figures) == set()
    assert {name: figures[name]["value"] for name in ("在籍学生", "留守儿童", "男", "女", "家访覆盖率")} == {
        "在籍学生": 30,
        "留守儿童": 3,
        "男": 1,
        "女": 2,
        "家访覆盖率": 0.0,
    }


def test_a_workbook_takes_the_name_of_its_document(small: Path, run: Runner) -> None:
    name = "石塘小学四年级（1）班2013年秋季学期留守儿童帮扶总结.xlsx"
    assert run("report", "--format", "xlsx", cwd=small).both == f"已写好：{name}\n"
    assert "说明" in Workbook((small / name).read_bytes()).sheets


@pytest.mark.parametrize("by_option", [True, False], ids=["option", "environment"])
def test_fonts_for_a_pdf_that_are_not_there(by_option: bool, small: Path, run: Runner) -> None:
    pytest.importorskip("typst")
    told = ["--fonts", "字体"] if by_option else []
    run.environment["LIUSHOU_FONTS"] = "" if by_option else "字体"
    ran = run("report", "--format", "pdf", *told, cwd=small)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "错误：没有这个字体文件夹：字体\n提示：改 --fonts 或环境变量 LIUSHOU_FONTS\n",
    )
    assert list(small.glob("*.pdf")) == []


def test_all_or_some_children_but_not_both(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    assert run("report", "card", "--all", cwd=folder).out == run("report", "card", cwd=folder).out
    ran = run("report", "card", "--all", "--child", "李小花", cwd=folder)
    assert (ran.code, ran.err) == (
        2,
        "错误：--all 和 --child 只写一样\n提示：要全班的写 --all，要几个孩子的写 --child\n",
    )


@pytest.mark.parametrize("args", [("--trace",), ("--format", "json")])
def test_what_is_to_be_published_tells_no_sources(example: Path, run: Runner, args: tuple[str, ...]) -> None:
    ran = run("report", "--mask", "full", *args, cwd=example / "2012-2")
    assert (ran.code, ran.out) == (7, "")
    assert ran.err.splitlines()[0] == "错误：--mask full 是要公开的，不给逐条的出处和没有遮盖的数字"
