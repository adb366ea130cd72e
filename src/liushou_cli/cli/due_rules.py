"""liushou due --rules, --presets: how often, and who says so."""

from typing import Any

from liushou_cli.cli import context, output
from liushou_cli.cli.columns import aligned


def presets(desk: context.Desk, *, as_json: bool) -> None:
    """The rhythms that 参照 may name."""
    from liushou_cli.domain.policy import LABELS
    from liushou_cli.domain.presets import PRESETS, spoken

    found = [
        {
            "name": one.name, "asks": spoken(one.asks, LABELS), "source": one.source,
            "since": one.since.isoformat() if one.since else "",
        }
        for one in PRESETS.values()
    ]  # fmt: skip
    if as_json:
        output.as_json({"presets": found})
        return
    output.say("\n".join(f"{one['name']}：{one['asks']}{_since(one)}\n  {one['source']}" for one in found))


def rules(desk: context.Desk, *, as_json: bool) -> None:
    """The rules in force here, each with the place it was read from."""
    from liushou_cli.usecases.rhythm import rhythm

    found = rhythm(desk.start)
    if as_json:
        output.as_json({"rules": [one._asdict() for one in found]})
        return
    several = len({one.class_name for one in found}) > 1
    rows = [
        (
            *([one.class_name] if several else []), f"{one.level}的{one.label}" if one.level else one.label,
            one.rhythm, _from(one),
        )
        for one in found
    ]  # fmt: skip
    if rows:
        output.say(aligned(rows))


def _since(one: dict[str, str]) -> str:
    return f"（{one['since']} 起有）" if one["since"] else ""


def _from(one: Any) -> str:
    place = f"{one.file}:{one.line}" if one.file else "默认"
    return f"{place}，参照 {one.preset}" if one.preset else place
