"""One commit a command, of just its own files, without a child's name, whatever else lies changed in the folder."""

import re
import subprocess
from pathlib import Path

import pytest

from liushou_cli.cli.commands import COMMANDS
from liushou_cli.store import sealed
from tests.helpers import quick_age
from tests.helpers.run import Runner

CHILD = ("--gender", "女", "--born", "2001-05-06", "--register", "非留守")
VISIT = ("--on", "2013-12-28", "--with", "奶奶", "--note", "都好")
CHANGING = {
    "add-child": ("王小雨", *CHILD),
    "set": ("许明", "村组", "石桥村五组"),
    "import": ("../../名册.csv", "--yes"),
    "add-survey": ("许明", "--on", "2013-12-28", "--study", "较好"),
    "log-visit": ("许明", "李小花", *VISIT, "--kind", "定期"),
    "log-call": ("许明", *VISIT, "--type", "教师联系照护人", "--channel", "电话", "--result", "接通"),
    "log-talk": ("许明", "--on", "2013-12-28", "--note", "都好"),
    "log-support": ("许明", "--on", "2013-12-28", "--kind", "物资", "--what", "羽绒服"),
    "log-mediation": ("许明", "--on", "2013-12-28", "--note", "借钱的事说开了", "--result", "跟踪中"),
    "log-concern": ("许明", "--on", "2013-12-28", "--aspect", "心理", "--note", "话少了"),
    "log-incident": ("许明", "--on", "2013-12-28", "--kind", "意外受伤", "--note", "手腕扭伤"),
    "plan": ("许明", "--aim", "寒假不缺作业", "--measure", "每周对一次作业"),
    "pair": ("许明", "--with", "秦玉珍", "--role", "代理家长", "--since", "2013-12-28"),
    "unpair": ("李小花", "--with", "李伟", "--on", "2013-12-28"),
    "pack": ("../../交接.age", "--to", "王芳老师", "--passphrase-file", "../../口令.txt"),
    "export": ("roster", "--output", "../../名单.csv"),
    "confirm": ("许明", "父亲.电话", "--on", "2013-12-28"),
    "consent": ("许明", "--by", "奶奶", "--on", "2013-12-28", "--scope", "建档"),
    "level": ("许明", "重点", "--reason", "奶奶住院", "--on", "2013-12-28"),
    "log-activity": ("--on", "2013-12-27", "--kind", "班会", "--title", "迎新年", "--children", "all"),
    "done": ("许明", "补办", "--on", "2013-12-29"),
    "leave": ("许明", "--on", "2013-12-27", "--reason", "转学"),
    "readmit": ("许明", "--since", "2013-12-20"),
    "transfer": ("许明", "2012-1", "--on", "2013-12-20"),
    "undo": ("--yes",),
    "check": ("--fix",),
    "report": ("--final",),
}
# Others change no record of a class that is there already. receive needs a parcel, see test_receive.py, test_unpack.py;
# fill keeps what its questions were answered, see test_fill.py.
ONLY_LOOKING = {
    "init",
    "receive",
    "unpack",
    "twin",
    "fill",
    "list",
    "show",
    "find",
    "stats",
    "due",
    "history",
    "audit",
    "template",
    "trust",
    "schema",
}


def git(folder: Path, *args: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *args]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def test_every_command_is_of_one_kind_or_the_other() -> None:
    assert set(COMMANDS) - set(CHANGING) - ONLY_LOOKING == set()


@pytest.mark.parametrize("command", CHANGING)
def test_one_commit_of_its_own_files(
    example_repo: Path, run: Runner, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = example_repo / "2012-2"
    if command == "done":
        run("log-visit", "许明", *VISIT, "--kind", "定期", "--follow-up", "补办助学金@2013-12-29", cwd=place)
    if command == "readmit":
        run("leave", "许明", "--on", "2013-12-06", "--reason", "随迁", cwd=place)
    if command == "import":
        roster = "姓名,性别,出生日期\n王小雨,女,2001-05-06\n"
        (example_repo.parent / "名册.csv").write_text(roster, encoding="utf-8")
    if command == "pack":
        monkeypatch.setattr(sealed, "pyrage", quick_age)
        (example_repo.parent / "口令.txt").write_text("correct horse battery\n", encoding="utf-8")
    if command == "undo":
        run("set", "许明", "村组", "石桥村五组", cwd=place)
    if command == "check":
        file = place / "children" / "4kx7qm.yaml"
        text, lacking = re.subn(r"- 号: +\w+\n +", "- ", file.read_text(encoding="utf-8"), count=1)
        assert lacking == 1
        file.write_text(text, encoding="utf-8", newline="")
    count = int(git(example_repo, "rev-list", "--count", "HEAD"))
    dirty = example_repo / "2012-1" / "class.yaml"
    dirty.write_bytes(dirty.read_bytes() + "# 手工加的\n".encode())
    (place / "我的笔记.txt").write_text("不归你管\n", encoding="utf-8")
    (place / "staged.txt").write_text("我自己要提交的\n", encoding="utf-8")
    git(example_repo, "add", "2012-2/staged.txt")
    others = {" M 2012-1/class.yaml", "A  2012-2/staged.txt", "?? 2012-2/我的笔记.txt"}
    ran = run(command, *CHANGING[command], cwd=place)
    assert ran.code in ((0, 1) if command == "check" else (0,)), ran.err
    assert set(git(example_repo, "status", "--porcelain").splitlines()) == others
    assert int(git(example_repo, "rev-list", "--count", "HEAD")) == count + 1
    message = git(example_repo, "log", "-1", "--format=%B")
    assert not [name for name in ("许明", "李小花", "王小雨") if name in message]
    assert message.rstrip().splitlines()[2] == "Written-by: liushou"
    changed = git(example_repo, "show", "--name-only", "--format=").splitlines()
    assert not {name for name in changed if name.endswith((".txt", "2012-1/class.yaml"))}
