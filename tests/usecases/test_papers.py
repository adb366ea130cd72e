"""The documents in prose, whole: of a class that did everything, half, next to nothing; and of the school."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.term import Term
from liushou_cli.errors import Damaged
from liushou_cli.formats import blocks, markdown, templates
from liushou_cli.usecases.report import Asked, report
from tests.helpers.places import SCHOOL, TODAY
from tests.helpers.snapshot import Snapshot
from tests.helpers.views import values

DAY = date.fromisoformat(TODAY)
SPRING = Term(2014, 1)
PLAIN = Asked()
OF_BOTH = ["plan", "proxy-parents", "groups", "archive"]
CLASSES = ["2011-1", "2011-2", "2012-1"]
CASES = [(kind, place) for kind in OF_BOTH for place in [*CLASSES, ""]] + [("scheme", ""), ("homes", "")]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
ONE_ROOM = (
    "格式: 1\n留守儿童之家:\n- {名称: 图书角, 面积: 20}\n- {名称: 活动室, 管理人: 何雪梅, 开放时间: 周日}\n"
)


def view_of(kind: str, folder: Path, asked: Asked = PLAIN, today: date = DAY) -> dict[str, Any]:
    template = templates.find(kind)
    return report(folder, asked._replace(scopes=template.scopes, parts=template.parts), today).view


def text_of(kind: str, folder: Path, asked: Asked = PLAIN, today: date = DAY) -> str:
    return markdown.write(
        blocks.parse(templates.render(templates.find(kind), view_of(kind, folder, asked, today)))
    )


@pytest.mark.parametrize(("kind", "place"), CASES)
def test_as_it_is_handed_in(kind: str, place: str, snapshot: Snapshot) -> None:
    snapshot(f"documents/{place or SCHOOL.name}.{kind}.md", text_of(kind, SCHOOL / place))


def test_a_school_that_wrote_nothing_down(example: Path, snapshot: Snapshot) -> None:
    (example / "homes.yaml").unlink()
    (example / "school.yaml").write_text("格式: 1\n学校: 新溪中学\n", encoding="utf-8")
    for kind in ("scheme", "homes"):
        snapshot(f"documents/bare.{kind}.md", text_of(kind, example))


def test_a_school_that_wrote_half_of_it_down(example: Path, snapshot: Snapshot) -> None:
    school = "格式: 1\n学校: 新溪中学\n落款单位: 新溪中学\n制度: [学期初登记留守儿童, 每学期家访一次]\n"
    (example / "school.yaml").write_text(school, encoding="utf-8")
    snapshot("documents/half.scheme.md", text_of("scheme", example))


def test_rooms_of_which_little_is_known(example: Path, snapshot: Snapshot) -> None:
    (example / "homes.yaml").write_text(ONE_ROOM, encoding="utf-8")
    snapshot("documents/half.homes.md", text_of("homes", example))


@pytest.mark.parametrize(("kind", "place"), CASES)
def test_every_number_is_counted_or_stands_in_a_record(kind: str, place: str) -> None:
    view = view_of(kind, SCHOOL / place)
    known = {number for value in values(view) for number in NUMBER.findall(value)}
    rows = {str(row) for row in range(1, len(view.get("结对名单", ())) + 1)}
    assert set(NUMBER.findall(text_of(kind, SCHOOL / place))) - known - rows == set()


@pytest.mark.parametrize(("kind", "place"), CASES)
def test_no_child_is_named(kind: str, place: str) -> None:
    """The names of children who were given a masked one stand nowhere in full."""
    people = report(SCHOOL / place, Asked(), DAY).summary.people
    text = text_of(kind, SCHOOL / place)
    assert [one.child.name for one in people.enrolled if one.child.name in text] == []


def test_a_name_is_written_where_it_is_asked_for() -> None:
    assert "某" not in text_of("proxy-parents", SCHOOL / "2011-2", Asked(mask=Mask.NONE))


@pytest.mark.parametrize("kind", OF_BOTH)
def test_a_class_without_a_child(kind: str, example: Path) -> None:
    for file in (example / "2012-1" / "children").glob("*.yaml"):
        file.unlink()
    text = text_of(kind, example / "2012-1")
    assert text.count("没有") >= 1
    assert "0名" not in text.replace("30名", "")


def test_a_class_that_leaves_school_hands_over(example: Path) -> None:
    folder, day = example / "2011-1", date(2014, 6, 30)
    view = view_of("plan", folder, Asked(SPRING, day), day)
    text = text_of("plan", folder, Asked(SPRING, day), day)
    assert view["毕业"]
    assert text.startswith("# 新溪中学九年级（1）班2014年秋季学期关爱留守儿童工作计划\n")
    assert "已经毕业，下学期不再安排本班的工作" in text


def test_the_plan_of_autumn_is_of_the_next_grade() -> None:
    day = date(2014, 6, 30)
    view = view_of("plan", SCHOOL / "2012-2", Asked(SPRING, day), day)
    assert (view["下学期班级"], view["文书学期"]) == ("九年级（2）班", "2014年秋季学期")
    assert view["安排"] == {"开学": "9月", "平时": "10月至12月", "期中": "11月", "期末": "1月"}


def test_the_school_plans_for_the_classes_that_stay() -> None:
    day = date(2014, 6, 30)
    view = view_of("plan", SCHOOL, Asked(SPRING, day), day)
    assert [one["班级"] for one in view["各班任务"]] == [
        "九年级（1）班", "九年级（2）班", "八年级（1）班", "八年级（2）班",
    ]  # fmt: skip
    assert "毕业班的" in text_of("plan", SCHOOL, Asked(SPRING, day), day)


@pytest.mark.parametrize("kind", ["plan", "scheme", "archive"])
def test_nothing_is_cited_that_came_later(kind: str) -> None:
    cited = set(re.findall("《(.+?)》", text_of(kind, SCHOOL)))
    assert cited <= {"中华人民共和国未成年人保护法", "关于加强义务教育阶段农村留守儿童关爱和教育工作的意见"}


@pytest.mark.parametrize("kind", ["scheme", "archive"])
def test_what_is_cited_follows_the_date(kind: str) -> None:
    later = text_of(kind, SCHOOL, today=date(2022, 1, 10))
    assert "《中华人民共和国未成年人保护法》" in later
    assert "《中华人民共和国个人信息保护法》" in later


def test_what_must_be_kept_from_somebody_is_not_spelt_out(example: Path) -> None:
    file = example / "2011-1" / "children" / "y4evb4.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "不得透露:\n- {内容: 病情, 对谁: 同学}\n", encoding="utf-8"
    )
    assert [one["事项"] for one in view_of("plan", example / "2011-1")["未办"]] == ["已隐去"]


def test_broken_rooms_stop_the_schools_documents(example: Path) -> None:
    (example / "homes.yaml").write_text("格式: 1\n留守儿童之家: [\n", encoding="utf-8")
    with pytest.raises(Damaged) as refused:
        view_of("homes", example)
    assert refused.value.message == "homes.yaml:3：这里缺一个值"


def test_rooms_are_traced_to_their_lines() -> None:
    found = report(SCHOOL, Asked(), DAY).traces()
    assert [str(one) for one in found["活动：视频聊天室"]] == [
        "homes.yaml:39 2013-10-20",
        "homes.yaml:40 2013-12-22",
    ]
