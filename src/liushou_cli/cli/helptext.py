"""``--help`` in Chinese, with columns that line up."""

import inspect
from typing import Any

from liushou_cli.cli.columns import aligned

_HELP = {"--help": "看这段说明", "--install-completion": "装上 Tab 补全", "--show-completion": "打印补全脚本"}


def of_command(command: Any, ctx: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    pieces = [ctx.command_path, *(_metavar(param, ctx) for param in arguments), "[选项]"]
    sections = [f"用法：{' '.join(pieces)}", inspect.cleandoc(command.help or "")]
    rows = [(_metavar(param, ctx), param.help or "") for param in arguments]
    return _page(sections, {"参数": rows, "选项": _options(command, ctx)})


def of_group(group: Any, ctx: Any, commands: dict[str, list[tuple[str, str]]]) -> str:
    sections = [f"用法：{ctx.command_path} [选项] 命令 …", inspect.cleandoc(group.help or "")]
    return _page(sections, {**commands, "选项": _options(group, ctx)})


def _page(sections: list[str], tables: dict[str, list[tuple[str, str]]]) -> str:
    parts = [section for section in sections if section]
    parts += [f"{title}：\n{aligned(rows, indent=2)}" for title, rows in tables.items() if rows]
    return "\n\n".join(parts) + "\n"


def _options(command: Any, ctx: Any) -> list[tuple[str, str]]:
    rows = []
    for param in command.get_params(ctx):
        if param.param_type_name != "option" or getattr(param, "hidden", False):
            continue
        names = ", ".join([*param.opts, *param.secondary_opts])
        metavar = "" if param.is_flag else f" {_metavar(param, ctx)}"
        rows.append((names + metavar, _HELP.get(param.opts[-1], param.help or "")))
    return rows


def _metavar(param: Any, ctx: Any) -> str:
    return str(param.metavar or param.make_metavar(ctx))
