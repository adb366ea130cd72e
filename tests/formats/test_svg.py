"""Charts as SVG: whole small pictures, and that nothing overlaps or escapes."""

import re
import xml.etree.ElementTree as ET

import pytest

from liushou_cli.formats.document import Chart, Series, half_widths
from liushou_cli.formats.svg import draw
from tests.helpers.snapshot import Snapshot

SPACE = "{http://www.w3.org/2000/svg}"
SCHOOLS = tuple(f"新溪镇第{i}中心小学" for i in range(1, 9))


def boxes(picture: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each text in the picture, as wide as a Chinese font sets it."""
    found = []
    for text in ET.fromstring(picture).iter(f"{SPACE}text"):
        size, x, y = (float(text.get(name, "0")) for name in ("font-size", "x", "y"))
        width = half_widths(text.text or "") * size / 2
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        found.append((left, y - size * 0.8, left + width, y + size * 0.1))
    return found


def touching(picture: str) -> list[tuple[int, int]]:
    texts = boxes(picture)
    return [
        (i, j)
        for j, (left, top, right, bottom) in enumerate(texts)
        for i, (l2, t2, r2, b2) in enumerate(texts[:j])
        if left < r2 - 1 and l2 < right - 1 and top < b2 - 1 and t2 < bottom - 1
    ]


CHARTS = {
    "bar": Chart("bar", "各月家访次数", ("9月", "10月"), (Series("家访", (6, 5)), Series("电话", (11, 0)))),
    "stacked": Chart(
        "stacked", "帮扶对象", ("双方外出", "一方外出"), (Series("重点", (4, 1)), Series("一般", (5, 0)))
    ),
    "line": Chart(
        "line", "谈心次数", ("9月", "10月"), (Series("本学期", (18, 20)), Series("上学期", (18, 19)))
    ),
    "long": Chart(
        "bar",
        "一个很长的图表标题，" * 6,
        SCHOOLS,
        tuple(Series(f"第{i}类帮扶对象的名称", tuple((i * j) % 13 for j in range(8))) for i in range(1, 7)),
    ),
    "many": Chart(
        "bar", "三十个班", tuple(f"七（{i}）班" for i in range(1, 31)), (Series("人数", tuple(range(30))),)
    ),
    "zero": Chart("stacked", "全零", ("甲", "乙"), (Series("男", (0, 0)), Series("女", (0, 0)))),
    "close": Chart("line", "三条线", ("甲", "乙"), tuple(Series(f"{i}", (i * 0.1, 0)) for i in range(3))),
    "no-categories": Chart("bar", "没有类别", (), (Series("男", ()),)),
    "no-series": Chart("line", "没有系列", ("甲",), ()),
}


@pytest.mark.parametrize("name", ["bar", "stacked", "line", "no-categories"])
def test_a_whole_picture(name: str, snapshot: Snapshot) -> None:
    snapshot(f"formats/chart-{name}.svg", draw(CHARTS[name]).replace("><", ">\n<") + "\n")


@pytest.mark.parametrize("name", CHARTS)
def test_texts_neither_touch_nor_leave_the_picture(name: str) -> None:
    picture = draw(CHARTS[name])
    _, _, width, height = map(float, ET.fromstring(picture).get("viewBox", "").split())
    outside = [box for box in boxes(picture) if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
    assert (touching(picture), outside) == ([], [])


def test_the_search_for_touching_texts_finds_them() -> None:
    two = '<text x="10" y="20" font-size="10">甲乙</text><text x="{}" y="20" font-size="10">丙</text>'
    inside = f'<svg xmlns="http://www.w3.org/2000/svg">{two}</svg>'
    assert (touching(inside.format(15)), touching(inside.format(40))) == ([(0, 1)], [])


@pytest.mark.parametrize("name", ["no-categories", "no-series"])
def test_no_data_says_so(name: str) -> None:
    assert ">没有数据</text>" in draw(CHARTS[name])


def test_everything_from_outside_is_escaped() -> None:
    evil = "</title><script>&\"'"
    picture = draw(Chart("bar", evil, (evil,), (Series("甲", (2,)), Series(evil, (1,)))))
    root = ET.fromstring(picture)
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} == {
        "svg", "title", "defs", "pattern", "rect", "path", "text",
    }  # fmt: skip
    assert [title.text for title in root.iter(f"{SPACE}title")] == [
        evil,
        f"{evil} 甲：2",
        f"{evil} {evil}：1",
    ]


def test_series_differ_without_colour() -> None:
    """One is solid, five are hatched, each in a way of its own."""
    picture = draw(CHARTS["long"])
    patterns = re.findall(r"<pattern .*?</pattern>", picture)
    shapes = {re.sub(r"#[0-9a-f]{6}|id=\S+", "", pattern) for pattern in patterns}
    assert (len(shapes), picture.count('fill="#2f5597" stroke="#2f5597"')) == (5, 9)


def test_the_page_that_shows_it_chooses_the_font() -> None:
    assert ' font-family="甲,&quot;乙 丙&quot;" ' in draw(CHARTS["bar"], '甲,"乙 丙"')


def test_two_charts_on_a_page_have_patterns_of_their_own() -> None:
    names = [re.findall(r'id="([^"]+)"', draw(CHARTS[name])) for name in ("bar", "stacked")]
    assert not set(names[0]) & set(names[1])
