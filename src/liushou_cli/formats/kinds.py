"""Which documents we have a template for, told without loading Jinja: completion asks this."""

import re
from pathlib import Path

SUFFIX = ".md.j2"
_PACKAGE = Path(__file__).resolve().parents[1] / "_templates"
_CHECKOUT = Path(__file__).resolve().parents[3] / "templates"


def folder() -> Path:
    """Where our own templates are: inside the installed package, or at the top of a checkout."""
    return _PACKAGE if _PACKAGE.is_dir() else _CHECKOUT


def kinds() -> list[str]:
    return sorted(file.name.removesuffix(SUFFIX) for file in folder().glob(f"*{SUFFIX}"))


def text_of(kind: str) -> str | None:
    """Our template of *kind* as it stands in its file; None where we have none."""
    file = folder() / f"{kind}{SUFFIX}"
    return file.read_text(encoding="utf-8") if re.fullmatch(r"[a-z0-9-]+", kind) and file.is_file() else None
