"""The part of the activity rooms' summary: a row for each room, its things, its rules."""

from datetime import date
from typing import Any

from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.figures.homes import rooms
from liushou_cli.domain.homes import Room
from liushou_cli.domain.term import Term
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import month_or_day, plain
from liushou_cli.domain.views.scheme import fund_line


def homes(scene: Scene) -> dict[str, Any]:
    """What a room holds and does as of the day; figures are under its name: ``f["设备：" ~ 家.名]``."""
    people = scene.summary.people
    first = min(people.span(roll).first for roll in people.rolls)
    found = [_room(name, room, people.term, first, people.as_of) for name, _, room in rooms(people)]
    return {"之家": found}


def _room(name: str, room: Room, term: Term, first: date, day: date) -> dict[str, Any]:
    return {
        "名": name,
        "名称": room.name,
        "地点": room.place,
        "面积": "" if room.area is None else plain(room.area),
        "建成": month_or_day(room.since),
        "开放时间": room.opening,
        "管理人": list(room.keepers),
        "制度": list(room.rules),
        "设备": [
            {"名称": one.name, "数量": str(one.number)}
            for one in room.equipment
            if one.bought is None or one.bought <= day
        ],
        "经费": [fund_line(one) for one in room.funds if one.term == str(term)],
        "活动": [
            {"日期": month_and_day(use.on), "内容": use.what}
            for use in sorted(room.uses, key=lambda use: use.on)
            if first <= use.on <= day
        ],
    }
