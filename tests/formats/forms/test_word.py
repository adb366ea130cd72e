"""A Word form: its marks as Jinja reads them, and what it says when it is filled."""

from typing import Any

import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats.forms import word
from liushou_cli.formats.forms.faults import faults
from liushou_cli.formats.forms.fill import fill
from tests.helpers.forms import docx, p, shown, table

VIEW: dict[str, Any] = {
    "f": {"家访次数": "35", "留守占比": "52.2%"},
    "n": {"家访次数": 35, "留守占比": 0.522},
    "学校": "新溪中学",
    "备注": "",
    "人们": [{"姓名": "李小花", "电话": "13800001234"}, {"姓名": "<陈&涵>{{ 学校 }}", "电话": "=1+1"}],
    "没有人": [],
}


def filled(*body: str, **more: str) -> list[str]:
    form, wrong = word.read("表.docx", docx(*body, **more))
    assert wrong == []
    return shown(fill(form, VIEW, [{}]).files[0])


def wrong(*body: str, **more: str) -> list[tuple[str, str]]:
    form, found = word.read("表.docx", docx(*body, **more))
    return [(one.place, one.message) for one in faults(form, found, VIEW)]


@pytest.mark.parametrize(
    "runs",
    [
        ("{{ 学校 }}好",),
        ("{", "{ 学", "校 }", "}好"),
        ("{{", " ", "学校", " ", "}}", "好"),
        ("{{ 学校", " }}好"),
        ("{{", "\n学校 }}好"),
    ],
)
def test_a_mark_cut_into_runs_is_one_mark(runs: tuple[str, ...]) -> None:
    assert filled(p(*runs)) == ["新溪中学好"]


def test_what_stands_beside_a_mended_mark_keeps_its_run() -> None:
    form, _ = word.read("表.docx", docx(p("甲{{ 学", "校 }}乙", "丙{{ f.家", "访次数 }}丁")))
    text = form.parts["word/document.xml"].decode()
    assert text.count("<w:r>") == 4
    pieces = [part.split("<")[0] for part in text.split('xml:space="preserve">')[1:]]
    assert pieces == ["甲{{ 学校 }}", "乙", "丙{{ f.家访次数 }}", "丁"]


def test_curled_quotation_marks_are_read_as_straight_ones() -> None:
    assert filled(p("{{ f[“家访次数”] }}次“好”")) == ["35次“好”"]


def test_a_figure_is_its_text_and_a_record_stays_text() -> None:
    shown_as = filled(p("{{ f.家访次数 }}次，{{ f.留守占比 }}，{{ 人们[1].姓名 }}，{{ 人们[1].电话 }}"))
    assert shown_as == ["35次，52.2%，&lt;陈&amp;涵&gt;{{ 学校 }}，=1+1"]


def test_a_row_is_repeated_from_its_first_cell_to_its_last() -> None:
    rows = table(
        ("姓名", "电话"), ("{% for 人 in 人们 %}{{ 人.姓名 }}", "{{ 人.电话 }}{% endfor %}"), ("合计", "二")
    )
    assert filled(rows) == [
        "姓名", "电话", "李小花", "13800001234", "&lt;陈&amp;涵&gt;{{ 学校 }}", "=1+1", "合计", "二",
    ]  # fmt: skip


def test_several_rows_with_what_else_stands_for_nobody() -> None:
    rows = table(
        ("{% for 人 in 没有人 %}{{ 人.姓名 }}", "一"),
        ("电话", "{{ 人.电话 }}"),
        ("{% else %}没有", "{% endfor %}"),
    )
    assert filled(rows) == ["没有"]


def test_a_loop_within_a_loop_of_rows() -> None:
    rows = table(
        ("{% for 人 in 人们[:1] %}{% for 次 in [1, 2] %}{{ 人.姓名 }}", "{{ 次 }}{% endfor %}{% endfor %}")
    )
    assert filled(rows) == ["李小花", "1", "李小花", "2"]


def test_paragraphs_with_nothing_but_a_tag_go_with_it() -> None:
    body = (p("{% for 人 in 人们[:1] %}"), p("{{ 人.姓名 }}"), p("{% endfor %}"), p("完"))
    form, _ = word.read("表.docx", docx(*body))
    made = fill(form, VIEW, [{}]).files[0]
    assert shown(made) == ["李小花", "完"]


