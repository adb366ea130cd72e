"""liushou init"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_a_class_with_git(tmp_path: Path, run: Runner) -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    ran = run(
        "init", "2012-2", "--school", "新溪中学", "--class", "2012-2", "--stage", "初中", "--teacher", "张敏",
        "--signer", "新溪中学关工委", "--pupils", "2013-2=52",
    )  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        "已新建 2012-2 的档案：2012-2，已建 git 仓库。\n下一步：用 liushou add-child 给孩子建档。\n",
    )
    place = tmp_path / "2012-2"
    assert (place / "class.yaml").read_text(encoding="utf-8") == (
        "格式: 1\n班级: 2012-2\n学段: 初中\n班主任: 张敏\n学生数: {2013-2: 52}\n"
        "学校: 新溪中学\n落款单位: 新溪中学关工委\n自动提交: 是\n"
    )
    log = subprocess.run(
        ["git", "log", "--format=%s", "--name-only"],
        cwd=place, env=run.environment, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert log.stdout.split() == ["新建档案", ".gitattributes", ".gitignore", "class.yaml"]


def test_without_git_on_the_path(tmp_path: Path, run: Runner) -> None:
    run.environment["PATH"] = str(tmp_path / "nothing")
    ran = run("init", "a", "--school", "甲校", "--class", "2012-2", "--stage", "初中")
    assert (ran.code, ran.err) == (
        0,
        "已新建 2012-2 的档案：a，没有找到 git，改动不留历史。\n下一步：用 liushou add-child 给孩子建档。\n",
    )
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == [
        ".liushou",
        "activities",
        "children",
        "class.yaml",
    ]


def test_what_it_makes_and_what_it_refuses(tmp_path: Path, play: Play) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    play(
        "init",
        tmp_path,
        """
        -- 学校，几个班
        liushou init 学校 --school 新溪中学 --class 2012-2 --class 2011-1 --stage 初中 --teacher 张敏 --no-git
        ls 学校
        ls 学校/2012-2
        cat 学校/school.yaml
        cat 学校/2011-1/class.yaml
        -- 学校里再加一个班：不用写校名
        liushou init 学校/2013-1 --class 2013-1 --stage 初中 --pupils 2013-2=40 --no-git
        cat 学校/2013-1/class.yaml
        liushou init 学校/x --no-git
        -- 只建学校
        liushou init 空学校 --school 新溪中学 --no-git --commit --json
        liushou -C 空学校
        -- 不行的
        liushou init 学校 --school 新溪中学 --class 2012-2 --stage 初中
        liushou init 学校/2012-2 --school 新溪中学 --class 2012-2 --stage 初中
        liushou init 学校/2012-2 --class 2012-2 --class 2012-3 --stage 初中
        liushou init a --school 新溪中学 --class 2012-2 --class 2012-2 --stage 初中
        liushou init a --school 新溪中学 --class 2012 --stage 初中
        liushou init a --school 新溪中学 --class ../x --stage 初中
        liushou init a --school 新溪中学 --class 2012-2
        liushou init a --school 新溪中学 --class 2012-2 --stage 大学
        liushou init a --class 2012-2 --stage 初中
        liushou init a --school 甲 --class 2012-2 --stage 初中 --pupils 46
        liushou init a --school 甲 --class 2012-2 --stage 初中 --pupils 2013-3=46
        liushou init a --school 甲 --class 2012-2 --class 2012-3 --stage 初中 --pupils 2013-2=46
        liushou init file --school 甲
        liushou init file/a --school 甲
        liushou init
        ls .
        """,
    )
