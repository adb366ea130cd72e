"""The schema takes what the record format takes, read as an editor reads it: with YAML's own types."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from liushou_cli.usecases.schema import KINDS, schema
from tests.helpers.places import SCHOOL
from tests.helpers.schema import faults

FILES = {
    "school": "school.yaml",
    "homes": "homes.yaml",
    "class": "*/class.yaml",
    "activities": "*/activities/*.yaml",
    "child": "*/children/*.yaml",
}


_KINDS_OF_VALUES = ("string", "number", "integer", "array", "object", "null", "boolean")


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors have it: 是 and dates are text, 07 is a number."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(str(node.value)))


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"mappings"}))  # the example was never imported
def test_every_file_of_the_example_is_taken(kind: str) -> None:
    asked = schema(kind)
    found = {
        path.name: list(faults(yaml.load(path.read_text(encoding="utf-8"), Editor), asked, asked))
        for path in SCHOOL.glob(FILES[kind])
    }
    assert found
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        (
            "class",
            "{格式: 1, 班级: 2012-2, 学段: 大学}",
            ["/学段: '大学' is not one of ['小学', '初中', '高中']"],
        ),
        ("class", "{格式: 1, 班级: 2012-2}", [": no 学段"]),
        (
            "class",
            "{格式: 1, 班级: 2012-2, 学段: 小学, 学生数: {2013-2: 多}}",
            ["/学生数/2013-2: '多' is not integer"],
        ),
        ("activities", "{格式: 1, 学期: 2013-2, 活动: {日期: 2013-9-1, 类别: 班会, 参加: 全体}}", []),
        ("activities", "{格式: 0, 学期: 2013-2}", ["/格式: 0 is less than 1"]),
        ("mappings", "{格式: 1, 对应: [{表头: 娃娃生日, 字段: 出生日期}]}", []),
        ("mappings", "{格式: 1, 对应: [{表头: 娃娃生日}]}", ["/对应/0: no 字段"]),
        ("school", "{格式: 1, 要求: {家访: 每学期1次}, 制度: 一条}", []),
    ],
)
def test_single_files(kind: str, text: str, wrong: list[str]) -> None:
    asked = schema(kind)
    assert list(faults(yaml.load(text, Editor), asked, asked)) == wrong


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema_itself(kind: str) -> None:
    """What a validator of draft 2020-12 would refuse of the schema before it looks at any file."""
    asked = schema(kind)
    for part in _parts(asked):
        shape = part.get("type", [])
        assert {*([shape] if isinstance(shape, str) else shape)} <= set(_KINDS_OF_VALUES), part
        assert part.get("enum") != [], part
        re.compile(part.get("pattern", ""))
        assert set(part.get("required", ())) <= set(part.get("properties", part.get("required", ()))), part
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in asked["$defs"], part


@pytest.mark.parametrize("kind", KINDS)
def test_it_speaks_no_english(kind: str) -> None:
    assert [text for text in _texts(schema(kind)) if re.match(r"[A-Za-z ]+$", text)] == []


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema: what stands under a name of a property is one, its name is none."""
    yield part
    for named in ("properties", "$defs"):
        for one in part.get(named, {}).values():
            yield from _parts(one)
    for one in (*part.get("anyOf", ()), part.get("items"), part.get("additionalProperties")):
        if isinstance(one, dict):
            yield from _parts(one)


def _texts(part: Any) -> list[str]:
    if isinstance(part, dict):
        mine = [text for key in ("title", "description") if isinstance(text := part.get(key), str)]
        return mine + [text for one in part.values() for text in _texts(one)]
    return [text for one in part for text in _texts(one)] if isinstance(part, list) else []
