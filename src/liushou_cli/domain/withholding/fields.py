"""The words of the record format that 内容 may name, each with the fields it covers.

A field is "part.field" of the child: * for every entry of a list, 父亲 for the caregivers who are that.
"""

from collections.abc import Iterable

from liushou_cli.domain.survey import ASPECTS

# What somebody wrote about a contact.
_CONTACT = ("note", "guidance", "purpose", "topic", "what", "giver", "tasks.*.what")
_WHO = ("name", "phone", "id_number", "note")
PARENTS = {"father": "父亲", "mother": "母亲"}


def of(part: str, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{part}.{field}" for field in fields)


def places(who: str) -> tuple[str, ...]:
    """Where a parent is."""
    return of(f"{who}.stays.*", ("place", "trade", "note"))


def fate(who: str) -> tuple[str, ...]:
    """What became of a parent, where that is what nobody likes to say."""
    return (*of(f"{who}.stays.*", ("state", "note")), *of(who, ("unable_because", "note")))


def parent(who: str) -> tuple[str, ...]:
    """All that is told of a parent, who may be the caregiver as well."""
    whole = (*of(who, _WHO), *places(who), *fate(who), f"{who}.returns.*.note")
    return (*whole, *of(f"caregivers.{PARENTS[who]}", (*_WHO, "address", "condition")))


def phones(who: str) -> tuple[str, ...]:
    return (f"{who}.phone", f"caregivers.{PARENTS[who]}.phone")


_ASPECTS = {label: of(f"surveys.*.{name}", ("rating", "finding", "needs")) for label, name in ASPECTS.items()}
FIELDS: dict[str, tuple[str, ...]] = {
    "姓名": ("name",),
    "民族": ("ethnicity",),
    "电话": ("father.phone", "mother.phone", "caregivers.*.phone", "pairings.*.phone"),
    "父亲电话": phones("father"),
    "母亲电话": phones("mother"),
    "照护人电话": ("caregivers.*.phone",),
    "住址": ("address", "hamlet", "household_place", "caregivers.*.address"),
    "户籍地": ("household_place",),
    "户口性质": ("household",),
    "务工地点": (*places("father"), *places("mother")),
    "父亲": parent("father"),
    "母亲": parent("mother"),
    "父母": (*parent("father"), *parent("mother"), "marriage"),
    "照护人": of("caregivers.*", (*_WHO, "relation", "address", "condition")),
    "身份证号": ("id_number", "father.id_number", "mother.id_number", "caregivers.*.id_number"),
    "学籍号": ("register_number",),
    "学号": ("pupil_number",),
    "就读方式": ("lodging", "way_to_school", "distance_to_school"),
    "上下学方式": ("way_to_school", "distance_to_school"),
    "就学情况": ("schooling",),
    "身体情况": ("health", "health_note", *_ASPECTS["健康"]),
    "监护情况": ("care.*.quality", "care.*.note"),
    "关注等级": ("attention.*.level", "attention.*.reason"),
    "父母婚姻": ("marriage",),
    "其他类别": ("categories",),
    "家庭经济来源": ("income",),
    "救助帮扶": ("relief",),
    "普查": tuple(path for paths in _ASPECTS.values() for path in paths),
    **_ASPECTS,
    "家访": of("visits.*", _CONTACT),
    "通话": of("calls.*", _CONTACT),
    "谈心": of("talks.*", _CONTACT),
    "帮扶": of("supports.*", _CONTACT),
    "矛盾调解": of("mediations.*", _CONTACT),
    "关注事项": of("concerns.*", _CONTACT),
    "帮扶计划": of("plans.*", ("aim", "measures", "result")),
    "结对": of("pairings.*", ("name", "phone", "workplace")),
    "备注": ("note",),
}
SAME = {
    "现住址": "住址",
    "地址": "住址",
    "现在住址": "住址",
    "村组": "住址",
    "行踪": "务工地点",
    "打工地点": "务工地点",
    "工作地点": "务工地点",
    "监护人": "照护人",
    "联系电话": "电话",
    "手机": "电话",
    "手机号": "电话",
    "电话号码": "电话",
    "名字": "姓名",
    "身体": "身体情况",
    "健康情况": "身体情况",
    "身体状况": "身体情况",
    "类别": "其他类别",
    "经济来源": "家庭经济来源",
    "代理家长": "结对",
    "爸妈": "父母",
}
