"""The sheet on which a round of surveys is written by hand: whom to ask, what of, and what each word means."""

from typing import Any

from liushou_cli.domain.population import Member
from liushou_cli.domain.ratings import RATINGS, described
from liushou_cli.domain.views.children import veil_of
from liushou_cli.domain.views.common import Scene


def survey_sheet(scene: Scene) -> dict[str, Any]:
    """``受访的`` in the order of the roll, ``方面们`` with the words to choose from, from good to urgent."""
    aspects = [
        {"方面": label, "评定": [{"词": word, "意思": said} for word, said in described(label)]}
        for label in RATINGS
    ]
    return {"受访的": [_child(member, scene) for member in scene.chosen], "方面们": aspects}


def _child(member: Member, scene: Scene) -> dict[str, str]:
    return {"姓名": veil_of(member.child, scene).child(), "性别": member.child.gender.value}
