"""A child goes to another school in a sealed file, and is received there."""

import json
import subprocess
from pathlib import Path

import pytest

from liushou_cli.store import sealed, sealed_child
from tests.helpers import quick_age
from tests.helpers.run import Runner

WORD = "correct horse battery"
STUB = "格式: 1\n编号: fxk4k1\n自: 2012-09-01\n转出日期: 2013-12-20\n去向学校: 石碣中学\n核对码: {}\n"
SEND = ("transfer", "许明", "--sealed", "转学.age", "--to", "石碣中学", "--on", "2013-12-20")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    monkeypatch.setattr(sealed, "pyrage", quick_age)
    run.environment["LIUSHOU_PASSPHRASE"] = WORD


@pytest.fixture
def other(tmp_path: Path, run: Runner) -> Path:
    """A class of another school, with the same number; it stands alone."""
    made = run(
        "init",
        "石碣",
        "--school",
        "石碣中学",
        "--class",
        "2012-2",
        "--stage",
        "初中",
        "--no-git",
        cwd=tmp_path,
    )
    assert made.code == 0, made.err
    return tmp_path / "石碣"


def send(example: Path, run: Runner) -> tuple[Path, str]:
    place = example / "2012-2"
    ran = run(*SEND, "--json", cwd=place)
    assert ran.code == 0, ran.err
    return place / "转学.age", json.loads(ran.out)["code"]


def test_from_one_school_to_the_other(example: Path, other: Path, run: Runner) -> None:
    old = (example / "2012-2" / "children" / "fxk4k1.yaml").read_text(encoding="utf-8")
    parcel, code = send(example, run)
    assert not (example / "2012-2" / "children" / "fxk4k1.yaml").exists()
    stub = (example / "2012-2" / "moved" / "fxk4k1.yaml").read_text(encoding="utf-8")
    assert stub == STUB.format(code)
    ran = run("receive", str(parcel), "--since", "2013-12-23", cwd=other)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[:2] == [
        "已收：许明，从新溪中学转来，2013-12-23 起在 2012-2。编号 fxk4k1。",
        f"核对码 {code}：念给对方听，一样就没有错。",
    ]
    new = (other / "children" / "fxk4k1.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in new if line not in old.splitlines()] == [
        "  至: 2013-12-20",
        "  原因: 转学",
        "  去向: 石碣中学",
        "  班级: 新溪中学 2012-2",
        "- {自: 2013-12-23, 来自: 新溪中学}",
    ]
    assert [line for line in old.splitlines() if line not in new] == []
    assert "fxk4k1" not in run("check", cwd=other).out
    figures = json.loads(run("report", "--format", "json", cwd=other).out)["figures"]
    assert (figures["留守儿童"]["value"], figures["家访次数"]["value"]) == (1, 0)


def test_the_old_school_says_who_is_not_counted_any_more(example: Path, run: Runner) -> None:
    send(example, run)
    ran = run("report", "--as-of", "2013-11-30", "--format", "md", cwd=example / "2012-2")
    assert "注意：本学期有 1 份档案已经转走，不在这里，没有计入（2012-2/moved/fxk4k1.yaml）。" in ran.err
    assert "fxk4k1" not in run("check", cwd=example).out


def test_back_again(example: Path, other: Path, run: Runner) -> None:
    parcel, _ = send(example, run)
    assert run("receive", str(parcel), "--since", "2013-12-21", cwd=other).code == 0
    ran = run("transfer", "许明", "--sealed", "回来.age", "--to", "新溪中学", "--on", "2013-12-26", cwd=other)
    assert ran.code == 0, ran.err
    ran = run("receive", str(other / "回来.age"), "--since", "2013-12-28", cwd=example / "2012-2")
    assert ran.code == 0, ran.err
    text = (example / "2012-2" / "children" / "fxk4k1.yaml").read_text(encoding="utf-8")
    assert "  班级: 2012-2\n" in text
    assert "班级: 石碣中学 2012-2" in text
    assert not (example / "2012-2" / "moved" / "fxk4k1.yaml").exists()
    roster = ("report", "roster", "--mask", "none", "--format", "md", "--as-of")
    there = {
        day: "许明" in run(*roster, day, cwd=example / "2012-2").out
        for day in ("2013-12-10", "2013-12-24", "2013-12-30")
    }
    assert there == {"2013-12-10": True, "2013-12-24": False, "2013-12-30": True}


def test_the_history_goes_along_in_words_and_nothing_else(
    example_repo: Path, other: Path, run: Runner
) -> None:
    run("set", "许明", "父亲.电话", "13800001111", cwd=example_repo / "2012-2")
    parcel, code = send(example_repo, run)
    opened = sealed.unseal(sealed_child.KIND, parcel.read_bytes(), WORD)
    assert set(opened.entries) == {"child.yaml", "history.txt"}
    assert opened.about == {"学校": "新溪中学", "班级": "2012-2", "去向": "石碣中学", "日期": "2013-12-30"}
    looked = run("receive", str(parcel), "--look", cwd=other)
    assert looked.out.splitlines() == [
        f"许明，男，2000-08-23 出生，编号 fxk4k1，从新溪中学转来。核对码 {code}",
        "",
        "2013-12-30 张敏　修改：fxk4k1 父亲",
        "  父亲.电话 改了（内容不显示）",
        "  添了父亲.核实：2013-12-30",
        "2013-12-30 张敏　建立档案",
    ]
    assert list((other / "children").iterdir()) == []
    git = ["git", "-c", "core.quotePath=false", "log", "-1", "--format=%s", "--name-status"]
    told = subprocess.run(git, cwd=example_repo, check=True, capture_output=True, encoding="utf-8").stdout
    assert told.split("\n")[:4] == [
        "转学：fxk4k1（2013-12-20）",
        "",
        "D\t2012-2/children/fxk4k1.yaml",
        "A\t2012-2/moved/fxk4k1.yaml",
    ]


