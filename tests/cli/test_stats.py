"""liushou stats"""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.places import SCHOOL
from tests.helpers.run import Runner


def test_the_class_and_its_terms(play: Play) -> None:
    play(
        "stats",
        SCHOOL / "2012-2",
        """
        liushou stats
        liushou stats --by 月
        liushou stats --by 关注等级
        liushou stats --term 2013-1 --by 性别
        liushou stats --term 2014-2
        liushou stats --term 去年
        liushou stats --by 身高
        """,
    )


def test_a_school_by_class(play: Play) -> None:
    play("stats-school", SCHOOL, "liushou stats --by 班级")


def test_the_figures_are_those_of_the_documents(run: Runner) -> None:
    found = json.loads(run("stats", "--json", cwd=SCHOOL / "2012-2").out)
    told = json.loads(run("report", "--format", "json", cwd=SCHOOL / "2012-2").out)["figures"]
    assert found["figures"] == {name: one["value"] for name, one in told.items()}
    assert [one["name"] for one in found["terms"]] == ["2012-2", "2013-1", "2013-2"]
    assert found["terms"][-1]["家访覆盖率"] == told["家访覆盖率"]["value"]


def test_groups_in_json(run: Runner) -> None:
    found = json.loads(run("stats", "--by", "性别", "--json", cwd=SCHOOL / "2012-2").out)
    assert (found["by"], [one["留守儿童"] for one in found["groups"]]) == ("性别", [12, 12])
    assert "terms" not in found


def test_before_the_definition(small: Path, run: Runner) -> None:
    ran = run("--today", "2012-10-01", "stats", cwd=small)
    assert (ran.code, ran.out, "口径" in ran.err) == (2, "", True)


def test_every_character_is_in_gbk(run: Runner) -> None:
    run("stats", cwd=SCHOOL).out.encode("gbk")
