from datetime import date

import pytest

from liushou_cli.domain.survey_form import Answer, BadCell, answers, form

HEAD = [
    "child",
    "survey_date",
    "surveyor",
    "study/study_rating",
    "study/study_finding",
    "study/study_needs",
    "note",
]
ROW = ["4kx7qm", "2013-12-10", "张敏", "concern", "数学基础弱", "课外辅导、补课", "冬天"]
RECORD = {
    "日期": "2013-12-10",
    "登记人": "张敏",
    "学习": {"评定": "需关注", "情况": "数学基础弱", "需求": ["课外辅导", "补课"]},
    "说明": "冬天",
}


def test_the_sheets_of_the_form() -> None:
    sheets = form([("4kx7qm", "李某某")], "2013年秋季学期留守儿童普查", "2013-2", date(2013, 12, 30))
    assert list(sheets) == ["survey", "choices", "settings"]
    assert sheets["choices"] == [
        ["list_name", "name", "label"],
        ["children", "4kx7qm", "李某某（4kx7qm）"],
        ["ratings", "good", "较好"],
        ["ratings", "fair", "一般"],
        ["ratings", "concern", "需关注"],
        ["ratings", "urgent", "紧急"],
    ]
    assert sheets["settings"] == [
        ["form_title", "form_id", "version", "instance_name"],
        [
            "2013年秋季学期留守儿童普查",
            "liushou_survey_2013_2",
            "20131230",
            "concat(${child}, ' ', ${survey_date})",
        ],
    ]
    head, *questions = sheets["survey"]
    told = [dict(zip(head, row, strict=True)) for row in questions]
    assert [(one["type"], one["name"], one["label"]) for one in told][:8] == [
        ("select_one children", "child", "孩子"),
        ("date", "survey_date", "日期"),
        ("text", "surveyor", "登记人"),
        ("begin_group", "study", "学习"),
        ("select_one ratings", "study_rating", "学习评定"),
        ("text", "study_finding", "学习情况"),
        ("text", "study_needs", "学习需求"),
        ("end_group", "", ""),
    ]
    assert told[5]["relevant"] == "${study_rating} != ''"
    assert (told[1]["constraint"], told[1]["required"], told[1]["default"]) == (
        ". <= today()",
        "yes",
        "today()",
    )


def test_names_are_what_the_tools_take_each_once_and_every_group_ends() -> None:
    head, *rows = form([], "普查", "2013-2", date(2013, 12, 30))["survey"]
    names = [row[head.index("name")] for row in rows if row[head.index("name")]]
    assert len(names) == len(set(names))
    assert [name for name in names if not (name.isascii() and name.isidentifier())] == []
    kinds = [row[0] for row in rows]
    assert kinds.count("begin_group") == kinds.count("end_group") == 5


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEAD, ROW),
        ([name.replace("/", "-") for name in HEAD], ROW),
        (["孩子", "日期", "登记人", "学习/学习评定", "学习/学习情况", "学习/学习需求", "说明"],
         ["李某某（4kx7qm）", "2013-12-10", "张敏", "需关注", "数学基础弱", "课外辅导,补课", "冬天"]),
        (["start", *HEAD, "_uuid"], ["2013-12-10T09:00:00", *ROW, "ab12"]),
        (HEAD, [ROW[0].upper(), "2013-12-10T08:00:00.000+08:00", *ROW[2:]]),
    ],
    ids=["kobo", "central", "labels", "more columns", "upper case and time of day"],
)  # fmt: skip
def test_answers_are_read_however_the_tool_writes_them(head: list[str], row: list[str]) -> None:
    found, bad = answers([head, row, [], ["", ""]])
    assert bad == []
    assert [(one.child, one.record()) for one in found] == [("4kx7qm", RECORD)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({0: ""}, [BadCell("A2", "缺孩子")]),
        ({0: "李某某"}, [BadCell("A2", "“李某某”里没有编号")]),
        ({1: ""}, [BadCell("B2", "缺日期")]),
        ({1: "十月"}, [BadCell("B2", "“十月”不是日期，写成 2013-10-12 的样子")]),
        ({3: "差"}, [BadCell("D2", "评定写的是“差”，只能是 较好、一般、需关注、紧急")]),
        ({3: ""}, [
            *(BadCell("A2", "五方面一项也没有评定"), BadCell("E2", "学习没有评定"), BadCell("F2", "学习没有评定")),
        ]),
        ({4: "响铃\x07"}, [BadCell("E2", "里面有看不见的字符")]),
        ({0: "", 1: "", 3: "差"}, [
            *(BadCell("A2", "缺孩子"), BadCell("B2", "缺日期")),
            BadCell("D2", "评定写的是“差”，只能是 较好、一般、需关注、紧急"),
        ]),
    ],
)  # fmt: skip
def test_every_bad_cell_is_named(changes: dict[int, str], said: list[BadCell]) -> None:
    row = [changes.get(at, text) for at, text in enumerate(ROW)]
    assert answers([HEAD, row]) == ([], said)


@pytest.mark.parametrize("table", [[], [["甲", "乙"]], [["survey_date"]]])
def test_a_table_of_something_else(table: list[list[str]]) -> None:
    found, bad = answers(table)
    assert (found, bad[0].cell, "孩子" in bad[0].message) == ([], "第 1 行", True)


def test_cells_beyond_z_and_a_short_row() -> None:
    head = [*(f"x{i}" for i in range(26)), "child", "survey_date", "mind_rating", "note"]
    found, bad = answers([head, [*([""] * 26), "4kx7qm", "2013-12-10", "fair"]])
    assert (bad, found[0].cells["child"]) == ([], "AA2")
    assert found == [
        Answer({"child": "4kx7qm", "survey_date": "2013-12-10", "mind_rating": "一般"}, found[0].cells)
    ]


def test_the_mark_that_keeps_a_cell_from_running_is_taken_off() -> None:
    (one,), _ = answers([HEAD, [*ROW[:4], "'=1+1\r\n第二行 ", *ROW[5:]]])
    assert one.record()["学习"]["情况"] == "=1+1\n第二行"
