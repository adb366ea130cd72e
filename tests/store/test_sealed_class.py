"""A sealed class from a stranger: what is let out of it, and what is not."""

import io
import json
import zipfile
from hashlib import sha256

import pytest

from liushou_cli.errors import BadInput, LiushouError, Refused
from liushou_cli.store import sealed, sealed_class
from liushou_cli.store.sealed import Limits, seal, unseal
from liushou_cli.store.sealed_class import KIND, LIMITS, judged
from liushou_cli.store.sealed_names import named
from tests.helpers import quick_age

WORD = "correct horse battery"
CLASS = "格式: 1\n学校: 新溪中学\n班级: 2012-2\n学段: 初中\n班主任: 张敏\n"
CHILD = "格式: 1\n编号: {}\n姓名: 李小花\n性别: 女\n出生日期: 2001-05-12\n在班:\n- {{自: 2012-09-01}}\n"
GOOD = {"records/class.yaml": CLASS, "records/children/4kx7qm.yaml": CHILD.format("4kx7qm")}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "pyrage", quick_age)


def opened(entries: dict[str, str]) -> sealed_class.Bundle:
    content = seal(KIND, {}, {name: text.encode() for name, text in entries.items()}, WORD)
    return judged(unseal(KIND, content, WORD, LIMITS))


def test_what_was_sealed_comes_out() -> None:
    bundle = opened({**GOOD, "交接须知.md": "# 须知\n"})
    assert list(bundle.records) == ["class.yaml", "children/4kx7qm.yaml"]
    assert [child.name for child in bundle.children().values()] == ["李小花"]
    assert {folder: one.school_name for folder, one in bundle.classes().items()} == {"": "新溪中学"}
    assert bundle.papers == {"交接须知.md": "# 须知\n".encode()}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"records/../x.yaml": "格式: 1\n"}, "不该有的名字"),
        ({"records/a..b/class.yaml": CLASS}, "不该有的名字"),
        ({"/etc/passwd": "x"}, "不该有的名字"),
        ({"records/.git/config": "x"}, "不该有的名字"),
        ({"records/children/4kx7qm.yaml.exe": "x"}, "不该有的名字"),
        ({"records/children/李小花.yaml": "x"}, "不该有的名字"),
        ({"records/templates/summary.md.j2": "x"}, "不该有的名字"),
        ({"records/CON/class.yaml": CLASS}, "不该有的名字"),
        ({"setup.exe": "x"}, "不该有的名字"),
        ({"records/2012-2/class.yaml": CLASS}, "两个班的文件夹分不开"),
        ({"records/children/k7m2qx.yaml": "编号: [\n"}, "records/children/k7m2qx.yaml:"),
        ({"records/children/k7m2qx.yaml": "编号: !!python/object:os.system k7m2qx\n"}, "读不懂"),
        ({"records/children/k7m2qx.yaml": "x" * (256 * 1024 + 1)}, "太大"),
        ({"records/children/k7m2qx.yaml": CHILD.format("k7m2qx").replace("1\n", "9\n", 1)}, "新的格式 9"),
        ({"records/children/k7m2qx.yaml": CHILD.format("4kx7qm")}, "写的编号和文件名不一样"),
        ({"records/children/k7m2qx.yaml": CHILD.format("k7m2qx").replace("女", "花")}, "性别"),
        ({"records/2013-1/children/k7m2qx.yaml": CHILD.format("k7m2qx")}, "缺 class.yaml"),
        ({"records/handed-in/2013-2/summary-2013-12-30.md": "a\x00b" * 3 + "\r"}, "读不懂"),
    ],
)
def test_what_is_no_class_is_not_let_out(more: dict[str, str], said: str) -> None:
    with pytest.raises(LiushouError, match=said):
        opened({**GOOD, **more})


def test_one_child_in_two_classes_is_not_let_out() -> None:
    child = CHILD.format("4kx7qm")
    two = {f"records/{one}/{name}": text for one in ("a", "b")
           for name, text in (("class.yaml", CLASS), ("children/4kx7qm.yaml", child))}  # fmt: skip
    with pytest.raises(BadInput, match="编号 4kx7qm 有两份档案"):
        opened(two)


def test_folders_that_one_system_takes_for_the_same() -> None:
    with pytest.raises(Refused, match="两个班的文件夹分不开"):
        opened({"records/A/class.yaml": CLASS, "records/a/class.yaml": CLASS})


def packed(entries: dict[str, bytes], manifest: str | None = None) -> bytes:
    """A sealed file by another program."""
    listed = [{"名": n, "字节": len(c), "校验": sha256(c).hexdigest()} for n, c in entries.items()]
    said = manifest or json.dumps({"格式": 1, "种类": KIND, "说明": {}, "文件": listed})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("manifest.json", said)
        for name, content in entries.items():
            box.writestr(name, content)
    return quick_age.passphrase.encrypt(held.getvalue(), WORD)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed({f"n{number}": b"" for number in range(1300)}), "东西太多"),
        (packed({"records/class.yaml": b"0" * 5_000_000}), "太大"),
        (packed({"a": b"0" * 900, "b": b"0" * 900}), "东西太多"),
        (packed({}, "[" * 100_000), "不是 liushou 封的东西"),
        (packed({}, '{"格式": 2, "种类": "交接的档案"}'), "新的格式 2"),
        (packed({}, '{"格式": 1, "种类": "一个孩子的档案"}'), "里面是一个孩子的档案"),
        (packed({"records/class.yaml": CLASS.encode()})[:-20], "口令不对，或文件在路上坏了"),
        (b"PK\x03\x04", "不是用口令封好的文件"),
    ],
    ids=["names", "entry", "whole", "manifest", "newer", "kind", "cut", "zip"],
)
def test_what_is_too_much_or_not_ours(content: bytes, said: str) -> None:
    with pytest.raises(LiushouError, match=said):
        unseal(KIND, content, WORD, Limits(number=20, whole=1000) if said == "东西太多" else LIMITS)


@pytest.mark.parametrize(
    ("place", "folder"),
    [
        ("school.yaml", ""),
        ("class.yaml", ""),
        ("2012-2/class.yaml", "2012-2"),
        ("初一2班/children/4kx7qm.yaml", "初一2班"),
        ("2012-2/activities/2013-2.yaml", "2012-2"),
        ("2012-2/handed-in/2013-2/summary-2013-12-30.md", "2012-2"),
        ("handed-in/2013-2/summary-2013-12-30.yaml", ""),
        ("2012-2/school.yaml", None),
        ("2012-2/2012-2/class.yaml", None),
        ("nul.x/class.yaml", None),
        ("children/4kx7qi.yaml", None),
        ("2012-2./class.yaml", None),
    ],
)
def test_names(place: str, folder: str | None) -> None:
    found = named(place)
    assert (found and found.folder) == folder
