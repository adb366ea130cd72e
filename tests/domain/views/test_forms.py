"""What a form may say is found by the names it uses."""

from datetime import date

from liushou_cli.domain.views import PARTS, drawn
from liushou_cli.domain.views.common import common
from liushou_cli.domain.views.forms import CHILDREN, OF_A_CHILD, OF_ITS_OWN_PAPER, PART_OF, for_form
from liushou_cli.usecases.report import Asked, report
from tests.helpers.places import SCHOOL, TODAY

SCENES = [
    report(place, Asked(scopes=("班级", "学校", "孩子"), parts=()), date.fromisoformat(TODAY)).scene
    for place in (SCHOOL / "2012-2", SCHOOL)
]


def test_every_name_of_every_part_is_found() -> None:
    for scene in SCENES:
        shared = common(scene)
        for part in PARTS:
            if part in OF_A_CHILD + OF_ITS_OWN_PAPER:
                continue
            for name, value in drawn(part, scene).items():
                assert for_form(scene, [name])[name] == shared.get(name, value), (part, name)


def test_no_name_is_claimed_that_no_part_gives() -> None:
    given = {name for scene in SCENES for part in PARTS for name in drawn(part, scene)}
    assert sorted(set(PART_OF) - given) == []


def test_a_child_has_what_every_paper_of_it_says() -> None:
    scene = SCENES[0]
    found = for_form(scene, [CHILDREN])[CHILDREN]
    for part in OF_A_CHILD:
        own = drawn(part, scene)[CHILDREN]
        assert [child[part] for child in found] == own
        assert [set(one) - set(child) for child, one in zip(found, own, strict=True)] == [set()] * len(own)


def test_groups_of_several_papers_are_put_together() -> None:
    child = next(one for one in for_form(SCENES[0], [CHILDREN])[CHILDREN] if one["姓名"] == "李某某")
    assert {"姓名", "电话", "行踪", "务工地点", "出生日期"} <= set(child["父亲"])
    assert (child["身体情况"], child["登记表"]["身体情况"]) == ("健康", "☑健康 □残疾 □患病")


def test_nothing_more_is_drawn_than_is_asked_for() -> None:
    assert set(for_form(SCENES[0], ["学校"])) == set(common(SCENES[0]))
