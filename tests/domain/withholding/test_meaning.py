"""Which fields a teacher's words name: the format's own words just those, other words rather more than less."""

import pytest

from liushou_cli.domain.withholding.fields import FIELDS, fate, parent, places
from liushou_cli.domain.withholding.meaning import paths, spoken


@pytest.mark.parametrize(
    ("what", "covers"),
    [
        ("电话", FIELDS["电话"]),
        ("父亲的电话", ("father.phone", "caregivers.父亲.phone")),
        ("爸爸换了的手机号", ("father.phone", "caregivers.父亲.phone")),
        ("奶奶的电话", ("caregivers.*.phone",)),
        ("打电话时说的", FIELDS["电话"]),
        ("住在哪", (*FIELDS["住址"], *FIELDS["务工地点"])),
        ("新家的地址", FIELDS["住址"]),
        ("母亲的新住址", (*FIELDS["住址"], *places("mother"))),
        ("妈妈在哪里打工", places("mother")),
        ("打工的城市", (*places("father"), *places("mother"))),
        ("父亲的情况", parent("father")),
        ("父母去世的经过", (*parent("father"), *parent("mother"))),
        ("爸爸坐过牢的事", fate("father")),
        ("伯父", FIELDS["照护人"] + FIELDS["监护情况"]),
        ("谁带孩子", FIELDS["照护人"] + FIELDS["监护情况"]),
        ("孩子的病", FIELDS["身体情况"] + FIELDS["其他类别"]),
        ("家里吃低保", FIELDS["其他类别"] + FIELDS["家庭经济来源"] + FIELDS["救助帮扶"]),
        ("10月的家访", FIELDS["家访"]),
        ("证件号码；备注", FIELDS["身份证号"] + FIELDS["备注"]),
        ("孩子的姓名", ("name",)),
    ],
)
def test_what_it_covers(what: str, covers: tuple[str, ...]) -> None:
    assert paths(what) == set(covers)


@pytest.mark.parametrize("what", ["上个月的那件事", "编号", "孩子的秘密", "母语", "学习", "—", ""])
def test_what_names_no_field_that_must_be_hidden(what: str) -> None:
    assert paths(what) <= set(FIELDS["学习"])


def test_what_nobody_likes_to_say_is_looked_for_in_sentences() -> None:
    assert spoken("父亲服刑、坐过牢的事") == {"服刑", "坐过牢"}
