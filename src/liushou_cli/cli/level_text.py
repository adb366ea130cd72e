"""What `liushou level` says of a child whose records and level do not agree."""

from typing import Any

from liushou_cli.domain.choices import Attention


def said_of(one: Any, *, several: bool) -> list[str]:
    now = f"现在{one.now}" if one.now else "还没有定等级"
    said = f"{now}，记录说{one.level}" if one.level != (one.now or Attention.ORDINARY) else now
    lines = [f"{one.name}{f'（{one.class_name}）' if several else ''}　{said}"]
    if one.review:
        lines.append(f"  {one.review} 该复评")
    if one.set_for:
        lines.append(f"  定的原因：{one.set_for}")
    lines += [f"  {why.says}（{why.file}{f':{why.line}' if why.line else ''}）" for why in one.reasons]
    if not one.reasons and one.level != one.now and one.now:
        lines.append("  本学期的普查没有需关注的，也没有别的要重点关注的记录")
    if one.lower:
        lines.append(f"  要降下来：{one.lower}")
    return lines
