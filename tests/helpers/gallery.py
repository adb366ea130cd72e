"""The gallery of errors: for each check a folder of files that provoke it, and the exact message.

tests/errors/<check>/<case>/child.yaml      laid into a small class as children/4kx7qm.yaml
                            k7m2qx.yaml     another child, under its own number
                            activities.yaml laid as activities/2013-2.yaml
                            class.yaml      replaces the small class's own
                            school.yaml     as it is; so is any other file, and what lies in folders
                            expected.txt    what `liushou check` shows, and its exit code
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.places import GALLERY
from tests.helpers.run import Ran

CLASS = """\
格式: 1
班级: 2012-2
学段: 初中
班主任: 张敏
学生数: {2013-2: 46}
"""
FIRST_CHILD = "4kx7qm"
TERM = "2013-2"
EXPECTED = "expected.txt"


@dataclass(frozen=True)
class Case:
    """One folder of the gallery; *check* is the name of the check that it is for."""

    folder: Path

    @property
    def check(self) -> str:
        return self.folder.parent.name

    @property
    def name(self) -> str:
        return f"{self.check}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        return self.folder / EXPECTED

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.name != EXPECTED and path.is_file())

    def lies_at(self, path: Path) -> str:
        """Where in the class *path* is laid."""
        return _lies_at(path.relative_to(self.folder).as_posix())

    def lay(self, place: Path) -> None:
        """Makes a class of the case's files in the empty folder *place*, byte for byte."""
        (place / "children").mkdir(parents=True)
        (place / "class.yaml").write_text(CLASS, encoding="utf-8", newline="")
        for path in self.files():
            target = place / self.lies_at(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def _lies_at(name: str) -> str:
    if name == "child.yaml":
        return f"children/{FIRST_CHILD}.yaml"
    if name == "activities.yaml":
        return f"activities/{TERM}.yaml"
    return f"children/{name}" if re.fullmatch(r"[0-9a-hjkmnp-tv-z]{6}\.yaml", name) else name


def cases() -> list[Case]:
    return [Case(path.parent) for path in sorted(GALLERY.glob(f"*/*/{EXPECTED}"))]


def folders() -> list[Path]:
    """Every case's folder, expected.txt or not."""
    return sorted(path for path in GALLERY.glob("*/*") if path.is_dir())


def shown(ran: Ran) -> str:
    """What stands in expected.txt."""
    return f"{ran.both}退出码 {ran.code}\n"


def page(checks: dict[str, tuple[str, str]]) -> str:
    """docs/errors.md: *checks* maps a check's name to its title and help; the gallery gives the examples."""
    found: dict[str, list[Case]] = {}
    for case in cases():
        found.setdefault(case.check, []).append(case)
    sections = [_section(name, title, text, found.get(name, [])) for name, (title, text) in checks.items()]
    return "\n".join([_HEAD, *sections])


_HEAD = """\
# 检查项

`liushou check` 逐份读记录，把每一处问题报出来：哪份文件、第几行、写着什么、该怎么办。
下面每一项都有一份会引出它的文件，和程序的原话。这一页由程序和 `tests/errors/` 生成，测试会核对。
"""


def _section(name: str, title: str, text: str, examples: list[Case]) -> str:
    lines = [f"## `{name}`：{title}", "", text.strip(), ""]
    for case in examples:
        for path in case.files():
            lines += [f"`{case.lies_at(path)}`：", "", "```yaml", _readable(path), "```", ""]
        lines += ["```text", case.expected.read_text(encoding="utf-8").rstrip("\n"), "```", ""]
    return "\n".join(lines)


def _readable(path: Path) -> str:
    """The file as a page may show it: cut after 40 lines; what is not UTF-8, and control characters, as �."""
    text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n")
    lines = text.split("\n")
    if len(lines) > 40:
        text = "\n".join([*lines[:40], f"# …… 还有 {len(lines) - 40} 行"])
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufeff]", "\N{REPLACEMENT CHARACTER}", text
    )
