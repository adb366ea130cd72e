"""The words of the closed lists, copied by hand from docs/record-format.md: both must move together."""

import pytest

from liushou_cli.domain import choices

WORDS = {
    "Gender": "男 女",
    "YesNo": "是 否",
    "HasNot": "有 无",
    "Household": "农业 非农业",
    "Lodging": "走读 寄宿",
    "Schooling": "幼儿园 未入园 小学 初中 高中 中职 辍学 不在学",
    "Health": "健康 残疾 患病",
    "LeavingReason": "转学 转班 毕业 父母返乡 随迁 辍学 其他",
    "Marriage": "在婚 离异 丧偶 未婚 分居 其他",
    "CareQuality": "较好 一般 差",
    "Attention": "普通 重点 紧急",
    "Registered": "双亲留守 单亲留守 非留守",
    "Category": "单亲家庭 流动儿童 孤儿 困境儿童 残疾 低保 建档立卡 其他",
    "Income": "打工收入 种养殖业 政府救助 亲朋接济 其他",
    "Relief": "享受低保 临时救助 医疗救助 住房救助 其他救助",
    "Whereabouts": "在家 外出务工 外出其他 去世 失联 服刑 其他",
    "Relation": "爷爷 奶奶 外公 外婆 父亲 母亲 伯父 伯母 叔叔 婶婶 姑姑 姑父 舅舅 舅妈 姨妈 姨父 哥哥 姐姐 邻居 朋友 老师 自己 其他",  # noqa: E501
    "Pairer": "代理家长 帮扶教师 其他",
    "Rating": "较好 一般 需关注 紧急",
    "VisitKind": "定期 不定期",
    "CallKind": "教师联系家长 教师联系照护人 亲情通话",
    "Channel": "电话 微信 视频 短信 见面 书信",
    "CallResult": "接通 未接通",
    "ConcernAspect": "学习 生活 心理 安全 健康 其他",
    "Watch": "跟踪中 已解除",
    "SupportKind": "学业辅导 物资 资金 心理疏导 生活照料 医疗 其他",
    "Settlement": "已化解 跟踪中 未解决",
    "Stage": "小学 初中 高中",
    "DefinitionName": "学籍 国发2016-13 普查",
    "ActivityKind": "班会 课外辅导 文体 实践 监护人会议 心理辅导 慰问 其他",
    "Having": "家访 通话 亲情通话 普查 谈心 帮扶 结对 帮扶计划 知情同意 委托书 电话 现住址 照护人 关注等级 身份证号",
    "Breakdown": "班级 年级 月 村组 性别 留守 就读方式 照护人 关注等级",
}


@pytest.mark.parametrize(("name", "words"), WORDS.items())
def test_the_words_of_the_forms(name: str, words: str) -> None:
    assert getattr(choices, name).words() == words.split()


def test_no_list_is_without_its_words_here() -> None:
    found = {
        kind.__name__
        for kind in vars(choices).values()
        if isinstance(kind, type) and issubclass(kind, choices.Choice)
    }
    assert found - {"Choice"} == set(WORDS)


def test_grandparents_are_four_and_parents_two() -> None:
    assert sorted(choices.GRANDPARENTS) == sorted(["爷爷", "奶奶", "外公", "外婆"])
    assert sorted(choices.PARENTS) == sorted(["父亲", "母亲"])
