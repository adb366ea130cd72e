"""One file to one value: text, tree, model; or the problems why not."""

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from liushou_cli.domain.base import Record
from liushou_cli.domain.form import FORMAT, newer_format
from liushou_cli.domain.problem import Problem
from liushou_cli.errors import DiskTrouble
from liushou_cli.store import text_file
from liushou_cli.store.refusals import problems
from liushou_cli.store.text_file import TextFile
from liushou_cli.store.yaml_text import Mapping, YamlFault, line_of, parse, plain

_Value = TypeVar("_Value", bound=Record)


class Loaded(NamedTuple, Generic[_Value]):
    """``file`` is the name in messages; ``value`` is None exactly when ``problems`` say why."""

    file: str
    source: TextFile | None
    root: Mapping | None
    value: _Value | None
    problems: tuple[Problem, ...] = ()

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line *path* stands on, 0 where the file has no tree."""
        return line_of(self.root, path) if self.root else 0


def load(path: Path, file: str, model: type[_Value]) -> Loaded[_Value]:
    """Read *path* as a *model*. Never raises for bad content: it comes back as problems."""
    source: TextFile | None = None
    root: Mapping | None = None
    try:
        source = text_file.read(path)
        root = parse(source.text)
        tree = plain(root)
        if newer := newer_format(tree):
            return Loaded(file, source, root, None, (_too_new(file, root, newer),))
        return Loaded(file, source, root, model.model_validate(tree))
    except YamlFault as fault:
        return Loaded(
            file, source, root, None, (Problem(file, fault.line, fault.kind, fault.message, fault.hint),)
        )
    except DiskTrouble as trouble:
        return Loaded(
            file, source, root, None, (Problem(file, 0, "unreadable", trouble.message, trouble.hint),)
        )
    except ValidationError as error:
        assert root is not None  # noqa: S101  # validation comes after parsing
        return Loaded(file, source, root, None, tuple(problems(error, file, root)))


def _too_new(file: str, root: Mapping, said: str) -> Problem:
    message = f"格式是 {said}，这个程序只认到 {FORMAT}"
    return Problem(file, line_of(root, ("格式",)), "newer-format", message, "更新 liushou 再来读它")
