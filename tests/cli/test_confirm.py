"""liushou confirm, and what set and show say of the age of a number"""

from pathlib import Path

from tests.cli.conftest import Play


def test_confirm(small: Path, play: Play) -> None:
    play(
        "confirm",
        small,
        """
        liushou confirm
        liushou set 孙小梅 父亲.电话 13800001234
        liushou --today 2013-03-01 set 孙小松 父亲.电话 13800001234
        liushou --today 2013-03-01 set 孙小松 现住址 石塘村二组
        liushou confirm
        liushou log-call 孙小松 --with 父亲 --result 未接通 --on 2013-12-02 --note 没人接
        liushou log-call 孙小松 --with 父亲 --result 未接通 --on 2013-12-03 --note 没人接
        liushou confirm --stale 3650
        liushou show 孙小松
        liushou log-visit 孙小松 --kind 定期 --note 好 --on 2013-12-10
        liushou confirm 孙小松 父亲 --on 2013-12-20
        liushou confirm --stale 5
        liushou confirm --stale 15 --json
        liushou set 孙小松 父亲.电话 13800001234
        liushou set 孙小松 父亲.电话 --clear
        cat children/2bbbbb.yaml
        -- 不行的
        liushou confirm 孙小梅 母亲.电话
        liushou confirm 孙小松 电话
        liushou confirm 孙小梅 父亲.电话
        liushou confirm 孙小梅 父亲.电话 --on 2014-02-01
        liushou confirm 孙小梅 父亲.电话 --stale 30
        liushou confirm 阿依古丽·买买提 电话
        liushou confirm 孙小梅
        """,
    )
