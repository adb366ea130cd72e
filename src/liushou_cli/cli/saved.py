"""What every changing command says at the end."""

from typing import Any, NamedTuple

from liushou_cli.cli import output


class _Nothing(NamedTuple):
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    git_trouble: None = None


NOTHING = _Nothing()  # where there was nothing to save


def told(saved: Any, sentence: str, data: dict[str, Any], *, as_json: bool) -> None:
    """One sentence (or *data* as JSON), then warnings; a git failure last, as the error it is."""
    if as_json:
        output.as_json({**data, "files": list(saved.files), "warnings": list(saved.warnings)})
    else:
        output.talk(sentence)
    for warning in saved.warnings:
        output.talk(f"注意：{warning}")
    if saved.git_trouble:
        raise saved.git_trouble
