"""Sealed files: named contents under a passphrase, in one file that may travel. The one door to pyrage.

The file is an age file (scrypt), so any age program opens it: inside is a zip with ``manifest.json``,
which names every entry with its size and SHA-256, the kind of the file and what it says of itself.
What comes out of a file somebody sent is data: names and sizes are judged before anything is unpacked,
and nothing here writes to the disk.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

import pyrage

from liushou_cli.domain.ids import ALPHABET
from liushou_cli.errors import BadInput, Refused

FORMAT = 1
SHORTEST = 8  # characters of a passphrase
_MANIFEST = "manifest.json"
_NAME = re.compile(r"[\w一-鿿-][\w一-鿿.-]{0,79}(/[\w一-鿿-][\w一-鿿.-]{0,79}){0,5}")
_HARDEST = 22  # 2**22 rounds of scrypt take some 4 GiB of memory
_STANZA = re.compile(rb"\Aage-encryption\.org/v1\n-> scrypt \S+ (\d{1,2})\n")
_LISTED = b"PK\x01\x02"  # begins each name of a zip's list
_NESTED = 1000  # in a workbook or Word file inside, which is a zip itself
_MOMENT = (1980, 1, 1, 0, 0, 0)


class Limits(NamedTuple):
    """The most of a sealed file that is read: bytes of the file, of one entry, of all; the ``number`` of entries."""

    sealed: int = 16 * 1024 * 1024
    entry: int = 4 * 1024 * 1024
    whole: int = 64 * 1024 * 1024
    number: int = 200


class Opened(NamedTuple):
    """``about`` is what the file says of itself; ``entries`` are whole, each as it was sealed.

    ``manifest`` is the SHA-256 of the list of them: only who opened the file can tell it.
    """

    about: dict[str, str]
    entries: dict[str, bytes]
    manifest: str


def seal(kind: str, about: Mapping[str, str], entries: Mapping[str, bytes], passphrase: str) -> bytes:
    """The bytes of a sealed file. Raises :class:`BadInput` for a passphrase that is too short."""
    if len(passphrase) < SHORTEST:
        raise BadInput(f"口令太短，至少 {SHORTEST} 个字符", "用几个不相干的词连起来，好记又难猜")
    listed = [
        {"名": name, "字节": len(content), "校验": hashlib.sha256(content).hexdigest()}
        for name, content in entries.items()
    ]
    manifest = {"格式": FORMAT, "种类": kind, "说明": dict(about), "文件": listed}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
        text = json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8")
        for name, content in ((_MANIFEST, text), *entries.items()):
            box.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    sealed: bytes = pyrage.passphrase.encrypt(packed.getvalue(), passphrase)
    return sealed


def unseal(kind: str, content: bytes, passphrase: str, limits: Limits = Limits()) -> Opened:  # noqa: B008
    """What was sealed as *kind*.

    Raises :class:`BadInput` for a wrong passphrase or another kind of file, :class:`Refused` for one
    that is larger, or of other names, than anything we seal.
    """
    if len(content) > limits.sealed:
        raise Refused(f"封好的文件超过 {limits.sealed // 1024 // 1024} MiB，没有打开", "检查是不是拿错了文件")
    stanza = _STANZA.match(content)
    if stanza is None:
        raise BadInput("这不是用口令封好的文件", "检查是不是拿错了文件")
    if int(stanza[1]) > _HARDEST:
        raise Refused("打开这个文件要的内存太多，没有打开", "请对方用 liushou 重新封一次")
    try:
        packed = pyrage.passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError:
        raise BadInput("口令不对，或文件在路上坏了", "与对方核对口令和核对码") from None
    if packed.count(_LISTED) > limits.number + _NESTED:  # a million names are not even to be read
        raise Refused("封好的文件里东西太多，没有打开", "请对方核对封的是什么")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as box:
            return _unpacked(kind, box, limits)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, RecursionError, NotImplementedError):
        raise BadInput("里面不是 liushou 封的东西", "检查是不是拿错了文件") from None


def code(content: bytes) -> str:
    """A short code of a sealed file's bytes, to be compared by telephone: 7k2m-9qxd-4tfa (60 bits)."""
    letters = "".join(ALPHABET[byte & 31] for byte in hashlib.sha256(content).digest()[:12])
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def _unpacked(kind: str, box: zipfile.ZipFile, limits: Limits) -> Opened:
    """Raises ``ValueError``, ``KeyError``, ``TypeError`` for what we never write."""
    infos = box.infolist()
    if len(infos) > limits.number or sum(info.file_size for info in infos) > limits.whole:
        raise Refused("封好的文件里东西太多，没有打开", "请对方核对封的是什么")
    contents = {info.filename: _read(box, info, limits.entry) for info in infos}
    if len(contents) != len(infos):
        raise ValueError("a name twice")
    text = contents.pop(_MANIFEST)
    manifest = json.loads(text)
    if int(manifest["格式"]) > FORMAT:
        raise BadInput(
            f"封好的文件是新的格式 {manifest['格式']}，这个程序只认到 {FORMAT}", "更新 liushou 再打开"
        )
    if manifest["种类"] != kind:
        raise BadInput(f"里面是{str(manifest['种类'])[:20]}，不是{kind}", "检查是不是拿错了文件")
    listed = {str(one["名"]): (one["字节"], one["校验"]) for one in manifest["文件"]}
    found = {name: (len(body), hashlib.sha256(body).hexdigest()) for name, body in contents.items()}
    if listed != found:
        raise BadInput("封好的文件与它自己的清单对不上", "请对方重新封一次")
    about = {str(key): str(value) for key, value in manifest["说明"].items()}
    return Opened(about, contents, hashlib.sha256(text).hexdigest())


def _read(box: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if not _NAME.fullmatch(info.filename) or ".." in info.filename:
        raise Refused("封好的文件里有不该有的名字，没有打开", "请对方核对封的是什么")
    with box.open(info) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise Refused(f"封好的文件里的 {info.filename} 太大，没有打开", "请对方核对封的是什么")
    return content
