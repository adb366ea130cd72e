"""liushou show"""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner

MORE = (
    "不得透露:\n- {内容: 现住址, 对谁: 父亲}\n"
    "事件:\n- 号: 4x4x4x\n  日期: 2013-11-05\n  类别: 欺凌\n  情况: 被人抢了眼镜\n"
)


def test_show(small: Path, play: Play) -> None:
    with (small / "children" / "1aaaaa.yaml").open("a", encoding="utf-8") as file:
        file.write(MORE)
    play(
        "show",
        small,
        """
        liushou log-visit 孙小梅 --on 2013-10-12 --kind 定期 --note 好
        liushou level 孙小梅 重点 --reason 奶奶住院 --on 2013-10-20
        liushou show 孙小梅
        liushou show 孙小梅 --timeline
        liushou show 孙小梅 --timeline --incidents
        """,
    )


def test_incidents_are_only_shown_when_asked_for(small: Path, run: Runner) -> None:
    with (small / "children" / "1aaaaa.yaml").open("a", encoding="utf-8") as file:
        file.write(MORE)
    quiet, asked = (
        run("show", "孙小梅", "--json", cwd=small).out,
        run("show", "孙小梅", "--json", "--incidents", cwd=small).out,
    )
    assert [one["record"] for one in json.loads(quiet)["records"]] == [{}]
    assert "抢了眼镜" not in quiet
    assert "抢了眼镜" in asked
