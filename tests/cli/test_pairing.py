"""liushou pair, unpair"""

from pathlib import Path

from tests.cli.conftest import Play


def test_pairs(small: Path, play: Play) -> None:
    (small / "class.yaml").open("a", encoding="utf-8").write("结对上限: 2\n")
    play(
        "pair",
        small,
        r"""
        liushou pair
        liushou pair 孙小梅 孙小松 --with 陈静 --role 帮扶教师 --since 2013-09-16 \
            --phone 13800001234 --workplace 石塘小学
        liushou pair 孙小梅 --with 陈静 --role 代理家长 --since 2013-10-08 --json
        liushou pair
        liushou pair --json
        cat children/1aaaaa.yaml
        -- 不行的
        liushou pair 孙小梅 --with 陈静 --role 帮扶教师
        liushou pair 阿依古丽·买买提 --with 陈静 --role 帮扶教师
        liushou pair 阿依古丽·买买提 --with 孙老师 --role 老师
        liushou pair 阿依古丽·买买提 --with 孙老师 --role 帮扶教师 --since 2014-01-01
        liushou pair 阿依古丽·买买提 --with 孙老师
        liushou pair --with 孙老师 --role 帮扶教师
        -- 问一句的
        liushou pair 阿依古丽·买买提 --with 热娜 --role 代理家长
        -- 终止
        liushou unpair 孙小梅 --with 陈静
        liushou unpair 孙小梅 --with 陈静 --role 代理家长 --on 2013-10-07
        liushou unpair 孙小梅 --with 陈静 --role 代理家长 --on 2013-12-20
        liushou unpair 孙小梅 孙小松 --with 陈静 --on 2013-12-30 --json
        liushou unpair 孙小梅 --with 陈静
        liushou unpair 孙小梅 --with 陈静 --on 2014-01-01
        liushou unpair 孙小梅 --with 陈静 --role 老师
        liushou --today 2013-12-31 pair
        """,
    )
