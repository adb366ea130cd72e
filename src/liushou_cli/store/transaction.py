"""Changing records: all of a command's files or none, each the old one or the new one, whole.

One file: write beside, sync, rename, sync the folder. Several: first all new files beside the old ones,
then the journal naming them (its rename is the moment of truth), then the renames, then the removals, and
when all of it is on the disk the journal goes. So a file that moves is never in both places, nor in none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from liushou_cli.domain.counted import Counted, unheard
from liushou_cli.errors import BadInput, Damaged, LiushouError
from liushou_cli.store import durable, journal, text_file
from liushou_cli.store.change import Change, carry_out, digest, trouble
from liushou_cli.store.edit import Edit, apply
from liushou_cli.store.lock import locked
from liushou_cli.store.opening import settle
from liushou_cli.store.text_file import TextFile
from liushou_cli.store.yaml_text import YamlFault

_NOT_CONFIRMED = "已保存，但磁盘没有确认写入，请检查磁盘"
_TO_BE_FINISHED = "已记下，但没有全部写完；下一条 liushou 命令会接着写完，请检查磁盘空间和权限"


class Transaction:
    """What one command changes below ``root``; nothing is written before :meth:`commit`.

    ``edited`` holds the bytes that edited files were read with.
    ``finished`` is False where the change is decided but not all of it could be put in place.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changes: dict[Path, Change] = {}
        self.edited: dict[Path, bytes] = {}
        self.warnings: list[str] = []
        self.finished = True

    def edit(self, path: Path, edits: Iterable[Edit], order: Sequence[str]) -> None:
        """Stage *edits* of an existing record. Raises :class:`Damaged` where they cannot be made safely."""
        old = self._text(path)
        self.replace(path, old.encoded(apply(old.text, edits, order, self._name(path))), old.digest)

    def move(self, path: Path, target: Path, edits: Iterable[Edit], order: Sequence[str]) -> None:
        """Stage that the record at *path* stands at *target* instead, after *edits*. Raises as :meth:`edit`."""
        old = self._text(path)
        self.replace(target, old.encoded(apply(old.text, edits, order, self._name(path))), "")
        self.changes[path] = Change(path, None, old.digest)

    def create(self, path: Path, text: str) -> None:
        """Stage a new file; one that is there already is never overwritten."""
        self.replace(path, text.encode("utf-8"), "")

    def write(self, path: Path, text: str) -> None:
        """Stage a whole file of our own making: a new one, or in place of what stands there this moment."""
        before = digest(path)
        if before:
            self.edited.setdefault(path, text_file.read_bytes(path))
        self.replace(path, text.encode("utf-8"), before)

    def replace(self, path: Path, content: bytes, before: str) -> None:
        """Stage new bytes for a file that was read with digest *before*. Raises :class:`BadInput` for too many."""
        if len(content) > text_file.MAX_BYTES:
            raise BadInput(
                f"{path.name} 会超过 {text_file.MAX_BYTES // 1024} KiB，没有写", "把大段文字放到别的文件里"
            )
        self.changes[path] = Change(path, content, before)

    def remove(self, path: Path) -> None:
        """Stage that a file goes. Raises :class:`DiskTrouble` where there is none that can be read."""
        content = text_file.read_bytes(path)
        self.edited.setdefault(path, content)
        self.changes[path] = Change(path, None, text_file.digest(content))

    def _text(self, path: Path) -> TextFile:
        """What stands at *path*, or is staged for it; what stood there is kept in ``edited``."""
        staged = self.changes.get(path)
        try:
            if staged and staged.content is not None:
                old = text_file.text_of(staged.content, staged.before)
            else:
                old = text_file.read(path)
        except YamlFault as fault:
            raise Damaged(f"{self._name(path)}:{fault.line}：{fault.message}", fault.hint) from None
        self.edited.setdefault(path, old.encoded(old.text))
        return old

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    @property
    def paths(self) -> list[Path]:
        return list(self.changes)

    def commit(self, on_write: Counted = unheard) -> None:
        """Write what was staged. Once it is decided only a warning can come; before, an error and no change.

        *on_write* is told of every file that is on the disk beside the old one: the slow part.
        """
        changes = list(self.changes.values())
        if not changes:
            return
        try:
            for done, change in enumerate(changes, 1):
                change.prepare(self.root)
                on_write(done, len(changes))
            if len(changes) == 1:
                carry_out(changes[0])
            else:
                journal.write(self.root, changes)
        except BaseException as error:
            if len(changes) > 1:
                journal.drop(self.root)
            for change in changes:
                durable.forget(change.temporary)
            if isinstance(error, OSError):
                raise trouble(error) from None
            raise
        self._finish(changes)

    def _finish(self, changes: list[Change]) -> None:
        try:
            confirmed = (
                journal.finish(self.root)
                if len(changes) > 1
                else durable.settle_folder(changes[0].path.parent)
            )
        except LiushouError:
            self.finished = False
            self.warnings.append(_TO_BE_FINISHED)
        else:
            self.warnings += [] if confirmed else [_NOT_CONFIRMED]


@contextmanager
def transaction(root: Path, on_wait: Callable[[], None]) -> Iterator[Transaction]:
    """The folder, locked and settled, for one :meth:`Transaction.commit` and what must follow it undisturbed."""
    with locked(root, on_wait):
        settle(root)
        yield Transaction(root)
