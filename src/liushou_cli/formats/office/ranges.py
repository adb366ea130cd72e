"""Whatever names cells of a sheet outside of formulas, made to name where they went."""

import re
from typing import Any

from liushou_cli.formats.office.moves import Moves
from liushou_cli.formats.office.xml import made, named

_NAMING = {
    "conditionalFormatting": "sqref", "dataValidation": "sqref", "protectedRange": "sqref", "ignoredError": "sqref",
    "selection": "sqref", "autoFilter": "ref", "sortState": "ref", "sortCondition": "ref", "hyperlink": "ref",
    "dimension": "ref", "table": "ref",
}  # fmt: skip


def ranges(root: Any, moves: Moves) -> None:
    """Joined cells, looks that depend on values, lists to choose from, filters, notes, page breaks."""
    _join(root, moves)
    for name, attribute in _NAMING.items():
        for one in named(root, name):
            if one.get(attribute):
                one.set(attribute, moves.spans(one.get(attribute)))
    for one in named(root, "sqref"):  # rules of the newer kind hold their cells as a text
        one.text = moves.spans(one.text or "")
    for one in named(root, "comment", "threadedComment"):
        one.set("ref", moves.span(one.get("ref", "")))
    for breaks in named(root, "rowBreaks"):
        for one in named(breaks, "brk"):
            one.set("id", str(moves.last(int(one.get("id")))))


def _join(root: Any, moves: Moves) -> None:
    for merges in list(named(root, "mergeCells")):
        joined = [one for merge in list(merges) for one in _merges(merge.get("ref"), moves)]
        for merge in list(merges):
            merges.remove(merge)
        for reference in joined:
            made(merges, "mergeCell", ref=reference)
        merges.set("count", str(len(joined)))
        if not joined:
            merges.getparent().remove(merges)


def _merges(reference: str, moves: Moves) -> list[str]:
    """Joined within a repeated row: in each copy anew. Across such rows: over all of them."""
    first, _, last = reference.partition(":")
    top, bottom = (int(re.sub(r"\D", "", one)) for one in (first, last or first))
    starts, ends = moves.to.get(top, [moves.first(top)]), moves.to.get(bottom, [moves.last(bottom)])
    if len(starts) != len(ends):
        return [moves.span(reference)]
    left, right = (one.rstrip("0123456789") for one in (first, last or first))
    return [f"{left}{start}:{right}{end}" for start, end in zip(starts, ends, strict=True)]
