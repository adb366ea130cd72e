"""Templates a person has approved, one file each, in a folder of the user's own.

Never inside a records folder: whoever hands one over could hand the approval over with it. The name
of a file is the kind and the SHA-256 of what was approved; its content is what was approved, so that
the next change can be shown against it.
"""

from pathlib import Path

from liushou_cli.errors import DiskTrouble, Refused, reason
from liushou_cli.store import durable, text_file
from liushou_cli.store.layout import is_plain_file
from liushou_cli.store.own_templates import OwnTemplate

_FOLDER = "approved-templates"


def is_approved(home: Path, root: Path, own: OwnTemplate) -> bool:
    """Whether exactly this text was approved under this kind by the user whose folder *home* is."""
    file = _file(home, root, own)
    return is_plain_file(file) and text_file.read_bytes(file) == own.content


def approve(home: Path, root: Path, own: OwnTemplate) -> None:
    """Raises :class:`DiskTrouble`."""
    file = _file(home, root, own)
    try:
        durable.make_folder(file.parent)
    except OSError as error:
        raise DiskTrouble(f"写不了 {file.parent}：{reason(error)}", "检查这个文件夹的权限") from None
    durable.write_document(file, own.content)


def last_approved(home: Path, root: Path, own: OwnTemplate) -> bytes | None:
    """What was approved last under this kind; None where nothing was."""
    past = sorted(
        _file(home, root, own).parent.glob(f"{own.kind}.*"), key=lambda file: file.stat().st_mtime_ns
    )
    return text_file.read_bytes(past[-1]) if past else None


def _file(home: Path, root: Path, own: OwnTemplate) -> Path:
    folder = home / _FOLDER
    if folder.resolve().is_relative_to(root.resolve()):
        raise Refused(f"记着认可的文件夹 {home} 在档案里面，不能作数", "把档案移到别的文件夹")
    return folder / f"{own.kind}.{own.digest}"
