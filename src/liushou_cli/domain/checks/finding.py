"""What a check is, and what it says."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


class Check(NamedTuple):
    """``help`` says in a sentence or two what it means and what to do; ``fixable``: ``check --fix`` can."""

    name: str
    title: str
    help: str
    fixable: bool = False


class Said(NamedTuple):
    """One finding of a check that knows its file: where in the record, what stands there, what to do."""

    path: Path
    message: str
    hint: str


class Finding(NamedTuple):
    """``file`` by its name in messages; ``path`` leads to the place in its tree, () is the whole file."""

    check: str
    file: str
    path: Path
    message: str
    hint: str


Question: TypeAlias = Callable[[Any], Iterable[Said]]


def ask(questions: dict[str, tuple[Question, ...]], file: str, subject: Any) -> Iterator[Finding]:
    """Every finding of the checks that *questions* names, about one *subject* in *file*."""
    for check, asked in questions.items():
        for question in asked:
            for said in question(subject):
                yield Finding(check, file, *said)


def label(path: Path) -> str:
    """家访第 2 条的日期: where in the record, as a person would say it."""
    said = ""
    for step in path:
        said += f"第 {step + 1} 条" if isinstance(step, int) else f"的{step}" if said else step
    return said
