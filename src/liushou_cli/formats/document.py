"""What a document is made of: plain frozen values, between the reader of Markdown and the writers.

`formats.blocks.parse` makes them; `markdown`, `html` and `word` write them. Text stands here as a
person reads it, never escaped; a line break inside it is ``"\\n"``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

STANDARD, RIGHT, CENTER, ONE_LINE = "右空四字", "靠右", "居中", "同一行"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. ``figure`` is the key of the figure it states, if it states one."""

    text: str
    bold: bool = False
    figure: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1–4; ``number`` is 一、（一）1. or （1） as plain text, empty inside an 附件."""

    level: int
    number: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """``rows[0]`` is the head; every row has ``len(align)`` cells; ``align`` holds left, center, right.

    ``exact``: numbers stand in columns set to the right and nowhere else, whatever a text looks like.
    """

    rows: tuple[tuple[Runs, ...], ...]
    align: tuple[str, ...]
    caption: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a form: where it begins, how many columns and rows it covers."""

    runs: Runs
    column: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A table without a head whose cells may be joined. A row lists only the cells that begin in it.

    ``widths`` are relative, one a column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[str, ...]
    widths: tuple[float, ...]

    def align_of(self, cell: Cell) -> str:
        """A cell over more than half the form holds sentences, which stand to the left."""
        covered = sum(self.widths[cell.column : cell.column + cell.across])
        wide = cell.across > 1 and covered * 2 > sum(self.widths)
        return "left" if wide else self.align[cell.column]


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """``kind`` is bar, stacked or line; each series has one value ≥ 0 for each of ``x``."""

    kind: str
    title: str
    x: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: the unit and the date. ``place`` is 右空四字 (GB/T 9704-2012), 靠右, 居中 or 同一行."""

    unit: str
    date: str
    place: str = STANDARD

    def lines(self) -> list[str]:
        """One above the other, or both in one."""
        return [f"{self.unit}　{self.date}"] if self.place == ONE_LINE else [self.unit, self.date]

    def rooms(self) -> list[float]:
        """How many characters stay free to the right of each line; none of them where it is centred."""
        if self.place == ONE_LINE:
            return [4.0]
        if self.place != STANDARD:
            return [0.0, 0.0]
        over = (half_widths(self.date) - half_widths(self.unit)) / 4
        return [max(0.0, 4 + over), 4.0]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Title | Heading | Paragraph | Table | Form | Chart | Signature | PageBreak


def placed(blocks: Iterable[Block], place: str) -> list[Block]:
    """The same document with each 落款 in that *place*."""
    return [replace(block, place=place) if isinstance(block, Signature) else block for block in blocks]


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def title_of(blocks: Iterable[Block]) -> str:
    """The first title in one line, empty where there is none."""
    return next(("".join(block.lines) for block in blocks if isinstance(block, Title)), "")


def half_widths(text: str) -> int:
    """How many half character widths the text takes in a Chinese font: 汉 is 2, a is 1."""
    return sum(1 if ord(char) < 0x2E80 and char not in "“”‘’—…·" else 2 for char in text)
