"""liushou add-survey in a script; the round at a terminal is in test_prompts."""

from pathlib import Path

from tests.cli.conftest import Play


def test_surveys(small: Path, play: Play) -> None:
    play(
        "add-survey",
        small,
        """
        liushou add-survey 孙小梅 --study 需关注:数学基础弱:课外辅导、补课 --mind 一般 --life 较好：吃得好 --note 开学
        liushou add-survey 孙小松 --health 紧急::配眼镜 --on 2013-09-10 --by 陈静 --json
        cat children/1aaaaa.yaml
        liushou add-survey --all
        liushou add-survey ayglmmt --safety 一般
        liushou add-survey --all
        liushou add-survey --all --on 2013-03-10
        -- 不行的
        liushou add-survey
        liushou add-survey 孙小梅
        liushou add-survey 孙小梅 --note 只有说明
        liushou add-survey 孙小梅 --study 差
        liushou add-survey 孙小梅 --study :数学
        liushou add-survey 孙小梅 --all
        liushou add-survey 孙小梅 --study 较好 --on 2014-01-01
        liushou add-survey 孙小梅 --study 较好 --on 2010-08-31
        """,
    )