def test_a_table_between_two_tags() -> None:
    body = (p("{% if n.家访次数 %}"), table(("有", "家访")), p("{% else %}"), p("没有家访"), p("{% endif %}"))
    assert filled(*body) == ["有", "家访"]


def test_the_tags_of_docxtpl_are_understood() -> None:
    rows = table(("{%tr for 人 in 人们[:1] %}",), ("{{ 人.姓名 }}",), ("{%tr endfor %}",))
    assert filled(p("{%p if 0 %}"), p("不印"), p("{%p endif %}"), rows) == ["李小花"]


def test_header_and_footer_are_filled_too() -> None:
    form, found = word.read(
        "表.docx", docx(p("{{ 学校 }}"), header1=p("{{ 学校 }}页眉"), footer1=p("{{ f.家访次数 }}"))
    )
    assert (found, [line.place for line in form.lines]) == ([], ["第 1 段", "页眉第 1 段", "页脚第 1 段"])


def test_what_printed_nothing_is_told_by_its_place() -> None:
    form, _ = word.read("表.docx", docx(p("甲{{ 备注 }}"), table(("{{ 备注 or '　' }}", "{{ 学校 }}"))))
    assert fill(form, VIEW, [{}, {}]).blank == {
        ("第 1 段", "{{ 备注 }}"): 2,
        ("第 1 个表第 1 行第 1 格", "{{ 备注 or '　' }}"): 2,
    }


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p("一{{ 学较 }}"), [("第 1 段", "没有“学较”这个名字")]),
        (p("{{ f.家仿次数 }}"), [("第 1 段", "没有“家仿次数”这一项")]),
        (table(("甲", "{% for 人 in 人们 %}{{ 人.名 }}{% endfor %}")), [("第 1 个表第 1 行第 2 格", "没有“名”这一项")]),
        (p("｛｛ 学校 ｝｝"), [("第 1 段", "“｛｛”是全角的花括号")]),
        (p("{％ if 1 ％}"), [("第 1 段", "“{”是单个的花括号"), ("第 1 段", "“{％”是全角的花括号")]),
        (p("{{ 学") + p("校 }}"), [("第 1 段", "“{{ 学”没有写完"), ("第 2 段", "“}”是单个的花括号")]),
        (table(("{% for 人 in 人们 %}", "乙")), [("第 1 个表第 1 行第 1 格", "{% for 人 in 人们 %} 配不上对")]),
        (p("{% endif %}"), [("第 1 段", "{% endif %} 配不上对")]),
        (
            p("{% for 人 in 人们 %}") + table(("甲{% endfor %}", "乙")),
            [("第 1 段", "{% for 人 in 人们 %} 和它的 {% endfor %} 不在同一个表、同一层里")],
        ),
        (p("{% include '/etc/passwd' %}"), [("第 1 段", "这里不能读别的文件")]),
        (p("{%p include 学校 %}"), [("第 1 段", "这里不能读别的文件")]),
        (p("{{ 学校.__class__ }}") + p("{% foo %}"), [("第 2 段", "不认得 {% foo %}，或者这里不该有它")]),
        ("<w:p><w:r><w:instrText>{{ 学校 }}</w:instrText></w:r></w:p>", [("第 1 段", "标记写在域里，填不进去")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_place(body: str, said: list[tuple[str, str]]) -> None:
    assert wrong(body) == said


def test_marks_where_nothing_is_filled_are_told() -> None:
    assert wrong(p("{{ 学校 }}"), comments=p("{{ 学校 }}")) == [("word/comments.xml", "这个地方的标记填不了")]


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("{{ 学校.__class__ }}", "表.docx：第 2 段：模板里不能用 __class__"),
        ("{{ 人们 }}", "表.docx：第 2 段：列表不能直接印出来，用 {% for %} 或 join 一项一项取"),
        ("{{ 1 / 0 }}", "表.docx：第 2 段：算不出来（ZeroDivisionError）"),
        ("{{ '长' * 99999999 }}", "表.docx：第 2 段：结果太大，或者 * 不是用在数上"),
        ("{{ lipsum() }}", "表.docx：第 2 段：没有“lipsum”这个名字"),
    ],
)
def test_what_only_filling_shows_is_told_by_its_place(mark: str, said: str) -> None:
    form, _ = word.read("表.docx", docx(p("甲"), p(mark)))
    with pytest.raises(TemplateFault) as refused:
        fill(form, VIEW, [{}])
    assert refused.value.message == said
