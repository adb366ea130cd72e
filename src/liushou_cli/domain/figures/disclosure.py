"""Which figures of a document to be published would tell of one to four children, and what stands in their place.

A count of so few is withheld; and so is any other from which it could be worked out: of two groups one within
the other that part in so few, the smaller (the larger, where the smaller is 留守儿童, on which a document
stands); of the parts of a sum, as many as leave at least five withheld in it. That one group lies within another
is read from the children themselves, so it need not be written down.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from liushou_cli.domain.choices import Attention, Rating
from liushou_cli.domain.figures.book import NOT_SAID, Figure
from liushou_cli.domain.figures.identities import ALL, CROSSED, SMALLEST, SPLITS, Figures, Identity
from liushou_cli.domain.survey import ASPECTS

FEW, SOME, NO_SHARE = f"不足{SMALLEST}", "若干", "—"
_STEPS = ("好转", "持平", "变差")
_SUMS = (
    *SPLITS,
    *CROSSED,
    Identity("关注等级", ALL, (*(f"关注{word}" for word in Attention), f"关注{NOT_SAID}")),
    Identity("关爱对象", "关爱对象", ("只属一类", "兼属两类", "兼属多类")),
    *(Identity(label, "普查人数", tuple(f"{label}{word}" for word in Rating)) for label in ASPECTS),
    *(Identity(label, "复查人数", tuple(f"{label}{word}人数" for word in _STEPS)) for label in ASPECTS),
)


def withheld(figures: Figures) -> dict[str, str]:
    """Name -> what is printed instead, of every figure that may not be."""
    counts = {name: int(one.value or 0) for name, one in figures.items() if one.unit == "名" and _whole(one)}
    hidden = {name: FEW for name, count in counts.items() if 0 < count < SMALLEST}
    while found := _next(figures, counts, hidden):
        hidden[found] = SOME
    return {**hidden, **dict.fromkeys(_shares(figures, hidden), NO_SHARE)}


def enough(cells: Mapping[str, int], hidden: Iterable[str], *, total_hidden: bool = False) -> str:
    """The cell of a sum to withhold next, "" where those *hidden* tell nothing: the smallest that is left.

    ``total_hidden``: the sum itself is withheld, so that not every cell may stand.
    """
    gone = [name for name in cells if name in set(hidden)]
    safe = not total_hidden if not gone else len(gone) > 1 and sum(cells[one] for one in gone) >= SMALLEST
    left = sorted((count, name) for name, count in cells.items() if count and name not in gone)
    return "" if safe or not left or (total_hidden and gone) else left[0][1]


def _next(figures: Figures, counts: Mapping[str, int], hidden: Mapping[str, str]) -> str:
    for rule in _SUMS:
        cells = {part: counts[part] for part in rule.parts if part in counts}
        if found := enough(cells, hidden, total_hidden=rule.whole in hidden):
            return found
    return next(_within(figures, counts, hidden), "")


def _within(figures: Figures, counts: Mapping[str, int], hidden: Mapping[str, str]) -> Iterator[str]:
    """Groups that lie within another one and leave one to four of it outside."""
    shown = {name: _children(figures[name]) for name, count in counts.items() if count and name not in hidden}
    for name, group in shown.items():
        for outer, other in shown.items():
            if 0 < len(other) - len(group) < SMALLEST and group < other:
                yield outer if name == ALL else name


def _shares(figures: Figures, hidden: Mapping[str, str]) -> Iterator[str]:
    """Shares whose part or whole is withheld, or whose part could be worked out and is small."""
    gone = {_children(figures[name]) for name in hidden}
    for name, one in figures.items():
        if isinstance(one.value, Fraction):
            whole = int(figures[one.of].value or 0)
            part = int(one.value * whole)
            few = 0 < part < SMALLEST or 0 < whole - part < SMALLEST
            if few or one.of in hidden or (one.refs and _children(one) in gone):
                yield name


def _children(one: Figure) -> frozenset[str]:
    return frozenset(ref.file for ref in one.refs)


def _whole(one: Figure) -> bool:
    """A count of children whose files are told; the number of all pupils is the school's own, and public."""
    return isinstance(one.value, int) and one.name != "在籍学生"
