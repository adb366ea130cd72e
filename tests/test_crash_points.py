"""A fault at any system call leaves all of a change or none of it: a sample of the calls, under strace.

``crash_points.py`` runs one command again and again: killed at a call, refused a call, and its writes
replayed as a power cut may leave them. Then ``liushou list`` must have settled everything.
``LIUSHOU_CRASH_POINTS`` says where the tool is, ``LIUSHOU_CRASH_SAMPLE`` how many points a group (0 = all).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.places import ROOT

TOOL = Path(os.environ.get("LIUSHOU_CRASH_POINTS", ROOT.parent / "shared" / "tools" / "crash_points.py"))
SAMPLE = os.environ.get("LIUSHOU_CRASH_SAMPLE", "4")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or shutil.which("strace") is None, reason="needs strace"
    ),
    pytest.mark.skipif(not TOOL.is_file(), reason="needs crash_points.py (LIUSHOU_CRASH_POINTS)"),
]

SCHOOL = "格式: 1\n学校: 石塘小学\n落款单位: 石塘小学关工委\n"
CLASS = "格式: 1\n班级: {code}\n学段: 小学\n班主任: 周文\n学生数: {{2013-2: 30}}\n"
CHILD = """\
格式: 1
编号: {id}
姓名: {name}
性别: 男
出生日期: {born}
在班:
- {{自: {entered}-09-01}}
父亲:
  姓名: 孙海
  行踪:
  - {{自: 2011-03, 状况: 外出务工, 地点: 浙江省宁波市}}
母亲:
  姓名: 何翠
  行踪:
  - {{自: 2011-03, 状况: 外出务工, 地点: 浙江省宁波市}}
照护人:
- {{姓名: 龚玉珍, 关系: 奶奶, 自: 2011-03}}
"""
ACTIVITIES = """\
格式: 1
学期: 2013-2
活动:
- 号: mw673h
  日期: 2013-09-06
  类别: 班会
  主题: 互相认认家在哪
  负责人: [周文]
  参加: 全体
"""
ROSTER = """\
姓名,性别,出生日期,家庭住址,是否留守儿童
孙小松,男,2003-02-01,石塘村,
王小雨,女,2004-05-06,石塘村,非留守儿童
王小雪,女,2004-05-07,石塘村,非留守儿童
"""
COMMANDS = {
    "two-brothers": "log-visit 孙小松 孙小柏 --on 2013-12-28 --with 奶奶 --kind 定期 --note 都好",
    "activity": "log-activity --on 2013-12-27 --kind 班会 --title 迎新年 --children all",
    "first-activity": "log-activity --on 2013-03-08 --kind 班会 --title 新学期 --children all",
    "survey": "add-survey 孙小松 --on 2013-12-28 --study 较好 --note 按时交作业",
    "handed-in": "report --final",
    "template": "template copy summary",
    "moved": "transfer 孙小松 2011-1 --on 2013-12-20",
    "roster": "import ../名册.csv --yes",
    "child": "add-child 王小雨 --gender 女 --born 2004-05-06 --register 非留守",
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Two classes with one brother in each, as a folder in use; the first class has activities of one term."""
    place = tmp_path / "石塘小学"
    files = {
        ".liushou/.gitignore": "*\n",
        "school.yaml": SCHOOL,
        "2010-1/activities/2013-2.yaml": ACTIVITIES,
        "名册.csv": ROSTER,
    }
    brothers = (("2010-1", "1aaaaa", "孙小松", "2003-02-01"), ("2011-1", "2bbbbb", "孙小柏", "2004-10-09"))
    for code, id_, name, born in brothers:
        files[f"{code}/class.yaml"] = CLASS.format(code=code)
        files[f"{code}/children/{id_}.yaml"] = CHILD.format(id=id_, name=name, born=born, entered=code[:4])
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8", newline="")
    return place


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_all_or_none(school: Path, tmp_path: Path, environment: dict[str, str], command: str) -> None:
    liushou = [sys.executable, "-m", "liushou_cli", "-C", "{dir}/2010-1"]
    whole = f"{sys.executable} -m liushou_cli -C {{dir}}"
    options = ["--seed", str(school), "--recover", f"{whole} list", "--check", f"{whole} check"]
    options += ["--mode", "kill,error,power", "--max", SAMPLE, "--jobs", "2", "--scratch", str(tmp_path)]
    # Neither is a record: the index may be older than the files, the lock is empty.
    options += ["--ignore", ".liushou/index/*.json", "--ignore", ".liushou/lock", "--env", "LIUSHOU_SEED=1"]
    done = subprocess.run(
        [sys.executable, str(TOOL), *options, "--", *liushou, *command.split()],
        env=environment, capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "bad: 0;" in done.stdout
    assert "note:" not in done.stdout  # such as: the clean run changed nothing
