"""From a child's file to its line on the roster."""

from datetime import date, timedelta
from operator import attrgetter

from liushou_cli.domain.child import Child
from liushou_cli.domain.definition import Definition, changes
from liushou_cli.domain.people import Caregiver
from liushou_cli.domain.roster import ClassFacts, Row
from liushou_cli.domain.settings import Settings

_FOR_EVER = date.max


def row_of(child: Child, rule: Definition, pinyin: str, initials: str, code: str = "") -> Row:
    """The row of a child whose file lies in the folder of class *code*."""
    own = [spell.of(code, here=True) for spell in child.spells]
    child = child if all(own) else _of_own_days(child, code)
    return Row(
        id=child.id,
        name=child.name,
        gender=child.gender,
        born=child.born,
        pinyin=pinyin,
        initials=initials,
        spells=tuple((one.since, one.until) for one, mine in zip(child.spells, own, strict=True) if mine),
        statuses=tuple((day, status.kind.value) for day, status in changes(child, rule, _FOR_EVER)),
        caregivers=_caregivers(child),
        levels=tuple(
            (level.since, level.level.value) for level in sorted(child.attention, key=attrgetter("since"))
        ),
        visits=tuple(sorted(visit.on for visit in child.visits)),
        calls=tuple(sorted(call.on for call in child.calls if call.of_teacher)),
        surveys=tuple(sorted(survey.on for survey in child.surveys)),
        elsewhere=tuple(
            (one.since, one.until) for one, mine in zip(child.spells, own, strict=True) if not mine
        ),
    )


def _of_own_days(child: Child, code: str) -> Child:
    """Contacts and surveys of the time in other classes were theirs. The spells stay, each in its place."""
    own = child.within(code, here=True)
    return child.model_copy(
        update={
            field: tuple(one for one in getattr(child, field) if own.enrolled_on(one.on))
            for field in ("visits", "calls", "surveys")
        }
    )


def facts_of(settings: Settings) -> ClassFacts:
    own = settings.own
    return ClassFacts(
        code=own.code,
        stage=own.stage.value,
        teacher=own.teacher,
        school=settings.school_name,
        signer=settings.signer,
        definition=settings.definition.value,
        auto_commit=settings.auto_commit,
        spans=tuple(sorted(settings.spans.items())),
        pupils=tuple(sorted(own.pupils.items())),
    )


def _caregivers(child: Child) -> tuple[tuple[date, str], ...]:
    began = {one.since for one in child.caregivers}
    ended = {one.until + timedelta(days=1) for one in child.caregivers if one.until and one.until < date.max}
    return tuple((day, _shown(child.caregiver_on(day))) for day in sorted(began | ended))


def _shown(caregiver: Caregiver | None) -> str:
    if caregiver is None:
        return ""
    return (
        caregiver.name if caregiver.name == caregiver.relation else f"{caregiver.relation} {caregiver.name}"
    )
