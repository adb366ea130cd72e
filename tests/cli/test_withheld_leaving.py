"""不得透露: what must be kept from somebody leaves by no way out, data and other people's forms among them."""

from pathlib import Path

import pytest

from tests.helpers.blank_forms import document, sheet, values
from tests.helpers.places import ROOT
from tests.helpers.run import Runner
from tests.helpers.told_child import CASES, CHILD, text_of

MARKED = ROOT / "examples" / "表样" / "带标记"
FIELDS = (
    "姓名,父亲,母亲,照护人,关系,电话,身份证号,学籍号,户籍地,现住址,村组,身体情况,监护情况,关注等级,"
    "其他类别,家庭经济来源,救助帮扶"
)
EXPORTS = {
    **{f"roster.{form}": ("roster", "--fields", FIELDS) for form in ("csv", "xlsx", "json", "jsonl")},
    "records.jsonl": ("records",),
    "book.vcf": ("--vcard",),
    "form.xlsx": ("--xlsform",),
    "numbers.json": ("statistics",),
}
# Labels of a bureau's form that ask for all that is known.
ASKED = (
    *("姓名", "身份证号", "学籍号", "户籍地", "家庭住址", "村组", "身体情况", "残疾或疾病说明", "父亲姓名"),
    *(
        "父亲电话",
        "父亲务工地点",
        "母亲姓名",
        "母亲电话",
        "母亲务工地点",
        "监护人",
        "监护人电话",
        "与学生关系",
    ),
    *("监护人住址", "监护人身体状况", "监护情况", "监护类型", "关注等级", "是否单亲家庭", "家庭经济来源"),
    *("救助帮扶", "父母婚姻", "备注"),
)
# What only the papers say, and words of closed lists as a form writes them.
CLOSED = {
    "身体情况": ("患病",),
    "家庭经济来源": ("亲朋接济",),
    "救助帮扶": ("临时救助",),
    "父母婚姻": ("离异",),
}


@pytest.fixture
def one(example: Path) -> Path:
    for folder in ("children", "activities"):
        for file in (example / "2012-2" / folder).glob("*.yaml"):
            file.unlink()
    return example / "2012-2"


def _withhold(one: Path, what: str, whom: str = "") -> None:
    entry = f"内容: {what}" + (f", 对谁: {whom}" if whom else "")
    file = one / "children" / "4kx7qm.yaml"
    file.write_text(f"{CHILD}不得透露:\n- {{{entry}}}\n", encoding="utf-8", newline="")


def _secrets(what: str) -> tuple[str, ...]:
    return tuple(text for text in CASES.get(what, ()) if not set("（☑|；") & set(text))


def _found(what: str, place: Path, *, closed: bool = True) -> list[str]:
    """Secrets in the file. Not where every word of a closed list stands anyway: in heads, boxes and drop-downs."""
    text = text_of(place)
    lists = {"奶奶"} if place.name == "roster.xlsx" else set()
    secrets = {*_secrets(what), *(CLOSED.get(what, ()) if closed else ())} - lists
    return [secret for secret in secrets if secret in text]


