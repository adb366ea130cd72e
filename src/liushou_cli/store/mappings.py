"""What headings of other people's tables mean here, remembered per school in ``mappings.yaml``."""

from collections.abc import Mapping

from liushou_cli.domain.form import FORMAT
from liushou_cli.domain.labels.spelling import key
from liushou_cli.domain.mappings import HeadingMapping, Mappings
from liushou_cli.store import emit
from liushou_cli.store.class_records import must_be_whole
from liushou_cli.store.edit import Append, Edit, Put
from liushou_cli.store.layout import MAPPINGS_FILE, Records, is_plain_file
from liushou_cli.store.record import Loaded, load
from liushou_cli.store.transaction import Transaction

_ORDER = ("格式", "对应")


def read_mappings(records: Records) -> Loaded[Mappings] | None:
    """mappings.yaml at the root; None where there is none."""
    file = records.root / MAPPINGS_FILE
    return load(file, MAPPINGS_FILE, Mappings) if is_plain_file(file) else None


def remembered(records: Records, form: str = "") -> dict[str, str]:
    """Heading (as :func:`liushou_cli.domain.labels.spelling.key` has it) to field, for *form* ("": any roster).

    Raises :class:`liushou_cli.errors.Damaged` where the file cannot be understood.
    """
    return {key(one.heading): one.field for one in _read(records) if one.form == form}


def remember(change: Transaction, records: Records, pairs: Mapping[str, str], form: str = "") -> None:
    """Stage *pairs* of heading and field; a heading that is known already gets its new field."""
    known = _read(records)
    new: list[dict[str, str]] = []
    changed: list[Edit] = []
    for heading, field in pairs.items():
        places = [p for p, one in enumerate(known) if (key(one.heading), one.form) == (key(heading), form)]
        if not places:
            new.append({"表头": heading, "字段": field} | ({"表": form} if form else {}))
        elif known[places[-1]].field != field:
            changed.append(Put(("对应", places[-1], "字段"), field))
    file = records.root / MAPPINGS_FILE
    if (new or changed) and is_plain_file(file):
        change.edit(file, [*changed, *(Append(("对应",), entry) for entry in new)], _ORDER)
    elif new:
        change.create(file, "\n".join(emit.block({"格式": FORMAT, "对应": new})) + "\n")


def _read(records: Records) -> tuple[HeadingMapping, ...]:
    loaded = read_mappings(records)
    if loaded is None:
        return ()
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    return loaded.value.entries
