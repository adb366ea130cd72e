"""A class goes to who takes over, in a sealed file, and arrives; a receipt comes back."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from liushou_cli.store import sealed
from tests.helpers import quick_age
from tests.helpers.run import Ran, Runner

WORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    monkeypatch.setattr(sealed, "pyrage", quick_age)
    run.environment["LIUSHOU_PASSPHRASE"] = WORD


def pack(place: Path, run: Runner, *more: str, to: str = "交接.age") -> tuple[Path, Ran]:
    ran = run("pack", to, "--to", "王芳老师", *more, cwd=place)
    return place / to, ran


def files(folder: Path) -> dict[str, bytes]:
    """Records of *folder*: what is not hidden, not the ledger, not a paper."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*.yaml"))
        if not {".liushou", "ledger"} & set(file.relative_to(folder).parts)
    }


def test_to_a_new_folder_and_a_receipt_back(example: Path, tmp_path: Path, run: Runner) -> None:
    before = files(example)
    parcel, ran = pack(example / "2012-2", run, "--purpose", "调班", to="../../交接.age")
    assert (ran.code, ran.out) == (0, "")
    code = re.search(r"核对码 ([a-z0-9-]{14})", ran.err)
    assert code
    assert files(example) == before
    assert parcel.stat().st_mode & 0o777 == 0o600
    got = run("unpack", "交接.age", "新家", "--receipt", "回执.yaml", "--by", "王芳", cwd=tmp_path)
    assert (got.code, got.out) == (0, "")
    assert f"核对码 {code[1]}：念给对方听，一样就没有错。" in got.err
    mine = {
        name: text
        for name, text in before.items()
        if name.partition("/")[0] in ("2012-2", "school.yaml", "homes.yaml")
    }
    assert files(tmp_path / "新家") == mine
    checked = run("audit", "--verify", str(tmp_path / "回执.yaml"), cwd=example / "2012-2")
    assert checked.code == 0
    assert "回执.yaml 对上了：2013-12-30 收到，王芳收，打开过，就是这里封出去的那一份。" in checked.err
    figures = [
        json.loads(run("report", "--format", "json", cwd=place).out)["figures"]
        for place in (example / "2012-2", tmp_path / "新家" / "2012-2")
    ]
    values = [{name: one["value"] for name, one in each.items()} for each in figures]
    assert values[0] == values[1]


def test_a_receipt_for_another_file_is_told(example: Path, tmp_path: Path, run: Runner) -> None:
    pack(example / "2012-2", run, to="../../交接.age")
    run("unpack", "交接.age", "新家", "--receipt", "回执.yaml", "--no-git", cwd=tmp_path)
    receipt = tmp_path / "回执.yaml"
    text = receipt.read_text(encoding="utf-8")
    for key in ("校验", "清单"):
        receipt.write_text(re.sub(rf"({key}: )\w", r"\1x", text), encoding="utf-8")
        ran = run("audit", "--verify", str(receipt), cwd=example)
        assert (ran.code, ran.out) == (1, "")
        assert "和登记的对不上" in ran.err


def test_the_ledger_tells_of_it(example: Path, run: Runner) -> None:
    parcel, _ = pack(example / "2012-2", run, "--child", "许明", "--child", "李小花", "--purpose", "调班")
    entry = json.loads(run("audit", "--json", "--verify", str(parcel), cwd=example).out)["entries"][0]
    told = {
        key: entry[key] for key in ("命令", "名称", "形式", "人数", "孩子", "隐名", "给谁", "用途", "去处")
    }
    assert told == {
        "命令": "pack", "名称": "交接的档案", "形式": "age", "人数": 2, "孩子": ["4kx7qm", "fxk4k1"],
        "隐名": "none", "给谁": "王芳老师", "用途": "调班", "去处": "交接.age",
    }  # fmt: skip


