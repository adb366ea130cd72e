"""What a template may say: plain values under the Chinese names it uses.

A template's header names the parts it needs; each part is a pure function of
the scene, loaded when a template needs it. The part every document has is in
:mod:`common`.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from liushou_cli.domain.views.common import Scene, common

__all__ = ["PARTS", "Scene", "drawn", "view"]

PARTS = {
    "总结": "summary:summary",
    "依据": "basis:basis",
    "计划": "plan:plan",
    "方案": "scheme:scheme",
    "代理家长": "proxies:proxies",
    "之家": "homes:homes",
    "群体": "groups:groups",
    "档案": "archive:archive",
    "档案卡": "card:card",
    "登记表": "form_2016:form_2016",
    "帮扶计划": "support_plan:support_plan",
    "家访记录": "records:visits",
    "通话记录": "records:calls",
    "事件": "incident:incident",
    "走访单": "visit_sheet:visit_sheet",
    "普查纸": "survey_sheet:survey_sheet",
    "花名册": "roster:roster",
    "统计表": "statistics:statistics",
    "交接": "handover:handover",
}


def view(scene: Scene, parts: Iterable[str]) -> dict[str, Any]:
    """The common part and *parts*. Raises ``KeyError`` for a part there is not."""
    found = common(scene)
    for part in parts:
        found |= drawn(part, scene)
    return found


def drawn(part: str, scene: Scene) -> dict[str, Any]:
    """What one *part* adds."""
    module, _, function = PARTS[part].partition(":")
    draw: Callable[[Scene], dict[str, Any]] = getattr(import_module(f"{__name__}.{module}"), function)
    return draw(scene)
