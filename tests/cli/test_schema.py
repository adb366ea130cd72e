"""liushou schema"""

import json

import pytest

from tests.helpers.run import Runner


@pytest.mark.parametrize(
    ("kind", "title", "required"),
    [
        ("child", "孩子的档案 children/<编号>.yaml", ["格式", "编号", "姓名", "性别", "出生日期", "在班"]),
        ("class", "班级设置 class.yaml", ["格式", "班级", "学段"]),
        ("school", "学校设置 school.yaml", ["格式"]),
        ("activities", "一学期的班级活动 activities/<学期>.yaml", ["格式", "学期"]),
        ("homes", "留守儿童之家 homes.yaml", ["格式"]),
    ],
)
def test_each_kind_is_json(kind: str, title: str, required: list[str], run: Runner) -> None:
    ran = run("schema", kind)
    told = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert (told["title"], told["required"]) == (title, required)
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_child_is_the_default(run: Runner) -> None:
    assert run("schema").out == run("schema", "child").out
