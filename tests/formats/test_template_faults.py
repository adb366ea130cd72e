"""What Jinja says, in Chinese."""

import pytest
from jinja2 import Environment, StrictUndefined, TemplateError

from liushou_cli.formats.template_faults import near, sentence

CASES = [
    ("{{ 甲 }}", "没有“甲”这个名字"),
    ("{{ {}.甲 }}", "没有“甲”这一项"),
    ("{{ [].甲 }}", "没有“甲”这一项"),
    ("{{ 1 | 甲 }}", "没有“甲”这个办法"),
    ("{{ 1 is 甲 }}", "没有“甲”这个办法"),
    ("{% 甲 %}", "不认得 {% 甲 %}，或者这里不该有它"),
    ("{% endfor %}", "不认得 {% endfor %}，或者这里不该有它"),
    ("{% if 1 %}", "{% if %} 没有结束"),
    ("{% if %}", "%} 前面缺一个名字或算式"),
    ("{{ 1", "有一个标记没有结束"),
    ("{{ 1 }", "这里不该有 }"),
    ("{{ (1 }}", "这里应当是 )，写的是 }"),
    ("{{ 1 2 }}", "这里应当是 }}，写的是 integer"),
    ("{{ 甲，乙 }}", "标记里不能有“，”"),
    ("{{ ‘甲’ }}", "标记里不能有“‘”"),
    ("{% for 甲 乙 %}", "这里应当是 in，写的是 乙"),
    ("{# 甲", "有一个标记没有结束"),
]


@pytest.mark.parametrize(("text", "said"), CASES, ids=[text for text, _ in CASES])
def test_in_chinese(text: str, said: str) -> None:
    with pytest.raises(TemplateError) as error:
        Environment(undefined=StrictUndefined, autoescape=True).from_string(text).render()
    assert sentence(error.value.message or "")[0] == said


def test_what_is_not_known_comes_as_it_is() -> None:
    assert sentence("something new") == ("写法不对（something new）", "")


def test_the_nearest_names_are_offered() -> None:
    known = ["家访次数", "家访人次", "谈心次数", "学校"]
    assert near("家访次", known) == "是不是：家访次数、家访人次"
    assert near("完全别的", known) == ""
