"""Open a sealed class as a stranger's, and add it to the records, or begin records with it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.errors import BadInput, Damaged, DiskTrouble, reason
from liushou_cli.store import durable, founding, sealed, sealed_class, text_file
from liushou_cli.store.arriving import Arrival, Compared, arrival, compared
from liushou_cli.store.layout import Records
from liushou_cli.store.new_folder import is_new
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.sealed_class import Bundle
from liushou_cli.store.transaction import Transaction


class Parcel(NamedTuple):
    """A sealed file opened: ``code`` as the sender's ``pack`` said it; digests of the file and of its list."""

    code: str
    digest: str
    manifest: str
    bundle: Bundle

    @property
    def class_codes(self) -> list[str]:
        return [one.own.code for one in self.bundle.classes().values()]

    @property
    def children(self) -> list[Child]:
        return list(self.bundle.children().values())

    @property
    def page(self) -> str:
        return self.bundle.papers.get(sealed_class.PAGE, b"").decode("utf-8", "replace")


class Unpacked(NamedTuple):
    """``root`` the records lie in; ``papers`` are the page and what goes with it."""

    root: Path
    new: int
    same: int
    left: tuple[Compared, ...]
    papers: tuple[Path, ...]
    git: bool
    saved: Saved


class Differing(Damaged):
    """Files that are here already and are not the same: nothing was written. ``files`` are those."""

    def __init__(self, files: tuple[Compared, ...]) -> None:
        super().__init__(
            f"有 {len(files)} 份和这里的不一样，什么也没有写",
            "两边都看过再定；只收这里没有的，加上 --only-new，不一样的留这里的",
        )
        self.files = files


def opened(place: Path, passphrase: str) -> Parcel:
    """What *place* holds; nothing is written. Raises as :func:`liushou_cli.store.sealed_class.judged`."""
    content = text_file.read_bytes(place, sealed_class.LIMITS.sealed)
    found = sealed.unseal(sealed_class.KIND, content, passphrase, sealed_class.LIMITS)
    bundle = sealed_class.judged(found)
    return Parcel(sealed.code(content), text_file.digest(content), found.manifest, bundle)


def unpack(
    folder: Path, parcel: Parcel, today: date, *, only_new: bool, git: bool, on_wait: Waiting
) -> Unpacked:
    """Add what is not in *folder* yet; nothing there is overwritten.

    Raises :class:`Differing` where something there is not the same, unless *only_new*; then it stays as it is.
    """
    goal = _arrival(folder, parcel.bundle, on_wait)
    every = compared(goal, parcel.bundle)
    left = tuple(one for one in every if one.state not in ("新", "同"))
    if left and not only_new:
        raise Differing(left)
    new = [one for one in every if one.state == "新"]
    saved, git = _written(goal, parcel, new, git=git, on_wait=on_wait)
    papers = _papers(goal.root, parcel.bundle, today)
    return Unpacked(goal.root, len(new), sum(one.state == "同" for one in every), left, papers, git, saved)


def _arrival(folder: Path, bundle: Bundle, on_wait: Waiting) -> Arrival:
    folder = folder.resolve()
    if is_new(folder):
        return arrival(folder, None, bundle)
    try:
        records = open_records(folder, on_wait)
    except BadInput:
        raise BadInput(f"{folder.name} 不是空的，也不是档案", "换一个新的文件夹") from None
    return arrival(records.root, records, bundle)


def _written(
    goal: Arrival, parcel: Parcel, new: list[Compared], *, git: bool, on_wait: Waiting
) -> tuple[Saved, bool]:
    """Records in one transaction; for a new folder also git, if there is one."""
    settings = list(parcel.bundle.classes().values())
    commit, extra = goal.auto_commit, {}
    try:
        durable.make_folder(goal.root)
        if goal.fresh:
            commit = git and founding.begin(goal.root, settings[0].own.teacher)
            extra = founding.files(goal.root) if commit else {}
            for folder in goal.folders.values():
                for part in ("children", "activities"):
                    durable.make_folder(goal.root / folder / part)
    except OSError as error:
        raise DiskTrouble(f"建不了 {goal.root.name}：{reason(error)}", "检查磁盘空间和权限") from None

    def stage(change: Transaction) -> None:
        for one in new:
            change.replace(one.path, one.content, "")
        for path, text in extra.items():
            change.create(path, text)

    message = f"接收交接：{'、'.join(parcel.class_codes)}（{len(new)} 份）"
    records = Records(goal.root, (), whole_school=True)
    return save(records, stage, message, commit=commit, on_wait=on_wait), commit


def _papers(root: Path, bundle: Bundle, today: date) -> tuple[Path, ...]:
    """The page and what goes with it, each under a name of its day; what stands there is not overwritten."""
    written = []
    for name, content in bundle.papers.items():
        stem, _, suffix = name.rpartition(".")
        place = root / founding.HANDOVER / f"{stem}-{today}.{suffix}"
        if not place.exists():
            try:
                durable.make_folder(place.parent)
            except OSError as error:
                raise DiskTrouble(f"档案收好了，写不了 {name}：{reason(error)}", "检查磁盘空间") from None
            durable.write_document(place, content)
        written.append(place)
    return tuple(written)
