"""Headings as forms, registers and teachers write them, and the fields they mean."""

import pytest

from liushou_cli.domain.labels import (
    NOT_KEPT,
    Match,
    field_of,
    fields,
    fields_of,
    known,
    owner_of,
    printed,
    spellings,
)
from liushou_cli.domain.labels.spelling import bracketed, key, near, person


def _row(*headings: str) -> list[str]:
    """The fields of a row of headings; ``父亲/电话`` is a group and its label, ? what has to be asked."""
    return [
        f"{one.field}{'?' if one.near else ''}" if one else "-"
        for one in fields_of([tuple(heading.split("/")) for heading in headings])
    ]


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        ("姓名 *姓名 姓名★ 姓　名 学生姓名 儿童姓名 留守儿童姓名 姓名（必填）", "姓名"),
        ("出生日期 出生年月 出生年月日 出生日期(年月日) 出生时间", "出生日期"),
        ("身份证号 身份证号码 公民身份证号码 公民身份号码 证件号码 ＊身份证号 身份证号（18位）", "身份证号"),
        ("身份证件号码 学生身份证件号", "身份证号"),
        ("是否登记户口", "户口登记"),
        ("户籍所在地 户籍地址", "户籍地"),
        ("现居住地 家庭住址 家庭详细地址 现住址", "现住址"),
        ("身体情况 健康状况", "身体情况"),
        ("残疾类别及等级 患病类型", "身体说明"),
        ("就读方式 是否寄宿生 是否学校寄宿 寄宿情况 走读/寄宿", "就读方式"),
        ("就学情况", "就学情况"),
        ("是否留守儿童 留守类型", "学籍登记"),
        ("上下学方式", "上下学方式"),
        ("是否孤儿", "其他类别.孤儿"),
        ("班级 班级名称 班号 所属班级", "班级"),
        ("父亲务工地点 父亲当前务工地点 父亲务工地址 父亲外出打工的地址 务工地点（父亲）", "父亲.行踪.地点"),
        ("父亲联系电话 父亲电话 父亲的手机号码 电话（父亲） 爸爸电话 父电话", "父亲.电话"),
        ("母亲公民身份证号码 母亲身份证号", "母亲.身份证号"),
        ("祖父姓名 爷爷姓名 祖父", "祖辈.祖父.姓名"),
        ("外祖母出生日期 外婆出生日期", "祖辈.外祖母.出生日期"),
        ("委托监护人姓名 监护人 监护人姓名 照护人 代管人姓名", "照护人.姓名"),
        ("监护关系 监护人与学生关系 与被监护人关系 与儿童关系 监护人1关系 与监护人关系", "照护人.关系"),
        ("监护人居住地地址 监护人住址", "照护人.住址"),
        ("监护类型 监护情况评估", "监护情况"),
        ("家庭经济来源 家庭经济来源（多选）", "家庭经济来源"),
        ("救助帮扶情况 救助帮扶情况(多选)", "救助帮扶"),
        ("成员1姓名 家庭成员1姓名", "成员1.姓名"),
        ("成员2是否监护人", "成员2.是否监护人"),
    ],
)  # fmt: skip
def test_one_idea_under_many_labels(headings: str, field: str) -> None:
    assert {heading: field_of((heading,)) for heading in headings.split(" ")} == dict.fromkeys(
        headings.split(" "), Match(field)
    )


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (("父亲", "联系电话"), "父亲.电话"),
        (("父亲基本情况", "当前务工地点"), "父亲.行踪.地点"),
        (("家庭情况", "母亲", "姓名"), "母亲.姓名"),
        (("父母情况", "父亲姓名"), "父亲.姓名"),
        (("委托监护人", "与被监护人关系"), "照护人.关系"),
        (("监护人信息", "居住地地址"), "照护人.住址"),
        (("学生基本信息", "姓名"), "姓名"),
        (("根本信息", "姓名"), "姓名"),
        (("祖父母", "祖父姓名"), "祖辈.祖父.姓名"),
        (("成员1", "联系电话"), "成员1.电话"),
    ],
)
def test_a_group_tells_whose_a_label_is(path: tuple[str, ...], field: str) -> None:
    assert field_of(path) == Match(field)


