"""Laws and papers a document may lean on, each from the day it was in force.

A document never cites what is later than itself. Where only the month or a
report of the paper is known, ``since`` is the last day it can have been.
Sources: 教基一〔2013〕1号 http://htin8.cn/wz/4826.htm ; 国发〔2016〕13号
http://zenchang.cn/law/law_view.asp?id=516633 ; 十部门意见
http://106.15.159.191/zhuzhan/cs/20190528/266137.html ; 强制报告意见
http://haicheng.gov.cn/html/HCS/202203/0165508277555898.html ; the laws
https://github.com/LawRefBook/Laws , https://github.com/RanKKI/LawRefBook ;
三年行动方案 http://news.china.com.cn/2023-12/28/content_116906724.shtml
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Topic(StrEnum):
    """What a document leans on it for."""

    CARE = "关爱"
    FILES = "档案"
    GUARDIANSHIP = "监护"
    REPORTING = "报告"


class Citation(NamedTuple):
    """``asks`` is what it asks of a school or a family, in our words; "" where it is cited as a whole."""

    title: str
    number: str
    since: date
    topic: Topic
    asks: str = ""
    until: date = date.max
    article: str = ""


_OPINION_2013 = (
    "关于加强义务教育阶段农村留守儿童关爱和教育工作的意见",
    "教基一〔2013〕1号",
    date(2013, 1, 10),
)
_COUNCIL_2016 = ("国务院关于加强农村留守儿童关爱保护工作的意见", "国发〔2016〕13号", date(2016, 2, 4))
_PROTECTION = "中华人民共和国未成年人保护法"
_PROTECTION_2020 = (_PROTECTION, "", date(2021, 6, 1))
_PRIVACY = ("中华人民共和国个人信息保护法", "", date(2021, 11, 1))
_FAMILY = ("中华人民共和国家庭教育促进法", "", date(2022, 1, 1))

CITATIONS = (
    Citation(_PROTECTION, "", date(2013, 1, 1), Topic.CARE),
    Citation(*_OPINION_2013, Topic.CARE),
    Citation(*_COUNCIL_2016, Topic.CARE),
    Citation(
        "关于进一步健全农村留守儿童和困境儿童关爱服务体系的意见", "", date(2019, 5, 28), Topic.CARE
    ),
    Citation(*_FAMILY, Topic.CARE),
    Citation(
        "农村留守儿童和困境儿童关爱服务质量提升三年行动方案", "", date(2023, 12, 28), Topic.CARE,
        until=date(2026, 12, 31),
    ),
    Citation(*_OPINION_2013, Topic.FILES, "全面建立留守儿童档案，父母外出务工情况和监护人变化逐一登记、及时更新"),
    Citation(*_PROTECTION_2020, Topic.FILES, "学校配合政府有关部门建立留守、困境未成年学生的信息档案，开展关爱帮扶"),
    Citation(
        *_PRIVACY, Topic.FILES,
        "不满十四周岁未成年人的个人信息属于敏感个人信息，处理要经监护人同意，只收必要的，目的达到后删除",
    ),
    Citation(*_COUNCIL_2016, Topic.GUARDIANSHIP, "不得让不满十六周岁的儿童脱离监护单独居住生活"),
    Citation(
        *_PROTECTION_2020, Topic.GUARDIANSHIP,
        "父母委托他人照护的，书面告知学校，并与孩子和被委托人至少每周联系一次",
    ),
    Citation(*_FAMILY, Topic.GUARDIANSHIP, "父母、被委托人与孩子之间保持联系，共同担起家庭教育的责任"),
    Citation(*_COUNCIL_2016, Topic.REPORTING, "学校发现儿童脱离监护、失踪或疑似受到侵害的，及时向公安机关报告"),
    Citation(
        "关于建立侵害未成年人案件强制报告制度的意见（试行）", "", date(2020, 5, 31), Topic.REPORTING,
        "发现未成年人遭受或疑似遭受不法侵害、面临不法侵害危险的，立即向公安机关报案或举报",
    ),
    Citation(*_PROTECTION_2020, Topic.REPORTING, "发现未成年人身心健康受到侵害或面临危险的，立即报告",
        article="第十一条"),
)  # fmt: skip


def citable(topic: Topic, day: date) -> Iterator[Citation]:
    """What a document dated *day* may cite on *topic*, oldest first."""
    for one in CITATIONS:
        if one.topic is topic and one.since <= day <= one.until:
            yield one
