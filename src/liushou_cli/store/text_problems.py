"""What is wrong with the text of a file although it can be read: comments, look-alikes, two readings."""

from collections.abc import Iterator
from typing import Any

from liushou_cli.domain import checks
from liushou_cli.domain.problem import Problem
from liushou_cli.store.record import Loaded
from liushou_cli.store.yaml_judge import doubt
from liushou_cli.store.yaml_suspects import suspects
from liushou_cli.store.yaml_text import plain


def of_text(loaded: Loaded[Any]) -> Iterator[Problem]:
    """Problems with their lines; none for a file that could not be read, of which that is said already."""
    if loaded.source is None or loaded.root is None:
        return
    for found in suspects(loaded.source.text, loaded.root):
        yield _discreet(Problem(loaded.file, *found), loaded)
    if parted := doubt(loaded.source.text, loaded.root):
        yield _discreet(
            Problem(loaded.file, parted.line, "two-readings", parted.message, parted.hint), loaded
        )


def _discreet(one: Problem, loaded: Loaded[Any]) -> Problem:
    """*one*, without the words it quotes where they are an incident's."""
    keys = list(plain(loaded.root)) if loaded.root else []
    if "事件" not in keys:
        return one
    after = keys[keys.index("事件") + 1 :]
    end = loaded.line((after[0],)) if after else one.line + 1
    if not loaded.line(("事件",)) <= one.line < end:
        return one
    return one._replace(message=f"{checks.CHECKS[one.check].title}（在事件里，原文不列）")
