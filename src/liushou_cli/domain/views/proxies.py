"""The part of the proxy parents' summary: the list of pairings."""

from typing import Any

from liushou_cli.domain.figures.pairs import Pair, proxy_pairs
from liushou_cli.domain.masking import mask_name
from liushou_cli.domain.views.common import Scene


def proxies(scene: Scene) -> dict[str, Any]:
    """A list of pairings tells of single children, so a published document has none."""
    pairs = () if scene.public else proxy_pairs(scene.summary.people)
    return {"结对名单": [_line(pair, scene) for pair in pairs]}


def _line(pair: Pair, scene: Scene) -> dict[str, str]:
    """``做了`` names kinds of records, not their number: how often is told for all together."""
    since = pair.pairing.since
    kinds = dict.fromkeys(str(event.ref.path[0]) for event in pair.done)
    return {
        "班级": pair.member.roll.settings.own.code,
        "姓名": mask_name(pair.member.child.name, scene.mask),
        "代理家长": pair.pairing.name,
        "单位": pair.pairing.workplace,
        "自": f"{since.year}年{since.month}月",
        "做了": "、".join(kinds),
    }
