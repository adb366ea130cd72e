"""liushou find"""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner

INCIDENT = "事件:\n- 号: 4x4x4x\n  日期: 2013-11-05\n  类别: 欺凌\n  情况: 被人抢了眼镜，没有说出去\n"
ACTIVITY = (
    "格式: 1\n学期: 2013-2\n活动:\n"
    "- {号: 9w2d4t, 日期: 2013-10-18, 类别: 班会, 主题: 爱护眼睛, 情况: 讲怎样用眼镜}\n"
)


def test_find(small: Path, play: Play) -> None:
    with (small / "children" / "1aaaaa.yaml").open("a", encoding="utf-8") as file:
        file.write(INCIDENT + "备注: 电话 138-0000-1234 是邻居的\n")
    (small / "activities").mkdir()
    (small / "activities" / "2013-2.yaml").write_text(ACTIVITY, encoding="utf-8", newline="")
    play(
        "find",
        small,
        r"""
        liushou log-visit 孙小梅 孙小松 --on 2013-10-12 --kind 定期 \
            --note 奶奶好。孩子的眼镜坏了，要配 --follow-up 配眼镜@2013-12-01
        liushou find 眼镜
        liushou find 眼镜 奶奶
        liushou find "“眼镜 坏了”"
        liushou find 眼镜 --incidents
        liushou find １３８００００１２３４
        liushou find 龚玉珍
        liushou find 没有的字
        liushou find 。
        liushou find
        liushou find 眼镜 坏了 --json
        """,
    )


def test_what_cannot_be_read_is_named(small: Path, run: Runner) -> None:
    (small / "children" / "4ddddd.yaml").write_bytes(b"\xff\xfe\x00")
    ran = run("find", "孙海", cwd=small)
    assert (ran.code, "找到 2 处" in ran.err, "children/4ddddd.yaml" in ran.err) == (3, True, True)


def test_a_school_is_searched_whole(example: Path, run: Runner) -> None:
    hits = json.loads(run("find", "眼镜", "--json", cwd=example).out)["hits"]
    assert len({hit["file"].split("/")[0] for hit in hits}) > 1
    assert [hit["on"] for hit in hits] == sorted(hit["on"] for hit in hits)
