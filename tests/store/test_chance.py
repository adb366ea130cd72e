import pytest

from liushou_cli.domain.ids import is_id
from liushou_cli.store import chance


def test_ids_are_ids_and_not_twice_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIUSHOU_SEED", raising=False)
    drawn = [chance.new_id() for _ in range(300)]
    assert all(map(is_id, drawn))
    assert len(set(drawn)) == 300


def test_what_is_taken_is_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter([bytes([0] * 6), bytes([0] * 6), bytes([1] * 6)])
    monkeypatch.setattr(chance, "_noise", lambda: next(given))
    assert chance.new_id({"000000"}) == "111111"


def test_a_seed_repeats(monkeypatch: pytest.MonkeyPatch) -> None:
    from itertools import count

    monkeypatch.setenv("LIUSHOU_SEED", "7")
    rows = []
    for _ in range(2):
        monkeypatch.setattr(chance, "_drawn", count())
        rows.append([chance.new_id() for _ in range(5)])
    assert rows[0] == rows[1]
    assert len(set(rows[0])) == 5


def test_a_shuffle_keeps_everything_and_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIUSHOU_SEED", raising=False)
    drawn = {tuple(chance.shuffled("甲乙丙丁戊己庚辛")) for _ in range(40)}
    assert {"".join(sorted(one)) for one in drawn} == {"".join(sorted("甲乙丙丁戊己庚辛"))}
    assert len(drawn) > 30
