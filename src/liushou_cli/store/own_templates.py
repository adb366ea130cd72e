"""A folder's own templates: ``templates/<kind>.md.j2`` of the class, then of the school.

They are somebody's text, perhaps a stranger's: read without following links, and never run here.
"""

import re
from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import Refused, TemplateFault
from liushou_cli.store import text_file
from liushou_cli.store.layout import Records
from liushou_cli.store.yaml_fault import YamlFault

FOLDER = "templates"
SUFFIX = ".md.j2"
_KIND = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)


class OwnTemplate(NamedTuple):
    """``file`` is its name in messages, ``content`` its bytes: what is approved is what is read once."""

    kind: str
    path: Path
    file: str
    content: bytes

    @property
    def digest(self) -> str:
        return text_file.digest(self.content)

    @property
    def text(self) -> str:
        """Raises :class:`TemplateFault` where it is not UTF-8."""
        try:
            return text_file.decode(self.content).removeprefix("\ufeff").replace("\r\n", "\n")
        except YamlFault as fault:
            place = f"{self.file}:{fault.line}" if fault.line else self.file
            raise TemplateFault(f"{place}：{fault.message}", "用记事本打开，另存为，编码选 UTF-8") from None


def folders(records: Records) -> list[Path]:
    """Where own templates may lie, nearest first."""
    near = [] if records.whole_school else [folder.path for folder in records.classes]
    return [place / FOLDER for place in dict.fromkeys([*near, records.root])]


def kinds(records: Records) -> list[str]:
    """Every kind the folder has a template of its own for; nothing is read."""
    names = {
        path.name.removesuffix(SUFFIX) for place in folders(records) for path in place.glob(f"*{SUFFIX}")
    }
    return sorted(name for name in names if _KIND.fullmatch(name))


def find(records: Records, kind: str) -> OwnTemplate | None:
    """The nearest one of *kind*. Raises :class:`Refused` for a link, or a file too large to be a template."""
    if not _KIND.fullmatch(kind):
        return None
    for place in folders(records):
        path = place / f"{kind}{SUFFIX}"
        if path.is_symlink() or path.exists():
            return read(kind, path, path.relative_to(records.root).as_posix())
    return None


def read(kind: str, path: Path, file: str) -> OwnTemplate:
    """The template at *path*. Raises as :func:`find`."""
    if path.parent.name == FOLDER and path.parent.is_symlink():
        raise Refused(f"{FOLDER} 是符号链接，里面的模板不用", "换成真正的文件夹")
    if path.is_symlink():
        raise Refused(f"{file} 是符号链接，不用", "换成真正的文件")
    content = text_file.read_bytes(path)
    if len(content) > text_file.MAX_BYTES:
        raise Refused(
            f"{file} 超过 {text_file.MAX_BYTES // 1024} KiB，不用", "模板不会这么大，检查是不是放错了文件"
        )
    return OwnTemplate(kind, path, file, content)


def all_of(records: Records) -> list[OwnTemplate]:
    found = [find(records, kind) for kind in kinds(records)]
    return [one for one in found if one]
