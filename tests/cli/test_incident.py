"""liushou log-incident: what must be done is said, and the words stay in the incident's own paper."""

from pathlib import Path

from liushou_cli.formats import kinds
from tests.cli.conftest import Play
from tests.helpers.run import Runner

SECRET, PROMISE = "邻家大人打了她一耳光", "陪她去验伤"
LOGGED = ("--kind", "被打", "--note", SECRET, "--found-by", "孩子自己说的", "--handling", "留在学校")


def test_incidents(small: Path, play: Play) -> None:
    play(
        "log-incident",
        small,
        r"""
        liushou log-incident 孙小梅 --on 2013-11-05 --kind 意外受伤 --note 放学路上摔伤手臂 --found-by 亲眼看到 \
            --report "监护人@11-05 16:20" --follow-up 陪去复查@2013-11-20
        liushou log-incident 孙小梅 --report "派出所@2013-11-05 17:05" --report 校长@2013-11-05
        liushou log-incident 孙小梅 --report "县教育局@2013-11-06 9:00" --json
        cat children/1aaaaa.yaml
        liushou show 孙小梅
        liushou show 孙小梅 --incidents
        liushou due
        liushou done 孙小梅 --on 2013-11-19
        liushou --today 2014-01-10 report incident --child 孙小梅
        -- 两个孩子的一件事
        liushou log-incident 孙小松 阿依古丽·买买提 --on 2013-12-01 --kind 欺凌 --note 被大孩子要钱 --json
        liushou log-incident 孙小松 --report 学校@2013-12-02
        cat children/3ccccc.yaml
        -- 不行的
        liushou log-incident 孙小梅
        liushou log-incident 孙小梅 --kind 失联
        liushou log-incident 孙小梅 --report 公安
        liushou log-incident 孙小梅 --report @2013-11-05
        liushou log-incident 孙小梅 --report 公安@下午
        liushou log-incident 孙小梅 --report "公安@2013-11-05 25:00"
        liushou log-incident 孙小梅 --report 公安@2013-11-04
        liushou log-incident 孙小梅 --report 公安@2014-11-04
        liushou log-incident 孙小梅 --kind 失联 --note 没来 --on 2013-12-01 --report 公安@2013-11-30
        liushou log-incident 孙小梅 --on 2013-11-04 --report 公安@2013-11-05
        liushou log-incident 孙小梅 孙小松 --report 公安@2013-12-05
        liushou report incident
        liushou report incident --all
        """,
    )


def test_the_law_of_the_day(small: Path, run: Runner) -> None:
    text = (small / "children" / "1aaaaa.yaml").read_text(encoding="utf-8")
    (small / "children" / "1aaaaa.yaml").write_text(
        text.replace("2010-09-01", "2021-09-01"), encoding="utf-8"
    )
    ran = run("--today", "2021-11-05", "log-incident", "孙小梅", *LOGGED, cwd=small)
    assert ran.code == 0
    assert "未成年人保护法》第十一条" in ran.err
    early = run("--today", "2013-11-05", "log-incident", "孙小松", *LOGGED, cwd=small)
    assert (early.code, "保护法" in early.err, "马上报告学校" in early.err) == (0, False, True)


def test_its_words_stand_in_no_other_output(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    assert (
        run("log-incident", "李小花", *LOGGED, "--follow-up", f"{PROMISE}@2013-12-31", cwd=folder).code == 0
    )
    shown = [
        run(*words.split(), cwd=folder).both
        for words in (
            "list",
            "show 李小花",
            "show 李小花 --json",
            "due",
            "due --json",
            "check",
            "plan",
            "pair",
        )
    ]
    shown.append(run(cwd=folder).both)
    for kind in sorted(set(kinds.kinds()) - {"incident"}):
        place = example if kind in ("scheme", "homes") else folder
        for words in (
            ("--mask", "none"),
            ("--mask", "none", "--trace"),
            ("--mask", "none", "--format", "json"),
        ):
            shown.append(run("report", kind, *words, cwd=place).both)
    for secret in (SECRET, PROMISE, "被打", "孩子自己说的", "留在学校"):
        assert [text[:60] for text in shown if secret in text] == []
    paper = run("report", "incident", "--child", "李小花", cwd=folder).out
    assert [word for word in (SECRET, PROMISE, "被打", "孩子自己说的", "留在学校") if word not in paper] == []
    said = run("done", "李小花", "验伤", cwd=folder)
    assert (said.code, PROMISE in said.both, "事件跟进" in said.both) == (0, False, True)


def test_check_says_where_and_not_what(small: Path, run: Runner) -> None:
    file = small / "children" / "1aaaaa.yaml"
    hidden = "事件:\n- 号: k7m2qx\n  日期: 2013-11-05\n  类别: 被打\n  情况: 邻家大人 #打了她\n备注: 甲 #乙\n"
    file.write_text(file.read_text(encoding="utf-8") + hidden, encoding="utf-8")
    found = [line for line in run("check", cwd=small).out.splitlines() if "1aaaaa" in line]
    assert found == [
        "children/1aaaaa.yaml:22：井号后面的字丢了（在事件里，原文不列）",
        "children/1aaaaa.yaml:23：“#乙”被当成注释，不在记录里",
    ]


def test_the_names_a_template_may_use_come_without_an_example(example: Path, run: Runner) -> None:
    page = run("template", "vars", cwd=example / "2012-2").out
    assert "| `孩子们[].事件[].情况` | 文字 | 不举例 |" in page
    assert [word for word in ("三名十七八岁", "渠桥", "校外人员留宿") if word in page] == []


def test_git_is_told_nothing(example_repo: Path, run: Runner) -> None:
    import subprocess

    folder = example_repo / "2012-2"
    run("log-incident", "李小花", *LOGGED, "--on", "2013-12-29", cwd=folder)
    run("log-incident", "李小花", "--report", "公安@2013-12-30", cwd=folder)
    log = subprocess.run(
        ["git", "log", "-2", "--format=%B"], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    assert {line for line in log.stdout.splitlines() if line} == {
        "事件报告：4kx7qm（2013-12-29）",
        "事件：4kx7qm（2013-12-29）",
        "Written-by: liushou",
    }
