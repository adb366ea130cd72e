"""The names in a form stand for the header of a template."""

import pytest

from liushou_cli.formats.guarded.used import used


@pytest.mark.parametrize(
    ("body", "names", "figures", "everything"),
    [
        ("{{ 学校 }}", {"学校"}, set(), False),
        ("{% for 人 in 未达标 %}{{ 人.姓名 }}{{ loop.index }}{% endfor %}", {"未达标"}, set(), False),
        ("{{ f.家访次数 }}{% if n['谈心次数'] %}{% endif %}", {"f", "n"}, {"家访次数", "谈心次数"}, False),
        ("{{ f[方面 ~ '较好'] }}", {"f", "方面"}, set(), True),
        ("{% for 名, 数 in f.items() %}{{ 名 }}{% endfor %}", {"f"}, {"items"}, True),
        ("{% set 全部 = f %}", {"f"}, set(), True),
        ("{{ 半", set(), set(), False),
        ("{{ " + "(" * 9999, set(), set(), False),
    ],
)
def test_names(body: str, names: set[str], figures: set[str], everything: bool) -> None:
    found = used(body)
    assert (set(found.names), set(found.figures), found.all_figures) == (names, figures, everything)


def test_tags_that_read_other_files_are_known_by_their_line() -> None:
    assert used("甲\n{% include 'a' %}\n{% from 'b' import c %}").reading == (2, 3)
