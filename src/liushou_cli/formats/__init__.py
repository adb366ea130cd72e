"""Documents as text or bytes. Each format is a writer of blocks, imported only when asked for."""

from collections.abc import Callable
from importlib import import_module

from liushou_cli.errors import BadInput

WRITERS = {
    "md": "liushou_cli.formats.markdown:write",
    "html": "liushou_cli.formats.html:write",
    "docx": "liushou_cli.formats.word:write",
}


def writer(name: str) -> Callable[..., str | bytes]:
    """The function that turns blocks into a text or a file of this format. Raises BadInput for others."""
    place = WRITERS.get(name)
    if place is None:
        raise BadInput(f"没有这种格式：{name}", f"可用的格式：{'、'.join(WRITERS)}")
    module, _, function = place.partition(":")
    found: Callable[..., str | bytes] = getattr(import_module(module), function)
    return found
