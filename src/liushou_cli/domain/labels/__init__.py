"""What a heading of a roster or a form asks for: heading paths to fields of the record.

A *heading path* is the group labels over a column or cell from the top, then its own label:
``("父亲", "联系电话")``, or ``("父亲务工地点",)``. A *field* is a dotted path of the record's own
words; where a dated list is in it, it names a part of an entry: ``父亲.行踪.地点``, ``照护人.电话``,
``监护情况`` (the 评定). Besides the record's there are

- the ``NOT_KEPT`` ones (序号, 年龄, 班级, 填报单位 ...): known, answered from elsewhere, never stored;
- ``其他类别.孤儿`` and its kind: a column of 是/否 for one word of a list;
- ``成员1.姓名`` ...: a member of the family whom only the cell 成员1.关系 tells to be father or mother.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from liushou_cli.domain.labels import table
from liushou_cli.domain.labels.spelling import bracketed, key, near, person, whole

NOT_KEPT = frozenset(table.NOT_KEPT)
_LONG_ENOUGH = 3  # a slip of the pen in two characters could be anything
# Under a group nobody knows, these could be a stranger's; after a person, his.
_PERSONAL = frozenset({"姓名", "性别", "出生日期", "身份证号", "民族", "身体情况"})


class Match(NamedTuple):
    """``near``: one character off a label of the table, or supposed whose it is. Never taken without asking."""

    field: str
    near: bool = False

    @property
    def kept(self) -> bool:
        """Whether the record has a place for it."""
        return self.field not in NOT_KEPT and self.field not in table.MEMBER_NOT_KEPT


def field_of(path: Sequence[str], owner: str = "") -> Match | None:
    """The field of one heading, None where the table does not know.

    *owner*, as :func:`owner_of` gives it, is whom the headings before spoke of; a label that names
    nobody is then his: ``field_of(("联系电话",), "父亲")`` is 父亲.电话.
    """
    if not path:
        return None
    theirs = _theirs(path, owner)
    return Match(theirs) if theirs else _exact(path) or _misspelt(path)


def fields_of(paths: Sequence[Sequence[str]]) -> list[Match | None]:
    """The fields of a row of headings, read from the left: a repeated 出生日期 is that of the person before.

    A label that may be the child's or the person's before it is the child's where the row has no other
    for the child, and ``near`` then. No field comes out twice: the second time it is None.
    """
    mine = [field_of(path) for path in paths]
    owners = _owners(paths, mine)
    theirs = [_theirs(path, owner) for path, owner in zip(paths, owners, strict=True)]
    found: list[Match | None] = []
    for here in range(len(paths)):
        match = _of_two(here, mine, theirs, owners, {one.field for one in found if one})
        found.append(None if match and match.field in {one.field for one in found if one} else match)
    return found


def owner_of(field: str) -> str:
    """Whom a field is about: "父亲", "照护人", "祖辈.祖父", "成员1"; "" for the child."""
    return next((one for one in table.OWNERS if field.startswith(f"{one}.")), "")


def known(path: Sequence[str]) -> bool:
    """Whether a heading is one of the table's, spelt right and told whose: header rows are found by it."""
    found = field_of(path)
    return (found is not None and not found.near) or bool(path and key(path[-1]) in _shared())


def is_group(label: str) -> bool:
    """Whether *label* can stand over several columns: it names a person, or the child."""
    return names_person(label) or person(label) in _of_child()


def names_person(label: str) -> bool:
    """父亲, 监护人信息, 外婆: not the child."""
    return person(label) in _people()


def fields() -> tuple[str, ...]:
    """Every field a heading may mean, the child's own first."""
    return tuple(dict.fromkeys(_labels().values()))


def printed(field: str) -> str:
    """A heading that :func:`field_of` takes for *field*, as forms print it."""
    return _printed()[field]


def spellings(field: str) -> tuple[str, ...]:
    """Every heading without groups that is taken for *field*."""
    return tuple(label for label, one in _labels().items() if one == field)


