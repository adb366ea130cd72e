"""liushou check, as a command; what it finds is in the gallery of errors."""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_nothing_wrong(small: Path, run: Runner) -> None:
    ran = run("check", cwd=small)
    assert (ran.code, ran.both) == (0, "没有问题：4 份文件都读过了。\n")
    ran = run("check", "--json", cwd=small)
    assert (ran.code, ran.both) == (0, '{\n  "problems": []\n}\n')


def test_all_problems_at_once_and_what_can_be_mended(small: Path, play: Play) -> None:
    file = small / "children" / "1aaaaa.yaml"
    text = file.read_text(encoding="utf-8") + "家访:\n- {日期: 2013-10-12, 情况: 好}\n"
    file.write_bytes(text.encode("gbk"))
    (small / "children" / "4ddddd.yaml").write_text("姓名: [", encoding="utf-8")
    play(
        "check",
        small,
        """
        liushou check
        liushou check --fix
        liushou check --fix
        cat children/1aaaaa.yaml
        """,
    )


def test_what_the_school_says_is_told_at_the_school(example: Path, run: Runner) -> None:
    with (example / "school.yaml").open(encoding="utf-8") as file:
        text = file.read()
    (example / "school.yaml").write_text(
        text.replace("要求:\n", "要求:\n  参照: 未保法2021\n"), encoding="utf-8"
    )
    line = text.splitlines().index("要求:") + 2
    for start in (example, example / "2012-2"):
        ran = run("--today", "2014-01-17", "check", cwd=start)
        assert (ran.code, ran.out.splitlines()) == (
            1,
            [
                f"school.yaml:{line}：参照写的是“未保法2021”，它到 2021-06-01 才有",
                "  → 换一个参照，或把要求自己写出来",
                "共 1 处问题，1 份文件。",
            ],
        )


def test_json_names_file_line_and_what_to_do(small: Path, run: Runner) -> None:
    file = small / "children" / "1aaaaa.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("性别: 女", "性别: 女生"), encoding="utf-8")
    ran = run("check", "--json", cwd=small)
    assert (ran.code, ran.err, json.loads(ran.out)) == (
        1,
        "",
        {
            "problems": [
                {
                    "file": "children/1aaaaa.yaml",
                    "line": 4,
                    "check": "value",
                    "message": "性别写的是“女生”",
                    "hint": "只能写：男、女",
                }
            ]
        },
    )
