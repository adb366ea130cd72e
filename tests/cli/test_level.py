"""liushou level"""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_level(small: Path, play: Play) -> None:
    play(
        "level",
        small,
        """
        liushou level
        liushou log-visit sxm sxs ayglmmt --kind 定期 --note 好 --on 2013-12-01
        liushou level
        liushou add-survey 孙小梅 --on 2013-12-05 --study 需关注:不交作业 --mind 紧急:整夜不睡
        liushou add-survey 孙小松 --on 2013-12-05 --study 需关注 --health 需关注
        liushou level
        liushou level 孙小梅 --json
        liushou level 孙小梅 紧急 --reason 整夜不睡 --review 2013-12-28 --on 2013-12-06
        liushou level
        liushou level 孙小梅 重点 --reason 睡得着了 --review 2014-03-01 --json
        liushou level 孙小松
        cat children/1aaaaa.yaml
        -- 不行的
        liushou level 孙小梅 很急 --reason 急
        liushou level 孙小梅 重点
        liushou level 孙小梅 重点 --reason 急 --review 明天
        liushou level 孙小梅 重点 --reason 急 --on 2014-02-01
        liushou level 孙小梅 重点 --reason 急 --review 2013-01-01
        liushou level 孙小梅 --reason 急
        liushou level 无名
        """,
    )


def test_nothing_is_changed_by_looking(example: Path, run: Runner) -> None:
    files = {file: file.read_bytes() for file in (example / "2012-2").rglob("*.yaml")}
    found = json.loads(run("level", "--json", cwd=example / "2012-2").out)["hints"]
    assert {one["name"] for one in found} >= {"孙鹏飞", "彭涛", "何佳佳"}
    assert {file: file.read_bytes() for file in files} == files


def test_an_incident_is_named_by_its_day_alone(example: Path, run: Runner) -> None:
    shown = run("level", cwd=example / "2012-2").out
    assert "2013-11-14 有一件“事件”" in shown
    text = (example / "2012-2" / "children" / "j7kwa5.yaml").read_text(encoding="utf-8")
    said = [line.split("情况: ")[1] for line in text.split("\n事件:")[1].splitlines() if "情况: " in line]
    assert said
    assert not [one for one in said if one[:6] in shown]