def test_some_children_are_all_that_goes(example: Path, tmp_path: Path, run: Runner) -> None:
    parcel, ran = pack(example, run, "--child", "许明", "--no-history", "--json")
    assert (ran.code, json.loads(ran.out)["children"]) == (0, 1)
    look = run("unpack", str(parcel), "--look", cwd=tmp_path)
    assert look.out.startswith("新溪中学 2012-2，1 份孩子的档案，2013-12-30 封，交给王芳老师。")
    assert "许明" in look.out
    assert "李小花" not in look.out
    assert not list(tmp_path.glob("新家"))
    assert run("unpack", str(parcel), "新家", "--no-git", cwd=tmp_path).code == 0
    assert list(files(tmp_path / "新家")) == [
        "2012-2/children/fxk4k1.yaml",
        "2012-2/class.yaml",
        "school.yaml",
    ]


def test_the_whole_school(example: Path, tmp_path: Path, run: Runner) -> None:
    run("report", "--final", cwd=example)
    run("report", "--final", cwd=example / "2012-2")
    parcel, ran = pack(example, run)
    assert ran.code == 0, ran.err
    assert run("unpack", str(parcel), "新家", "--no-git", cwd=tmp_path).code == 0
    assert files(tmp_path / "新家") == files(example)
    assert (tmp_path / "新家" / "handed-in" / "2013-2" / "summary-2013-12-30.md").exists()


def test_a_class_that_stands_alone(small: Path, tmp_path: Path, run: Runner) -> None:
    parcel, ran = pack(small, run)
    assert ran.code == 0, ran.err
    assert run("unpack", str(parcel), "新家", "--no-git", cwd=tmp_path).code == 0
    assert files(tmp_path / "新家") == files(small)
    assert (tmp_path / "新家" / "handover" / "交接须知-2013-12-30.docx").read_bytes()[:2] == b"PK"
    again = run("unpack", str(parcel), cwd=tmp_path / "新家")
    assert again.err.splitlines()[0] == "已收：2010-1。新的 0 份，一样的 4 份。"


def test_history_goes_along_in_words(example_repo: Path, tmp_path: Path, run: Runner) -> None:
    place = example_repo / "2012-2"
    run("set", "许明", "村组", "石桥村五组", cwd=place)
    run("set", "许明", "父亲.电话", "13800001111", cwd=place)
    for options, told in (((), True), (("--history-since", "2014-01-01"), False), (("--no-history",), False)):
        _, ran = pack(place, run, "--child", "许明", *options, to=f"{len(options)}-{told}-{options}.age")
        assert ("带了改动的历史" in ran.err) is told, ran.err
    home = tmp_path / "新家"
    run("unpack", str(place / "0-True-().age"), str(home), cwd=tmp_path)
    past = (home / "handover" / "历史-2013-12-30.txt").read_text(encoding="utf-8")
    assert "村组 由“石桥村四组”改为“石桥村五组”" in past
    assert "13800001111" not in past
    log = subprocess.run(
        ["git", "log", "--format=%s"], cwd=home, capture_output=True, encoding="utf-8", check=True
    )
    assert log.stdout == "接收交接：2012-2（3 份）\n"
    names = subprocess.run(
        ["git", "status", "--short"], cwd=home, capture_output=True, encoding="utf-8", check=True
    )
    assert names.stdout == ""


def test_a_stick_that_comes_back(example: Path, tmp_path: Path, run: Runner) -> None:
    """New files are added, the same are left, and nothing is written where one is not the same."""
    home = Path(shutil.copytree(example, tmp_path / "家里"))
    place = home / "2012-2"
    run(
        "log-visit",
        "许明",
        "--on",
        "2013-12-28",
        "--with",
        "爷爷",
        "--kind",
        "定期",
        "--note",
        "都好",
        cwd=place,
    )
    run("add-child", "王小雨", "--gender", "女", "--born", "2001-05-06", "--register", "非留守", cwd=place)
    parcel, _ = pack(place, run)
    before = files(example)
    ran = run("unpack", str(parcel), cwd=example / "2012-2")
    assert ran.code == 3
    assert [line.split() for line in ran.out.splitlines()] == [
        ["文件", "孩子", "怎么不一样"],
        ["2012-2/children/fxk4k1.yaml", "许明", "内容不一样"],
    ]
    assert "什么也没有写" in ran.err
    assert files(example) == before
    ran = run("unpack", str(parcel), "--only-new", "--json", cwd=example / "2012-2")
    told = json.loads(ran.out)
    assert (told["new"], told["left"]) == (1, ["2012-2/children/fxk4k1.yaml"])
    added = {name: text for name, text in files(example).items() if name not in before}
    assert list(added.values()) == [text for name, text in files(home).items() if name in added]
    assert {name: text for name, text in files(example).items() if name in before} == before


