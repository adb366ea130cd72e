"""liushou add-child"""

from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def test_with_everything(small: Path, run: Runner) -> None:
    ran = run(
        "add-child", "赵敏敏", "--gender", "女", "--born", "2004.5.6", "--since", "2013-09-02", "--from", "县一小",
        "--ethnicity", "汉族", "--id-number", "990101200405060026", "--lodging", "寄宿", "--address", "石塘村",
        "--father", "赵刚", "--father-status", "外出务工", "--father-since", "2012年3月", "--father-place", "福建",
        "--father-phone", "13800001111", "--mother", "田秀", "--mother-status", "去世",
        "--caregiver", "孙霞", "--caregiver-relation", "外婆", "--caregiver-phone", "13800002222", "--json",
        cwd=small,
    )  # fmt: skip
    file = next(
        path for path in (small / "children").iterdir() if "赵敏敏" in path.read_text(encoding="utf-8")
    )
    assert file.read_text(encoding="utf-8") == (
        f"格式: 1\n编号: {file.stem}\n姓名: 赵敏敏\n性别: 女\n出生日期: 2004-05-06\n民族: 汉族\n"
        '身份证号: "990101200405060026"\n现住址: 石塘村\n在班:\n- {自: 2013-09-02, 来自: 县一小}\n就读方式: 寄宿\n'
        '父亲:\n  姓名: 赵刚\n  电话: "13800001111"\n  行踪:\n  - {自: 2012-03, 状况: 外出务工, 地点: 福建}\n'
        "母亲:\n  姓名: 田秀\n  行踪:\n  - {自: 2004-05-06, 状况: 去世}\n"
        '照护人:\n- {姓名: 孙霞, 关系: 外婆, 自: 2012-03, 电话: "13800002222"}\n'
    )
    assert (ran.code, ran.out, ran.err) == (
        0,
        f'{{\n  "id": "{file.stem}",\n  "name": "赵敏敏",\n'
        f'  "files": [\n    "children/{file.name}"\n  ],\n  "warnings": []\n}}\n',
        "",
    )


def test_what_it_takes_and_what_it_refuses(small: Path, play: Play) -> None:
    play(
        "add-child",
        small,
        """
        -- 最少的三样
        liushou add-child 王小明 --gender 男 --born 2004-03-04
        -- 同名同生日
        liushou add-child 王小明 --gender 男 --born 2004-03-04
        liushou add-child 王小明 --gender 男 --born 2004-03-04 --same-name
        liushou show 王小明
        -- 名字看着怪，也许就是这样：照记，提醒
        liushou add-child "甲 乙" --gender 男 --born 2004-02-03 --id-number 123 --register 双亲留守
        liushou add-child "格式: 1" --gender 男 --born 2004-02-03 --register 非留守
        -- 不行的
        liushou add-child
        liushou add-child 甲
        liushou add-child " " --gender 男 --born 2004-02-03
        liushou add-child 甲 --gender 人 --born 2004-02-03
        liushou add-child 甲 --gender 男 --born 2004-02-30
        liushou add-child 甲 --gender 男 --born 04年
        liushou add-child 甲 --gender 男 --born 2014-02-03
        liushou add-child 甲 --gender 男 --born 2004-02-03 --since 9月
        liushou add-child 甲 --gender 男 --born 2004-02-03 --since 2000-01-01
        liushou add-child 甲 --gender 男 --born 2004-02-03 --since 2015-01-01
        liushou add-child 甲 --gender 男 --born 2004-02-03 --lodging 住家
        liushou add-child 甲 --gender 男 --born 2004-02-03 --register 留守
        liushou add-child 甲 --gender 男 --born 2004-02-03 --father-status 外出务工
        liushou add-child 甲 --gender 男 --born 2004-02-03 --father-status 打工 --father-since 2010-01
        liushou add-child 甲 --gender 男 --born 2004-02-03 --father-status 外出务工 --father-since 2010-13
        liushou add-child 甲 --gender 男 --born 2004-02-03 --mother-place 广东
        liushou add-child 甲 --gender 男 --born 2004-02-03 --mother-since 2010-01
        liushou add-child 甲 --gender 男 --born 2004-02-03 --caregiver 王
        liushou add-child 甲 --gender 男 --born 2004-02-03 --caregiver 王 --caregiver-relation 老
        liushou add-child 甲 --gender 男 --born 2004-02-03 --caregiver-phone 13800001111
        liushou list --all
        """,
    )


def test_in_a_school_it_asks_which_class(example: Path, run: Runner) -> None:
    ran = run("add-child", "甲", "--gender", "男", "--born", "2001-02-03", cwd=example)
    assert (ran.code, ran.err) == (
        2,
        "错误：这里有几个班，不知道是哪一个\n提示：用 -C 指明一个班：2011-1、2011-2、2012-1、2012-2、2013-1、2013-2\n",
    )


def test_a_record_is_saved_though_git_fails(example_repo: Path, run: Runner) -> None:
    (example_repo / ".git" / "index.lock").write_text("", encoding="utf-8")
    ran = run(
        "add-child",
        "甲",
        "--gender",
        "男",
        "--born",
        "2001-02-03",
        "--register",
        "非留守",
        cwd=example_repo / "2012-2",
    )
    assert ran.code == 6
    assert ran.err.startswith("已建档：甲（编号 ")
    assert "\n错误：" in ran.err
    assert "甲" in run("list", "--all", cwd=example_repo / "2012-2").out
