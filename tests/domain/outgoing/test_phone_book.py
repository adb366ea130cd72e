from typing import Any

from liushou_cli.domain.outgoing.phone_book import Card, PhoneBook, phone_book
from liushou_cli.domain.withholding import covered
from tests.builders import child, counted, day, roll

AWAY: dict[str, Any] = {"姓名": "李强", "行踪": [{"自": "2010-03", "状况": "外出务工"}]}


def book(*children: dict[str, Any]) -> PhoneBook:
    them = [
        covered(child(**{"编号": f"00000{i}", "父亲": AWAY, **changes})) for i, changes in enumerate(children)
    ]
    initials = {one.id: ("lxh", "lxj", "zm")[i] for i, one in enumerate(them)}
    return phone_book(counted(roll(*them)).counted, initials, day("2013-12-30"))


GRANDMA = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "138 0000 1235"}


def test_a_number_of_two_children_is_one_card_with_their_initials() -> None:
    both = {"照护人": [GRANDMA]}
    assert book(both, both) == PhoneBook((Card("王桂兰", ("LXH奶奶", "LXJ奶奶"), "13800001235"),), 0, 0)


def test_parents_too_by_their_relation_where_the_name_is_not_known() -> None:
    one = {"父亲": {**AWAY, "电话": "13800001234"}, "母亲": {"电话": "0564-6123456"}}
    assert book(one).cards == (
        *(Card("李强", ("LXH父亲",), "13800001234"), Card("母亲", ("LXH母亲",), "05646123456")),
    )


def test_who_no_longer_cares_and_who_cannot_be_rung_are_not_in_it() -> None:
    former = {**GRANDMA, "至": "2013-09-01"}
    wrong = {**GRANDMA, "姓名": "周启明", "关系": "爷爷", "电话": "1380000123"}
    assert book({"照护人": [former, wrong]}) == PhoneBook((), 1, 0)


def test_only_those_who_must_not_be_told_of_are_passed_over() -> None:
    one = {"照护人": [GRANDMA], "母亲": {"姓名": "罗春兰", "电话": "13800006939"}}
    kept = book({**one, "不得透露": [{"内容": "母亲的情况"}]})
    assert kept == PhoneBook((Card("王桂兰", ("LXH奶奶",), "13800001235"),), 0, 1)
    assert book({**one, "不得透露": [{"内容": "电话"}]}) == PhoneBook((), 0, 1)
