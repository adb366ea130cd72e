"""What changed between two versions of a child's file, field by field, in a teacher's words.

The versions are plain trees as they were read, not records: an old version need not satisfy today's
rules. What is protected is named and not shown unless asked for; the text of an incident never is.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from liushou_cli.domain.form import RECORDS

Tree: TypeAlias = dict[str, Any]
PROTECTED = frozenset(
    {"身份证号", "学籍号", "电话", "住址", "现住址", "户籍地", "心理", "不得透露", "无监护能力原因"}
)
_SILENT = "事件"
_KEYS = ("号", "自", "日期", "学期", "姓名", "事项")  # what tells one entry of a list from another
_LONGEST = 24


class Difference(NamedTuple):
    """``kind`` is 添, 改 or 删; ``field`` as a person would say it: 父亲.电话, 家访 2013-10-12 的情况.

    ``before`` and ``after`` are None where there is nothing, or nothing to be shown (``hidden``).
    """

    kind: str
    field: str
    before: Any = None
    after: Any = None
    hidden: bool = False

    @property
    def sentence(self) -> str:
        if self.kind == "添":
            return f"添了{self.field}{_said(self.after, self.hidden)}"
        if self.kind == "删":
            return f"去掉了{self.field}{_said(self.before, self.hidden)}"
        if self.hidden:
            return f"{self.field} 改了（内容不显示）"
        return f"{self.field} 由“{_short(self.before)}”改为“{_short(self.after)}”"


def differences(before: Tree, after: Tree, *, full: bool = False) -> list[Difference]:
    """In the order of the later file; *full* shows protected values too."""
    return list(_of_group(before, after, "", full=full, hidden=False, silent=False))


def _of_group(
    before: Tree, after: Tree, where: str, *, full: bool, hidden: bool, silent: bool
) -> Iterator[Difference]:
    for key in dict.fromkeys([*after, *before]):
        old, new = before.get(key), after.get(key)
        veiled = hidden or (key in PROTECTED and not full)
        quiet = silent or (not where and key == _SILENT)
        name = f"{where}{key}"
        if old == new:
            continue
        if _listed(old) and _listed(new):
            yield from _of_list(old or [], new or [], name, full=full, hidden=veiled, silent=quiet)
        elif isinstance(old, dict | None) and isinstance(new, dict | None):
            yield from _of_group(old or {}, new or {}, f"{name}.", full=full, hidden=veiled, silent=quiet)
        else:
            yield _difference(name, old, new, hidden=veiled or quiet)


def _of_list(
    before: list[Tree], after: list[Tree], name: str, *, full: bool, hidden: bool, silent: bool
) -> Iterator[Difference]:
    """Entries that stand in both are left out; one that kept its number or its day was changed."""
    left = [one for one in before if one not in after]
    for one in [one for one in after if one not in before]:
        same = next((old for old in left if _mark(old) == _mark(one) and _mark(one)), None)
        if same is None:
            yield _entry("添", name, one, full=full, hidden=hidden, silent=silent)
        else:
            left.remove(same)
            called = _day(one) or ("" if silent or hidden else one.get("事项", ""))
            where = f"{name} {called} 的".replace("  ", " ")
            yield from _of_group(same, one, where, full=full, hidden=hidden, silent=silent)
    for one in left:
        yield _entry("删", name, one, full=full, hidden=hidden, silent=silent)


def _entry(kind: str, name: str, one: Tree, *, full: bool, hidden: bool, silent: bool) -> Difference:
    """A whole entry: of a record only its day, of anything else what it says."""
    field = f"一条{name} {_day(one)}".rstrip()
    if name in RECORDS or silent or hidden:
        return Difference(kind, field)
    shown = {key: part for key, part in one.items() if full or key not in PROTECTED}
    value = {key: part for key, part in shown.items() if key != "号" and str(part) != _day(one)}
    return Difference(kind, field, *((None, value) if kind == "添" else (value, None)))


def _difference(name: str, old: Any, new: Any, *, hidden: bool) -> Difference:
    kind = "添" if old is None else "删" if new is None else "改"
    if hidden:
        return Difference(kind, name, hidden=True)
    return Difference(kind, name, old, new)


def _listed(value: Any) -> bool:
    """Whether *value* can be read as a list of entries with keys."""
    return value is None or (isinstance(value, list) and all(isinstance(one, dict) for one in value))


def _mark(one: Tree) -> str:
    return next((f"{key}{one[key]}" for key in _KEYS if one.get(key)), "")


def _day(one: Tree) -> str:
    return next((str(one[key]) for key in ("日期", "自", "学期", "姓名") if one.get(key)), "")


def _said(value: Any, hidden: bool) -> str:
    if hidden:
        return "（内容不显示）"
    return f"：{_short(value)}" if value else ""


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key} {_short(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "、".join(_short(part) for part in value)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
