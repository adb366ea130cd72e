"""不得透露: what must be kept from somebody stands in no paper, of whatever kind and format."""

import zipfile
from pathlib import Path

import pytest

from tests.helpers.places import ROOT
from tests.helpers.run import Runner

KINDS = sorted(path.name.removesuffix(".md.j2") for path in (ROOT / "templates").glob("*.md.j2"))
OF_A_CHILD = ("card", "form-2016", "support-plan", "visits", "calls", "incident")
CHILD = """\
格式: 1
编号: 4kx7qm
姓名: 李小花
性别: 女
出生日期: 2001-05-12
身份证号: 990101200105124104
学籍号: G990101200105124104
户籍地: 云岭县新溪镇上溪村三组
现住址: 云岭县新溪镇花树坪九号
村组: 花树坪
在班:
- {自: 2012-09-01}
身体情况: 患病
身体说明: 哮喘发作时用喷雾
父亲: {姓名: 李强, 电话: "13800001234", 行踪: [{自: 2010-03, 状况: 外出务工, 地点: 广东省东莞市, 工种: 电子厂}]}
母亲: {姓名: 罗春兰, 电话: "13800006939", 行踪: [{自: 2011-02, 状况: 外出务工, 地点: 广东省中山市}]}
父母婚姻: 离异
照护人:
- {姓名: 王桂兰, 关系: 奶奶, 自: 2010-03, 电话: "13800002307", 住址: 云岭县桂花巷, 身体状况: 腿脚不便, 委托书: 有}
监护情况:
- {日期: 2013-10-12, 评定: 差, 说明: 夜里没人看}
关注等级:
- {自: 2013-10-12, 等级: 重点, 原因: 常独自在家}
其他类别: [单亲家庭]
家庭经济来源: [亲朋接济]
救助帮扶: [临时救助]
结对:
- {姓名: 李伟, 身份: 代理家长, 自: 2013-09-16, 单位: 镇卫生院, 电话: "13800007777"}
帮扶计划:
- {号: 52b6ht, 学期: 2013-2, 目标: 学会用喷雾器, 措施: [每周练一次], 结果: 会了}
普查:
- 号: dfkx4w
  日期: 2013-09-10
  学习: {评定: 一般, 情况: 应用题不敢下笔}
  心理: {评定: 紧急, 情况: 整夜睡不着, 需求: [心理疏导]}
  健康: {评定: 需关注, 情况: 夜里咳嗽}
家访:
- {号: k7m2qx, 日期: 2013-10-12, 性质: 定期, 家访人: [张敏], 对象: [奶奶], 情况: 王桂兰住花树坪，父亲电话13800001234。}
通话:
- {号: ya64vn, 日期: 2013-09-13, 类型: 教师联系家长, 对象: [父亲], 通话人: [张敏], 情况: 李强说在东莞换了厂}
谈心:
- {号: d4wzgr, 日期: 2013-11-12, 谈心人: [李伟], 主题: 梦见爸爸, 情况: 哭了很久}
事件:
- {号: f3n8qd, 日期: 2013-11-20, 情况: 王桂兰送到镇卫生院, 报告: [{对象: 监护人, 时间: 2013-11-20 17:00}]}
备注: 夏令营名额留给她
"""
# What the teacher writes under 内容, and what must then be found nowhere.
CASES = {
    "电话": ("13800001234", "13800006939", "13800002307"),
    "父亲的电话": ("13800001234",),
    "家庭住址": ("花树坪", "桂花巷"),
    "户籍地": ("上溪村三组",),
    "务工地点": ("东莞", "中山", "电子厂"),
    "父亲": ("李强", "13800001234", "东莞市"),
    "照护人": ("王桂兰", "奶奶", "13800002307", "桂花巷", "腿脚不便"),
    "身份证号": ("990101200105124104",),
    "学籍号": ("G990101200105124104",),
    "身体情况": ("患病（", "☑患病", "哮喘发作", "夜里咳嗽"),
    "监护情况": ("夜里没人看", "☑监护情况", "☑受委托", "☑父或母"),
    "关注等级": ("常独自在家",),
    "其他类别": ("留守；单亲家庭",),
    "家庭经济来源": ("亲朋接济 |", "☑亲朋接济"),
    "救助帮扶": ("临时救助 |", "☑临时救助"),
    "心理": ("整夜睡不着",),
    "家访、谈心": ("住花树坪", "梦见爸爸", "哭了很久"),
    "通话": ("换了厂",),
    "帮扶计划": ("学会用喷雾器", "每周练一次"),
    "结对": ("李伟（", "镇卫生院"),
    "备注": ("夏令营",),
}
MASKS = ("none", "initial", "full")