@pytest.mark.parametrize("what", [*CASES, "父母婚姻"])
def test_no_export_in_no_format(what: str, one: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(one, what)
    for name, asked in EXPORTS.items():
        mask = () if name == "book.vcf" else ("--mask", "none")
        ran = run("export", *asked, *mask, "-o", str(tmp_path / name), cwd=one)
        assert (ran.code, _found(what, tmp_path / name, closed=name != "numbers.json")) == (0, []), name


@pytest.mark.parametrize("what", [*CASES, "父母婚姻"])
def test_no_form_that_is_filled(what: str, one: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(one, what)
    (one / "表.xlsx").write_bytes(sheet([list(ASKED), [""]], (), "A1:Z2"))
    (one / "表.docx").write_bytes(document([], [[label, ""] for label in ASKED]))
    for name in ("表.xlsx", "表.docx"):
        ran = run("fill", name, "--yes", "-o", str(tmp_path / name), cwd=one)
        assert (ran.code, _found(what, tmp_path / name)) == (0, []), (name, ran.err)


@pytest.mark.parametrize("what", CASES)
def test_no_form_with_marks_and_no_calendar_and_no_sheet(
    what: str, one: Path, run: Runner, tmp_path: Path
) -> None:
    _withhold(one, what)
    for form in MARKED.iterdir():
        place = tmp_path / f"{form.stem}{form.suffix}"
        child = ("--child", "李小花") if form.stem == "联系卡" else ()
        ran = run("report", "--form", str(form), *child, "--mask", "none", "-o", str(place), cwd=one)
        assert (ran.code, _found(what, place, closed=False)) == (0, []), form.name
    for kind in ("ics", "docx"):
        place = tmp_path / f"due.{kind}"
        assert run("due", "--format", kind, "--mask", "none", "-o", str(place), cwd=one).code == 0
        assert _found(what, place) == [], kind


def test_nothing_would_be_caught_if_nothing_were_told(one: Path, run: Runner, tmp_path: Path) -> None:
    (one / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8", newline="")
    every = {secret for what in CASES for secret in _secrets(what)}
    told = {}
    for name, asked in EXPORTS.items():
        mask = () if name == "book.vcf" else ("--mask", "none")
        run("export", *asked, *mask, "-o", str(tmp_path / name), cwd=one)
        told[name] = len({secret for secret in every if secret in text_of(tmp_path / name)})
    (one / "表.xlsx").write_bytes(sheet([list(ASKED), [""]], (), "A1:Z2"))
    run("fill", "表.xlsx", "--yes", "-o", str(tmp_path / "表.xlsx"), cwd=one)
    told["fill"] = len({secret for secret in every if secret in text_of(tmp_path / "表.xlsx")})
    assert told["records.jsonl"] >= 25
    assert told["roster.csv"] >= 10
    assert told["fill"] >= 15
    assert told["book.vcf"] >= 4


def test_the_receiver_decides(one: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(one, "现住址", "父亲")
    place = tmp_path / "名单.csv"
    for whom, told in (("", False), ("父亲", False), ("县教育局", True)):
        asked = ("export", "--fields", "姓名,现住址", "--mask", "none", "--for", whom, "-o", str(place))
        assert run(*asked, cwd=one).code == 0
        assert ("花树坪" in text_of(place)) is told


def test_a_form_shows_what_is_kept_from_others_only(one: Path, run: Runner) -> None:
    _withhold(one, "现住址", "父亲")
    (one / "表.xlsx").write_bytes(sheet([["姓名", "性别", "家庭住址"], [""]], (), "A1:C2"))
    ran = run("fill", "表.xlsx", "--yes", "--for", "县教育局", cwd=one)
    assert values((one / "表（已填）.xlsx").read_bytes())[1][2] == "云岭县新溪镇花树坪九号"
    assert "注意：李小花的档案有不得透露：现住址（对父亲），没有盖住什么，交出去以前自己看一遍\n" in ran.err


def test_words_that_name_nothing_are_a_reminder(one: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(one, "那件事", "同学")
    ran = run("export", "-o", str(tmp_path / "名单.csv"), cwd=one)
    assert (
        "注意：李小花的档案有不得透露：那件事（对同学）。程序不知道盖哪里，交出去以前自己看一遍。\n"
        in ran.err
    )


def test_a_form_filled_outside_the_records_is_entered_first(one: Path, run: Runner, tmp_path: Path) -> None:
    (one / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8", newline="")
    (one / "卡.docx").write_bytes(document([], [["姓名", ""], ["家庭住址", ""]]))
    inside = run("fill", "卡.docx", "--yes", cwd=one)
    assert (inside.code, "已登记外出" in inside.err) == (0, False)
    told = ("--for", "县教育局", "--purpose", "排查", "--mask", "initial")
    ran = run("fill", "卡.docx", "--yes", *told, "-o", str(tmp_path / "卡.docx"), cwd=one)
    assert (ran.code, "已登记外出：ledger/2013-12.yaml\n" in ran.err) == (0, True)
    (entry,) = (one.parent / "ledger").glob("*.yaml")
    said = entry.read_text(encoding="utf-8")
    for line in (
        "命令: fill",
        "字段: [姓名, 现住址]",
        "孩子: [4kx7qm]",
        "隐名: initial",
        "给谁: 县教育局",
        "用途: 排查",
    ):
        assert line in said
    assert _found("父亲", tmp_path / "卡.docx") == []
