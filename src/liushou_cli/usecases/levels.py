"""What the records speak for, beside the 关注等级 the teacher set. Nothing is changed here."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.owed import owed
from liushou_cli.domain.population import population
from liushou_cli.domain.screening import Hint, weighed
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records


class Why(NamedTuple):
    """One reason, and the record it stands in."""

    level: str
    says: str
    file: str
    line: int


class Weighed(NamedTuple):
    """``now`` is the level set, ``set_for`` why; ``level`` what the records speak for, ``lower`` what would lower it.

    ``review``: the day the level was to be judged again, where it has come.
    """

    class_name: str
    id: str
    name: str
    now: str
    set_for: str
    level: str
    reasons: tuple[Why, ...]
    lower: str
    review: str


def levels(start: Path, query: str, today: date) -> list[Weighed]:
    """Of the child *query* means; "" is everybody whose level is questioned or to be judged again.

    Raises :class:`BadInput` where the child is not one of those counted as left-behind today.
    """
    records = open_records(start)
    meant = find_one(records, query) if query else None
    folders = [meant.folder] if meant else records.classes
    found = [(hint, one) for one in map(read_class, folders) for hint in _of_class(one, today)]
    if meant:
        found = [pair for pair in found if pair[0].member.child.id == meant.row.id]
        if not found:
            raise BadInput(f"{meant.row.name}今天不是在班的留守儿童，没有可对照的记录", "写上等级就能定")
    else:
        found = [pair for pair in found if pair[0].differs or pair[0].review]
    return [_weighed(hint, one) for hint, one in found]


def _of_class(one: ClassRecords, today: date) -> list[Hint]:
    must_be_whole(one.problems())
    rule = DEFINITIONS[one.settings.definition]
    if today < rule.since:
        raise BadInput(f"口径“{rule.name}”从 {rule.since} 起才有，不能用于 {today}", "换一种口径")
    people = population([one.roll()], one.settings.term_of(today), today, rule)
    return weighed(people, owed(people))


def _weighed(hint: Hint, one: ClassRecords) -> Weighed:
    files = {file.file: file for file in one.files()}
    child = hint.member.child
    reasons = tuple(
        Why(why.level, why.says, why.ref.file, files[why.ref.file].line(why.ref.path) if why.ref.path else 0)
        for why in hint.reasons
    )
    review = hint.review.isoformat() if hint.review else ""
    return Weighed(
        one.folder.name, child.id, child.name, hint.now, hint.said, hint.level, reasons, hint.lower, review
    )
