from collections import Counter

import pytest

from liushou_cli.domain.anonymous import release, told
from liushou_cli.errors import Refused
from liushou_cli.usecases.anonymise import anonymise
from tests.builders import child, counted, roll

GIRLS = [child(编号=f"00000{i}") for i in range(6)]
BOYS = [child(编号=f"00001{i}", 性别="男") for i in range(6)]


def test_the_order_tells_nothing_but_the_rows_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    people = counted(roll(*GIRLS, *BOYS))
    asked = release([told(member, people) for member in people.counted], 5)
    orders = set()
    for seed in "12345":
        monkeypatch.setenv("LIUSHOU_SEED", seed)
        done = anonymise(people, 5)
        assert Counter(done.rows) == Counter(asked.rows)
        orders.add(done.rows)
    assert len(orders) > 1


def test_a_county_that_names_a_child_is_refused() -> None:
    with pytest.raises(Refused, match="县"):
        anonymise(counted(roll(*GIRLS, school={"县": "李小花家"})), 5)
