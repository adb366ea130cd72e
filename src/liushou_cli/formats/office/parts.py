"""One part of a package: read, changed, put back; and what makes no sense told as the file's fault."""

import contextlib
from collections.abc import Iterator
from typing import Any

from liushou_cli.errors import BadInput
from liushou_cli.formats.office.xml import tree, written

_SAVE_AGAIN = "在 Word、Excel 或 WPS 里打开，另存一份"


def parsed(name: str, part: str, content: bytes) -> Any:
    """The tree of one part of the file called *name*. Raises :class:`BadInput`."""
    try:
        return tree(content)
    except ValueError:
        raise BadInput(f"{name} 的 {part} 读不懂", _SAVE_AGAIN) from None


@contextlib.contextmanager
def edited(name: str, parts: dict[str, bytes], part: str) -> Iterator[Any]:
    """The tree of a part, put back where it was changed; a part left as it was keeps its bytes."""
    root = parsed(name, part, parts[part])
    before = written(root)
    yield root
    after = written(root)
    if after != before:
        parts[part] = after


@contextlib.contextmanager
def understood(name: str) -> Iterator[None]:
    """Turns whatever a part says that cannot be so into :class:`BadInput`: no office program wrote it."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration, RecursionError):
        raise BadInput(f"{name} 里有读不懂的地方", _SAVE_AGAIN) from None
