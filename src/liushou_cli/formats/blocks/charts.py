"""The JSON of a chart block -> a chart."""

import json
import math
from typing import Any

from liushou_cli.formats.blocks.faults import fault
from liushou_cli.formats.document import Chart, Series

KINDS = ("bar", "stacked", "line")


def chart(text: str, line: int) -> Chart:
    """Raises TemplateFault naming ``line``, where the block begins."""
    try:
        found = json.loads(text)
        series = tuple(Series(str(name), _numbers(values)) for name, values in found["series"].items())
        result = Chart(str(found["kind"]), str(found["title"]), tuple(map(str, found["x"])), series)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise fault(line, "图表的数据读不懂", "写成 JSON：kind、title、x、series，数字不能小于 0") from error
    if result.kind not in KINDS:
        raise fault(line, "图表的 kind 只能是 " + "、".join(KINDS))
    if any(len(one.values) != len(result.x) for one in series):
        raise fault(line, "图表每组数的个数要与 x 相同")
    return result


def _numbers(values: list[Any]) -> tuple[float, ...]:
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(type(value).__name__)
        if not math.isfinite(value) or value < 0:
            raise ValueError("a count")
    return tuple(values)
