"""The needs of the last survey, offered while a plan or a support is entered."""

import contextlib
from typing import Any

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import listed
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.term import Term
from liushou_cli.errors import LiushouError


def unanswered(desk: context.Desk, child: str, term: Term | None = None) -> list[Any]:
    """What nothing answers yet; nothing where that cannot be told, for it is only an offer."""
    from liushou_cli.usecases.plans import open_needs

    with contextlib.suppress(LiushouError):
        return open_needs(desk.start, child, term, desk.today)
    return []


def answered_by(given: list[str] | None, desk: context.Desk, children: list[str]) -> list[str]:
    """What ``--for`` says; at a terminal the child's open needs are shown and asked for."""
    if given or not prompts.at_terminal():
        return listed(given)
    there = [one.need for one in unanswered(desk, children[0])] if len(children) == 1 else []
    if not there:
        return []
    output.talk(f"还没有回应的需求：{'、'.join(there)}")
    return listed([prompts.may(None, "针对哪一项需求", default=there[0] if len(there) == 1 else "")])


def unasked(desk: context.Desk, children: list[str], values: dict[str, Any]) -> tuple[str, ...]:
    """What to say of needs named that no survey named; nothing where that cannot be told."""
    from liushou_cli.usecases.plans import unasked as unknown

    with contextlib.suppress(LiushouError):
        if named := values["针对"]:
            return unknown(desk.start, children, named, parse_day(values["日期"]))
    return ()
