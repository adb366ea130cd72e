"""No document cites what is later than itself."""

from datetime import date, timedelta

import pytest

from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.citations import CITATIONS, Topic, citable
from liushou_cli.domain.definition import DEFINITIONS

OPINION = "关于加强义务教育阶段农村留守儿童关爱和教育工作的意见"
PROTECTION = "中华人民共和国未成年人保护法"
COUNCIL = "国务院关于加强农村留守儿童关爱保护工作的意见"


@pytest.mark.parametrize(
    ("topic", "day", "titles"),
    [
        (Topic.CARE, date(2012, 12, 31), []),
        (Topic.CARE, date(2013, 12, 30), [PROTECTION, OPINION]),
        (Topic.CARE, date(2016, 2, 3), [PROTECTION, OPINION]),
        (Topic.CARE, date(2016, 2, 4), [PROTECTION, OPINION, COUNCIL]),
        (Topic.FILES, date(2013, 12, 30), [OPINION]),
        (Topic.GUARDIANSHIP, date(2013, 12, 30), []),
        (Topic.REPORTING, date(2013, 12, 30), []),
        (Topic.REPORTING, date(2016, 9, 1), [COUNCIL]),
    ],
)
def test_what_a_day_may_cite(topic: Topic, day: date, titles: list[str]) -> None:
    assert [one.title for one in citable(topic, day)] == titles


def test_each_begins_on_its_day_and_is_cited_oldest_first() -> None:
    for one in CITATIONS:
        assert one in citable(one.topic, one.since)
        assert one not in citable(one.topic, one.since - timedelta(days=1))
    for topic in Topic:
        days = [one.since for one in citable(topic, date(2026, 1, 1))]
        assert days == sorted(days)


def test_a_programme_that_is_over_is_cited_no_more() -> None:
    over = {one.title for one in citable(Topic.CARE, date(2026, 12, 31))} - {
        one.title for one in citable(Topic.CARE, date(2027, 1, 1))
    }
    assert over == {"农村留守儿童和困境儿童关爱服务质量提升三年行动方案"}


def test_the_paper_of_2016_and_its_definition_begin_together() -> None:
    (since,) = {one.since for one in CITATIONS if one.title == COUNCIL}
    assert since == DEFINITIONS[DefinitionName.STATE_COUNCIL_2016].since
