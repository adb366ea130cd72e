"""Documents as text or bytes. Each format is a writer of blocks, imported only when asked for."""

from collections.abc import Callable
from importlib import import_module

from liushou_cli.errors import BadInput

WRITERS = {
    "md": "liushou_cli.formats.markdown:write",
    "html": "liushou_cli.formats.html:write",
    "docx": "liushou_cli.formats.word:write",
    "xlsx": "liushou_cli.formats.xlsx:write",
    "pdf": "liushou_cli.formats.pdf.press:write",
}
# A library that not everybody installs -> the extra that brings it.
_EXTRAS = {"typst": "pdf"}


def writer(name: str) -> Callable[..., str | bytes]:
    """The function that turns blocks into a text or a file of this format.

    Raises BadInput for others, and where the library of an extra is not installed.
    """
    place = WRITERS.get(name)
    if place is None:
        raise BadInput(f"没有这种格式：{name}", f"可用的格式：{'、'.join(WRITERS)}")
    module, _, function = place.partition(":")
    try:
        found: Callable[..., str | bytes] = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "")
        if not extra:
            raise
        raise BadInput(f"出 {name} 还差一个部件", f'装上它：pip install "liushou[{extra}]"') from None
    return found
