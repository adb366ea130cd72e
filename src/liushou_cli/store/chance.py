"""Random numbers for files and records; ``LIUSHOU_SEED`` makes them repeat in tests."""

import hashlib
import os
from collections.abc import Container, Iterable
from itertools import count
from typing import TypeVar

from liushou_cli.domain.ids import LENGTH, from_bytes

_drawn = count()
_Item = TypeVar("_Item")


def new_id(taken: Container[str] = ()) -> str:
    """An id that is not in *taken*."""
    while (drawn := from_bytes(_noise())) in taken:
        continue
    return drawn


def below(number: int) -> int:
    """A number from 0 up to, not including, *number*, which is small."""
    return int.from_bytes(_noise()[:6], "big") % number


def shuffled(items: Iterable[_Item]) -> list[_Item]:
    """In an order that tells nothing of the one they came in."""
    return [item for _, item in sorted(((_noise(), item) for item in items), key=lambda one: one[0])]


def _noise() -> bytes:
    seed = os.environ.get("LIUSHOU_SEED")
    if seed is None:
        return os.urandom(LENGTH)
    return hashlib.sha256(f"{seed}/{next(_drawn)}".encode()).digest()
