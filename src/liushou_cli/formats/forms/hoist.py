"""``{% for %}`` … ``{% endfor %}`` as a person writes them, put where docxtpl repeats what is meant.

In two cells of a table they mean the rows from the one to the other; alone in their paragraphs, what stands
between. docxtpl wants the first in rows of their own, as ``{%tr for %}``, and the second as ``{%p for %}``.
"""

from collections.abc import Mapping
from typing import Any

from liushou_cli.formats.forms import runs
from liushou_cli.formats.forms.marks import BETWEEN, CLOSES, OPENS, Tag, loose
from liushou_cli.formats.forms.skeleton import Wrong, shortened
from liushou_cli.formats.office.xml import W, element, within

_Found = tuple[Any, Tag]  # a tag and the paragraph it stands in


def hoist(places: dict[Any, str]) -> list[Wrong]:
    """Moves tags in the tree of *places* (paragraph -> place); paragraphs made for them are added to it.

    Returns what cannot be put anywhere. Marks that do not pair at all are left for Jinja to tell.
    """
    wrong: list[Wrong] = []
    moves: list[tuple[list[_Found], Any, Any]] = []
    for group in _groups(places):
        first, last = group[0][0], group[-1][0]
        rows = _rows(first, last)
        if rows:
            moves.append((group, *rows))
        elif first.getparent() is not last.getparent():
            tag, end = group[0][1], group[-1][1]
            message = f"{tag.text} 和它的 {end.text} 不在同一个表、同一层里"
            hint = "要重复表里的行，for 写在这一行的第一格，endfor 写在最后一格；要重复几段，各自单独写一段"
            wrong.append(Wrong(places[first], message, hint, shortened(runs.mend(first))))
        else:
            _alone(group)
    _move(moves, places)
    return wrong


def _groups(places: Mapping[Any, str]) -> list[list[_Found]]:
    """Each opening tag that is closed in another paragraph, with what belongs to it; the outer before the inner."""
    held: list[list[_Found]] = []
    found: list[list[_Found]] = []
    for paragraph in places:
        for tag in loose(runs.mend(paragraph)):
            if tag.prefix:
                continue
            if tag.word in OPENS:
                held.append([(paragraph, tag)])
                found.append(held[-1])
            elif tag.word in BETWEEN and held:
                held[-1].append((paragraph, tag))
            elif tag.word in CLOSES and held:
                held.pop().append((paragraph, tag))
    return [group for group in found if group[-1][1].word in CLOSES]


def _rows(first: Any, last: Any) -> tuple[Any, Any] | None:
    """The rows of one table that the two paragraphs stand in, where they do not share a cell."""
    for one in first.iterancestors(f"{W}tr"):
        table = one.getparent()
        other = next((row for row in last.iterancestors(f"{W}tr") if row.getparent() is table), None)
        if other is not None:
            cells = [_cell_in(paragraph, row) for paragraph, row in ((first, one), (last, other))]
            return None if one is other and cells[0] is cells[1] else (one, other)
    return None


def _cell_in(paragraph: Any, row: Any) -> Any:
    return next(cell for cell in paragraph.iterancestors(f"{W}tc") if within(cell, f"{W}tr") is row)


def _alone(group: list[_Found]) -> None:
    """What stands alone in its paragraph takes the paragraph with it."""
    for paragraph, tag in group:
        if runs.mend(paragraph).strip() == tag.text.strip():
            pieces = [piece for piece in runs.texts(paragraph) if piece.text]
            pieces[0].text = tag.standing_for("p")
            for piece in pieces[1:]:
                piece.text = ""


def _move(moves: list[tuple[list[_Found], Any, Any]], places: dict[Any, str]) -> None:
    """Openings and the like before their row, closings after it: of several, the inner one first."""
    after: dict[Any, Any] = {}
    closings: list[tuple[Any, _Found]] = []
    for group, first, last in moves:
        for paragraph, tag in group[:-1]:
            row = first if paragraph is group[0][0] else _row_beside(paragraph, first)
            row.addprevious(_row_of(tag, places, places[paragraph]))
        closings.insert(0, (last, group[-1]))
    for row, (paragraph, tag) in closings:
        made = _row_of(tag, places, places[paragraph])
        after.get(row, row).addnext(made)
        after[row] = made
    taken = [one for group, _, _ in moves for one in group]
    for paragraph, tag in sorted(taken, key=lambda one: -one[1].start):
        runs.cut(paragraph, tag.start, tag.end)


def _row_beside(paragraph: Any, row: Any) -> Any:
    table = row.getparent()
    return next((one for one in paragraph.iterancestors(f"{W}tr") if one.getparent() is table), row)


def _row_of(tag: Tag, places: dict[Any, str], place: str) -> Any:
    row = element(f"{W}tr")
    paragraph = element(f"{W}p", element(f"{W}tc", row))
    element(f"{W}t", element(f"{W}r", paragraph), tag.standing_for("tr"))
    places[paragraph] = place
    return row
