"""Random children and classes, as trees a file could hold."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from liushou_cli.domain import choices
from liushou_cli.domain.child import Child
from liushou_cli.domain.population import ClassRoll
from tests.builders import Tree, child, roll

Trees = st.SearchStrategy[Tree]


def days(first: str = "2012-06-01", last: str = "2014-06-30") -> st.SearchStrategy[str]:
    return st.dates(date.fromisoformat(first), date.fromisoformat(last)).map(str)


def words(kind: type[choices.Choice]) -> st.SearchStrategy[str]:
    return st.sampled_from(kind.words())


def trees(must: dict[str, Any], may: dict[str, Any] | None = None) -> Trees:
    return st.fixed_dictionaries(must, optional=may or {})


def lists(part: Trees, most: int = 4) -> st.SearchStrategy[list[Tree]]:
    return st.lists(part, max_size=most)


# Few numbers, so that siblings and repeated entries come up often.
numbers = {"号": st.sampled_from(["aaaaa1", "aaaaa2", "aaaaa3", "aaaaa4"])}


def parents() -> Trees:
    stay = trees({"自": days("2012-01-01"), "状况": words(choices.Whereabouts)})
    return trees({"行踪": lists(stay)}, {"监护能力": words(choices.HasNot)})


@st.composite
def spells(draw: st.DrawFn) -> list[Tree]:
    """One or two stays, one after the other; the last may go on."""
    found: list[Tree] = []
    start = draw(st.dates(date(2012, 9, 1), date(2013, 12, 1)))
    for last in range(draw(st.integers(0, 1)), -1, -1):
        end = start + timedelta(days=draw(st.integers(0, 250)))
        found.append(
            {"自": str(start)} if not last and draw(st.booleans()) else {"自": str(start), "至": str(end)}
        )
        start = end + timedelta(days=draw(st.integers(1, 120)))
    return found


def contacts(may: dict[str, Any]) -> st.SearchStrategy[list[Tree]]:
    return lists(trees({"日期": days()}, {**numbers, **may}))


RECORDS: dict[str, st.SearchStrategy[list[Tree]]] = {
    "普查": contacts(
        {"学习": trees({"评定": words(choices.Rating)}), "安全": trees({"评定": words(choices.Rating)})}
    ),
    "家访": contacts({"性质": words(choices.VisitKind), "家访人": st.just(["陈刚"])}),
    "通话": contacts({"类型": words(choices.CallKind), "结果": words(choices.CallResult)}),
    "谈心": contacts({}),
    "帮扶": contacts({"类别": words(choices.SupportKind), "金额": st.integers(0, 5000).map(str)}),
    "矛盾调解": contacts({"结果": words(choices.Settlement)}),
    "事件": contacts({}),
}
DATED = {
    "照护人": lists(
        trees(
            {"姓名": st.just("王桂兰"), "关系": words(choices.Relation), "自": days()},
            {"至": days(), "委托书": words(choices.HasNot)},
        )
    ),
    "监护情况": lists(trees({"日期": days(), "评定": words(choices.CareQuality)})),
    "关注等级": lists(trees({"自": days(), "等级": words(choices.Attention)})),
    "结对": lists(
        trees(
            {"姓名": st.sampled_from(["陈刚", "何丽"]), "身份": words(choices.Pairer), "自": days()},
            {"至": days()},
        )
    ),
}


def children(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Child]:
    must: dict[str, Any] = {
        "性别": words(choices.Gender),
        "在班": spells(),
        "父亲": parents(),
        "母亲": parents(),
    }
    must |= {"出生日期": days("1997-01-01", "2002-12-31")}
    may: dict[str, Any] = {
        "就读方式": words(choices.Lodging),
        "学籍登记": words(choices.Registered),
        "户口性质": words(choices.Household),
        "其他类别": st.lists(words(choices.Category), max_size=3),
        "父母婚姻": words(choices.Marriage),
        **DATED,
        **RECORDS,
    }
    return trees(must | fixed, {key: part for key, part in may.items() if key not in fixed}).map(
        lambda one: child(**one)
    )


ACTIVITIES = lists(
    trees(
        {
            "日期": days(),
            "类别": words(choices.ActivityKind),
            "参加": st.sampled_from([["全体"], ["4kx7qm"], ["zzzzzz"]]),
        },
        {**numbers, "缺席": st.just(["4kx7qm"]), "监护人到会": st.integers(0, 40).map(str)},
    )
)


def rolls(least: int = 0, name: str = "2012-2") -> st.SearchStrategy[ClassRoll]:
    return st.builds(
        lambda them, held: roll(*them, activities=held, name=name),
        st.lists(children(), min_size=least, max_size=4),
        ACTIVITIES,
    )
