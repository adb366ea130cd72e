"""liushou set, list, show"""

import json
from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_set(small: Path, play: Play) -> None:
    play(
        "set",
        small,
        """
        -- 一项
        liushou set 孙小梅 现住址 石塘村二组
        liushou set sxm 父亲.电话 13800009999
        liushou set 孙小梅 父亲.电话 139
        liushou set 孙小梅 家庭经济来源 打工收入、种养殖业
        liushou set 孙小梅 现住址 石塘村二组
        liushou set 孙小梅 现住址 --clear
        liushou set 孙小梅 现住址 --clear
        -- 按日期记的
        liushou set 孙小梅 母亲.行踪 外出务工 --since 2013-10-20 --with 地点=广东省佛山市 --with 工种=缝纫
        liushou set 孙小梅 照护人 龚玉珍 --since 12-1 --with 关系=奶奶 --with 电话=13800003333
        liushou set 孙小梅 照护人.电话 13800003334
        liushou set 孙小梅 奶奶.身体状况 健康
        liushou set 孙小梅 关注等级 重点 --with 原因=母亲刚走
        liushou set 孙小梅 监护情况 一般 --since 昨天 --json
        cat children/1aaaaa.yaml
        -- 不行的
        liushou set 孙小梅 关注等级 重点 --with 理由=成绩
        liushou set 孙小梅 母亲.行踪 在家 --with 自=2010-01-01
        liushou set 孙小梅 母亲.行踪 在家 --with 地点
        liushou set 孙小梅 母亲.行踪 在家 --since 昨日
        liushou set 孙小梅 母亲.行踪 在家 --since 2015-01-01
        liushou set 孙小梅 母亲.行踪 回家
        liushou set 孙小梅 母亲.行踪.地点 广东省东莞市
        liushou set 孙小梅 爷爷.电话 13800003335
        liushou set 孙小梅 关注等级 --clear
        liushou set 孙小梅 照护人 甲
        liushou set 孙小梅 现住址 甲 --since 2013-01-01
        liushou set 孙小梅 现住址 甲 --with 地点=乙
        liushou set 孙小梅 现住址 甲 --clear
        liushou set 孙小梅 现住址
        liushou set 孙小梅 住址 甲
        liushou set 孙小梅 父亲.住址 甲
        liushou set 孙小梅 姓名.字 甲
        liushou set 孙小梅 . 甲
        liushou set 孙小梅 父亲 甲
        liushou set 孙小梅 编号 甲
        liushou set 孙小梅 家访 甲
        liushou set 孙小梅 姓名 --clear
        liushou set 孙小梅 性别 未知
        liushou set 孙小梅 出生日期 2013-10-01
        liushou set 孙小梅 家庭经济来源 种田
        liushou set 孙小美 现住址 甲
        liushou set 孙 现住址 甲
        liushou set "" 现住址 甲
        cat children/1aaaaa.yaml
        """,
    )


def test_list_and_show(small: Path, play: Play) -> None:
    play(
        "list-and-show",
        small,
        """
        liushou log-visit 孙小梅 孙小松 --on 2013-10-12 --kind 定期 --note 好
        liushou list
        liushou show 孙小松
        liushou show ayglmmt --json
        liushou --today 2012-10-01 list
        liushou --today 2012-10-01 list --all
        liushou --today 2012-10-01 show sxm
        """,
    )


def test_list_json(small: Path, run: Runner) -> None:
    ran = run("list", "--json", cwd=small)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)[0] == {
        "class_name": "2010-1",
        "id": "3ccccc",
        "name": "阿依古丽·买买提",
        "gender": "女",
        "age": 10,
        "status": "单亲留守",
        "caregiver": "奶奶 热娜",
        "level": "",
        "visits": 0,
        "calls": 0,
        "surveys": 0,
    }
    assert [row["name"] for row in json.loads(ran.out)] == ["阿依古丽·买买提", "孙小梅", "孙小松"]


def test_a_school_lists_every_class(example: Path, run: Runner) -> None:
    ran = run("list", cwd=example)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, f"共 {len(lines) - 1} 名。\n")
    classes = [line.split()[0] for line in lines[1:]]
    assert list(dict.fromkeys(classes)) == ["2011-1", "2011-2", "2012-1", "2012-2", "2013-1", "2013-2"]


def test_a_file_that_cannot_be_read_is_named(small: Path, play: Play) -> None:
    (small / "children" / "4ddddd.yaml").write_text("姓名: [", encoding="utf-8")
    play(
        "unreadable",
        small,
        """
        liushou
        liushou list
        liushou list --json
        liushou show 4ddddd
        liushou show 无名
        liushou log-visit 4ddddd --kind 定期 --note 好
        liushou report
        liushou report --format json
        liushou report --format docx
        ls .
        """,
    )
