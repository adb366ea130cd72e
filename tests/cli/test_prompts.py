"""What a teacher at a terminal is asked, and what happens when she errs, stops, or leaves."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.run import Runner
from tests.helpers.snapshot import Snapshot

pexpect = pytest.importorskip("pexpect", reason="needs a Unix terminal")

SECONDS = 20
CTRL_C, CTRL_D = "\x03", "\x04"


class Terminal:
    """``liushou`` at a terminal; :meth:`answer` waits for a question to be asked before it types."""

    def __init__(self, run: Runner, folder: Path, *args: str) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "liushou_cli", *args],
            cwd=str(folder),
            env=run.environment | {"LIUSHOU_SEED": "1"},
            encoding="utf-8",
            timeout=SECONDS,
            dimensions=(40, 200),
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = io.StringIO()

    @property
    def seen(self) -> list[str]:
        """Every line shown so far."""
        return str(self.child.logfile_read.getvalue()).splitlines()

    def answer(self, question: str, typed: str) -> None:
        self.child.expect_exact(question)
        self.child.expect_exact("：")
        self.child.sendline(typed)

    def answers(self, table: str) -> None:
        """Lines of ``question = answer``."""
        for line in table.strip().splitlines():
            question, _, typed = line.partition("=")
            self.answer(question.strip(), typed.strip())

    def leave(self, question: str, key: str) -> tuple[int, str]:
        """Presses *key* at *question*; again where the interpreter went to sleep in the very moment it came."""
        self.child.expect_exact(question)
        for _ in range(SECONDS):
            self.child.send(key)
            if self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) == 0:
                break
        return self.child.wait(), self.seen[-1]

    def end(self) -> tuple[int, str]:
        """Exit code, and what was shown after the last question."""
        self.child.expect(pexpect.EOF)
        rest = self.child.before.replace("\r\n", "\n")
        return self.child.wait(), rest


@pytest.fixture
def before(small: Path) -> Iterator[dict[str, bytes]]:
    """What the records hold before; a test that takes it says that nothing may be written."""
    held = _held(small)
    yield held
    assert _held(small) == held


def _held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_a_whole_child(small: Path, run: Runner, snapshot: Snapshot) -> None:
    terminal = Terminal(run, small, "add-child")
    terminal.answers(
        """
        姓名 = 赵敏敏
        性别 = 2
        出生日期 = 2004-5-6
        就读方式 = 走
        父亲姓名 = 赵刚
        父亲状况 = 2
        父亲从什么时候起 = 2012-03
        父亲在哪里 = 福建省泉州市
        父亲电话 = 13800001111
        母亲姓名 = 田秀
        母亲状况 = 在家
        母亲电话 =
        照护人姓名 = 田秀
        照护人是孩子的谁 = 母亲
        照护人电话 =
        """
    )
    code, rest = terminal.end()
    assert (code, rest.strip().splitlines()[-1]) == (0, "已建档：赵敏敏（编号 rp1a28）。")
    snapshot("cli/asked-child.yaml", (small / "children" / "rp1a28.yaml").read_text(encoding="utf-8"))


def test_wrong_answers_are_asked_again(small: Path, run: Runner) -> None:
    terminal = Terminal(run, small, "log-visit")
    terminal.answers(
        """
        哪个孩子 =
        哪个孩子 = 无名
        哪个孩子 = 孙
        哪个孩子 = sxm
        日期 = 明天
        日期 = 2013-13-01
        日期 = 12-1
        性质 = 3
        性质 = 常常
        性质 = 定
        见了谁 = 奶奶，母亲
        情况 =
        情况 = 都好
        家教指导 =
        """
    )
    code, rest = terminal.end()
    assert (code, rest.strip()) == (0, "已记家访：孙小梅，2013-12-01。")
    told = [line for line in terminal.seen if line.startswith(("--on", "“", "没有“", "只能写"))]
    assert told == [
        "没有“无名”这个孩子",
        "“孙”可能是 2 个孩子：孙小梅（1aaaaa，2010-1）、孙小松（2bbbbb，2010-1）",
        "--on：“明天”不是日期，写成 2013-10-12 的样子",
        "--on：没有“2013-13-01”这一天",
        "只能写：定期、不定期，或它们的序号",
        "只能写：定期、不定期，或它们的序号",
    ]


def test_a_name_that_means_nobody_is_said_before_anything_is_asked(
    small: Path, run: Runner, before: object
) -> None:
    code, rest = Terminal(run, small, "log-visit", "无名").end()
    assert (code, rest) == (2, "错误：没有“无名”这个孩子\n提示：用 liushou list 看有哪些孩子\n")


def test_a_round_of_surveys(small: Path, run: Runner) -> None:
    assert run("add-survey", "sxm", "--study", "较好", cwd=small).code == 0
    terminal = Terminal(run, small, "add-survey", "--all", "--safety", "较好")
    terminal.answer("日期", "")
    for _ in range(2):
        terminal.answers(
            """
            学习 = 3
            学习情况 = 数学基础弱
            学习需求 = 课外辅导、补课
            生活 = 1
            生活情况 =
            生活需求 =
            心理 = 2
            心理情况 =
            心理需求 =
            健康 = 一
            健康情况 =
            健康需求 =
            """
        )
    code, rest = terminal.end()
    assert (code, rest.strip()) == (0, "已记普查：阿依古丽·买买提，2013-12-30，5 个方面。")
    assert [line.split()[-1] for line in run("list", cwd=small).out.splitlines()[1:]] == ["1", "1", "1"]
    text = (small / "children" / "2bbbbb.yaml").read_text(encoding="utf-8")
    assert text.partition("登记人: 周文\n")[2] == (
        "  学习: {评定: 需关注, 情况: 数学基础弱, 需求: [课外辅导, 补课]}\n"
        "  生活: {评定: 较好}\n  心理: {评定: 一般}\n  安全: {评定: 较好}\n  健康: {评定: 一般}\n"
    )


def test_what_a_rating_means_and_what_it_was_is_shown_while_choosing(small: Path, run: Runner) -> None:
    given = ("--study", "较好", "--life", "较好", "--safety", "较好", "--health", "较好")
    assert run("add-survey", "孙小梅", "--mind", "需关注", "--on", "2013-09-10", cwd=small).code == 0
    terminal = Terminal(run, small, "add-survey", "孙小梅", *given)
    terminal.answers("日期 =\n心理（1较好 = 2\n心理情况 =\n心理需求 =")
    assert terminal.end()[0] == 0
    begun = terminal.seen.index("心理（上次：需关注，2013-09-10）")
    assert terminal.seen[begun + 1 : begun + 5] == [
        "  较好    情绪平稳，愿意说话，有朋友",
        "  一般    有时想家、闷闷不乐，说开就好",
        "  需关注  长时间低落、孤单、易怒，或与人常起冲突",
        "  紧急    说过不想活、伤过自己，或突然变了一个人",
    ]


def test_a_plan_for_each_need(small: Path, run: Runner) -> None:
    run("add-survey", "孙小梅", "--study", "一般::补课、买书", "--on", "2013-09-10", cwd=small)
    terminal = Terminal(run, small, "plan", "孙小梅")
    terminal.answers(
        """
        目标（不定计划就按回车） =
        目标（不定计划就按回车） = 每月读一本
        期限 = 下周
        期限 = 2014-01-10
        措施 = 从图书室借；周五讲给同学听
        负责人 =
        """
    )
    code, rest = terminal.end()
    said = "已定帮扶计划：孙小梅，2013-2，每月读一本。还没有回应的需求：补课。"
    assert (code, rest.strip()) == (0, said)
    text = (small / "children" / "1aaaaa.yaml").read_text(encoding="utf-8")
    assert (
        "  措施: [从图书室借, 周五讲给同学听]\n  针对: [买书]\n  负责人: 周文\n  期限: 2014-01-10\n" in text
    )


def test_support_is_asked_which_need_it_answers(small: Path, run: Runner) -> None:
    run("add-survey", "孙小梅", "--study", "一般::买书", "--on", "2013-09-10", cwd=small)
    terminal = Terminal(run, small, "log-support", "孙小梅", "--kind", "物资", "--what", "三本新书")
    terminal.answers("日期 =\n针对哪一项需求 =\n谁给的 = 陈静\n金额 = 三十\n金额 = 30元\n情况 =")
    assert terminal.end()[0] == 0
    text = (small / "children" / "1aaaaa.yaml").read_text(encoding="utf-8")
    assert "针对: [买书]\n  提供者: 陈静\n" in text


def test_an_interrupted_round_loses_only_the_child_at_hand(small: Path, run: Runner) -> None:
    given = ("--study", "较好", "--life", "较好", "--mind", "较好", "--safety", "较好")
    terminal = Terminal(run, small, "add-survey", "--all", *given)
    terminal.answers("日期 =\n健康 = 1\n健康情况 =\n健康需求 =")
    assert terminal.leave("健康（1较好", CTRL_C) == (130, "已中断，这一次没有写。")
    assert sorted(line.split()[-1] for line in run("list", cwd=small).out.splitlines()[1:]) == ["0", "0", "1"]


@pytest.mark.parametrize(
    "args",
    [
        ("add-child",),
        ("log-visit", "孙小梅"),
        ("log-call",),
        ("add-survey", "孙小梅"),
        ("log-incident",),
        ("pair", "孙小梅"),
    ],
    ids=lambda args: args[0],
)
@pytest.mark.parametrize(
    ("key", "code", "said"),
    [(CTRL_C, 130, "已中断，这一次没有写。"), (CTRL_D, 2, "输入到头了，这一次没有写。")],
    ids=["ctrl-c", "ctrl-d"],
)
def test_nothing_is_written_when_she_leaves(
    args: tuple[str, ...], key: str, code: int, said: str, small: Path, run: Runner, before: object
) -> None:
    assert Terminal(run, small, *args).leave("：", key) == (code, said)


def test_where_there_is_no_class_nothing_is_asked(tmp_path: Path, run: Runner) -> None:
    code, rest = Terminal(run, tmp_path, "add-child").end()
    assert (code, rest) == (
        2,
        "错误：这里没有班级档案（class.yaml）\n提示：先进到班级文件夹，或用 liushou init 新建一个\n",
    )


def test_a_new_class_is_asked_for(tmp_path: Path, run: Runner) -> None:
    terminal = Terminal(run, tmp_path, "init", "2013-1", "--no-git")
    terminal.answers(
        "校名 = 石塘小学\n文书落款单位 =\n班级 = 一班\n班级 = 2013-1\n学段 = 1\n班主任姓名 = 周文"
    )
    code, _ = terminal.end()
    assert (code, (tmp_path / "2013-1" / "class.yaml").read_text(encoding="utf-8")) == (
        0,
        "格式: 1\n班级: 2013-1\n学段: 小学\n班主任: 周文\n学校: 石塘小学\n落款单位: 石塘小学\n自动提交: 否\n",
    )


@pytest.mark.parametrize(
    ("typed", "said", "code"),
    [("是", "已认可：templates/note.md.j2", 0), ("否", "没有认可。", 7), ("", "没有认可。", 7)],
)
def test_a_template_is_shown_before_it_is_approved(
    typed: str, said: str, code: int, small: Path, run: Runner
) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "note.md.j2").write_text("---\n名称: 甲\n范围: 班级\n---\n一\n", encoding="utf-8")
    terminal = Terminal(run, small, "trust")
    terminal.answer("认可这 1 份模板吗", typed)
    assert (terminal.end()[0], terminal.seen[-1]) == (0, said)
    assert "名称: 甲" in terminal.seen
    assert run("report", "note", cwd=small).code == code


def test_what_cannot_be_seen_cannot_be_typed(small: Path, run: Runner) -> None:
    terminal = Terminal(run, small, "log-talk", "孙小梅", "--topic", "想家", "--on", "今天")
    terminal.answer("情况", "好\u202e坏")
    terminal.answer("情况", "好")
    assert terminal.end()[0] == 0
    assert "“好?坏”里有看不见的字符 U+202E" in terminal.seen


def test_an_export_asks_who_gets_it_and_what_is_only_shown_is_not_entered(small: Path, run: Runner) -> None:
    terminal = Terminal(run, small, "export", "-o", "名单.csv")
    terminal.answers(
        """
        给谁 = 镇中心校
        作什么用 =
        """
    )
    code, rest = terminal.end()
    assert (code, rest.strip().splitlines()) == (0, ["已登记外出：ledger/2013-12.yaml", "已写好：名单.csv"])
    entered = (small / "ledger" / "2013-12.yaml").read_text(encoding="utf-8")
    assert "给谁: 镇中心校" in entered
    code, rest = Terminal(run, small, "export", "--format", "jsonl").end()
    assert (code, rest.count("孙某某"), "登记" in rest) == (0, 2, False)
    assert (small / "ledger" / "2013-12.yaml").read_text(encoding="utf-8") == entered


ROSTER = """\
姓名,性别,出身日期,父亲务工地点,爱好,家庭住址
孙小海,女,2004-02-01,,画画,石塘村
林小满,女,2004-05-20,广东东莞,唱歌,石塘村
阿依古丽·买买提,女,2003-11-20,,,石塘村二组
"""


def test_import_asks_what_only_the_teacher_knows(small: Path, run: Runner) -> None:
    run("set", "3ccccc", "现住址", "石塘村一组", cwd=small)
    (small / "名册.csv").write_text(ROSTER, encoding="utf-8")
    terminal = Terminal(run, small, "import", "名册.csv")
    terminal.answers("""
        “出身日期”是不是 出生日期 = 是
        “爱好”是哪一项 = 兴趣
        “爱好”是哪一项 =
        从什么时候起外出 = 2013-03
        用表里的，还是留档案里的 = 档案
        是不是 孙小梅 = 否
        照这样写吗 = 是
    """)
    assert (terminal.end()[0], terminal.seen[-1]) == (0, "名册 3 行：新建 2 份，修改 0 份，不变 1 份。")
    assert (small / "mappings.yaml").read_text(encoding="utf-8") == (
        "格式: 1\n对应:\n- {表头: 出身日期, 字段: 出生日期}\n- {表头: 爱好, 字段: 不要}\n"
    )
    assert run("list", "--all", cwd=small).out.count("\n") == 6


def test_import_that_is_not_confirmed_writes_nothing(small: Path, run: Runner) -> None:
    (small / "名册.csv").write_text("姓名,性别,出生日期\n林小满,女,2004-05-20\n", encoding="utf-8")
    terminal = Terminal(run, small, "import", "名册.csv")
    terminal.answer("照这样写吗", "否")
    assert (terminal.end()[0], terminal.seen[-1]) == (0, "没有写。")
    assert len(list((small / "children").iterdir())) == 3
