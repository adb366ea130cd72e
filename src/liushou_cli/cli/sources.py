"""Where the figures of a document were counted, as the terminal tells it."""

from collections import Counter
from collections.abc import Collection
from typing import Any


def traces(found: Any, names: Collection[str] | None = None) -> str:
    """Each figure of those *names*, all where there are none given, with its places."""
    from liushou_cli.domain.views.common import NONE

    lines = []
    for name, counted in found.traces().items():
        if names is not None and name not in names:
            continue
        printed = str(found.view["f"][name])
        unit = "" if printed == NONE else found.summary.figures[name].unit
        lines.append(f"{name}：{printed}{unit}")
        lines += [f"  {place}" for place in once(counted)]
    return "\n".join(lines)


def once(counted: list[Any]) -> list[str]:
    """Each place once; where many children were counted from one line, how many."""
    each = Counter(str(place) for place in counted)
    return [place if number == 1 else f"{place}（{number} 人次）" for place, number in each.items()]
