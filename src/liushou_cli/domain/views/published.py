"""What the table of a school's classes withholds when it is to be published."""

from collections.abc import Mapping, Sequence

from liushou_cli.domain.figures import Figure
from liushou_cli.domain.figures.disclosure import NO_SHARE, SOME, enough, withheld
from liushou_cli.domain.views.common import Scene

_Line = Mapping[str, Figure]


def columns(scene: Scene, lines: Sequence[_Line], names: Sequence[str]) -> list[dict[str, str]]:
    """For each class what may not be printed; a column sums to the school's figure, so it hides as many as it must."""
    total = withheld(scene.summary.figures)
    hidden = [withheld(line) for line in lines]
    for name in names:
        if not lines or lines[0][name].unit != "名" or name == "在籍学生":
            continue
        cells = {str(place): int(line[name].value or 0) for place, line in enumerate(lines)}
        while found := enough(
            cells, [place for place in cells if name in hidden[int(place)]], total_hidden=name in total
        ):
            hidden[int(found)][name] = SOME
    return [_with_shares(line, gone) for line, gone in zip(lines, hidden, strict=True)]


def _with_shares(line: _Line, hidden: dict[str, str]) -> dict[str, str]:
    """A share goes with its part: 留守占比 with 留守儿童, 家访覆盖率 with 家访人数."""
    parts = {ref for name in hidden for ref in line[name].refs}
    more = {
        name: NO_SHARE
        for name, one in line.items()
        if one.of and one.refs and (one.of in hidden or set(one.refs) <= parts)
    }
    return {**hidden, **more}
