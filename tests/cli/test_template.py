"""liushou template and trust: a folder's own templates, from the first copy to the first wrong name."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.run import Runner

OWN = """\
---
名称: 班级小结
范围: 班级
---
# {{ 班级 }}小结

留守儿童{{ f.留守儿童 }}名。

::: 落款
{{ 落款单位 }}
{{ 落款日期 }}
:::
"""
WRONG = """\
---
名称：班级小结
范围: 班级、全县
需要: 总结、总节
作者: 周文
---
# {{ 班极 }}小结

留守儿童{{ f.留守儿 }}名，｛｛ 学校 ｝｝，{ 学校 }。
{% for 人 in 未达标 %}
{{ 人.性名 }}{{ 人.缺项 }}
{% endfor %}
{% set 合计 = n.家访次数 %}{% if 合计 %}{{ f["谈心次"] }}{% endif %}
{{ 要求.谈心 if 要求.谈心 is defined }}{{ 学校 | upper }}
"""


def put(folder: Path, text: str, kind: str = "note") -> Path:
    path = folder / "templates" / f"{kind}.md.j2"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_from_a_copy_to_a_document(small: Path, play: Play) -> None:
    play(
        "template",
        small,
        """
        liushou template copy summry
        liushou template copy
        liushou template swap
        liushou template copy calls
        liushou template copy calls
        liushou template check
        liushou trust
        liushou report calls --child 孙小梅
        -- 又送来一个模板
        """,
    )
    put(small, OWN)
    play(
        "template-own",
        small,
        """
        liushou report note
        liushou report --list
        liushou template list
        liushou template check note
        liushou trust
        liushou trust --yes
        liushou trust
        liushou template check note
        liushou report note
        """,
    )
    put(small, OWN.replace("名。", "名，占{{ f.留守占比 }}。"))
    play(
        "template-changed",
        small,
        """
        liushou report note
        liushou trust --yes
        liushou report note --output note.md
        cat note.md
        """,
    )


def test_everything_wrong_with_one(small: Path, play: Play) -> None:
    put(small, WRONG)
    put(small, OWN.replace("---\n", "", 1), "headless")
    put(small, OWN.replace("{{ 班级 }}", "{{ 班级 }"), "broken")
    play(
        "template-check",
        small,
        """
        liushou template check
        liushou template check templates/headless.md.j2
        liushou template check nowhere.md.j2
        liushou template check nothing
        liushou template check summary
        """,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. 一\n", "生成的文稿第 1 行：不支持的内容：编号列表（标题的编号自动生成）"),
        (":表: 没有表\n", "生成的文稿第 1 行：:表: 要紧跟在一张表的后面"),
        ("> 引用\n", "生成的文稿第 1 行：不支持的内容：引用（行首的 >）"),
        ("::: 落款\n甲\n:::\n", "生成的文稿第 1 行：::: 落款 要写两行：单位和日期"),
        ("{{ 1 / 0 }}\n", "模板 note 第 5 行：算不出来（ZeroDivisionError）"),
        ("{{ 要求 }}\n", "模板 note 第 5 行：列表不能直接印出来，用 {% for %} 或 join 一项一项取"),
        ("{{ 全校 }}\n", "模板 note 第 5 行：这里没有字可印（是、否，或者没有），用 {% if %} 来问"),
    ],
)
def test_what_only_a_trial_shows(text: str, said: str, small: Path, run: Runner) -> None:
    put(small, f"---\n名称: 小结\n范围: 班级\n---\n{text}")
    assert run("trust", "--yes", cwd=small).code == 0
    ran = run("template", "check", "note", "--json", cwd=small)
    assert (ran.code, [one["message"] for one in json.loads(ran.out)["problems"]]) == (1, [said])


def test_ours_are_without_fault(example: Path, run: Runner) -> None:
    kinds = [one["kind"] for one in json.loads(run("template", "list", "--json", cwd=example).out)]
    wrong = [run("template", "check", kind, cwd=example / "2012-2").both for kind in kinds]
    assert wrong == ["查了 1 份模板，没有发现问题。\n"] * len(kinds)


def test_the_class_comes_before_the_school_and_both_before_us(example: Path, run: Runner) -> None:
    room = example / "2012-2"
    put(example, OWN.replace("小结", "全校的", 1).replace("班级、", ""), "summary")
    run("trust", "--yes", cwd=room)
    assert run("report", cwd=room).out.splitlines()[2] == "留守儿童24名。"
    put(room, OWN.replace("留守儿童{{", "本班留守儿童{{"), "summary")
    assert run("report", cwd=room).code == 7
    run("trust", "--yes", cwd=room)
    assert run("report", cwd=room).out.splitlines()[2] == "本班留守儿童24名。"
    assert run("report", cwd=example / "2011-1").out.splitlines()[2].startswith("留守儿童")


def test_an_approval_is_for_one_text_under_one_name(small: Path, run: Runner) -> None:
    path = put(small, OWN)
    run("trust", "--yes", cwd=small)
    assert run("report", "note", cwd=small).code == 0
    put(small, OWN, "other")
    assert run("report", "other", cwd=small).code == 7
    path.write_text(OWN + " ", encoding="utf-8")
    assert run("report", "note", cwd=small).code == 7
    path.write_text(OWN, encoding="utf-8")
    assert run("report", "note", cwd=small).code == 0


def test_an_approval_that_lies_in_the_folder_counts_for_nothing(small: Path, run: Runner) -> None:
    put(small, OWN)
    run.environment["XDG_CONFIG_HOME"] = str(small)
    ran = run("trust", "--yes", cwd=small)
    assert (ran.code, run("report", "note", cwd=small).code) == (7, 7)


def test_links_and_giants_are_refused(small: Path, tmp_path: Path, run: Runner) -> None:
    (tmp_path / "away.md.j2").write_text(OWN, encoding="utf-8")
    put(small, OWN).unlink()
    (small / "templates" / "note.md.j2").symlink_to(tmp_path / "away.md.j2")
    put(small, OWN + "x" * 256 * 1024, "large")
    refused = [run("report", kind, cwd=small) for kind in ("note", "large")]
    assert [(ran.code, ran.err.splitlines()[0]) for ran in refused] == [
        (7, "错误：templates/note.md.j2 是符号链接，不用"),
        (7, "错误：templates/large.md.j2 超过 256 KiB，不用"),
    ]


def test_a_folder_that_is_a_link_is_refused(small: Path, tmp_path: Path, run: Runner) -> None:
    put(tmp_path, OWN)
    (small / "templates").symlink_to(tmp_path / "templates")
    ran = run("report", "note", cwd=small)
    assert (ran.code, ran.err.splitlines()[0]) == (7, "错误：templates 是符号链接，里面的模板不用")


@pytest.mark.parametrize("content", [OWN.encode("gb18030"), OWN.encode("utf-16")], ids=["gbk", "utf-16"])
def test_other_encodings_are_named(content: bytes, small: Path, run: Runner) -> None:
    put(small, OWN).write_bytes(content)
    ran = run("template", "check", "note", cwd=small)
    assert (ran.code, "用记事本打开，另存为，编码选 UTF-8" in ran.err) == (2, True)


def test_windows_line_ends_and_a_mark_at_the_start_are_fine(small: Path, run: Runner) -> None:
    put(small, "\ufeff" + OWN.replace("\n", "\r\n"))
    run("trust", "--yes", cwd=small)
    assert run("report", "note", cwd=small).out.splitlines()[2] == "留守儿童3名。"


def test_what_a_template_says_never_reaches_the_terminal_raw(small: Path, run: Runner) -> None:
    put(small, OWN + "\x1b]0;title\x07")
    assert "\x1b" not in run("trust", "--yes", cwd=small).both


def test_names_without_records(tmp_path: Path, run: Runner) -> None:
    ran = run("template", "vars", cwd=tmp_path)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：这里没有班级档案（class.yaml）")
    assert run("template", "list", cwd=tmp_path).code == 0
    assert run("template", "check", "summary", cwd=tmp_path).err == (
        "没有对照档案里的名字，也没有试排：这里没有班级档案（class.yaml）\n"
    )
