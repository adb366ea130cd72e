"""report --form and template check FILE: a form with marks that somebody else made."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.forms import docx, p, shown, table, xlsx
from tests.helpers.places import ROOT
from tests.helpers.run import Runner

FORMS = ROOT / "examples" / "表样" / "带标记"
WRONG = (("{{ 未达标名单 }}", "{{ 孩子.姓明 }}", "{{ 孩子.父亲.电划 }}"),)
EACH = (("{% for 班 in 各班 %}{{ 班.班级 }}", "{{ 班.留守儿童 }}{% endfor %}"),)
WITHHELD = "备注: 父亲的事\n不得透露:\n- {对谁: 同学, 内容: 父亲的事}\n"
CARD = docx(p("姓名{{ 孩子.姓名 }}，电话{{ 孩子.父亲.电话 }}，{{ 孩子.登记表.身体情况 }}"))


def test_from_the_first_fault_to_a_filled_form(small: Path, play: Play) -> None:
    (small / "表.docx").write_bytes(
        docx(
            p("{{ 学较 }}留守儿童{{ f.留守儿 }}名"),
            table(*WRONG),
        )
    )
    (small / "好.docx").write_bytes(docx(p("{{ 学校 }}留守儿童{{ f.留守儿童 }}名，占{{ f.留守占比 }}")))
    (small / "卡.docx").write_bytes(CARD)
    (small / "白.docx").write_bytes(docx(p("没有标记")))
    play(
        "marked",
        small,
        """
        liushou template check 表.docx
        liushou report --form 表.docx
        liushou template check 好.docx
        liushou report --form 好.docx
        liushou report --form 好.docx
        liushou report --form 好.docx --trace
        liushou report --form 卡.docx --trace
        liushou report --form 卡.docx --child 孙小梅
        liushou report --form 卡.docx --output 卡
        ls 卡
        -- 不合适的
        liushou report --form 白.docx
        liushou report --form 没有.docx
        liushou report --form 表.doc
        liushou report --form 表.docm
        liushou report --form 表.txt
        liushou report summary --form 好.docx
        liushou report card --form 好.docx
        liushou report --form 好.docx --format pdf
        liushou report --form 好.docx --child 孙小梅
        liushou report --form 好.docx --final
        liushou report --form 卡.docx --output 卡.docx
        liushou report --form 好.docx --mask full --trace
        liushou report --form 好.docx --output class.yaml
        liushou report --form 好.docx --output 好.docx
        """,
    )


def test_a_childs_own_form_is_not_masked_and_a_list_is(small: Path, run: Runner) -> None:
    (small / "卡.docx").write_bytes(docx(p("{{ 孩子.姓名 }}")))
    (small / "册.docx").write_bytes(
        docx(p("{% for 孩 in 孩子们 %}{{ 孩.姓名 }}{{ 孩.父亲.姓名 }}、{% endfor %}"))
    )

    def said(form: str, *more: str) -> list[str]:
        assert run("report", "--form", form, "--output", "出.docx", *more, cwd=small).code == 0
        return shown((small / "出.docx").read_bytes())

    assert said("卡.docx", "--child", "孙小梅") == ["孙小梅"]
    assert said("卡.docx", "--child", "孙小梅", "--mask", "initial") == ["孙某某"]
    assert said("册.docx") == ["孙某某孙某、孙某某孙某、阿某某买某某、"]
    assert said("册.docx", "--mask", "none") == ["孙小梅孙海、孙小松孙海、阿依古丽·买买提买买提、"]
    assert said("册.docx", "--mask", "full") == ["某同学某某、某同学某某、某同学某某、"]
    assert said("册.docx", "--mask", "none", "--child", "孙小松") == ["孙小松孙海、"]


def test_what_must_not_be_told_stays_inside(small: Path, run: Runner) -> None:
    file = small / "children" / "1aaaaa.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "备注: 父亲的事\n不得透露:\n- {对谁: 同学, 内容: 父亲的事}\n",
        encoding="utf-8",
    )
    (small / "卡.docx").write_bytes(docx(p("{{ 孩子.备注 }}，{{ 孩子.提醒 }}")))
    run(
        "report",
        "--form",
        "卡.docx",
        "--child",
        "孙小梅",
        "--mask",
        "initial",
        "--output",
        "出.docx",
        cwd=small,
    )
    assert shown((small / "出.docx").read_bytes()) == ["已隐去，本档案有不得透露的内容，外借前请看。"]


def test_a_school_fills_the_same_form(example: Path, run: Runner) -> None:
    (example / "表.docx").write_bytes(
        docx(
            p("{{ 我们 }}{{ f.留守儿童 }}"),
            table(*EACH),
        )
    )
    run("report", "--form", "表.docx", "--output", "出.docx", cwd=example)
    assert shown((example / "出.docx").read_bytes())[:3] == ["我校74", "九年级（1）班", "12"]


def test_nobody_to_fill_a_card_for(small: Path, run: Runner) -> None:
    shutil.rmtree(small / "children")
    (small / "children").mkdir()
    (small / "卡.docx").write_bytes(CARD)
    ran = run("report", "--form", "卡.docx", cwd=small)
    assert (ran.code, ran.err) == (2, "错误：没有留守儿童可填\n提示：用 --child 写明给谁填\n")


@pytest.mark.parametrize("form", sorted(FORMS.iterdir()), ids=lambda path: path.name)
def test_the_examples_are_without_fault_and_come_out_clean(
    form: Path, example: Path, tmp_path: Path, run: Runner
) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit 未安装")
    room = example / "2012-2"
    assert run("template", "check", str(form), cwd=room).both == "查了 1 份模板，没有发现问题。\n"
    place = tmp_path / f"出{form.suffix}"
    child = ["--child", "李小花"] if form.stem == "联系卡" else []
    assert run("report", "--form", str(form), "--output", str(place), *child, cwd=room).code == 0
    assert [str(error) for error in audit.OpenXmlValidator().validate(place).errors] == []
    with zipfile.ZipFile(place) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert "{{" not in text
    assert "{%" not in text


def test_the_same_records_give_the_same_bytes(example: Path, run: Runner) -> None:
    for form in sorted(FORMS.iterdir()):
        made = [example / f"{number}{form.suffix}" for number in (1, 2)]
        for place in made:
            run(
                "report",
                "--form",
                str(form),
                "--output",
                str(place),
                "--child",
                "李小花",
                cwd=example / "2012-2",
            )
        if made[0].exists():
            assert made[0].read_bytes() == made[1].read_bytes()


def test_check_as_json_names_the_place(small: Path, run: Runner) -> None:
    (small / "表.xlsx").write_bytes(xlsx({"B7": "{{ 学较 }}好"}))
    ran = run("template", "check", "表.xlsx", "--json", cwd=small)
    assert (ran.code, json.loads(ran.out)) == (
        1,
        {
            "problems": [
                {
                    "file": "表.xlsx",
                    "line": 0,
                    "check": "template",
                    "message": "没有“学较”这个名字",
                    "hint": "是不是：学校、学期；这里写的是：{{ 学较 }}好",
                    "place": "表!B7",
                }
            ]
        },
    )


def test_marks_are_looked_at_without_records(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "表.docx").write_bytes(docx(p("{{ 学较 }}"), p("｛｛ 学校 ｝｝")))
    ran = run("template", "check", "表.docx", cwd=tmp_path)
    assert (ran.code, ran.both) == (
        1,
        "表.docx：第 2 段：“｛｛”是全角的花括号\n  换成半角的 {{ }} 和 {% %}；这里写的是：｛｛ 学校 ｝｝\n"
        "没有对照档案里的名字，也没有试填：这里没有班级档案（class.yaml）\n",
    )


def test_a_hostile_form_ends_in_one_sentence(small: Path, run: Runner) -> None:
    (small / "坏.docx").write_bytes(
        docx(p("{% for 一 in [1,2,3,4,5,6,7,8,9] %}" * 9 + "长" * 50 + "{% endfor %}" * 9))
    )
    ran = run("report", "--form", "坏.docx", cwd=small)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：坏.docx：文稿超过 20 MiB")
