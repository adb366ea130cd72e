"""The parser's complaints in Chinese."""

from typing import Any


def complaint(error: Any) -> tuple[str, str]:
    """The parser's complaint in Chinese, told by the kind of complaint it is."""
    kind, ctx = type(error).__name__, getattr(error, "ctx", None)
    hint = f"{ctx.command_path} --help 看用法" if ctx else ""
    if kind == "NoSuchOption":
        near = "、".join(error.possibilities or ())
        return f"没有选项 {error.option_name}", f"是不是：{near}" if near else hint
    if kind == "MissingParameter":
        name = error.param.metavar or error.param.name if error.param else ""
        return f"缺 {name}", hint
    if kind == "BadOptionUsage":
        lacking = "does not take" not in error.message
        return f"选项 {error.option_name} 后面{'缺一个' if lacking else '不带'}值", hint
    if kind == "BadParameter":
        return f"{error.param.opts[-1] if error.param else '参数'} 的值不对", hint
    _, _, rest = error.message.partition(" (")
    if error.message.startswith("Got unexpected extra argument"):
        return f"多出来的参数：{rest.removesuffix(')')}", hint
    if error.message.startswith("No such command"):
        return _no_command(error.message, ctx.command.list_commands(ctx) if ctx else [])
    return "命令写得不对", hint or "liushou --help 看用法"


def _no_command(message: str, known: list[str]) -> tuple[str, str]:
    from difflib import get_close_matches

    name = message.split("'")[1] if "'" in message else ""
    near = "、".join(get_close_matches(name, known, cutoff=0.7))
    return f"没有命令 {name}", f"是不是：{near}" if near else "liushou --help 看有哪些命令"
