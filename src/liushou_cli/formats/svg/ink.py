"""What tells one series from another, in colour and in grey: inks, hatching, dashes, marks."""

from collections.abc import Iterator

from liushou_cli.formats.svg.frame import Frame

_INKS = ("#2f5597", "#b45309", "#3f6f2a", "#6b4fa0", "#555555", "#a02c4a")
_DASHES = ("", "8 4", "2 3", "10 3 2 3", "1 5", "14 5")
_LINES = (  # what lies on the white ground of each filling; the first is solid
    "",
    '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="{}" stroke-width="2"/>',
    '<circle cx="4" cy="4" r="2" fill="{}"/>',
    '<path d="M0 4H8" stroke="{}" stroke-width="2"/>',
    '<path d="M0 4H8M4 0V8" stroke="{}"/>',
    '<path d="M-2 6 2 10M0 0 8 8M6-2 10 2" stroke="{}" stroke-width="2"/>',
)


def patterns(frame: Frame) -> Iterator[str]:
    for j in range(len(frame.chart.series)):
        lines = _LINES[j % len(_LINES)].format(_ink(j))
        if not lines:
            continue
        yield (
            f'<pattern id="{frame.key}-{j}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="#fff"/>{lines}</pattern>'
        )


def _ink(j: int) -> str:
    return _INKS[j % len(_INKS)]


def fill(frame: Frame, j: int) -> str:
    """No pattern where it would be solid: printers show the seams of its tiles."""
    solid = not _LINES[j % len(_LINES)]
    return f'fill="{_ink(j) if solid else f"url(#{frame.key}-{j})"}" stroke="{_ink(j)}"'


def stroke(j: int, points: str) -> str:
    dash = f' stroke-dasharray="{_DASHES[j % len(_DASHES)]}"' if _DASHES[j % len(_DASHES)] else ""
    return f'<polyline points="{points}" fill="none" stroke="{_ink(j)}" stroke-width="2"{dash}/>'


def point(j: int, x: float, y: float, told: str = "") -> str:
    """Circles, squares and triangles by turns."""
    look = f'fill="{_ink(j)}"'
    inside = f"<title>{told}</title>" if told else ""
    match j % 3:
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {look}>{inside}</circle>'
        case 1:
            return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" {look}>{inside}</rect>'
        case _:
            return f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" {look}>{inside}</path>'
