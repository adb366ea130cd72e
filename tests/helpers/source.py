"""The program's own source, parsed, for the tests that keep it in shape."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.places import SOURCE

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file under src/liushou_cli."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Relative to the package, with slashes: ``store/lock.py``."""
        return self.path.relative_to(SOURCE).as_posix()

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def functions(self) -> Iterator[tuple[str, int]]:
        """Where each function stands, and its length in lines.

        Of a command (in cli/, decorated or handed typer's ``ctx``) only the body counts:
        its signature is a table of options and its docstring is the user's help.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, _Function):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                handed = bool(node.args.args) and node.args.args[0].arg == "ctx" and node.name[0] != "_"
                command = self.name.startswith("cli/") and (node.decorator_list or handed) and body
                first = body[0].lineno if command else node.lineno
                yield f"{self.name}:{node.lineno} {node.name}", (node.end_lineno or first) - first + 1


def modules() -> list[Module]:
    paths = sorted(SOURCE.rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [Module(path, text, ast.parse(text, path)) for path, text in zip(paths, texts, strict=True)]


def writes(tree: ast.Module) -> list[int]:
    """Lines that write to a file other than by a file descriptor: ``open(..., "w")``, ``write_text`` and kin."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _writes(node)]


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in {"open", "fdopen"}:
        return name in {"write_text", "write_bytes"}
    # open(file, mode) has its mode second, Path.open(mode) first.
    where = 1 if isinstance(call.func, ast.Name) or _module(call.func) in {"io", "os", "gzip"} else 0
    modes = [*call.args[where : where + 1], *(word.value for word in call.keywords if word.arg == "mode")]
    return any(isinstance(mode, ast.Constant) and set(str(mode.value)) & set("wax+") for mode in modes)


def _module(func: ast.expr) -> str:
    return func.value.id if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) else ""
