"""liushou twin: the same shapes, and nothing of a real child."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from liushou_cli.domain.id_numbers import born, fault
from liushou_cli.domain.twin.corpus import CHOICES, COMMON, pairs
from tests.helpers.places import SCHOOL
from tests.helpers.run import Runner

FILES = [
    "school.yaml",
    "homes.yaml",
    "*/class.yaml",
    "*/children/*.yaml",
    "*/activities/*.yaml",
    "*/moved/*.yaml",
]
# What is no child's: words of closed lists, days, the school's terms and rhythms, a class's number and year.
PLAIN = re.compile(
    r"闰?[正一二三四五六七八九十冬腊]+月[初十廿二三].{1,2}|\d{4}-\d\d?(-\d\d)?|每(学期|月|周|\d+天|年)\d次|不要求"
)


def trees(folder: Path) -> dict[str, Any]:
    """Every record as text, by its name."""
    files = [file for shape in FILES for file in sorted(folder.glob(shape))]
    return {
        file.relative_to(folder).as_posix(): yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for file in files
    }


def values(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """(key, text) of everything that is said."""
    if isinstance(tree, dict):
        for name, part in tree.items():
            yield from values(part, name)
    elif isinstance(tree, list):
        for part in tree:
            yield from values(part, key)
    elif tree:
        yield key, tree


def shape(tree: Any) -> Any:
    """Keys, lengths of lists, and where something stands."""
    if isinstance(tree, dict):
        return {key: shape(part) for key, part in tree.items()}
    return [shape(part) for part in tree] if isinstance(tree, list) else bool(tree)


def said(folder: Path) -> list[tuple[str, str]]:
    return [(key, text) for tree in trees(folder).values() for key, text in values(tree)]


@pytest.fixture
def twin(tmp_path: Path, run: Runner) -> Path:
    ran = run("twin", str(tmp_path / "练习"), cwd=SCHOOL)
    assert (ran.code, ran.out) == (0, "")
    assert "98 份文件，81 名孩子，人和事都是编的" in ran.err
    return tmp_path / "练习"


def test_nothing_real_is_in_it(twin: Path) -> None:
    real = [
        (key, text)
        for key, text in said(SCHOOL)
        if text not in CHOICES | COMMON and not PLAIN.fullmatch(text)
    ]
    made = [text for _, text in said(twin) if text not in CHOICES | COMMON and not PLAIN.fullmatch(text)]
    whole = "\n".join(["\n".join(made), *trees(twin)])
    written = {pair for _, text in real for pair in pairs(text)}
    assert sorted(written & {pair for text in made for pair in pairs(text)}) == []
    numbers = {text for _, text in real if re.fullmatch(r"[A-Za-z]?\d{6,}[Xx]?|[0-9a-hjkmnp-tv-z]{6}", text)}
    assert len(numbers) > 500
    assert sorted(number for number in numbers if number in whole) == []
    assert sorted(file.stem for file in SCHOOL.glob("*/children/*.yaml") if file.stem in whole) == []


@pytest.mark.slow
def test_the_same_shapes(twin: Path) -> None:
    real, made = trees(SCHOOL), trees(twin)
    assert [name.rpartition("/")[0] for name in made] == [name.rpartition("/")[0] for name in real]
    assert Counter(map(str, map(shape, made.values()))) == Counter(map(str, map(shape, real.values())))
    for folder in (SCHOOL, twin):
        assert Counter(text for _, text in said(folder) if text in CHOICES) == Counter(
            text for _, text in said(SCHOOL) if text in CHOICES
        )


@pytest.mark.slow
def test_births_and_numbers_go_together(twin: Path) -> None:
    was = {text for key, text in said(SCHOOL) if key == "出生日期"}
    now = {text for key, text in said(twin) if key == "出生日期"}
    assert len(now) == len(was)
    assert len(now & was) < len(was) / 4
    identities = [text for key, text in said(twin) if key == "身份证号"]
    good = [text for text in identities if not fault(text)]
    assert len(good) == len([1 for key, text in said(SCHOOL) if key == "身份证号" and not fault(text)])
    days = {date.fromisoformat(day) for day in now}
    assert [text for text in good if born(text) not in days] == []


@pytest.mark.slow
def test_it_is_used_as_the_real_one(twin: Path, run: Runner) -> None:
    found = [
        Counter(one["check"] for one in json.loads(run("check", "--json", cwd=folder).out)["problems"])
        for folder in (SCHOOL, twin)
    ]
    assert found[0] == found[1] == {"future": 7}
    for kind in ("summary", "roster", "statistics", "handover"):
        ran = run("report", kind, cwd=twin / "2012-2")
        assert (ran.code, ran.err) == (0, "")
    counted = [run("list", cwd=folder / "2012-2").out.count("留守") for folder in (SCHOOL, twin)]
    assert counted[0] == counted[1]
    assert (twin / "school.yaml").read_text(encoding="utf-8").startswith("# 虚构副本：")
    assert (twin / "2012-2" / "class.yaml").read_text(encoding="utf-8").startswith("# 虚构副本：")


def test_a_class_alone_with_what_people_write(small: Path, tmp_path: Path, run: Runner) -> None:
    file = small / "children" / "1aaaaa.yaml"
    text = (
        file.read_text(encoding="utf-8")
        .replace("性别: 女", "性别: 小姑娘")
        .replace("2004-02-01", "二月初一", 1)
    )
    file.write_text(
        f"{text}孙小梅的QQ: 10001\n备注: [孙小梅, {{孙海: 孙海}}]\n身份证号: 99\n电话: 12\n", encoding="utf-8"
    )
    (small / "children" / "孙小松的.yaml").write_text("姓名: [\n", encoding="utf-8")
    ran = run("twin", "../练习", cwd=small)
    assert ran.code == 0, ran.err
    assert "有 1 份读不懂，没有编：children/孙小松的.yaml。" in ran.err
    made = "\n".join(file.read_text(encoding="utf-8") for file in sorted((tmp_path / "练习").rglob("*.yaml")))
    assert re.findall(r"孙|小梅|小松|买买提|姑娘|初一|10001|石塘|周文|热娜|1aaaaa", made) == []
    assert re.findall("不认识的项", made) != []
    assert run("check", cwd=tmp_path / "练习").code == 1


def test_where_it_is_not_written(example: Path, tmp_path: Path, run: Runner) -> None:
    (tmp_path / "满的").mkdir()
    (tmp_path / "满的" / "作业.txt").write_text("x", encoding="utf-8")
    for where, code in {"../满的": 2, "练习": 7, "2012-2": 2, "school.yaml": 2}.items():
        ran = run("twin", where, cwd=example)
        assert (ran.code, ran.out) == (code, ""), where
    assert not (example / "练习").exists()
