"""liushou log-visit, log-call, log-talk"""

from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_visits(small: Path, play: Play) -> None:
    play(
        "log-visit",
        small,
        r"""
        -- 兄妹一次，两人次
        liushou log-visit 孙小梅 sxs --on 2013-10-12 --with 奶奶 --kind 定期 --note 奶奶腿疼，家里是老大做饭
        liushou log-visit 孙小梅、孙小松 --on 10-20 --with 奶奶，母亲 --kind 不定期 --by 周文 --by 陈静 \
            --purpose 看病情 --note 好转 --guidance 按时吃药 --follow-up 送药@2013-11-01 --follow-up 再访 --json
        liushou log-visit 孙小梅 孙小梅 --on 前天 --kind 定期 --note 只算一次
        cat children/1aaaaa.yaml
        cat children/2bbbbb.yaml
        -- 不行的
        liushou log-visit
        liushou log-visit 孙小梅
        liushou log-visit 孙小梅 --kind 定期
        liushou log-visit 孙小梅 --kind 定期 --note " "
        liushou log-visit 孙小梅 --kind 常常 --note 好
        liushou log-visit 孙小梅 --kind 定期 --note 好 --on 2014-01-01
        liushou log-visit 孙小梅 --kind 定期 --note 好 --on 2003-01-01
        liushou log-visit 孙小梅 --kind 定期 --note 好 --on 2010-08-31
        liushou log-visit 孙小梅 --kind 定期 --note 好 --on 后天
        liushou log-visit 孙小梅 --kind 定期 --note 好 --on 13-40
        liushou log-visit 孙小梅 --kind 定期 --note 好 --follow-up 配眼镜@下周
        liushou log-visit 孙小梅 --kind 定期 --note 好 --follow-up @2013-12-31
        liushou log-visit 孙 --kind 定期 --note 好
        liushou log-visit 孙小美 --kind 定期 --note 好
        liushou log-visit xyz --kind 定期 --note 好
        liushou log-visit 孙小松 孙小美 --kind 定期 --note 好
        liushou log-visit , --kind 定期 --note 好
        liushou list
        """,
    )


def test_a_visit_across_classes(example: Path, run: Runner) -> None:
    other = example / "2011-1"
    name = run("list", cwd=other).out.splitlines()[1].split()[1]
    ran = run("log-visit", "李小花", name, "--kind", "定期", "--note", "表姐妹同住", cwd=example / "2012-2")
    assert ran.code == 0
    assert ran.err.startswith(f"已记家访：李小花、{name}，2013-12-30，2 人次。\n")
    assert run("show", name, cwd=other).out.splitlines()[-1].startswith("2013-12-30  家访")


def test_calls_and_talks(small: Path, play: Play) -> None:
    play(
        "log-call",
        small,
        """
        -- 类型按对象定
        liushou log-call 孙小梅 --with 父亲 --note 说好每周日晚上打回来
        liushou log-call 孙小梅 --with 奶奶 --channel 见面
        liushou log-call 孙小梅 --with 村主任
        liushou log-call 孙小梅 --with 母亲 --type 亲情通话 --by 自己
        liushou log-call 孙小松 --with 父亲 --result 未接通 --json
        liushou log-talk 孙小松 --topic 想家 --note 说梦见爸爸 --follow-up 周日打电话
        liushou list
        liushou show 孙小梅
        cat children/2bbbbb.yaml
        -- 不行的
        liushou log-call 孙小梅
        liushou log-call 孙小梅 --with 父亲 --result 没通
        liushou log-call 孙小梅 --with 父亲 --channel 信
        liushou log-call 孙小梅 --with 父亲 --type 乱
        liushou log-call 孙小梅 --with 父亲 --on 明天
        liushou log-talk 孙小松
        """,
    )


def test_nothing_is_written_when_one_of_several_cannot_be(small: Path, run: Runner) -> None:
    before = {path.name: path.read_bytes() for path in (small / "children").iterdir()}
    late = (
        (small / "children" / "2bbbbb.yaml")
        .read_text(encoding="utf-8")
        .replace("自: 2010-09-01", "自: 2013-12-01")
    )
    (small / "children" / "2bbbbb.yaml").write_text(late, encoding="utf-8")
    ran = run(
        "log-visit", "孙小梅", "孙小松", "--on", "2013-11-01", "--kind", "定期", "--note", "好", cwd=small
    )
    assert (ran.code, ran.err) == (2, "错误：2013-11-01 那天孙小松不在这个班\n提示：检查日期和孩子\n")
    assert (small / "children" / "1aaaaa.yaml").read_bytes() == before["1aaaaa.yaml"]
