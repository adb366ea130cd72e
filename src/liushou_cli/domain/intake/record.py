"""A row as the file of a child new to the class."""

from collections.abc import Container
from datetime import date
from typing import Any

from liushou_cli.domain.choices import Whereabouts
from liushou_cli.domain.form import CHILD, FORMAT
from liushou_cli.domain.intake.rows import Entry

LISTS = frozenset({"其他类别", "家庭经济来源", "救助帮扶"})
STAY_PARTS = {"状况": "state", "地点": "place", "工种": "trade"}
_CARER = (
    "姓名",
    "关系",
    "自",
    "电话",
    "身份证号",
    "出生日期",
    "住址",
    "委托书",
    "委托至",
    "身体状况",
    "说明",
)
PARENTS = ("父亲", "母亲")
_AWAY = (Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE)


def record(entry: Entry, child_id: str, joined: date, since: str, learned: date) -> dict[str, Any]:
    """The tree of a new file. A parent is away from *since*, judgements are of the day they were *learned*.

    At home, or dead: as far back as the child knows. A caregiver begins when the first parent left.
    """
    tree: dict[str, Any] = {"格式": FORMAT, "编号": child_id, "在班": [{"自": joined.isoformat()}]}
    for field, value in entry.values.items():
        head = field.partition(".")[0]
        if "行踪" not in field and head not in ("照护人", "监护情况", "关注等级", "编号"):
            _put(tree, field, value)
    for parent in PARENTS:
        if new := stay(entry, parent, since or learned.isoformat(), entry.born):
            tree.setdefault(parent, {})["行踪"] = [new]
    carer = caregiver_parts(entry)
    if carer.get("姓名"):
        begins = carer.pop("自", "") or _first_away(tree) or joined.isoformat()
        tree["照护人"] = [carer_entry(carer, begins)]
    tree |= {field: [new] for field, new in dated_facts(entry, learned.isoformat()).items()}
    return {key: tree[key] for key in CHILD if key in tree}


def lacks_since(entry: Entry, known: Container[str] = ()) -> str:
    """The first field that says a parent is away and not since when, "" where none does; *known* need no day."""
    for parent in PARENTS:
        away = entry.values.get(f"{parent}.行踪.状况") in _AWAY
        since = f"{parent}.行踪.自"
        if parent not in known and away and since not in entry.values and since not in entry.refused:
            return f"{parent}.行踪.地点" if f"{parent}.行踪.地点" in entry.values else f"{parent}.行踪.状况"
    return ""


def stay(entry: Entry, parent: str, away: str, home: str) -> dict[str, str]:
    """The entry of 行踪 that the row speaks of, {} for none; without a day of its own it begins on one of the two."""
    said = {part: entry.values.get(f"{parent}.行踪.{part}", "") for part in ("自", *STAY_PARTS)}
    if not said["状况"]:
        return {}
    begins = said["自"] or (away if said["状况"] in _AWAY else home)
    return {part: value for part, value in {**said, "自": begins}.items() if value}


def caregiver_parts(entry: Entry) -> dict[str, str]:
    return {part: entry.values[f"照护人.{part}"] for part in _CARER if f"照护人.{part}" in entry.values}


def carer_entry(parts: dict[str, str], begins: str) -> dict[str, str]:
    """Name and relation first, then since when, as a person reads it."""
    order = ("姓名", "关系", "自", *_CARER)
    return {part: value for part in dict.fromkeys(order) if (value := {**parts, "自": begins}.get(part))}


def dated_facts(entry: Entry, day: str) -> dict[str, dict[str, str]]:
    """监护情况 and 关注等级 as entries of *day*."""
    found: dict[str, dict[str, str]] = {}
    if care := entry.values.get("监护情况"):
        found["监护情况"] = {"日期": day, "评定": care}
        if note := entry.values.get("监护情况.说明"):
            found["监护情况"]["说明"] = note
    if level := entry.values.get("关注等级"):
        found["关注等级"] = {"自": day, "等级": level}
    return found


def _first_away(tree: dict[str, Any]) -> str:
    stays = [one for parent in PARENTS for one in tree.get(parent, {}).get("行踪", [])]
    return min((one["自"] for one in stays if one["状况"] in _AWAY), default="")


def _put(tree: dict[str, Any], field: str, value: Any) -> None:
    *groups, last = field.split(".")
    for group in groups:
        tree = tree.setdefault(group, {})
    tree[last] = value
