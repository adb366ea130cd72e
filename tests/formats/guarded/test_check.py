"""What is found wrong with a template without running it."""

from typing import Any

import pytest

from liushou_cli.formats import templates
from liushou_cli.formats.guarded.check import faults

VIEW: dict[str, Any] = {
    "f": {"家访次数": "3"},
    "n": {"家访次数": 3},
    "学校": "新溪中学",
    "未达标": [{"姓名": "李某某", "缺项": "家访"}],
    "活动": {"班会": [{"主题": "过年"}], "文体": []},
    "要求": {"家访": "每学期1次"},
}


def found(body: str, view: dict[str, Any] | None = VIEW) -> list[tuple[int, str]]:
    template = templates.read("甲", f"---\n名称: 甲\n---\n{body}")
    return [(one.line, one.message) for one in faults(template, view)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ 学较 }}", [(4, "没有“学较”这个名字")]),
        ("\n\n{{ f.家访 }}{{ n['家仿'] }}", [(6, "没有“家仿”这一项"), (6, "没有“家访”这一项")]),
        ("{% for 人 in 未达标 %}{{ 人.名 }}{% endfor %}", [(4, "没有“名”这一项")]),
        ("{% for 人 in 未达标 | selectattr('缺项') %}{{ 人.名 }}{% endfor %}", [(4, "没有“名”这一项")]),
        ("{% for 人 in 未达标[:6] if 人.缺 %}{% endfor %}", [(4, "没有“缺”这一项")]),
        ("{% for 次 in 活动[类] %}{{ 次.题 }}{% endfor %}", [(4, "没有“类”这个名字"), (4, "没有“题”这一项")]),
        ("{% for 次 in 活动.班会 %}{{ 次.题 }}{% endfor %}{{ 次 }}", [(4, "没有“题”这一项")]),
        ("{% if 一 %}{% endif", [(4, "有一个标记没有结束")]),
        ("{{ 学校 }", [(4, "这里不该有 }")]),
        ("{ 学校 }", [(4, "“{”是单个的花括号")]),
        ("｛｛学校｝｝", [(4, "“｛｛”是全角的花括号")]),
        ("{％ if 1 ％}", [(4, "“{”是单个的花括号"), (4, "“{％”是全角的花括号")]),
        ("{{ " + "(" * 30000, [(3, "括号或标记套得太深")]),
    ],
)
def test_what_is_wrong(body: str, said: list[tuple[int, str]]) -> None:
    assert found(body) == said


@pytest.mark.parametrize(
    "body",
    [
        "{{ 学校 }}{{ f.家访次数 }}{{ n.家访次数 }}{{ f['家访' ~ '次数'] }}",
        "{% if 1 %}{% set 甲 = 1 %}{% else %}{% set 甲 = 2 %}{% endif %}{{ 甲 }}",
        "{% for 人 in 未达标 %}{{ loop.index }}{{ 人.姓名 }}{% endfor %}",
        "{% for 项, 次 in 要求.items() %}{{ 项 }}{{ 次.a }}{% endfor %}",
        "{% macro 甲(乙) %}{{ 乙.丙 }}{{ caller() }}{% endmacro %}{{ 甲(未达标[0]) }}",
        "{{ 要求.谈心 if 要求.谈心 is defined }}{{ f.谈心次数 if f.谈心次数 is defined }}",
        "{{ f['需求：书'] }}",
        '```chart\n{"kind": "bar"}\n```\n',
        "{# { 注 } #}{% raw %}甲{% endraw %}",
    ],
)
def test_what_is_right(body: str) -> None:
    assert found(body) == []


def test_names_are_left_alone_where_nothing_is_known() -> None:
    assert found("{{ 学较 }}{% if %}", None) == [(4, "%} 前面缺一个名字或算式")]
