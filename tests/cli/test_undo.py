"""liushou undo: the last command's files as they were, or a reason why not."""

import subprocess
from pathlib import Path

import pytest

from tests.helpers.run import Runner


def git(folder: Path, *args: str) -> str:
    command = [
        "git",
        "-c",
        "core.quotePath=false",
        "-c",
        "user.name=何主任",
        "-c",
        "user.email=h@e.invalid",
        *args,
    ]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
        if ".git" not in path.parts
    }


COMMANDS = (
    ("set", "许明", "村组", "石桥村五组"),
    (
        "log-visit",
        "许明",
        "李小花",
        "--on",
        "2013-12-28",
        "--with",
        "奶奶",
        "--kind",
        "定期",
        "--note",
        "都好",
    ),
    ("add-child", "王小雨", "--gender", "女", "--born", "2001-05-06", "--register", "非留守"),
    ("log-activity", "--on", "2013-12-27", "--kind", "班会", "--title", "迎新年", "--children", "all"),
    ("transfer", "许明", "2012-1", "--on", "2013-12-20"),
    ("leave", "李小花", "--on", "2013-12-27", "--reason", "转学"),
)


def test_step_by_step_back_and_forth(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    states = [files(example_repo)]
    for command in COMMANDS:
        ran = run(*command, cwd=place)
        assert ran.code == 0, ran.err
        states.append(files(example_repo))
    for state in reversed(states[:-1]):
        ran = run("undo", "--yes", cwd=place)
        assert (ran.code, files(example_repo)) == (0, state), ran.err
    refused = run("undo", "--yes", cwd=place)
    assert refused.code == 7
    assert refused.err.startswith("错误：最近一次改动（2013-12-30 张敏：建立档案）不是 liushou 做的")
    for state in states[1:]:
        ran = run("undo", "--redo", "--yes", cwd=place)
        assert (ran.code, files(example_repo)) == (0, state), ran.err
    assert run("undo", "--redo", "--yes", cwd=place).code == 2
    assert git(example_repo, "status", "--porcelain") == ""
    messages = git(example_repo, "log", "--format=%s").splitlines()
    assert messages[0].startswith("重做：离班：")
    assert messages[len(COMMANDS)].startswith("撤销：修改：fxk4k1 村组")
    assert not any(name in "".join(messages) for name in ("许明", "李小花", "王小雨"))


def test_a_new_change_after_an_undo_ends_the_redoing(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    run(*COMMANDS[0], cwd=place)
    run("undo", "--yes", cwd=place)
    run("set", "李小花", "村组", "九组", cwd=place)
    ran = run("undo", "--redo", "--yes", cwd=place)
    assert (ran.code, ran.err) == (2, "错误：没有可以重做的：最近一次不是撤销\n")
    assert run("undo", "--yes", cwd=place).err.startswith("已撤销：修改：4kx7qm 村组")


def test_it_says_what_it_would_do_and_a_script_must_agree(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    run(*COMMANDS[4], cwd=place)
    before = files(example_repo)
    ran = run("undo", cwd=place)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "要撤销的是：转班：fxk4k1（2013-12-20，到 2012-1），2013-12-30 张敏做的",
        "  去掉 2012-1/children/fxk4k1.yaml（许明）",
        "  找回 2012-2/children/fxk4k1.yaml（许明）",
        "  去掉 2012-2/moved/fxk4k1.yaml",
        "错误：没有撤销：要先看过上面说的",
        "提示：看过了就加上 --yes，再运行 liushou undo",
    ]
    assert files(example_repo) == before


@pytest.mark.parametrize("committed", [True, False])
def test_what_was_changed_since_is_not_lost(example_repo: Path, run: Runner, committed: bool) -> None:
    place = example_repo / "2012-2"
    run(*COMMANDS[1], cwd=place)
    file = place / "children" / "fxk4k1.yaml"
    file.write_bytes(file.read_bytes() + "# 我加的\n".encode())
    if committed:
        git(example_repo, "commit", "-qam", "手工改")
    before = files(example_repo)
    ran = run("undo", "--yes", cwd=place)
    assert ran.code == 7
    said = (
        "不是 liushou 做的" if committed else "2012-2/children/fxk4k1.yaml 后来又改过，撤销会丢掉后来的改动"
    )
    assert said in ran.err
    assert files(example_repo) == before


def test_other_changes_in_a_dirty_tree_stay(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    start = files(example_repo)
    run(*COMMANDS[0], cwd=place)
    other = place / "children" / "4kx7qm.yaml"
    other.write_bytes(other.read_bytes() + "# 我加的\n".encode())
    assert run("undo", "--yes", cwd=place).code == 0
    assert files(example_repo) == {**start, "2012-2/children/4kx7qm.yaml": other.read_bytes()}
    assert git(example_repo, "status", "--porcelain") == " M 2012-2/children/4kx7qm.yaml\n"


def test_without_git_it_is_said(example: Path, run: Runner) -> None:
    ran = run("undo", "--yes", cwd=example / "2012-2")
    assert (ran.code, ran.err.splitlines()[0]) == (7, "错误：这里没有 git，没有留下可以撤销的历史")


def test_making_a_class_is_not_undone(tmp_path: Path, run: Runner) -> None:
    made = run("init", "新校", "--class", "2013-1", "--stage", "小学", "--school", "新校", cwd=tmp_path)
    assert made.code == 0, made.err
    ran = run("undo", "--yes", cwd=tmp_path / "新校")
    assert (ran.code, ran.err.splitlines()[0]) == (7, "错误：最近一次是建档，撤销会把整个班去掉")


def test_line_ends_of_windows_stay(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    git(example_repo, "config", "core.autocrlf", "true")
    file = place / "children" / "fxk4k1.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert run(*COMMANDS[0], cwd=place).code == 0
    assert file.read_bytes() != before
    assert run("undo", "--yes", cwd=place).code == 0
    assert file.read_bytes() == before
