"""What a view holds, as the text of a document would show it."""

from collections.abc import Iterator
from typing import Any


def values(part: Any) -> Iterator[str]:
    """Every plain value in *part*, at every depth."""
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list | tuple):
        for one in part:
            yield from values(one)
    elif not isinstance(part, bool) and part is not None:
        yield f"{part:g}" if isinstance(part, float) else str(part)
