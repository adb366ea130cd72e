"""What is wrong with a record, where it stands, and what to do about it."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One finding. ``file`` is relative to the folder it was asked of; ``line`` counts from 1, 0 = whole file."""

    file: str
    line: int
    check: str
    message: str
    hint: str = ""
