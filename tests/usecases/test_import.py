"""Rosters of many shapes in every format say the same of the same children; what was made up comes back."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liushou_cli.domain.grid import Grid
from liushou_cli.domain.intake.reading import reading
from liushou_cli.domain.intake.rows import Entry, understood
from liushou_cli.domain.labels import Match, fields_of, spellings
from liushou_cli.formats.sheets import read
from tests.helpers import office, sheets

CHILDREN: list[dict[str, Any]] = [
    {
        "姓名": "林小满", "性别": "女", "出生日期": "2004-05-20", "民族": "汉族", "父亲.姓名": "林强",
        "父亲.电话": "13800000001", "父亲.行踪.状况": "外出务工", "父亲.行踪.地点": "广东省东莞市", "母亲.姓名": "赵燕",
        "照护人.姓名": "林大爷", "照护人.关系": "爷爷", "就读方式": "走读", "学籍登记": "单亲留守",
    },
    {
        "姓名": "阿依古丽·买买提", "性别": "女", "出生日期": "2003-11-20", "民族": "维吾尔族",
        "父亲.姓名": "买买提", "父亲.电话": "13800000002", "父亲.行踪.状况": "外出务工",
        "父亲.行踪.地点": "浙江省宁波市", "母亲.姓名": "帕提古丽",
        "照护人.姓名": "热娜", "照护人.关系": "奶奶", "就读方式": "寄宿", "学籍登记": "双亲留守",
    },
]  # fmt: skip
ORDER = ("姓名", "性别", "出生日期", "民族", "父亲.姓名", "父亲.电话", "父亲.行踪.地点", "母亲.姓名", "照护人.姓名",
         "照护人.关系", "就读方式", "学籍登记")  # fmt: skip
PLAIN = ["姓名", "性别", "出生日期", "民族", "父亲姓名", "父亲电话", "父亲务工地点", "母亲姓名", "监护人", "监护关系",
         "就读方式", "是否留守儿童"]  # fmt: skip
GROUPED = [
    ["姓名", "性别", "出生日期", "民族", "父亲", "", "", "母亲", "监护人", "", "就读方式", "是否留守儿童"],
    ["", "", "", "", "姓名", "联系电话", "当前务工地点", "姓名", "姓名", "与学生关系", "", ""],
]
MERGES = ["E1:G1", "I1:J1", "A1:A2", "B1:B2", "C1:C2", "D1:D2", "K1:K2", "L1:L2"]
REPEATED = ["姓名", "性别", "出生日期", "民族", "父亲姓名", "联系电话", "务工地点", "母亲姓名", "监护人姓名", "关系",
            "是否寄宿生", "留守类型"]  # fmt: skip
FORM = ["*姓名", "性别★", "出生年月日", "民族", "父亲姓名", "父亲联系电话", "父亲当前务工地点", "母亲姓名",
        "委托监护人姓名", "与被监护人关系", "是否学校寄宿", "父母外出情况"]  # fmt: skip
TYPED: dict[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "digits": lambda text: text.replace("-", ""),
    "number": lambda text: int(text.replace("-", "")),
    "serial": lambda text: (date.fromisoformat(text) - date(1899, 12, 30)).days,
    "dots": lambda text: text.replace("-0", "-").replace("-", "."),
    "words": lambda text: "{}年{}月{}日".format(*(int(part) for part in text.split("-"))),
}


def _rows(head: list[list[str]], **typed: Callable[[Any], Any]) -> list[list[Any]]:
    return [*head, *([typed.get(f.replace(".", "_"), str)(child[f]) for f in ORDER] for child in CHILDREN)]


def _titled(rows: list[list[Any]]) -> list[list[Any]]:
    return [["新溪中学留守儿童花名册"], ["填报单位：", "", "填报日期：", "", "填表人："], *rows]


YES = {"就读方式": lambda word: "是" if word == "寄宿" else "否"}
WAYS = {"学籍登记": lambda word: "父母双方外出" if word == "双亲留守" else "父母一方外出"}
SPACED = {"姓名": lambda name: f" {name[0]}　{name[1:]}" if len(name) < 4 else name.replace("·", "•")}
KIN = {"照护人_关系": {"爷爷": "祖父", "奶奶": "祖母"}.__getitem__}
PHONE = {"父亲_电话": int}
GENDER = {"性别": lambda word: f"{word}性"}

SHAPES: dict[str, bytes] = {
    "plain xlsx": sheets.xlsx(_rows([PLAIN])),
    "titled xlsx": sheets.xlsx(_titled(_rows([PLAIN])), ["A1:L1"]),
    "merged groups": sheets.xlsx(_rows(GROUPED), MERGES),
    "groups left blank": sheets.xlsx(_rows(GROUPED)),
    "titled groups": sheets.xlsx(_titled(_rows(GROUPED))),
    "repeated labels": sheets.xlsx(_rows([REPEATED], **YES, **WAYS)),
    "2016 form": sheets.xlsx(_titled(_rows([FORM], **YES, **WAYS, **KIN))),
    "numbered": sheets.xlsx([["序号", *PLAIN, "备注"], *([i, *row, ""] for i, row in enumerate(_rows([])))]),
    "with a sum": sheets.xlsx([*_rows([PLAIN]), ["合计", 2]]),
    "with a signature": sheets.xlsx([*_rows([PLAIN]), [], ["填表人：张敏", "", "", "", "审核："]]),
    "header printed twice": sheets.xlsx([*_rows([PLAIN])[:2], PLAIN, *_rows([])[1:]]),
    "empty rows": sheets.xlsx([[], *_rows([PLAIN])[:2], [], *_rows([])[1:]]),
    "another sheet first": sheets.xlsx([["说明"]], sheet="填表说明", more={"花名册": _rows([PLAIN])}),
    "spaced names": sheets.xlsx(_rows([PLAIN], **SPACED)),
    "phones as numbers": sheets.xlsx(_rows([PLAIN], **PHONE)),
    "other words": sheets.xlsx(_rows([PLAIN], **GENDER, **KIN, **WAYS)),
    "columns turned round": sheets.xlsx([row[::-1] for row in _rows([PLAIN])]),
    "line breaks in headings": sheets.xlsx(_rows([[f"{label[:1]}\n{label[1:]}" for label in PLAIN]])),
    **{f"days as {name}": sheets.xlsx(_rows([PLAIN], 出生日期=typed)) for name, typed in TYPED.items()},
    **{
        f"csv {code}": sheets.text(_rows([PLAIN]), code)
        for code in ("utf-8", "utf-8-sig", "utf-16", "gb18030")
    },
    "csv of tabs": sheets.text(_titled(_rows(GROUPED)), "utf-16", "\t"),
    "csv of semicolons": sheets.text(_rows([PLAIN]), "gb18030", ";"),
}


def _children(grids: list[Grid], **mapped: str) -> list[dict[str, Any]]:
    found = reading(grids, "", mapped)
    rows = understood(found.grid, found.header, found.fields)
    assert ([*rows.problems], found.unmapped) == ([], {})
    return [_said(entry) for entry in rows.entries]


def _said(entry: Entry) -> dict[str, Any]:
    return dict(sorted(entry.values.items()))


EXPECTED = [dict(sorted(child.items())) for child in CHILDREN]


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_every_shape_says_the_same(content: bytes) -> None:
    assert _children(read(content)) == EXPECTED


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.skipif(bool(office.missing("soffice")), reason=office.missing("soffice") or "有")
@pytest.mark.parametrize("kind", ["xls", "ods"])
@pytest.mark.parametrize(
    "name", ["titled xlsx", "merged groups", "days as day", "2016 form", "phones as numbers"]
)
def test_every_shape_says_the_same_in_other_formats(name: str, kind: str, tmp_path: Path) -> None:
    assert _children(read(sheets.converted(SHAPES[name], kind, tmp_path))) == EXPECTED


NAMES = st.text("赵钱孙李周吴郑王林小满梅松柏桂", min_size=2, max_size=4)
PHONES = st.integers(13800000000, 13800009999).map(str)
DAYS = st.dates(date(1998, 1, 1), date(2010, 12, 31)).map(date.isoformat)
VALUES: dict[str, st.SearchStrategy[str]] = {
    "姓名": NAMES, "性别": st.sampled_from("男女"), "出生日期": DAYS, "现住址": NAMES, "村组": NAMES,
    "民族": st.sampled_from(["汉族", "土家族"]), "就读方式": st.sampled_from(["走读", "寄宿"]),
    "学籍登记": st.sampled_from(["双亲留守", "单亲留守", "非留守"]),
    "身体情况": st.sampled_from(["健康", "残疾", "患病"]),
    "父亲.姓名": NAMES, "父亲.电话": PHONES, "父亲.出生日期": DAYS,
    "父亲.行踪.状况": st.sampled_from(["外出务工", "在家"]),
    "母亲.姓名": NAMES, "母亲.电话": PHONES,
    "母亲.行踪.状况": st.sampled_from(["外出务工", "在家"]),
    "祖辈.祖父.姓名": NAMES, "祖辈.外祖母.出生日期": DAYS,
    "照护人.姓名": NAMES.map("龚{}".format), "照护人.关系": st.sampled_from(["爷爷", "外婆", "姑姑"]),
    "照护人.电话": PHONES,
}  # fmt: skip
Roster = tuple[list[list[str]], list[dict[str, str]]]
MUST = ("姓名", "性别", "出生日期")


@st.composite
def _rosters(draw: st.DrawFn) -> Roster:
    fields = [*MUST, *draw(st.lists(st.sampled_from([f for f in VALUES if f not in MUST]), unique=True))]
    fields = draw(st.permutations(fields))
    head = [draw(st.sampled_from(_own_spellings(field))) for field in fields]
    children = draw(st.lists(st.fixed_dictionaries({f: VALUES[f] for f in fields}), min_size=1, max_size=4))
    return [head, *([child[f] for f in fields] for child in children)], children


BEFORE = ("父亲姓名", "母亲姓名", "监护人", "祖父姓名", "外婆姓名")


@cache
def _own_spellings(field: str) -> list[str]:
    """Headings that mean the field wherever they stand: a bare 身体情况 after 监护人 could be his."""
    found = [
        one
        for one in spellings(field)
        if all(fields_of([(before,), (one,)])[1:] == [Match(field)] for before in BEFORE if before != one)
    ]
    return [one for one in found if not (field.endswith("状况") and "在家" in one)]


@given(_rosters())
@settings(max_examples=60, deadline=None)
def test_any_order_and_any_spelling_gives_the_same_children(
    roster: tuple[list[list[str]], list[dict[str, str]]],
) -> None:
    rows, children = roster
    for encoding in ("utf-8", "gb18030"):
        assert _children(read(sheets.text(rows, encoding))) == [dict(sorted(one.items())) for one in children]
