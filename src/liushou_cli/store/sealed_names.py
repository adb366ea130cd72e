"""Which names may stand in a sealed class, and what record each of them is."""

import re
from typing import NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.handed_in import HandedIn
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.ids import ALPHABET, LENGTH
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.settings import ClassSettings, SchoolSettings

RECORDS = "records/"
_ID = f"[{ALPHABET}]{{{LENGTH}}}"
_TERM = r"\d{4}-[12]"
_PAPER = rf"handed-in/{_TERM}/[a-z0-9-]{{1,60}}"
_OF_SCHOOL: dict[str, type[Record]] = {"school.yaml": SchoolSettings, "homes.yaml": Homes}
_OF_CLASS: dict[str, type[Record]] = {
    r"class\.yaml": ClassSettings,
    rf"children/(?P<id>{_ID})\.yaml": Child,
    rf"activities/(?P<term>{_TERM})\.yaml": Activities,
    rf"moved/(?P<id>{_ID})\.yaml": Moved,
}
_FOLDER = re.compile(r"[\w-][\w.-]{0,39}")
# Folders of ours, and names that Windows gives to devices: no class is called so.
_NOT_CLASSES = re.compile(
    r"(?:children|activities|moved|templates|handed-in|handover|ledger|con|prn|aux|nul|com\d|lpt\d)(?:\..*)?",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """``folder`` of the class, "" for the top; ``model`` None for the text of a paper handed in.

    ``id`` is the child's, "" for a file that is no child's.
    """

    folder: str
    name: str
    model: type[Record] | None
    id: str = ""


def named(place: str) -> Named | None:
    """What stands at *place* below the records; None for what has no business there."""
    if place in _OF_SCHOOL:
        return Named("", place, _OF_SCHOOL[place])
    folder, _, name = place.partition("/")
    if found := _in_class("", place):
        return found
    return _in_class(folder, name) if is_class_folder(folder) else None


def is_class_folder(name: str) -> bool:
    """Whether a class's folder may be called *name* on every system."""
    return bool(_FOLDER.fullmatch(name)) and not _NOT_CLASSES.fullmatch(name) and not name.endswith(".")


def _in_class(folder: str, name: str) -> Named | None:
    if found := re.fullmatch(rf"{_PAPER}\.(yaml|md)", name, re.ASCII):
        return Named(folder, name, HandedIn if found[1] == "yaml" else None)
    for shape, model in _OF_CLASS.items():
        if found := re.fullmatch(shape, name, re.ASCII):
            return Named(folder, name, model, found.groupdict().get("id", ""))
    return None
