"""The children of the classes read, counted under the one definition that these share."""

from collections.abc import Iterable
from datetime import date

from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.population import ClassRoll, HomesOnRoll, Population, population
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput


def counted(
    rolls: Iterable[ClassRoll],
    term: Term,
    as_of: date,
    homes: HomesOnRoll | None = None,
    *,
    apart: str = "在 school.yaml 里统一口径",
) -> Population:
    """Raises :class:`BadInput` where the classes go by several definitions (*apart* says what to do), or by one
    that did not exist yet on *as_of*."""
    rolls = tuple(rolls)
    names = {roll.settings.definition for roll in rolls}
    if len(names) > 1:
        raise BadInput(f"各班的口径不同：{'、'.join(sorted(names))}", apart)
    try:
        return population(rolls, term, as_of, DEFINITIONS[names.pop()], homes)
    except ValueError as error:
        raise BadInput(str(error), "在 class.yaml 或 school.yaml 里换一种口径") from None
