"""A place in a form that waits for a value, and what the form says about it."""

from typing import NamedTuple

from liushou_cli.domain.labels import field_of, names_person


class Tick(NamedTuple):
    """One of several answers to choose from: a box before ``word``, brackets after it, or a column under it.

    ``span`` are the characters the mark replaces; None: the whole box of the grid.
    """

    word: str
    row: int
    col: int
    span: tuple[int, int] | None = None


class Slot(NamedTuple):
    """Where one value goes. ``path`` are the labels that ask for it: groups from the outside, its own last.

    In a table of many children ``row`` is that of the first child. ``choices`` are the only words a list
    lets in; ``shows`` as in :class:`liushou_cli.domain.blanks.grid.Box`; ``sample`` is what the form
    itself shows as an example.
    """

    grid: int
    path: tuple[str, ...]
    row: int
    col: int
    span: tuple[int, int] | None = None
    ticks: tuple[Tick, ...] = ()
    choices: tuple[str, ...] = ()
    shows: str = ""
    sample: str = ""
    dated: str = ""  # day or month, where 年 月 日 stand there already with nothing before them

    @property
    def label(self) -> str:
        """The labels as one line: 父亲/联系电话. A group that says nothing about whom is left out."""
        alone = field_of(self.path[-1:]) is not None
        groups = [part for part in self.path[:-1] if not alone or names_person(part)]
        return "/".join(" ".join(part.split()) for part in (*groups, self.path[-1]))


class Table(NamedTuple):
    """A table with one line for each child: ``free`` lines are there, the first is ``first``.

    ``top`` is the first row of the heading, ``step`` how many rows a line takes. ``examples`` are lines that
    stood filled in between the heading and the free ones.
    """

    grid: int
    top: int
    first: int
    free: int
    columns: tuple[Slot, ...]
    examples: tuple[int, ...] = ()
    step: int = 1


class Layout(NamedTuple):
    """``table`` is None for a form about one child; ``slots`` stand outside of it."""

    table: Table | None
    slots: tuple[Slot, ...]

    @property
    def all_slots(self) -> tuple[Slot, ...]:
        return (*(self.table.columns if self.table else ()), *self.slots)
