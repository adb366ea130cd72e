"""JSON Schema of the record files, so that editors complete and check them."""

from typing import Any

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.mappings import Mappings
from liushou_cli.domain.settings import ClassSettings, SchoolSettings

_MODELS: dict[str, tuple[type[Record], str]] = {
    "child": (Child, "孩子的档案 children/<编号>.yaml"),
    "class": (ClassSettings, "班级设置 class.yaml"),
    "school": (SchoolSettings, "学校设置 school.yaml"),
    "activities": (Activities, "一学期的班级活动 activities/<学期>.yaml"),
    "homes": (Homes, "留守儿童之家 homes.yaml"),
    "mappings": (Mappings, "表头对应 mappings.yaml"),
}
KINDS = tuple(_MODELS)
_DAY = r"^\s*\d{4}([-./年]\d{1,2}([-./月]\d{1,2}日?|月)?)\s*$"


def schema(kind: str) -> dict[str, Any]:
    """Draft 2020-12 schema of one *kind* of file (one of ``KINDS``).

    An editor reads YAML with types of its own: there 07 is a number, and a list of one may be
    written without brackets. The schema takes what the record format takes.
    """
    model, title = _MODELS[kind]
    found = _as_written(model.model_json_schema(by_alias=True, mode="serialization"))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "title": title}


def _as_written(part: Any) -> Any:
    if isinstance(part, list):
        return [_as_written(one) for one in part]
    if not isinstance(part, dict):
        return part
    part = {key: _as_written(one) for key, one in part.items() if not _is_ours(key, one)}
    if part.get("format") == "date":
        return {**{key: one for key, one in part.items() if key != "format"}, "pattern": _DAY}
    if part.get("type") == "string" and "enum" not in part:
        return {**part, "type": ["string", "number"]}
    if part.get("type") == "array":
        shape = {key: part.pop(key) for key in ("type", "items", "minItems") if key in part}
        return {**part, "anyOf": [shape, shape["items"]]}
    return part


def _is_ours(key: str, one: Any) -> bool:
    """Docstrings and class names, which are for programmers."""
    return key == "description" or (key == "title" and isinstance(one, str) and one.isascii())
