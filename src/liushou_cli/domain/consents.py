"""知情同意 and 委托照护: whether they hold on a day, and which have run out."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import HasNot
from liushou_cli.domain.citations import Topic, citable

CONSENT = "知情同意"
_GUARDIANS = ("父亲", "母亲")
_ADULT_ENOUGH = 14  # 个人信息保护法 art. 31: under 14 the guardian consents


class Lapse(NamedTuple):
    """``what`` is 知情同意 or 委托照护（奶奶）; ``state`` in a word or two; ``on`` when it ended or will end."""

    what: str
    state: str
    on: date | None
    path: tuple[str | int, ...]


def valid(child: Child, day: date) -> bool:
    """Whether somebody consented, and it stands on *day*."""
    return not list(_consent(child, day, day))


def lapses(child: Child, day: date, horizon: date) -> list[Lapse]:
    """What is missing, was withdrawn, has run out by *day* or will by *horizon*."""
    return [*_consent(child, day, horizon), *_entrusted(child, day, horizon)]


def guardian_asked(child: Child, by: str, day: date) -> str:
    """A sentence where the law of *day* asks that a guardian, and not *by*, consents for so young a child."""
    law = next((one.title for one in citable(Topic.FILES, day) if "个人信息保护法" in one.title), "")
    parents = [parent.name for parent in (child.father, child.mother) if parent and parent.name]
    if not law or child.age_on(day) >= _ADULT_ENOUGH or any(one in by for one in (*_GUARDIANS, *parents)):
        return ""
    return (
        f"{child.name}不满十四周岁，《{law}》要求父母或其他监护人同意；“{by}”不是监护人的，请补上监护人的同意"
    )


def _consent(child: Child, day: date, horizon: date) -> Iterator[Lapse]:
    consent, path = child.consent, (CONSENT,)
    if consent is None or consent.on > day:
        yield Lapse(CONSENT, "没有", None, path)
    elif consent.withdrawn_on and consent.withdrawn_on <= day:
        yield Lapse(CONSENT, "已撤回", consent.withdrawn_on, path)
    elif consent.until and _ends(consent.until, day, horizon):
        yield Lapse(CONSENT, _state(consent.until, day), consent.until, path)


def _entrusted(child: Child, day: date, horizon: date) -> Iterator[Lapse]:
    for place, one in enumerate(child.caregivers):
        if one in in_force(child.caregivers, day) and one.entrusted is not HasNot.NOT:
            until = one.entrusted_until
            if until and _ends(until, day, horizon):
                yield Lapse(f"委托照护（{one.relation}）", _state(until, day), until, ("照护人", place))


def _ends(until: date, day: date, horizon: date) -> bool:
    return until < day or day < until <= horizon


def _state(until: date, day: date) -> str:
    return "已过期" if until < day else "快到期"
