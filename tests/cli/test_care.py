"""liushou log-support, log-mediation, log-concern, and how they end"""

from pathlib import Path

from tests.cli.conftest import Play


def test_support(small: Path, play: Play) -> None:
    play(
        "log-support",
        small,
        r"""
        liushou log-support 孙小梅 孙小松 --on 2013-10-12 --kind 资金 --what 冬衣补助 --amount 400元 --by 镇关工委 \
            --follow-up 要回执@2013-11-01
        liushou log-support 孙小梅 --kind 学业辅导 --what 补数学 --for 课外辅导、数学辅导 --note 肯问了 --json
        cat children/1aaaaa.yaml
        cat children/2bbbbb.yaml
        liushou done 孙小松 回执
        cat children/1aaaaa.yaml
        -- 不行的
        liushou log-support 孙小梅
        liushou log-support 孙小梅 --kind 红包 --what 钱
        liushou log-support 孙小梅 --kind 资金
        liushou log-support 孙小梅 --kind 资金 --what 补助 --amount 三百
        liushou log-support 孙小梅 --kind 资金 --what 补助 --amount -3
        liushou log-support 孙小梅 --kind 物资 --what 书 --on 2014-01-01
        """,
    )


def test_quarrels_and_concerns(small: Path, play: Play) -> None:
    play(
        "log-mediation-and-concern",
        small,
        """
        liushou log-mediation 孙小梅 孙小松 --on 2013-10-12 --with 奶奶 --note 为看电视吵架 --result 跟踪中
        liushou log-mediation 孙小梅 --on 2013-10-13 --with 同桌 --note 为一支笔推搡 --result 已化解 --json
        liushou log-mediation 孙小松 --settle --on 2013-11-20
        liushou log-mediation 孙小松 --settle
        liushou log-concern 孙小梅 --on 2013-11-01 --aspect 心理 --note 总一个人坐着 --follow-up 周五问一次
        liushou log-concern 孙小梅 --on 2013-11-02 --aspect 安全 --note 到塘边玩
        liushou log-concern 孙小梅 --settle
        liushou log-concern 孙小梅 --settle --note 塘边 --on 2013-12-01 --json
        liushou done 孙小梅 一个人
        liushou show 孙小梅
        cat children/2bbbbb.yaml
        -- 不行的
        liushou log-mediation 孙小梅 --note 吵架
        liushou log-mediation 孙小梅 --note 吵架 --result 好了
        liushou log-mediation 孙小梅 孙小松 --settle
        liushou log-concern 孙小梅 --aspect 心情 --note 低落
        liushou log-concern 孙小梅 --aspect 心理
        liushou log-mediation 阿依古丽·买买提 --settle
        """,
    )


def test_a_quarrel_is_not_settled_before_it_began(small: Path, play: Play) -> None:
    play(
        "settle-too-early",
        small,
        """
        liushou log-mediation 孙小梅 --on 2013-10-12 --with 奶奶 --note 吵架 --result 未解决
        liushou log-mediation 孙小梅 --settle --on 2013-10-11
        liushou log-mediation 孙小梅 --settle --on 2014-01-01
        cat children/1aaaaa.yaml
        """,
    )