def test_without_the_history(example_repo: Path, run: Runner) -> None:
    assert run(*SEND, "--no-history", cwd=example_repo / "2012-2").code == 0
    opened = sealed.unseal(sealed_child.KIND, (example_repo / "2012-2" / "转学.age").read_bytes(), WORD)
    assert set(opened.entries) == {"child.yaml"}


def test_nothing_goes_where_the_stub_cannot_be_written(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    (place / "moved").write_text("不是文件夹\n", encoding="utf-8")
    before = (place / "children" / "fxk4k1.yaml").read_bytes()
    ran = run(*SEND, cwd=place)
    assert ran.code == 4
    assert not (place / "转学.age").exists()
    assert (place / "children" / "fxk4k1.yaml").read_bytes() == before


def test_nothing_goes_where_the_sealed_file_does_not_open(
    example: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = example / "2012-2"
    before = (place / "children" / "fxk4k1.yaml").read_bytes()
    real = quick_age.passphrase.encrypt
    monkeypatch.setattr(
        quick_age.passphrase, "encrypt", staticmethod(lambda body, word: real(body, word)[:-1])
    )
    ran = run(*SEND, cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：口令不对，或文件在路上坏了")
    assert not (place / "转学.age").exists()
    assert (place / "children" / "fxk4k1.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (SEND[:4], 2, "错误：缺 --to（转到哪所学校）"),
        ((*SEND[:2], "2012-1", *SEND[2:]), 2, "错误：班级和 --sealed 只写一样"),
        ((*SEND[:-1], "2014-12-20"), 2, "错误：日期 2014-12-20 还没有到（今天是 2013-12-30）"),
        (("transfer", "许明", "2012-1", "--to", "石碣中学"), 2, "错误：--to 要和 --sealed 一起写"),
        (("transfer", "许明", "--sealed", "class.yaml", "--to", "石碣中学"), 2, "错误：class.yaml 已经有了"),
        (("receive", "没有.age"), 4, "错误：读不了 没有.age：没有这个文件或文件夹"),
        (("receive", "class.yaml"), 2, "错误：这不是用口令封好的文件"),
    ],
)
def test_what_cannot_be_is_refused(
    example: Path, run: Runner, args: tuple[str, ...], code: int, said: str
) -> None:
    place = example / "2012-2"
    before = sorted(place.rglob("*"))
    ran = run(*args, cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (code, said)
    assert [path for path in sorted(place.rglob("*")) if ".liushou" not in path.parts] == before


def test_twice_is_refused(example: Path, other: Path, run: Runner) -> None:
    parcel, _ = send(example, run)
    for day in ("2013-12-23", "2013-12-23"):
        ran = run("receive", str(parcel), "--since", day, cwd=other)
    assert (ran.code, ran.err.splitlines()[0]) == (7, "错误：编号 fxk4k1 已经有档案：children/fxk4k1.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("姓名：许明\n", "错误：里面的档案读不懂：冒号是全角的：姓名：许明"),
        ("格式: 9\n", "错误：里面的档案是新的格式 9"),
        ("格式: 1\n", "错误：里面的档案：缺“编号”"),
        ("a: &x 1\n", "错误：里面的档案读不懂：用了 YAML 锚点 &x"),
        (
            "格式: 1\n编号: ../../x\n姓名: 许明\n性别: 男\n出生日期: 2001-05-12\n"
            "在班: [{自: 2012-09-01, 至: 2013-12-01}]\n",
            "错误：里面的档案编号不对",
        ),
        (
            "格式: 1\n编号: fxk4k1\n姓名: 许明\n性别: 男\n出生日期: 2001-05-12\n在班: [{自: 2012-09-01}]\n",
            "错误：许明在原来的学校还没有记离开",
        ),
    ],
)
def test_a_strangers_file_is_data(other: Path, run: Runner, text: str, said: str) -> None:
    content = sealed.seal(sealed_child.KIND, {}, {"child.yaml": text.encode()}, WORD)
    (other / "转学.age").write_bytes(content)
    ran = run("receive", "转学.age", cwd=other)
    assert (ran.code, ran.err.splitlines()[0]) == (2, said)
    assert list((other / "children").iterdir()) == []


def test_the_passphrase_comes_from_a_file_or_the_environment(
    example: Path, run: Runner, tmp_path: Path
) -> None:
    del run.environment["LIUSHOU_PASSPHRASE"]
    place = example / "2012-2"
    ran = run(*SEND, cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：缺口令")
    (tmp_path / "口令.txt").write_text("short\n", encoding="utf-8")
    ran = run(*SEND, "--passphrase-file", str(tmp_path / "口令.txt"), cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：口令太短，至少 8 个字符")
    (tmp_path / "口令.txt").write_text(f"{WORD}\r\n", encoding="utf-8")
    assert run(*SEND, "--passphrase-file", str(tmp_path / "口令.txt"), cwd=place).code == 0
    assert (place / "转学.age").stat().st_mode & 0o077 == 0
    assert sealed.unseal(sealed_child.KIND, (place / "转学.age").read_bytes(), WORD).entries
