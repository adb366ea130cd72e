"""Which entries of 不得透露 hold for whoever is given something, and how an entry is told."""

from liushou_cli.domain.care import Withholding
from liushou_cli.domain.child import Child
from liushou_cli.domain.withholding.meaning import paths


def applying(child: Child, to: str) -> tuple[Withholding, ...]:
    """The entries that hold for what is given *to* somebody; "" is anybody."""
    return tuple(one for one in child.withheld if not (to and one.from_whom) or _same(to, one.from_whom))


def unnamed(child: Child, to: str = "") -> list[Withholding]:
    """Those of them that name nothing that could be covered: a person has to look."""
    return [one for one in applying(child, to) if not paths(one.what)]


def applying_alone(child: Child, entry: Withholding) -> Child:
    """The child as though this one entry were all, and held for everybody."""
    return child.model_copy(update={"withheld": (entry.model_copy(update={"from_whom": ""}),)})


def said(entry: Withholding) -> str:
    """现住址（对父亲）"""
    return f"{entry.what}（对{entry.from_whom}）" if entry.from_whom else entry.what


def _same(to: str, whom: str) -> bool:
    return to in whom or whom in to
