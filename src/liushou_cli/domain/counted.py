"""How a long work tells whoever asked for it how far it is; the work itself says nothing."""

from collections.abc import Callable
from typing import TypeAlias

Counted: TypeAlias = Callable[[int, int], None]  # (done, of how many)


def unheard(done: int, total: int) -> None:
    """Nobody counts along."""