def _owners(paths: Sequence[Sequence[str]], mine: Sequence[Match | None]) -> list[str]:
    """Whom each heading would be about by its neighbours: the person last named, until the child is spoken of."""
    found, owner = [], ""
    for path, match in zip(paths, mine, strict=True):
        found.append("" if match and owner_of(match.field) else owner)
        if match and owner_of(match.field):
            owner = owner_of(match.field)
        elif not _theirs(path, owner):
            owner = ""
    return found


def _of_two(
    here: int, mine: Sequence[Match | None], theirs: Sequence[str], owners: Sequence[str], taken: set[str]
) -> Match | None:
    """The child's own or the one of the person before."""
    own, other = mine[here], theirs[here]
    if not other or own is None:
        return Match(other) if other else own
    rivals = [place for place, one in enumerate(mine) if one and one.field == own.field]
    each_has_his = len(rivals) > 1 and len({owners[place] for place in rivals if theirs[place]}) == len(
        rivals
    )
    if own.field in taken or own.near or each_has_his:
        return Match(other)
    return own._replace(near=own.field in _PERSONAL and own.field != "姓名")


def _exact(path: Sequence[str]) -> Match | None:
    own = key(path[-1])
    holder = _holder(path)
    if holder:
        own_field = _labels().get(own, "")
        theirs = _asked(holder).get(own) or (own_field if owner_of(own_field) else "")
        return Match(theirs) if theirs else None
    joined = "".join(key(part) for part in path[-2:])
    inside = _people().get(bracketed(path[-1]), "")
    meant = _asked(inside).get(own) if inside else None
    if found := meant or _labels().get(joined) or _labels().get(whole(path[-1])) or _labels().get(own):
        strange = any(person(group) not in _of_child() for group in path[:-1])
        return Match(found, near=strange and found in _PERSONAL)
    return None


def _misspelt(path: Sequence[str]) -> Match | None:
    own, holder = key(path[-1]), _holder(path)
    labels = _asked(holder) if holder else _labels()
    if len(own) < _LONG_ENOUGH:
        return None
    found = {field for label, field in labels.items() if near(own, label)}
    return Match(found.pop(), near=True) if len(found) == 1 else None


def _holder(path: Sequence[str]) -> str:
    """The person whom the nearest group over the heading names."""
    return next((_people()[person(group)] for group in reversed(path[:-1]) if person(group) in _people()), "")


def _theirs(path: Sequence[str], owner: str) -> str:
    return _asked(owner).get(key(path[-1]), "") if owner and not _holder(path) else ""


@cache
def _people() -> dict[str, str]:
    return {word: prefix for prefix, (words, _) in table.OWNERS.items() for word in words.split()}


@cache
def _asked(holder: str) -> dict[str, str]:
    """Label to field, of what is asked of such a person; his own name for a heading over nothing else."""
    return {
        label: f"{holder}.{part}"
        for part, labels in table.OWNERS[holder][1].items()
        for label in labels.split()
    }


@cache
def _shared() -> frozenset[str]:
    """Labels that somebody is asked for, whoever it is."""
    return frozenset(label for holder in table.OWNERS for label in _asked(holder))


@cache
def _labels() -> dict[str, str]:
    """Every label that says by itself what it means."""
    found = {
        label: field for field, labels in (table.CHILD | table.NOT_KEPT).items() for label in labels.split()
    }
    for word, holder in _people().items():
        found.setdefault(word, f"{holder}.姓名")
        for label, field in _asked(holder).items():
            for spelt in (word + label, f"{word}的{label}", label + word):
                found.setdefault(spelt, field)
    return found | {label: field for field, labels in table.ALONE.items() for label in labels.split()}


@cache
def _printed() -> dict[str, str]:
    found: dict[str, str] = {}
    for label, field in _labels().items():
        found.setdefault(field, label)
    for holder in table.OWNERS:
        word = next(word for word, one in _people().items() if one == holder)
        for label, field in _asked(holder).items():
            if found[field] == word or not found[field].startswith(word):
                found[field] = word + label
    return found


@cache
def _of_child() -> frozenset[str]:
    return frozenset(table.OF_CHILD.split())
