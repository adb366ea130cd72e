"""What all commands that enter a dated record ask and say."""

from collections.abc import Sequence
from typing import Any

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import day, known, listed
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import Channel


def children_meant(children: list[str] | None, desk: context.Desk) -> list[str]:
    """The children meant; at a terminal a name that means nobody is said before anything else is asked."""
    typed = listed(children)
    if typed and prompts.at_terminal():
        known(desk, typed)
    return typed or listed(
        [
            prompts.need(
                None, "孩子", "哪个孩子（几个用顿号隔开）", check=lambda text: known(desk, listed([text]))
            )
        ]
    )


def day_of(on: str | None, desk: context.Desk) -> str:
    return day(
        prompts.may(on, "日期", default=desk.today.isoformat(), check=lambda text: day(text, desk)), desk
    )


def log(
    desk: context.Desk,
    label: str,
    names: list[str],
    values: dict[str, Any],
    coming: Sequence[tuple[str, dict[str, str]]] = (),
    *,
    as_json: bool,
    odd: Sequence[str] = (),
) -> None:
    """Enter it, and say so; *odd* is what else must be said of it."""
    from liushou_cli.usecases.log_contact import log_contact

    done = log_contact(desk.start, label, names, values, desk.today, output.waiting, coming)
    share = f"，{len(done.children)} 人次" if len(done.children) > 1 else ""
    what = "书信" if done.record.get("方式") == Channel.LETTER else label
    sentence = f"已记{what}：{'、'.join(done.children)}，{done.record['日期']}{share}。"
    saved = done.saved._replace(warnings=(*odd, *done.saved.warnings))
    told(saved, sentence, {"children": list(done.children), "record": done.record}, as_json=as_json)
