"""Whole outputs kept beside the tests, in tests/snapshots/.

``--snapshot-update`` rewrites what differs; ``--snapshot-clean`` deletes the
files that no test of a full run asked for.
"""

import difflib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "snapshots"


class Snapshot:
    """``snapshot("summary.md", text)``: the whole text must equal tests/snapshots/summary.md."""

    def __init__(self, folder: Path = FOLDER, *, update: bool = False) -> None:
        self.folder = folder
        self.update = update
        self.asked: set[Path] = set()

    def __call__(self, name: str, text: str) -> None:
        path = self.folder / name
        self.asked.add(path)
        compare(path, text, update=self.update, switch="--snapshot-update")

    def strays(self) -> list[Path]:
        """Kept files that nobody asked for in this run."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and path not in self.asked)


def compare(path: Path, text: str, *, update: bool, switch: str) -> None:
    """*text* must be what *path* holds. With *update* it is made so; *switch* is what a person types for that."""
    kept = read(path)
    if kept == text:
        return
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return
    raise AssertionError(f"{difference(kept or '', text, str(path))}\npytest {switch} 会改写它")


def read(path: Path) -> str | None:
    """The text as it stands on the disk, line endings too; None where there is no such file."""
    return path.read_bytes().decode() if path.is_file() else None


def difference(kept: str, made: str, name: str) -> str:
    lines = difflib.unified_diff(
        kept.splitlines(), made.splitlines(), f"{name}（保存的）", f"{name}（这次的）", lineterm="", n=2
    )
    return "\n".join(lines) or f"{name}：只有换行符不同"
