"""事件: no command tells its words but `report incident`, and `show` and `find` where --incidents asks for them."""

import subprocess
from pathlib import Path

import pytest

from liushou_cli.cli.commands import COMMANDS
from liushou_cli.formats import kinds
from tests.helpers.blank_forms import document, sheet
from tests.helpers.run import Runner
from tests.helpers.told_child import text_of

KIND, NOTE, HANDLING, FOUND, TASK = (
    "猹咬伤类",
    "她被獬豸追了三条街",
    "送去昆仑包扎",
    "蓐收亲眼所见",
    "陪去瑶池复查",
)
WORDS = (KIND, NOTE, HANDLING, FOUND, TASK)
CHILD = "李小花"
LOGGED = (
    *("log-incident", CHILD, "--on", "2013-12-20", "--kind", KIND, "--note", NOTE, "--found-by", FOUND),
    *("--handling", HANDLING, "--follow-up", f"{TASK}@2013-12-31"),
)
LOOKING = (
    *("", "list", "list --json", "list --overdue", "list --overdue --json", "list --with 家访"),
    *(f"show {CHILD}", f"show {CHILD} --json", f"show {CHILD} --timeline", "find 她", "find 她 --json"),
    *(
        "stats",
        "stats --json",
        "stats --by 月",
        "due",
        "due --json",
        "due --gaps",
        "due --tonight",
        "due --by-village",
    ),
    *("due --kind 跟进", f"history {CHILD}", f"history {CHILD} --json", "check", "check --json"),
    *("level", "level --json", "confirm", "consent", "plan", "plan --json", "pair", "pair --json", "audit"),
    *("template vars", "schema"),
)
EXPORTS = ("roster", "statistics", "records", "--anonymous", "--vcard", "--xlsform")
ASKED = ("姓名", "性别", "备注", "说明", "事件", "情况", "处理", "跟进", "身体情况", "类别")
# Commands that only write; they answer in one sentence, and git's words for them are looked at below.
WRITING = {
    *("init", "add-child", "import", "set", "add-survey", "log-visit", "log-call", "log-talk", "log-support"),
    *("log-mediation", "log-concern", "log-incident", "log-activity", "unpair", "done", "leave", "readmit"),
    *("transfer", "receive", "undo", "trust", "pack", "unpack", "twin"),
}


@pytest.fixture
def hurt(example_repo: Path, run: Runner) -> Path:
    """The class of the example in git, one child of it with an incident."""
    folder = example_repo / "2012-2"
    assert run(*LOGGED, cwd=folder).code == 0
    return folder


def _told(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


def test_every_command_is_walked_or_only_writes() -> None:
    walked = {one.split()[0] for one in LOOKING if one} | {"report", "export", "fill"}
    assert set(COMMANDS) == walked | WRITING


def test_what_is_shown(hurt: Path, run: Runner) -> None:
    for words in LOOKING:
        ran = run(*words.split(), cwd=hurt)
        assert (_told(ran.both), ran.code < 2) == ([], True), words


def test_who_asks_is_told(hurt: Path, run: Runner) -> None:
    assert _told(run("show", CHILD, "--incidents", cwd=hurt).out) == list(WORDS)
    assert "獬豸" in run("find", "獬豸", "--incidents", cwd=hurt).out
    assert _told(run("report", "incident", "--child", CHILD, cwd=hurt).out) == list(WORDS)


@pytest.mark.parametrize("kind", sorted(set(kinds.kinds()) - {"incident"}))
def test_every_other_paper(kind: str, hurt: Path, run: Runner, tmp_path: Path) -> None:
    place = hurt.parent if kind in ("scheme", "homes") else hurt
    for more in ((), ("--trace",), ("--format", "json")):
        ran = run("report", kind, "--mask", "none", *more, cwd=place)
        assert (ran.code, _told(ran.both)) == (0, []), more
    for form in ("html", "docx", "xlsx"):
        file = tmp_path / f"材料.{form}"
        assert run("report", kind, "--mask", "none", "-o", str(file), "--format", form, cwd=place).code == 0
        assert _told(text_of(file)) == [], form


def test_every_export_and_calendar_and_form(hurt: Path, run: Runner, tmp_path: Path) -> None:
    for number, what in enumerate(EXPORTS):
        mask = () if what in ("--anonymous", "--vcard") else ("--mask", "none")
        file = (
            tmp_path / f"{number}.{'xlsx' if what == '--xlsform' else 'vcf' if what == '--vcard' else 'json'}"
        )
        place = hurt.parent if what == "--anonymous" else hurt
        kind = ("--format", "jsonl") if what == "records" else ()
        ran = run("export", what, *mask, *kind, "-o", str(file), cwd=place)
        assert (ran.code, _told(ran.both + text_of(file))) == (0, []), what
    for form in ("ics", "docx"):
        file = tmp_path / f"due.{form}"
        assert run("due", "--format", form, "-o", str(file), cwd=hurt).code == 0
        assert _told(text_of(file)) == [], form
    blanks = {
        "表.xlsx": sheet([list(ASKED), [""]], (), "A1:J2"),
        "表.docx": document([], [[w, ""] for w in ASKED]),
    }
    for name, data in blanks.items():
        (hurt / name).write_bytes(data)
        ran = run("fill", name, "--child", CHILD, "--yes", "-o", str(tmp_path / name), cwd=hurt)
        assert (ran.code, _told(ran.both + text_of(tmp_path / name))) == (0, []), name


def test_git_and_the_answers_of_commands_that_write(hurt: Path, run: Runner) -> None:
    said = [
        run("done", CHILD, "复查", cwd=hurt),
        run("undo", "--yes", cwd=hurt),
        run("log-incident", CHILD, "--on", "2013-12-20", "--report", "公安@2013-12-20", cwd=hurt),
        run("transfer", CHILD, "2012-1", "--on", "2013-12-28", cwd=hurt),
    ]
    assert [(one.code, _told(one.both)) for one in said] == [(0, [])] * 4
    asked = ["git", "log", "--format=%B", "-5"]
    log = subprocess.run(asked, cwd=hurt, capture_output=True, encoding="utf-8", check=True).stdout
    assert _told(log) == []
