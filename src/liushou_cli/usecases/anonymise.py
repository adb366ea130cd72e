"""Rows without names, in an order that tells nothing."""

from liushou_cli.domain.anonymous import Released, release, told
from liushou_cli.domain.population import Population
from liushou_cli.domain.withholding import covered
from liushou_cli.errors import Refused
from liushou_cli.store.chance import shuffled


def anonymise(people: Population, k: int, to: str = "") -> Released:
    """*to* is who is given them.

    Raises :class:`Refused` where k cannot be reached, or where a row would tell whose it is.
    """
    found = release(
        (told(member._replace(child=covered(member.child, to)), people) for member in people.counted), k
    )
    secrets = {
        word
        for member in people.counted
        for word in (member.child.id, member.child.name, member.child.id_number, member.child.register_number)
        if len(word) > 1
    }
    if any(secret in cell for row in set(found.rows) for cell in row for secret in secrets):
        raise Refused("学校设置的“县”里有孩子的姓名或号码，没有出", "改好 school.yaml 里的 县")
    return found._replace(rows=tuple(shuffled(found.rows)))
