"""Whether what must be kept from somebody stands in a form that is about to leave."""

from collections.abc import Iterable

from liushou_cli.domain.care import Withholding
from liushou_cli.domain.child import Child

# A word in 不得透露 -> what the field of a form is called that would tell it.
_TELLS = {
    "址": ("住址", "现住址", "户籍地", "村组"),
    "住": ("住址", "现住址", "户籍地", "村组"),
    "电话": ("电话",),
    "号码": ("电话", "身份证号"),
    "联系": ("电话",),
    "身份证": ("身份证号",),
    "务工": ("地点", "状况", "自", "工种"),
    "去向": ("地点", "状况"),
    "行踪": ("地点", "状况", "自"),
    "病": ("身体情况", "身体说明"),
    "残": ("身体情况", "身体说明"),
    "健康": ("身体情况", "身体说明"),
    "婚": ("父母婚姻",),
    "离": ("父母婚姻",),
    "照护": ("照护人", "监护情况", "监护类型"),
    "监护": ("照护人", "监护情况", "监护类型"),
    "低保": ("低保", "救助帮扶"),
    "经济": ("家庭经济来源", "救助帮扶"),
}


def concerned(child: Child, fields: Iterable[str]) -> list[str]:
    """现住址（对父亲）, for each thing withheld that one of *fields* would tell, or may tell for all we know."""
    words = {word for field in fields for word in field.split(".")}
    return [_said(one) for one in child.withheld if _told(one, words)]


def _told(one: Withholding, words: set[str]) -> bool:
    known = [fields for word, fields in _TELLS.items() if word in one.what]
    return not known or any(words & set(fields) for fields in known)


def _said(one: Withholding) -> str:
    return f"{one.what}（对{one.from_whom}）" if one.from_whom else one.what
