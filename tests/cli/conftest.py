"""A class small enough to hold in the head, and a way to type several commands after another."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.run import Runner
from tests.helpers.snapshot import Snapshot

Play = Callable[[str, Path, str], None]

CLASS = """\
格式: 1
学校: 石塘小学
班级: 2010-1
学段: 小学
班主任: 周文
落款单位: 石塘小学关工委
学生数: {2013-2: 30}
"""
CHILD = """\
格式: 1
编号: {id}
姓名: {name}
性别: {gender}
出生日期: {born}
在班:
- {{自: 2010-09-01}}
父亲:
  姓名: {father}
  行踪:
  - {{自: 2011-03, 状况: 外出务工, 地点: 浙江省宁波市}}
母亲:
  姓名: {mother}
  行踪:
  - {{自: {born}, 状况: 在家}}
照护人:
- {{姓名: {carer}, 关系: 奶奶, 自: 2011-03}}
"""
CHILDREN = (
    ("1aaaaa", "孙小梅", "女", "2004-02-01", "孙海", "何翠", "龚玉珍"),
    ("2bbbbb", "孙小松", "男", "2004-02-01", "孙海", "何翠", "龚玉珍"),
    ("3ccccc", "阿依古丽·买买提", "女", "2003-11-20", "买买提", "帕提古丽", "热娜"),
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A class that stands alone, without git: twins and a girl with a dot in her name."""
    place = tmp_path / "2010-1"
    (place / "children").mkdir(parents=True)
    (place / "class.yaml").write_text(CLASS, encoding="utf-8", newline="")
    for id_, name, gender, born, father, mother, carer in CHILDREN:
        text = CHILD.format(
            id=id_, name=name, gender=gender, born=born, father=father, mother=mother, carer=carer
        )
        (place / "children" / f"{id_}.yaml").write_text(text, encoding="utf-8", newline="")
    return place


@pytest.fixture
def play(run: Runner, snapshot: Snapshot) -> Play:
    """``play("list", folder, script)``: types each line; all that is shown is in tests/snapshots/cli/list.txt.

    ``cat FILE`` shows a file, ``ls FOLDER`` what lies in it, ``-- text`` is a heading.
    """

    def do(name: str, folder: Path, script: str) -> None:
        lines = re.sub(r"\\\n *", "", script).strip().splitlines()
        shown = [_typed(line, folder, run) for line in lines if line.strip()]
        snapshot(f"cli/{name}.txt", "".join(shown))

    return do


def _typed(line: str, folder: Path, run: Runner) -> str:
    line = line.strip()
    if line.startswith("--"):
        return f"\n{line}\n"
    verb, *rest = shlex.split(line)
    if verb == "cat":
        return f"$ {line}\n{(folder / rest[0]).read_text(encoding='utf-8')}"
    if verb == "ls":
        return f"$ {line}\n{' '.join(sorted(one.name for one in (folder / rest[0]).iterdir()))}\n"
    ran = run(*([verb, *rest] if verb != "liushou" else rest), cwd=folder)
    code = f"[退出码 {ran.code}]\n" if ran.code else ""
    return f"$ {line}\n{ran.both}{code}".replace(str(folder), "…")