def test_what_is_asked_of_nobody_else_is_not_the_childs() -> None:
    assert field_of(("父亲", "民族")) is None
    assert field_of(("邻居", "身份证号")) == Match("身份证号", near=True)
    assert field_of(("班主任", "姓名")) == Match("班主任")


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (
            "姓名 出生日期 祖父姓名 出生日期 外祖母姓名 出生日期 父亲姓名 出生日期 联系电话 母亲姓名 出生日期 联系电话",
            "姓名 出生日期 祖辈.祖父.姓名 祖辈.祖父.出生日期 祖辈.外祖母.姓名 祖辈.外祖母.出生日期 "
            "父亲.姓名 父亲.出生日期 父亲.电话 母亲.姓名 母亲.出生日期 母亲.电话",
        ),
        ("姓名 监护人 关系 电话 家庭住址", "姓名 照护人.姓名 照护人.关系 照护人.电话 现住址"),
        ("姓名 父亲姓名 身份证号 母亲姓名 身份证号", "姓名 父亲.姓名 父亲.身份证号 母亲.姓名 母亲.身份证号"),
        ("姓名 父亲姓名 身份证号", "姓名 父亲.姓名 身份证号?"),
        ("姓名 家庭住址 监护人 家庭住址", "姓名 现住址 照护人.姓名 照护人.住址"),
        ("姓名 联系电话", "姓名 -"),
        ("姓名 父亲姓名 家庭住址 联系电话", "姓名 父亲.姓名 现住址 -"),
        ("姓名 家庭住址 现居住地", "姓名 现住址 -"),
        ("序号 姓名 年龄 班级 备注", "序号 姓名 年龄 班级 备注"),
        ("父亲/姓名 父亲/电话 母亲/姓名 母亲/电话", "父亲.姓名 父亲.电话 母亲.姓名 母亲.电话"),
    ],
)  # fmt: skip
def test_a_repeated_label_is_of_the_person_before_it(headings: str, found: str) -> None:
    assert _row(*headings.split(" ")) == found.split()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("户口薄地址", "户籍地"),
        ("出身日期", "出生日期"),
        ("身份正号码", "身份证号"),
        ("监护人姓民", "照护人.姓名"),
    ],
)
def test_a_slip_of_the_pen_is_offered_not_taken(heading: str, field: str) -> None:
    assert field_of((heading,)) == Match(field, near=True)
    assert not known((heading,))


@pytest.mark.parametrize("heading", ["爱好", "姓", "特长", "", "★", "毋亲姓名", "联系电话", "2013年9月"])
def test_what_the_table_does_not_know(heading: str) -> None:
    assert field_of((heading,)) is None


def test_nothing_is_a_heading() -> None:
    assert field_of(()) is None
    assert fields_of([]) == []
    assert not known(())


def test_a_label_asked_of_anybody_is_known_as_one() -> None:
    assert known(("联系电话",))
    assert not known(("石塘小学留守儿童花名册",))


def test_every_field_has_a_heading_that_means_it() -> None:
    assert {field: field_of((printed(field),)) for field in fields()} == {
        field: Match(field) for field in fields()
    }
    assert (printed("父亲.电话"), printed("照护人.姓名"), printed("姓名")) == (
        "父亲电话",
        "照护人姓名",
        "姓名",
    )


def test_every_spelling_means_its_field() -> None:
    assert [(f, s) for f in fields() for s in spellings(f) if field_of((s,)) != Match(f)] == []
    assert "爸爸手机号" in spellings("父亲.电话")


def test_what_the_record_has_no_place_for() -> None:
    assert {"序号", "年龄", "班级", "填报单位"} <= NOT_KEPT
    assert not Match("年龄").kept
    assert not Match("成员1.工作单位").kept
    assert Match("成员1.电话").kept
    assert (owner_of("祖辈.外祖父.姓名"), owner_of("父亲.行踪.地点"), owner_of("现住址")) == (
        "祖辈.外祖父",
        "父亲",
        "",
    )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("出生日期", "出身日期", True),
        ("出生日期", "出生期日", True),
        ("出生日期", "出生日", True),
        ("出生日期", "出出生日期", True),
        ("出生日期", "出生日期", False),
        ("出生日期", "出生年月", False),
        ("出生日期", "日期出生", False),
        ("", "出", True),
    ],
)
def test_one_character_off(one: str, other: str, alike: bool) -> None:
    assert near(one, other) is near(other, one) is alike


def test_marks_brackets_and_full_width_forms_go() -> None:
    assert key(" ＊姓　名\n（必填）") == "姓名"
    assert key("（家庭住址）") == "家庭住址"
    assert bracketed("电话〔父亲〕") == "父亲"
    assert (person("父亲基本情况"), person("基本信息"), person("情况")) == ("父亲", "基本信息", "情况")
