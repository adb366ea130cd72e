"""Activity rooms counted by hand: nothing after the day, nothing of a room that is not built yet."""

from typing import Any

from liushou_cli.domain.figures import figures
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.population import HomesOnRoll, population
from liushou_cli.domain.term import parse
from tests.builders import AUTUMN, REGISTER, child, day, roll

ROOM = {
    "名称": "图书角",
    "面积": "20",
    "设备": [{"名称": "书架", "数量": "3"}, {"名称": "电脑", "数量": "2", "购置": "2014-03"}],
    "经费": [{"学期": "2013-2", "金额": "600"}, {"学期": "2013-1", "金额": "800"}],
    "活动记录": [
        {"日期": "2013-10-18", "人次": "16"},
        {"日期": "2013-12-20"},
        {"日期": "2014-01-20", "人次": "9"},
        {"日期": "2013-06-01", "人次": "30"},
    ],
}


def told(*rooms: dict[str, Any], on: str = "2013-12-30") -> dict[str, Any]:
    homes = HomesOnRoll("homes.yaml", Homes.model_validate({"格式": "1", "留守儿童之家": list(rooms)}))
    found = figures(population([roll(child())], parse(AUTUMN), day(on), REGISTER, homes))
    return {name: figure.value for name, figure in found.items()}


def test_a_room() -> None:
    found = told(ROOM, {"名称": "视频室", "建成": "2014-03", "面积": "30"})
    names = (
        "之家",
        "之家面积",
        "之家设备",
        "设备：图书角",
        "之家活动次数",
        "活动：图书角",
        "之家活动人次",
        "之家经费",
    )
    assert [found[name] for name in names] == [1, 20, 3, 3, 2, 2, 16, 600]
    assert "设备：视频室" not in found


def test_two_rooms_of_one_name_keep_their_own_figures() -> None:
    found = told(ROOM, {**ROOM, "活动记录": []})
    assert (found["活动：图书角"], found["活动：图书角′"], found["之家设备"]) == (2, 0, 6)


def test_a_school_without_rooms_has_none_and_a_class_is_not_asked() -> None:
    assert (told()["之家"], told()["之家活动次数"]) == (0, 0)
    assert "之家" not in figures(population([roll(child())], parse(AUTUMN), day("2013-12-30"), REGISTER))
