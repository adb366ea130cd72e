"""liushou alone: the page to start the week with."""

from typing import Any

from liushou_cli.cli import output
from liushou_cli.cli.context import Desk
from liushou_cli.cli.status_text import block, page


def status(desk: Desk, *, as_json: bool) -> None:
    from liushou_cli.usecases.status import status as found

    classes = found(desk.start, desk.today)
    if as_json:
        output.as_json([_plain(one) for one in classes])
        return
    if not classes:
        output.say(
            "这里是一所学校的档案，还没有班。\n  liushou init 2013-1 --class 2013-1 --stage 初中 新建一个班"
        )
        return
    text = page if len(classes) == 1 else block
    output.say("\n\n".join("\n".join(text(one)) for one in classes))


def _plain(one: Any) -> dict[str, Any]:
    """Tuples of named values as mappings."""
    return {
        key: [part._asdict() if hasattr(part, "_asdict") else part for part in value]
        if isinstance(value, tuple)
        else value
        for key, value in one._asdict().items()
    }
