"""Where a command works and what day it is: the clock enters here and nowhere else."""

from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import typer

from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


class Desk(NamedTuple):
    """``start`` is the folder the command stands in, ``today`` the day it takes as today."""

    start: Path
    today: Date

    @classmethod
    def at(cls, folder: Path, today: str) -> "Desk":
        """Raises :class:`BadInput` when *today* is no day."""
        if not today:
            return cls(folder, datetime.now().astimezone().date())
        try:
            return cls(folder, parse_day(today))
        except ValueError as error:
            raise BadInput(f"--today（或环境变量 LIUSHOU_TODAY）：{error}") from None


def home() -> Path:
    """The user's own folder for what the program has to remember apart from any records."""
    return Path(typer.get_app_dir("liushou"))


def of(ctx: Any) -> Desk:
    """The desk of the running command; completion runs without one."""
    desk = ctx.find_root().obj
    if isinstance(desk, Desk):
        return desk
    params = ctx.find_root().params
    return Desk.at(Path(params.get("folder") or "."), params.get("today") or "")
