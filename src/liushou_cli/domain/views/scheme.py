"""The part of the school's scheme: who leads, which rules it has, what money there is."""

from typing import Any

from liushou_cli.domain.settings import Fund, SchoolSettings
from liushou_cli.domain.term import parse
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import plain


def scheme(scene: Scene) -> dict[str, Any]:
    """School and class settings are one where a class stands alone."""
    people = scene.summary.people
    settings = people.rolls[0].settings
    own: SchoolSettings = settings.school or settings.own
    return {
        "领导小组": [{"姓名": one.name, "职务": one.post, "分工": one.duty} for one in own.leading_group],
        "制度": list(own.rules),
        "经费": [fund_line(one) for one in own.funds if one.term == str(people.term)],
    }


def fund_line(one: Fund) -> dict[str, str]:
    return {
        "学期": parse(one.term).short if one.term else "",
        "来源": one.source,
        "金额": "" if one.amount is None else plain(one.amount),
        "用途": one.purpose,
    }
