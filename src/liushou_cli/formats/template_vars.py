"""The names a template may use, as a page: type and an example of each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

HEAD = """\
# 模板里能用的名字

模板里写 `{{ 名字 }}`。共有的名字每个模板都能用；其余的，抬头的 `需要:` 里写了那一部分才有。
列表用 `{% for 人 in 未达标 %}{{ 人.姓名 }}{% endfor %}` 一项一项取；下面写作 `未达标[].姓名`。
`f.家访次数` 是印出来的数字（网页里能展开看出处），`n.家访次数` 是用来比较的数，如 `{% if n.家访次数 == 0 %}`。
写错的名字是错误，不会印成空白；`liushou template check` 查得出来。
"""
_LONGEST = 40
_UNSAID = frozenset({"事件"})  # an incident's words are an example for nobody


def page(common: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> str:
    """*common* with its ``f`` and ``n``, then each of *parts* under the word that ``需要`` takes."""
    shared = {name: value for name, value in common.items() if name not in ("f", "n")}
    sections = [HEAD, _section("共有的", shared)]
    sections += [_section(f"需要: {name}", values, silent=name in _UNSAID) for name, values in parts.items()]
    rows = [(f"`{name}`", common["f"][name], _example(common["n"][name])) for name in common["f"]]
    sections.append("## 数字\n\n" + _table(("名字", "f（印出来）", "n（比较用）"), rows))
    return "\n".join(sections)


def merged(near: Mapping[str, Any], far: Mapping[str, Any]) -> dict[str, Any]:
    """*near*, with what it lacks or holds nothing of taken from *far*."""
    found = dict(near)
    for name, value in far.items():
        mine = found.get(name)
        if isinstance(mine, Mapping) and isinstance(value, Mapping):
            found[name] = merged(mine, value)
        elif name not in found or (mine in ([], "", None) and value):
            found[name] = value
    return found


def _section(title: str, values: Mapping[str, Any], *, silent: bool = False) -> str:
    rows = [(f"`{name}`", kind, "不举例" if silent else example) for name, kind, example in _rows(values, "")]
    return f"## {title}\n\n" + _table(("名字", "种类", "例子"), rows)


def _rows(values: Mapping[str, Any], before: str) -> Iterator[tuple[str, str, str]]:
    for name, value in values.items():
        yield from _row(before + name, value)


def _row(name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, Mapping):
        yield name, "组", f"{len(value)} 项" if value else "没有"
        yield from _rows(value, f"{name}.")
    elif isinstance(value, list | tuple) and any(isinstance(one, Mapping) for one in value):
        yield name, "列表", f"{len(value)} 项"
        yield from _rows(_merged(value), f"{name}[].")
    else:
        yield name, _kind(value), _example(value)


def _merged(rows: list[Any] | tuple[Any, ...]) -> dict[str, Any]:
    """Each name any row has, with the first value that says something."""
    found: dict[str, Any] = {}
    for row in rows:
        for name, value in row.items():
            found[name] = found.get(name) or value
    return found


def _kind(value: Any) -> str:
    kinds = ((bool, "是否"), (int, "整数"), (float, "小数"), (list | tuple, "列表"), (str, "文字"))
    return next((word for kind, word in kinds if isinstance(value, kind)), "可能没有")


def _example(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return _short("、".join(str(one) for one in value)) or "没有"
    return (
        "没有"
        if value is None
        else _short(f"{value:.4g}" if isinstance(value, float) else str(value)) or "空的"
    )


def _short(text: str) -> str:
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)
