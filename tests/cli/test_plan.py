"""liushou plan"""

from pathlib import Path

from tests.cli.conftest import Play


def test_from_needs_to_results(small: Path, play: Play) -> None:
    play(
        "plan",
        small,
        r"""
        liushou plan
        liushou add-survey 孙小梅 --on 2013-09-10 --study 需关注:数学基础弱:课外辅导、配眼镜 --mind 一般
        liushou add-survey 孙小松 --on 2013-09-10 --life 需关注:没有厚衣服:冬衣
        liushou plan
        liushou plan 孙小梅 --for 课外辅导 --aim 数学及格 --measure 每周二补一节 --measure 错题本 \
            --who 陈静 --by-when 2013-12-20
        liushou log-support 孙小松 --on 2013-11-20 --kind 物资 --what 棉衣一件 --for 冬衣
        liushou plan 孙小梅 --term 2013-2 --aim 看得清黑板 --for 眼镜 --json
        liushou plan
        liushou plan --json
        liushou plan 孙小梅 --result 期末七十一分
        liushou plan 孙小梅 --aim 数学 --result 期末七十一分 --done 2013-12-30
        liushou done 孙小梅 黑板 --result 配了眼镜 --on 2013-12-29 --json
        liushou plan --term 2013秋
        cat children/1aaaaa.yaml
        liushou report support-plan --child 孙小梅
        -- 不行的
        liushou plan 孙小梅
        liushou plan 孙小梅 --aim 甲 --by-when 下周
        liushou plan 孙小梅 --aim 甲 --by-when 2013-08-31
        liushou plan 孙小梅 --term 明年 --aim 甲
        liushou plan --term 2014-1
        liushou plan 孙小梅 --result 好
        liushou plan 无此人 --aim 甲
        """,
    )
