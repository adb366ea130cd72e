"""One child as a form is filled with it: what may be told, and what is true."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from liushou_cli.domain.blanks.case import Case, Value
from liushou_cli.domain.blanks.facts import asked
from liushou_cli.domain.child import Child
from liushou_cli.domain.masking import Mask, Veil
from liushou_cli.domain.views.children import veil_for
from liushou_cli.domain.withholding import applying, applying_alone, covered, said, unnamed

UNTOLD = "不得透露"


class Subject(NamedTuple):
    """``case`` is covered for whoever is given the form, ``truth`` is not."""

    case: Case
    veil: Veil
    truth: Case

    @property
    def id(self) -> str:
        return self.truth.member.child.id

    def asked(self, field: str, label: str) -> tuple[Value, str]:
        """The answer, and why there is none: what is covered leaves its place free, whatever it is made of."""
        value, true = asked(field, label, self.case), asked(field, label, self.truth)
        return (value, "") if value == true else (None, UNTOLD)

    def withheld(self, fields: Iterable[str], to: str) -> Iterator[tuple[str, bool]]:
        """(现住址（对父亲）, whether it is kept out) of each entry that *fields* tell, or may for all we know."""
        child = self.truth.member.child
        kept, strange = applying(child, to), unnamed(child)
        for entry in child.withheld:
            alone = _shown(self.truth, covered(applying_alone(child, entry)))
            if entry in strange or any(
                asked(field, "", alone) != asked(field, "", self.truth) for field in fields
            ):
                yield said(entry), entry in kept and entry not in strange


def subject(truth: Case, mask: Mask, to: str) -> Subject:
    """*to* is who is given the form, "" anybody."""
    child = covered(truth.member.child, to)
    return Subject(_shown(truth, child), veil_for(child, mask), truth)


def _shown(truth: Case, child: Child) -> Case:
    return truth._replace(member=truth.member._replace(child=child))
