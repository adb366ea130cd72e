"""What `liushou due --tonight` shows in the terminal: one entry for each home to be rung."""

from collections.abc import Sequence
from typing import Any

_PARENTS = ("父亲", "母亲")


def calls(found: Sequence[Any], *, whole: bool) -> str:
    """For each home why, and below it whom at what number; *whole*: of several classes, which are named."""
    return "\n".join(line for home in _homes(found) for line in _home(home, whole=whole))


def _homes(found: Sequence[Any]) -> list[list[Any]]:
    """Brothers and sisters, who share a parent's number, are one call; in the order of *found*."""
    homes: list[tuple[set[str], list[Any]]] = []
    for one in found:
        own = {phone for relation, _, phone in one.numbers if relation in _PARENTS}
        known = next((home for home in homes if home[0] & own), None)
        if known:
            known[0].update(own)
            known[1].append(one)
        else:
            homes.append((own, [one]))
    return [children for _, children in homes]


def _home(children: list[Any], *, whole: bool) -> list[str]:
    names = "、".join(f"{one.name}{f'（{one.class_name}）' if whole else ''}" for one in children)
    lines = [f"{names}  {_reasons(children)}"]
    numbers = _once(number for one in children for number in one.numbers)
    shown = "、".join(
        f"{relation}{name if name != relation else ''} {phone}" for relation, name, phone in numbers
    )
    lines.append(f"  {shown or '档案里没有电话'}")
    if missed := sorted(_once(one for child in children for one in child.missed)):
        tried = "、".join(f"{day} {who}".strip() for day, who in missed)
        lines.append(f"  没有接通过：{tried}")
    if any(one.withheld for one in children):
        lines.append("  有不得透露的内容，打之前看档案")
    return lines


def _reasons(children: list[Any]) -> str:
    """Each reason once, followed by whose it is where it is not everybody's."""
    whose: dict[str, list[str]] = {}
    for child in children:
        for text in _once(_why(line) for line in child.why):
            whose.setdefault(text, []).append(child.name)
    return "；".join(
        text if len(names) == len(children) else f"{text}（{'、'.join(names)}）"
        for text, names in whose.items()
    )


def _once(values: Any) -> list[Any]:
    return list(dict.fromkeys(values))


def _why(line: Any) -> str:
    by = f"，{line.by} 到期" if line.by else ""
    last = f"，上次 {line.last}" if line.last else ""
    return f"{line.what}{'（逾期）' if line.overdue else ''}：{line.why}{by}{last}"
