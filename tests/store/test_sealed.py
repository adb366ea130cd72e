"""Sealed files: what goes in comes out; what a stranger sends is judged before it is unpacked."""

import hashlib
import io
import json
import re
import warnings
import zipfile
from collections.abc import Mapping

import pytest

from liushou_cli.errors import BadInput, LiushouError, Refused
from liushou_cli.store import sealed
from liushou_cli.store.sealed import Limits, code, seal, unseal
from tests.helpers import quick_age

WORD = "一把好记的口令吧"
ENTRIES = {"child.yaml": "姓名: 李小花\n".encode(), "2012-2/children/4kx7qm.yaml": b"x" * 5000, "空.txt": b""}
KIND = "样品"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "pyrage", quick_age)


@pytest.mark.slow
def test_with_age_itself() -> None:
    content = seal(KIND, {"学校": "新溪中学"}, ENTRIES, WORD)
    assert unseal(KIND, content, WORD)[:2] == ({"学校": "新溪中学"}, ENTRIES)
    assert "李小花".encode() not in content
    for wrong, word in ((content, WORD + "x"), (content[:-1], WORD), (content[:-1] + b"\0", WORD)):
        with pytest.raises(BadInput, match="口令不对，或文件在路上坏了"):
            unseal(KIND, wrong, word)


@pytest.mark.usefixtures("quick")
def test_the_code_is_of_the_file() -> None:
    assert re.fullmatch(r"[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}", code(b"x"))
    assert code(b"x") == code(b"x") != code(b"y")
    assert code(seal(KIND, {}, ENTRIES, WORD)) == code(seal(KIND, {}, ENTRIES, WORD))
    assert code(seal(KIND, {}, ENTRIES, WORD)) != code(seal(KIND, {"a": "b"}, ENTRIES, WORD))


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(BadInput, match="口令太短，至少 8 个字符"):
        seal(KIND, {}, ENTRIES, "1234567")


@pytest.mark.parametrize("content", [b"", b"x", b"age-encryption.org/v1\n-> X25519 abc\n", b"PK\x03\x04"])
def test_what_is_no_sealed_file_is_said(content: bytes) -> None:
    with pytest.raises(BadInput, match="这不是用口令封好的文件"):
        unseal(KIND, content, WORD)


def test_a_key_that_would_eat_all_memory_is_not_made() -> None:
    with pytest.raises(Refused, match="要的内存太多"):
        unseal(KIND, b"age-encryption.org/v1\n-> scrypt c2FsdA 30\nbody\n---\n", WORD)


def forged(entries: Mapping[str, bytes], manifest: object = None, *, twice: bool = False) -> bytes:
    """A sealed file as somebody else may write it; *manifest* None for the true one."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, body in entries.items():
            opened.writestr(name, body)
        if manifest is None:
            listed = [
                {"名": name, "字节": len(body), "校验": hashlib.sha256(body).hexdigest()}
                for name, body in entries.items()
            ]
            manifest = {"格式": 1, "种类": KIND, "说明": {}, "文件": listed}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in range(1 + twice):
                opened.writestr("manifest.json", json.dumps(manifest))
    return quick_age.passphrase.encrypt(box.getvalue(), WORD)


GOOD = {"格式": 1, "种类": KIND, "说明": {}, "文件": []}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (forged({"../x": b""}), Refused, "不该有的名字"),
        (forged({"/etc/x": b""}), Refused, "不该有的名字"),
        (forged({"a/../b": b""}), Refused, "不该有的名字"),
        (forged({"c:\\x": b""}), Refused, "不该有的名字"),
        (forged({".git/config": b""}), Refused, "不该有的名字"),
        (forged({"a/" * 9 + "x": b""}), Refused, "不该有的名字"),
        (forged({"x" * 200: b""}), Refused, "不该有的名字"),
        (forged({"x": b"0" * 5_000_000}), Refused, "里的 x 太大"),
        (forged({f"x{n}": b"0" * 1_000_000 for n in range(70)}), Refused, "东西太多"),
        (forged({f"x{n}": b"" for n in range(300)}), Refused, "东西太多"),
        (forged({"x": b"1"}, GOOD), BadInput, "与它自己的清单对不上"),
        (forged({}, {**GOOD, "种类": "别的"}), BadInput, "里面是别的，不是样品"),
        (forged({}, {**GOOD, "格式": 2}), BadInput, "新的格式 2"),
        (forged({}, {**GOOD, "文件": 5}), BadInput, "不是 liushou 封的东西"),
        (forged({}, [1]), BadInput, "不是 liushou 封的东西"),
        (forged({}, GOOD, twice=True), BadInput, "不是 liushou 封的东西"),
        (quick_age.passphrase.encrypt(b"no zip", WORD), BadInput, "不是 liushou 封的东西"),
    ],
)  # fmt: skip
def test_what_a_stranger_may_send(content: bytes, error: type[LiushouError], said: str) -> None:
    with pytest.raises(error, match=said):
        unseal(KIND, content, WORD)


@pytest.mark.usefixtures("quick")
def test_a_file_beyond_the_limit_is_not_opened() -> None:
    content = seal(KIND, {}, ENTRIES, WORD)
    with pytest.raises(Refused, match="超过 0 MiB"):
        unseal(KIND, content, WORD, Limits(sealed=len(content) - 1))
