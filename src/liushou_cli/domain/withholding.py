"""不得透露: what must be kept from somebody, covered before any document sees the child.

Figures are counted from the true records. The child a document prints is a copy in which the fields
named are （不透露）, and so is the same text wherever else in the file it was written. What 内容 says
in words that name no field cannot be covered: then only the reminder at the end of the paper stands.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from liushou_cli.domain.base import Record
from liushou_cli.domain.care import Withholding
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Relation
from liushou_cli.domain.masking import NOT_TOLD
from liushou_cli.domain.survey import ASPECTS

_Part = TypeVar("_Part", bound=Record)
_BETWEEN = ("、", "，", ",", "和", "与", "及")
_FILLING = ("孩子的", "孩子", "家庭", "的", ".", "·", " ")
_SHORTEST = 2  # a single character stands in too many other words

# Which fields of the child, or of a part of it, each word covers: "part.field", * for every entry.
_CONTACT = ("note", "guidance", "purpose", "topic", "what", "giver", "tasks.*.what")
_PHONES = ("father.phone", "mother.phone", "caregivers.*.phone", "pairings.*.phone")
_PLACES = tuple(
    f"{who}.stays.*.{field}" for who in ("father", "mother") for field in ("place", "trade", "note")
)
_WHO = ("name", "phone", "id_number", "note")


def _of(part: str, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{part}.{field}" for field in fields)


def _parent(who: str) -> tuple[str, ...]:
    return (*_of(who, _WHO), *(path for path in _PLACES if path.startswith(who)))


_ASPECTS = {
    label: _of(f"surveys.*.{name}", ("rating", "finding", "needs")) for label, name in ASPECTS.items()
}
_FIELDS: dict[str, tuple[str, ...]] = {
    "电话": _PHONES,
    "父亲电话": _PHONES[:1],
    "母亲电话": _PHONES[1:2],
    "照护人电话": _PHONES[2:3],
    "住址": ("address", "hamlet", "caregivers.*.address"),
    "户籍地": ("household_place",),
    "务工地点": _PLACES,
    "父亲": _parent("father"),
    "母亲": _parent("mother"),
    "照护人": _of("caregivers.*", (*_WHO, "relation", "address", "condition")),
    "身份证号": ("id_number",),
    "学籍号": ("register_number",),
    "身体情况": ("health", "health_note", *_ASPECTS["健康"]),
    "监护情况": ("care.*.quality", "care.*.note"),
    "关注等级": ("attention.*.level", "attention.*.reason"),
    "父母婚姻": ("marriage",),
    "其他类别": ("categories",),
    "家庭经济来源": ("income",),
    "救助帮扶": ("relief",),
    "普查": tuple(path for paths in _ASPECTS.values() for path in paths),
    **_ASPECTS,
    "家访": _of("visits.*", _CONTACT),
    "通话": _of("calls.*", _CONTACT),
    "谈心": _of("talks.*", _CONTACT),
    "帮扶": _of("supports.*", _CONTACT),
    "帮扶计划": _of("plans.*", ("aim", "measures", "result")),
    "结对": _of("pairings.*", ("name", "phone", "workplace")),
    "备注": ("note",),
}
_SAME = {
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
    "身体": "身体情况",
    "健康情况": "身体情况",
    "身体状况": "身体情况",
    "类别": "其他类别",
    "经济来源": "家庭经济来源",
    "代理家长": "结对",
}
_PLACED = frozenset({"place", "address", "hamlet", "household_place"})
_TOWNSHIP = re.compile("镇|乡|街道")
_PLACE_ENDS = re.compile("省|自治区|市|县|区|村|组|号|路")
# A choice is no reason to hide the word wherever it stands; a relation is, where the carer is hidden.
_WORDS_ALONE = frozenset(
    {"rating", "quality", "level", "health", "marriage", "categories", "income", "relief"}
)


def applying(child: Child, to: str) -> tuple[Withholding, ...]:
    """The entries that hold for a paper given *to* somebody; "" is anybody."""
    return tuple(one for one in child.withheld if not (to and one.from_whom) or _same(to, one.from_whom))


def covered(child: Child, to: str = "") -> Child:
    """*child* as a paper given *to* somebody may show it; the child itself where nothing is withheld."""
    if not child.withheld:
        return child
    kept = applying(child, to)
    paths = {path for one in kept for path in _paths(one.what)}
    hidden = {text for path in paths for text in _texts(child, path.split("."))}
    shown = child.model_copy(update={"withheld": kept})
    for path in sorted(paths):
        shown = _blanked(shown, path.split("."))
    return _without(shown, sorted(hidden, key=lambda text: -len(text)))


def _same(to: str, whom: str) -> bool:
    return to in whom or whom in to


def _paths(what: str) -> Iterator[str]:
    for mark in _BETWEEN:
        what = what.replace(mark, "\n")
    for word in what.splitlines():
        for spelling in (word, *_trimmed(word)):
            name = _SAME.get(spelling, spelling)
            if name in _FIELDS:
                yield from _FIELDS[name]
                break


def _trimmed(word: str) -> Iterator[str]:
    """家庭住址 and 父亲的电话 without what does not say which field."""
    for filling in _FILLING:
        word = word.replace(filling, "")
    yield from (word, word.replace("爸爸", "父亲").replace("妈妈", "母亲"))


def _texts(value: Any, path: list[str]) -> Iterator[str]:
    """What now stands at *path*, where it is long enough to be looked for elsewhere; a place also by its parts."""
    if not path:
        found = value if isinstance(value, tuple) else (value,)
        yield from (str(text) for text in found if isinstance(text, str) and len(text) >= _SHORTEST)
    elif path[-1] in _PLACED and len(path) == 1:
        for text in _texts(getattr(value, path[0], None), []):
            yield from (text, *_parts(text))
    elif path[0] == "*":
        for part in value:
            yield from _texts(part, path[1:])
    elif value is not None and path[-1] not in _WORDS_ALONE:
        yield from _texts(getattr(value, path[0], None), path[1:])


def _parts(place: str) -> Iterator[str]:
    """广东, 东莞 of 广东省东莞市; of a home only what lies below the township, which many share."""
    for part in _PLACE_ENDS.split(_TOWNSHIP.split(place)[-1]):
        if len(part) >= _SHORTEST:
            yield part


def _blanked(value: _Part, path: list[str]) -> _Part:
    """A copy with （不透露） at *path* where something stood."""
    field, *rest = path
    old = getattr(value, field, None)
    if not old:
        return value
    new: Any
    if not rest:
        new = Relation.OTHER if field == "relation" else (NOT_TOLD,) if isinstance(old, tuple) else NOT_TOLD
    elif rest[0] == "*":
        new = tuple(_blanked(part, rest[1:]) for part in old)
    else:
        new = _blanked(old, rest)
    return value.model_copy(update={field: new})


def _without(value: _Part, texts: Iterable[str]) -> _Part:
    """A copy in which none of *texts* stands in a sentence."""
    texts = list(texts)

    def clean(text: str) -> str:
        for hidden in texts:
            text = text.replace(hidden, NOT_TOLD)
        return text

    return _mapped(value, clean) if texts else value


def _mapped(value: _Part, clean: Callable[[str], str]) -> _Part:
    """Every plain text below *value* cleaned; words of closed lists, names of the child and numbers stay."""
    changes: dict[str, Any] = {}
    for field in type(value).model_fields:
        if field not in ("id", "name") or not isinstance(value, Child):
            old = getattr(value, field)
            new = _one(old, clean)
            if new is not old:
                changes[field] = new
    return value.model_copy(update=changes) if changes else value


def _one(old: Any, clean: Callable[[str], str]) -> Any:
    if type(old) is str:
        new = clean(old)
        return old if new == old else new
    if isinstance(old, Record):
        return _mapped(old, clean)
    if isinstance(old, tuple):
        parts = tuple(_one(part, clean) for part in old)
        return parts if any(new is not was for new, was in zip(parts, old, strict=True)) else old
    return old