def test_a_child_who_went_to_another_class_since(example: Path, run: Runner) -> None:
    parcel, _ = pack(example / "2012-2", run, "--child", "许明")
    run("transfer", "许明", "2012-1", "--on", "2013-12-20", cwd=example / "2012-2")
    ran = run("unpack", str(parcel), "--json", cwd=example)
    assert ran.code == 3
    assert json.loads(ran.out)["differing"] == [
        {"file": "2012-1/children/fxk4k1.yaml", "child": "许明", "state": "在别处"}
    ]


def test_only_where_it_belongs(example: Path, small: Path, tmp_path: Path, run: Runner) -> None:
    pack(example / "2012-2", run, to="../../交接.age")
    (tmp_path / "满的").mkdir()
    (tmp_path / "满的" / "作业.txt").write_text("x", encoding="utf-8")
    cases = {
        (str(small),): (7, "里面是新溪中学的档案，这里是石塘小学的，没有收"),
        ("满的",): (2, "满的 不是空的，也不是档案"),
        (str(example / "新的"),): (7, "新的文件夹在 新溪中学 的档案里面，什么也没有写"),
        ("交接.age",): (2, "交接.age 是一个文件，不是文件夹"),
    }
    for where, (exit_code, said) in cases.items():
        ran = run("unpack", "交接.age", *where, cwd=tmp_path)
        assert (ran.code, said in ran.err) == (exit_code, True), (where, ran.err)


def test_what_cannot_be_packed_leaves_nothing(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    before = sorted(example.rglob("*"))
    (place / "占了.age").write_bytes(b"")
    file = place / "children" / "fxk4k1.yaml"
    whole = file.read_bytes()
    someone = ("--to", "王芳")
    refused = [
        ("占了.age", *someone),
        ("新.age", *someone, "--child", "没有的人"),
        ("新.age",),
        ("没有/新.age", *someone),
        ("新.age", *someone, "--no-history", "--history-since", "昨天"),
    ]
    for words in refused:
        ran = run("pack", *words, cwd=place)
        assert ran.code in (2, 4), (words, ran.err)
    file.write_bytes(whole + "姓名: 再写一次\n".encode())
    assert run("pack", "新.age", "--to", "王芳", cwd=place).code == 3
    file.write_bytes(whole)
    run.environment["LIUSHOU_PASSPHRASE"] = "短"
    assert run("pack", "新.age", "--to", "王芳", cwd=place).code == 2
    (place / "占了.age").unlink()
    left = sorted(one for one in example.rglob("*") if ".liushou" not in one.parts)
    assert left == [one for one in before if ".liushou" not in one.parts]


def test_wrong_word(example: Path, tmp_path: Path, run: Runner) -> None:
    parcel, _ = pack(example / "2012-2", run)
    run.environment["LIUSHOU_PASSPHRASE"] = "another word altogether"
    ran = run("unpack", str(parcel), "新家", cwd=tmp_path)
    assert (ran.code, "口令不对" in ran.err, (tmp_path / "新家").exists()) == (2, True, False)


def test_a_link_leads_nowhere(example: Path, tmp_path: Path, run: Runner) -> None:
    parcel, _ = pack(example / "2012-2", run, "--child", "许明")
    target = example / "2012-2" / "children"
    (tmp_path / "外面").mkdir()
    shutil.rmtree(target)
    target.symlink_to(tmp_path / "外面", target_is_directory=True)
    ran = run("unpack", str(parcel), cwd=example / "2012-2")
    assert (ran.code, list((tmp_path / "外面").iterdir())) == (7, [])
