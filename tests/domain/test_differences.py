"""What changed between two versions, in words; nothing protected, nothing of an incident."""

from typing import Any

import pytest

from liushou_cli.domain.differences import differences

Tree = dict[str, Any]


def said(before: Tree, after: Tree, **how: bool) -> list[str]:
    return [one.sentence for one in differences(before, after, **how)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"村组": "三组"}, {"村组": "三组"}, []),
        ({"村组": "三组"}, {"村组": "四组"}, ["村组 由“三组”改为“四组”"]),
        ({}, {"村组": "四组"}, ["添了村组：四组"]),
        ({"村组": "四组"}, {}, ["去掉了村组：四组"]),
        (
            {"父亲": {"姓名": "李强", "电话": "13800001234"}},
            {"父亲": {"姓名": "李刚", "电话": "13800005678"}},
            ["父亲.姓名 由“李强”改为“李刚”", "父亲.电话 改了（内容不显示）"],
        ),
        ({}, {"父亲": {"电话": "13800001234"}}, ["添了父亲.电话（内容不显示）"]),
        (
            {"家访": [{"号": "k7m2qx", "日期": "2013-10-12", "情况": "甲"}]},
            {
                "家访": [
                    {"号": "k7m2qx", "日期": "2013-10-12", "情况": "乙"},
                    {"号": "9w2d4t", "日期": "2013-11-05", "情况": "丙"},
                ]
            },
            ["家访 2013-10-12 的情况 由“甲”改为“乙”", "添了一条家访 2013-11-05"],
        ),
        (
            {"通话": [{"号": "k7m2qx", "日期": "2013-10-12"}, {"号": "9w2d4t", "日期": "2013-11-05"}]},
            {"通话": [{"号": "9w2d4t", "日期": "2013-11-05"}]},
            ["去掉了一条通话 2013-10-12"],
        ),
        (
            {"母亲": {"行踪": [{"自": "2010-03", "状况": "外出务工"}]}},
            {"母亲": {"行踪": [{"自": "2010-03", "状况": "外出务工"}, {"自": "2013-10", "状况": "在家"}]}},
            ["添了一条母亲.行踪 2013-10：状况 在家"],
        ),
        (
            {},
            {"照护人": [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800001234"}]},
            ["添了一条照护人 2010-03：姓名 王桂兰，关系 奶奶"],
        ),
        ({"其他类别": ["低保"]}, {"其他类别": ["低保", "孤儿"]}, ["其他类别 由“低保”改为“低保、孤儿”"]),
        ({"其他类别": "低保"}, {"其他类别": ["低保"]}, ["其他类别 由“低保”改为“低保”"]),
        ({"备注": "字" * 30}, {"备注": "改"}, [f"备注 由“{'字' * 24}…”改为“改”"]),
    ],
)
def test_sentences(before: Tree, after: Tree, expected: list[str]) -> None:
    assert said(before, after) == expected


def test_full_shows_what_is_protected() -> None:
    before, after = {"父亲": {"电话": "13800001234"}}, {"父亲": {"电话": "13800005678"}}
    assert said(before, after, full=True) == ["父亲.电话 由“13800001234”改为“13800005678”"]


def test_a_promise_kept_is_a_change_of_that_promise() -> None:
    visit = {"号": "k7m2qx", "日期": "2013-10-12"}
    before = {"家访": [{**visit, "跟进": [{"事项": "看牙", "期限": "2013-11-01"}]}]}
    after = {"家访": [{**visit, "跟进": [{"事项": "看牙", "期限": "2013-11-01", "完成": "2013-10-28"}]}]}
    assert said(before, after) == ["添了家访 2013-10-12 的跟进 看牙 的完成：2013-10-28"]


INCIDENT = {
    "号": "k7m2qx",
    "日期": "2013-10-12",
    "情况": "不能说",
    "跟进": [{"事项": "不能说", "期限": "2013-11-01"}],
}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"事件": [INCIDENT]}, ["添了一条事件 2013-10-12"]),
        ({"事件": [INCIDENT]}, {}, ["去掉了一条事件 2013-10-12"]),
        (
            {"事件": [INCIDENT]},
            {"事件": [{**INCIDENT, "情况": "也不能说", "跟进": [{"事项": "不能说", "期限": "2013-11-02"}]}]},
            [
                "事件 2013-10-12 的情况 改了（内容不显示）",
                "事件 2013-10-12 的跟进 的期限 改了（内容不显示）",
            ],
        ),
        ({"事件": [INCIDENT]}, {"事件": "不能说"}, ["事件 改了（内容不显示）"]),
    ],
)
def test_the_words_of_an_incident_are_never_shown(before: Tree, after: Tree, expected: list[str]) -> None:
    for full in (False, True):
        assert said(before, after, full=full) == expected
        told = "".join(str(one) for one in differences(before, after, full=full))
        assert "不能说" not in told


def test_the_part_on_the_mind_is_named_only() -> None:
    survey = {"号": "k7m2qx", "日期": "2013-09-10", "心理": {"评定": "一般", "情况": "怕黑"}}
    later = {**survey, "心理": {"评定": "需关注", "情况": "怕黑，常哭"}}
    assert said({"普查": [survey]}, {"普查": [later]}) == [
        "普查 2013-09-10 的心理.评定 改了（内容不显示）",
        "普查 2013-09-10 的心理.情况 改了（内容不显示）",
    ]
