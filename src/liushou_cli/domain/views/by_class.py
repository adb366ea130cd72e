"""The classes of a school beside one another, a line each."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from liushou_cli.domain.figures import figures
from liushou_cli.domain.population import ClassRoll, population
from liushou_cli.domain.term import Term
from liushou_cli.domain.views.common import Scene, shown


def by_class(
    scene: Scene, names: Sequence[str], rolls: Iterable[ClassRoll] | None = None, term: Term | None = None
) -> list[dict[str, str]]:
    """Each class's own figures of those *names*, as printed, under its name in *term*; none for a class alone."""
    people = scene.summary.people
    chosen = list(people.rolls if rolls is None else rolls) if scene.whole else []
    lines = [figures(population([roll], people.term, people.as_of, people.rule)) for roll in chosen]
    hidden: list[dict[str, Any]] = [{} for _ in lines]
    if scene.public:  # seldom: what it takes is loaded then
        hidden = import_module("liushou_cli.domain.views.published").columns(scene, lines, names)
    return [
        {
            "班级": roll.settings.class_name(term or people.term),
            **{key: gone.get(key) or shown(line[key], scene.style.decimals) for key in names},
        }
        for roll, line, gone in zip(chosen, lines, hidden, strict=True)
    ]
