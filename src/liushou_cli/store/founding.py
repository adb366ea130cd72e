"""A folder becomes a repository of records: git, and what it has to know of them."""

from pathlib import Path

from liushou_cli.store import history

HANDOVER = "handover"  # papers that came with a class: no records, and full of names
ATTRIBUTES = "*.yaml text eol=lf merge=liushou\n"
IGNORE = f".liushou/\n{HANDOVER}/\n*.docx\n*.xlsx\n*.pdf\n*.html\n~$*\n"


def begin(folder: Path, author: str) -> bool:
    """Make *folder* a repository where there is git and it is in none; whether it is in one now."""
    if history.program() is None:
        return False
    if history.repository(folder) is None:
        history.start(folder, author)
    return True


def files(root: Path) -> dict[Path, str]:
    """What git has to be told about records, where it has not been told yet."""
    wanted = {root / ".gitattributes": ATTRIBUTES, root / ".gitignore": IGNORE}
    return {path: text for path, text in wanted.items() if not path.exists()}
