"""liushou consent"""

from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_consent(small: Path, play: Play) -> None:
    play(
        "consent",
        small,
        """
        liushou consent
        liushou consent 孙小梅 --by 父亲 --scope 建档,上报统计 --how 当面签字 --until 2014-08-31 --on 2013-09-05
        liushou consent 孙小松 --by 奶奶 --scope 建档 --until 2014-01-15
        liushou consent ayglmmt --by 母亲 --scope 建档 --on 2012-09-05 --until 2013-08-31 --json
        liushou consent
        liushou consent --within 0
        liushou consent --within 365 --json
        liushou consent 孙小梅 --withdraw 2013-12-29
        liushou consent
        liushou consent 孙小梅 --by 母亲 --scope 建档
        cat children/1aaaaa.yaml
        -- 不行的
        liushou consent 孙小梅
        liushou consent 孙小梅 --by 奶奶
        liushou consent 孙小梅 --by 奶奶 --scope 建档 --on 2014-02-01
        liushou consent 孙小梅 --by 奶奶 --scope 建档 --until 2013-01-01
        liushou consent 孙小梅 --by 奶奶 --scope 建档 --until 明年
        liushou consent 孙小梅 --withdraw 2013-12-29 --by 奶奶
        liushou consent 孙小梅 --withdraw 2014-12-29
        liushou consent --by 奶奶
        """,
    )


def test_there_is_nothing_to_withdraw(small: Path, run: Runner) -> None:
    ran = run("consent", "孙小梅", "--withdraw", "2013-12-29", cwd=small)
    assert (ran.code, ran.err) == (2, "错误：孙小梅的档案里没有知情同意\n提示：没有的不用撤回\n")


def test_the_law_is_cited_once_it_is_in_force(small: Path, run: Runner) -> None:
    text = (small / "children" / "1aaaaa.yaml").read_text(encoding="utf-8")
    young = (
        text.replace("2004-02-01", "2014-02-01")
        .replace("2010-09-01", "2021-09-01")
        .replace("2011-03", "2021-03")
    )
    (small / "children" / "1aaaaa.yaml").write_text(young, encoding="utf-8", newline="")
    asked = ("consent", "孙小梅", "--by", "奶奶", "--scope", "建档")
    assert "个人信息保护法" not in run("--today", "2021-10-31", *asked, cwd=small).err
    assert "个人信息保护法" in run("--today", "2021-11-01", *asked, cwd=small).err
