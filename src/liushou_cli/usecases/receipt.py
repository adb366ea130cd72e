"""What is sent back for a sealed class: it came, it was opened, it is the same one."""

from datetime import date
from typing import Protocol

from liushou_cli.domain.child import Child
from liushou_cli.domain.ledger import RECEIPT
from liushou_cli.store import emit


class Came(Protocol):
    """What was opened."""

    @property
    def code(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def manifest(self) -> str: ...
    @property
    def class_codes(self) -> list[str]: ...
    @property
    def children(self) -> list[Child]: ...


def receipt(came: Came, today: date, by: str) -> str:
    """The text of a receipt: nothing in it is secret."""
    told = {
        "格式": 1,
        "种类": RECEIPT,
        "核对码": came.code,
        "校验": came.digest,
        "清单": came.manifest,
        "班级": came.class_codes,
        "人数": len(came.children),
        "日期": today.isoformat(),
        "收的人": by,
    }
    return "\n".join(emit.block({key: value for key, value in told.items() if value != ""})) + "\n"