@pytest.fixture
def school(example: Path) -> Path:
    """The example with one class, and in it one child of whom all is known."""
    for file in (example / "2012-2" / "children").glob("*.yaml"):
        file.unlink()
    for file in (example / "2012-2" / "activities").glob("*.yaml"):
        file.unlink()
    return example / "2012-2"


def _withhold(school: Path, what: str, whom: str = "") -> None:
    entry = f"内容: {what}" + (f", 对谁: {whom}" if whom else "")
    file = school / "children" / "4kx7qm.yaml"
    file.write_text(f"{CHILD}不得透露:\n- {{{entry}}}\n", encoding="utf-8", newline="")


def _report(kind: str) -> tuple[str, ...]:
    """An incident's paper is written of a child who is named, and of nobody else."""
    return ("report", kind, *(("--child", "李小花") if kind == "incident" else ()))


@pytest.mark.parametrize("what", CASES)
def test_it_stands_in_no_paper(what: str, school: Path, run: Runner) -> None:
    _withhold(school, what)
    for kind in KINDS:
        place = school.parent if kind in ("homes", "scheme") else school
        ran = run(*_report(kind), "--mask", "none", cwd=place)
        assert (ran.code, [found for found in CASES[what] if found in ran.out]) == (0, []), kind


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_what_is_not_withheld_is_still_told(kind: str, school: Path, run: Runner) -> None:
    """The net above would catch nothing if nothing were printed."""
    (school / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8", newline="")
    shown = run(*_report(kind), cwd=school).out
    told = {found for hidden in CASES.values() for found in hidden if found in shown}
    assert (
        len(told)
        >= {"card": 24, "form-2016": 10, "support-plan": 8, "visits": 2, "calls": 1, "incident": 4}[kind]
    )
    assert "（不透露）" not in shown


@pytest.mark.parametrize("mask", MASKS)
def test_whatever_the_mask(mask: str, school: Path, run: Runner) -> None:
    _withhold(school, "电话、住址、照护人、身体情况、监护情况、普查、结对")
    for kind in (*OF_A_CHILD, "roster", "archive"):
        ran = run(*_report(kind), "--mask", mask, cwd=school)
        secrets = [*CASES["电话"], *CASES["家庭住址"], *CASES["照护人"], *CASES["心理"]]
        assert (ran.code, [found for found in secrets if found in ran.out]) == (0, [])


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "json"])
def test_whatever_the_format(form: str, school: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(school, "电话、现住址、备注")
    secrets = [*CASES["电话"], "花树坪", "夏令营"]
    for kind in ("card", "form-2016", "visits", "roster", "summary"):
        place = tmp_path / f"{kind}.{form}"
        asked = ("report", kind, "--format", form, "--mask", "none", "--output", str(place))
        assert run(*asked, cwd=school).code == 0
        assert [found for found in secrets if found in _text(place)] == []


def test_nor_among_the_sources(school: Path, run: Runner) -> None:
    _withhold(school, "电话、现住址、备注")
    shown = run("report", "--trace", cwd=school).both + run("list", "--json", cwd=school).both
    assert [found for found in (*CASES["电话"], "花树坪", "夏令营") if found in shown] == []


@pytest.mark.parametrize(
    ("whom", "to", "hidden"),
    [
        ("父亲", "", True),
        ("父亲", "父亲", True),
        ("父亲李强", "父亲", True),
        ("父亲", "教育局", False),
        ("", "教育局", True),
        ("", "", True),
    ],
)
def test_who_is_given_the_paper(whom: str, to: str, hidden: bool, school: Path, run: Runner) -> None:
    _withhold(school, "现住址", whom)
    ran = run("report", "card", "--for", to, cwd=school)
    assert ran.code == 0
    assert ("花树坪" not in ran.out, "（不透露）" in ran.out) == (hidden, hidden)


def test_words_that_name_no_field_leave_the_reminder(school: Path, run: Runner) -> None:
    _withhold(school, "父亲服刑的事")
    shown = run("report", "card", cwd=school).out
    assert ("不得透露的内容" in shown, "（不透露）" in shown, "13800001234" in shown) == (True, False, True)


def test_the_figures_stay_true(school: Path, run: Runner) -> None:
    file = school / "children" / "4kx7qm.yaml"
    file.write_text(CHILD, encoding="utf-8", newline="")
    before = run("report", "--format", "json", cwd=school).out
    _withhold(school, "照护人、监护情况、家访、通话、普查、其他类别")
    assert run("report", "--format", "json", cwd=school).out == before


def _text(place: Path) -> str:
    data = place.read_bytes()
    if not zipfile.is_zipfile(place):
        return data.decode("utf-8")
    with zipfile.ZipFile(place) as package:
        return "".join(
            package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")
        )
