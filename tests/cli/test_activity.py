"""liushou log-activity"""

from pathlib import Path

from tests.cli.conftest import Play


def test_activities(small: Path, play: Play) -> None:
    play(
        "log-activity",
        small,
        """
        -- 全体；第一次记，新建学期的文件
        liushou log-activity --kind 班会 --title 我和爸妈的电话 --children all --on 2013-10-08
        liushou log-activity --kind 监护人会议 --title 期中 --guests 0 --absent 孙小松 --on 2013-11-15
        liushou log-activity --kind 文体 --title 拔河 --children 孙小梅,ayglmmt --by 陈静 --note 第二名 --json
        liushou log-activity --kind 实践 --title 防溺水 --on 2013-06-20
        cat activities/2013-2.yaml
        cat activities/2013-1.yaml
        -- 不行的
        liushou log-activity
        liushou log-activity --kind 班会
        liushou log-activity --kind 大会 --title 甲
        liushou log-activity --kind 班会 --title 甲 --guests 几个
        liushou log-activity --kind 班会 --title 甲 --guests -1
        liushou log-activity --kind 班会 --title 甲 --on 2014-01-01
        liushou log-activity --kind 班会 --title 甲 --on 2009-10-01
        liushou log-activity --kind 班会 --title 甲 --children 无名
        liushou log-activity --kind 班会 --title 甲 --children 孙小梅,全体
        liushou log-activity --kind 班会 --title 甲 --children ,
        liushou log-activity --kind 班会 --title 甲 --children 孙小梅 --absent 孙小松
        liushou log-activity --kind 班会 --title 甲 --absent 无名
        """,
    )


def test_children_of_another_class_or_gone_are_refused(example: Path, play: Play) -> None:
    play(
        "log-activity-others",
        example / "2012-2",
        """
        liushou log-activity --kind 班会 --title 甲 --children 唐小军
        liushou log-activity --kind 班会 --title 甲 --children 82n3jt
        liushou -C .. log-activity --kind 班会 --title 甲
        """,
    )
