"""Text as typst strings: nothing in them is ever read as markup."""

import unicodedata
from collections.abc import Iterable

from liushou_cli.formats.characters import printable
from liushou_cli.formats.document import Run, Runs

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " ", "\r": "", "\t": " "})


def quoted(text: str) -> str:
    """``"…"``, on one line."""
    return f'"{printable(text).translate(_ESCAPES)}"'


def lines(text: str) -> str:
    """Markup of the text, its line breaks kept."""
    return "#linebreak()".join(f"#{quoted(line)}" for line in text.split("\n"))


def runs(content: Runs, bold: str) -> str:
    """``bold`` is the typst function that bold text goes through."""
    return "".join(_run(run, bold) for run in content)


def families(names: Iterable[str]) -> str:
    """An array of typst, also where it has one name."""
    return f"({''.join(f'{quoted(name)}, ' for name in names)})"


def visible(text: str) -> set[str]:
    """The characters that a font must hold for *text* to be read."""
    return {
        char for char in printable(text) if unicodedata.category(char) not in _UNSEEN and char != "\ufe0f"
    }


_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def _run(run: Run, bold: str) -> str:
    return f"#{bold}[{lines(run.text)}]" if run.bold else lines(run.text)
