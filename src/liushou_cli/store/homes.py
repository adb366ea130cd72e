"""The school's activity rooms on disk: homes.yaml beside school.yaml."""

from liushou_cli.domain.homes import Homes
from liushou_cli.domain.population import HomesOnRoll
from liushou_cli.store.layout import HOMES_FILE, Records, is_plain_file
from liushou_cli.store.record import Loaded, load

_NONE = Homes.model_construct(format=1, rooms=())


def read_homes(records: Records) -> Loaded[Homes] | None:
    """homes.yaml at the root; None where there is none, and for one class of a school: the rooms are not its own."""
    file = records.root / HOMES_FILE
    whole = records.whole_school or any(folder.path == records.root for folder in records.classes)
    return load(file, HOMES_FILE, Homes) if whole and is_plain_file(file) else None


def on_roll(loaded: Loaded[Homes] | None) -> HomesOnRoll:
    """As the domain sees it: a school without the file has no rooms."""
    return HomesOnRoll(HOMES_FILE, (loaded and loaded.value) or _NONE)
