"""report --final and --compare: what was handed in, and what became of its figures."""

from pathlib import Path

from tests.cli.conftest import Play
from tests.helpers.run import Runner

STORED = Path("handed-in/2013-2/summary-2013-12-30.yaml")


def test_handing_in_and_what_changed_since(small: Path, play: Play) -> None:
    play(
        "handed-in",
        small,
        """
        liushou report --compare
        liushou report --final --child 孙小梅
        liushou report --final -o 总结.md
        ls handed-in/2013-2
        liushou report --compare
        liushou report --final -o 总结.md
        -- 补记一次十月的家访
        liushou log-visit 孙小梅 孙小松 --on 2013-10-12 --kind 定期 --note 好
        liushou report --compare
        liushou report --final -o 总结.md
        liushou report -o 总结.md
        liushou report -o handed-in/2013-2/summary-2013-12-30.md
        liushou --today 2014-01-10 report --compare --term 2013-2
        liushou --today 2014-01-10 report --final -o 总结.md
        ls handed-in/2013-2
        """,
    )


def test_what_the_file_says(small: Path, run: Runner) -> None:
    run("report", "--final", "--mask", "full", cwd=small)
    lines = (small / STORED).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines[:14] if not line.startswith("正文校验: ")] == [
        "格式: 1",
        "文书: summary",
        "名称: 留守儿童帮扶总结",
        "学期: 2013-2",
        "截止日期: 2013-12-30",
        "口径: 学籍",
        "隐名: full",
        "存档日期: 2013-12-30",
        "正文: summary-2013-12-30.md",
        "数字:",
        '  在籍学生: "30"',
        '  留守儿童: "3"',
        "  留守占比: 1/10",
    ]


def test_what_is_kept_is_what_was_handed_in(small: Path, run: Runner) -> None:
    run("report", "--final", "--format", "docx", "-o", "总结.docx", cwd=small)
    kept = (small / STORED).with_suffix(".md").read_text(encoding="utf-8")
    assert kept == run("report", cwd=small).out
    assert "孙某某" in kept
    assert "孙小梅" not in kept + (small / STORED).read_text(encoding="utf-8")


def test_a_changed_text_is_noticed_and_other_line_ends_are_not(small: Path, run: Runner) -> None:
    run("report", "--final", cwd=small)
    text = (small / STORED).with_suffix(".md")
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    assert run("report", "--compare", cwd=small).out.endswith("数字都一样。\n")
    text.write_text("改过", encoding="utf-8")
    assert run("report", "--compare", cwd=small).out.endswith(
        "存档的 summary-2013-12-30.md 不见了，或者被改过。\n"
    )


def test_a_damaged_one_is_named(small: Path, run: Runner) -> None:
    run("report", "--final", cwd=small)
    (small / STORED).write_text("格式: [", encoding="utf-8")
    for words, code in ((["report"], 0), (["report", "--final"], 3), (["report", "--compare"], 3)):
        ran = run(*words, cwd=small)
        assert (ran.code, str(STORED) in ran.err) == (code, True)


def test_a_school_keeps_its_own_and_commits_it(example_repo: Path, run: Runner) -> None:
    ran = run("report", "--final", "-o", "a.md", cwd=example_repo)
    assert (ran.code, (example_repo / STORED).is_file()) == (0, True)
    run("report", "--final", "-o", "a.md", cwd=example_repo / "2012-2")
    assert (example_repo / "2012-2" / STORED).is_file()
    assert run("check", cwd=example_repo).both == run("check", cwd=example_repo).both


def test_a_past_day_comes_out_again_as_it_was(example: Path, run: Runner) -> None:
    """What is entered later, of a later day, changes nothing of a document as of an earlier one."""
    room = example / "2012-2"
    past = ("report", "--term", "2013-2", "--as-of", "2013-11-15")
    before = [run(*past, "--format", form, cwd=room).out for form in ("md", "html", "json")]
    run("report", "--final", "--term", "2013-2", "--as-of", "2013-11-15", cwd=room)
    for words in (
        ("log-visit", "李小花", "--on", "2013-11-16", "--kind", "定期", "--note", "好"),
        ("log-call", "李小花", "--on", "2013-12-01", "--with", "父亲", "--type", "教师联系家长", "--note", "好"),
        ("log-talk", "李小花", "--on", "2013-12-02", "--note", "好"),
        ("log-activity", "--on", "2013-12-03", "--kind", "班会", "--title", "冬至", "--children", "all"),
        ("add-survey", "李小花", "--on", "2013-12-04", "--study", "较好", "--life", "较好", "--mind", "较好",
         "--safety", "较好", "--health", "较好"),
        ("set", "李小花", "父亲.行踪", "在家", "--since", "2013-12-05"),
    ):  # fmt: skip
        ran = run(*words, cwd=room)
        assert ran.code == 0, (words, ran.err)
    after = [run(*past, "--format", form, cwd=room) for form in ("md", "html", "json")]
    assert [ran.err for ran in after] == ["", "", ""]
    assert [_without_lines(ran.out) for ran in after] == [_without_lines(text) for text in before]
    assert run(*past, "--compare", cwd=room).out.endswith("数字都一样。\n")


def _without_lines(text: str) -> list[str]:
    """A trace names a line of a file, and lines move down when something is entered above."""
    return [line for line in text.splitlines() if ".yaml" not in line and '"line"' not in line]
