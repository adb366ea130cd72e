"""liushou history: from git, in words; whatever state the folder is in."""

import json
import subprocess
from pathlib import Path

from tests.helpers.run import Runner


def git(folder: Path, *args: str) -> str:
    command = ["git", "-c", "user.name=何主任", "-c", "user.email=h@example.invalid", *args]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def told(run: Runner, folder: Path, *args: str) -> list[str]:
    ran = run("history", *args, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return [line.partition("　")[2] if "　" in line else line for line in ran.out.splitlines() if line]


def test_every_change_newest_first_through_a_move(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    run("set", "许明", "父亲.电话", "13800001111", cwd=place)
    run("set", "许明", "村组", "石桥村五组", cwd=place)
    run("transfer", "许明", "2012-1", "--on", "2013-12-06", cwd=place)
    there = example_repo / "2012-1" / "children" / "fxk4k1.yaml"
    there.write_text(there.read_text(encoding="utf-8").replace("步行", "骑车"), encoding="utf-8", newline="")
    assert told(run, place, "许明") == [
        "还没有提交的改动：",
        "  上下学方式 由“步行”改为“骑车”",
        "转班：fxk4k1（2013-12-06，到 2012-1）",
        "  添了在班 2012-09-01 的至：2013-12-06",
        "  添了在班 2012-09-01 的原因：转班",
        "  添了在班 2012-09-01 的去向：2012-1",
        "  添了在班 2012-09-01 的班级：2012-2",
        "  添了一条在班 2013-12-07：来自 2012-2",
        "修改：fxk4k1 村组",
        "  村组 由“石桥村四组”改为“石桥村五组”",
        "修改：fxk4k1 父亲",
        "  父亲.电话 改了（内容不显示）",
        "  添了父亲.核实：2013-12-30",
        "建立档案",
        "  建了这份档案",
    ]
    assert "13800001111" not in run("history", "许明", "--json", cwd=place).both
    assert "  父亲.电话 由“13800009718”改为“13800001111”" in told(run, place, "许明", "--full")


def test_who_and_when(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    run("set", "许明", "村组", "石桥村五组", cwd=place)
    assert run("history", "许明", cwd=place).out.splitlines()[0] == "2013-12-30 16:00 张敏　修改：fxk4k1 村组"
    found = json.loads(run("history", "许明", "--json", cwd=place).out)
    assert (found["id"], found["name"], len(found["changes"])) == ("fxk4k1", "许明", 2)
    assert found["changes"][0] == {
        "when": "2013-12-30T16:00:00+08:00", "who": "张敏", "message": "修改：fxk4k1 村组", "what": "改",
        "damaged": "",
        "changes": [
            {"kind": "改", "field": "村组", "before": "石桥村四组", "after": "石桥村五组", "hidden": False}
        ],
    }  # fmt: skip


def test_a_damaged_old_version_is_said_and_no_end(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    file = place / "children" / "fxk4k1.yaml"
    good = file.read_bytes()
    file.write_text("姓名：许明\n", encoding="utf-8")
    git(example_repo, "commit", "-qam", "手工改坏了")
    file.write_bytes(good)
    git(example_repo, "commit", "-qam", "改回来")
    lines = told(run, place, "许明")
    assert lines[:2] == [
        "改回来",
        "  这一版的内容看不了（上一版读不懂：冒号是全角的：姓名：许明）",
    ]
    assert lines[2] == "手工改坏了"
    assert lines[3].startswith("  这一版的内容看不了（读不懂：")


def test_without_git_it_is_said_in_a_sentence(example: Path, run: Runner) -> None:
    ran = run("history", "许明", cwd=example / "2012-2")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "这里没有 git，没有留下历史；用 liushou init 建档的文件夹才有。\n"
    found = json.loads(run("history", "许明", "--json", cwd=example / "2012-2").out)
    assert found == {"id": "fxk4k1", "name": "许明", "changes": []}


def test_a_file_git_does_not_know_yet(example_repo: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    old = (place / "children" / "fxk4k1.yaml").read_text(encoding="utf-8")
    new = old.replace("fxk4k1", "9w2d4t").replace("许明", "王小雨")
    (place / "children" / "9w2d4t.yaml").write_text(new, encoding="utf-8", newline="")
    assert told(run, place, "王小雨") == ["还没有提交的改动：", "  建了这份档案"]


def test_a_strangers_repository_starts_nothing(example_repo: Path, run: Runner, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    git(example_repo, "config", "core.pager", f"touch {canary}")
    for command in ("history 许明", "undo"):
        ran = run(*command.split(), cwd=example_repo / "2012-2")
        assert ran.code == 7
        assert ran.err.startswith("错误：没有读历史：.git/config 里有 core.pager，它可能会启动别的程序")
    assert not canary.exists()


def test_a_textconv_or_external_diff_is_not_run(example_repo: Path, run: Runner, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    gitconfig = Path(run.environment["GIT_CONFIG_GLOBAL"])
    gitconfig.write_text(
        gitconfig.read_text(encoding="utf-8")
        + f'[diff]\n\texternal = touch {canary}\n[diff "x"]\n\ttextconv = touch {canary}\n'
        + "[log]\n\tshowSignature = true\n[color]\n\tui = always\n",
        encoding="utf-8",
    )
    (example_repo / ".git" / "info").mkdir(exist_ok=True)
    (example_repo / ".git" / "info" / "attributes").write_text("*.yaml diff=x\n", encoding="utf-8")
    run("set", "许明", "村组", "石桥村五组", cwd=example_repo / "2012-2")
    assert told(run, example_repo / "2012-2", "许明")[1] == "  村组 由“石桥村四组”改为“石桥村五组”"
    assert not canary.exists()
