"""What the classes did together: events, attendances and children reached are three counts."""

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.choices import ActivityKind
from liushou_cli.domain.definition import Definition, status_on
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.population import ActivityOnRoll, ClassRoll, Member, Population, Ref


def activities(book: Book, people: Population) -> None:
    held = people.activities()
    first: dict[str, Ref] = {}
    kinds: dict[str, ActivityKind] = {}
    for one, _ in held:
        first.setdefault(one.key, one.ref)
        kinds.setdefault(one.key, one.activity.kind)
    book.count("活动次数", first.values(), "次")
    for kind in ActivityKind:
        book.count(f"{kind}活动次数", (ref for key, ref in first.items() if kinds[key] is kind), "次")
    _attendance(book, people, held)
    guests = [
        (one.activity.caregivers_present, one.ref) for one, _ in held if one.activity.caregivers_present
    ]
    book.number(
        "监护人到会人次", sum(number or 0 for number, _ in guests), "人次", (ref for _, ref in guests)
    )


def _attendance(book: Book, people: Population, held: list[tuple[ActivityOnRoll, ClassRoll]]) -> None:
    """Children present; to a caregivers' meeting the grown-ups come."""
    attended = [(one, roll) for one, roll in held if one.activity.kind is not ActivityKind.CAREGIVERS_MEETING]
    present = [
        (one, member)
        for one, roll in attended
        for member in people.served
        if member.roll is roll and _took_part(member, one.activity, people.rule)
    ]
    reached = {member.file: one.ref for one, member in reversed(present)}
    book.count("活动人次", (one.ref for one, _ in present), "人次")
    book.count("活动人数", (reached[member.file] for member in people.counted if member.file in reached))
    book.share("活动覆盖率", "活动人数", "留守儿童")


def _took_part(member: Member, held: Activity, rule: Definition) -> bool:
    """全体 are all who were left-behind on the day; a list names its own."""
    child = member.child
    if not child.enrolled_on(held.on) or not held.includes(child.id):
        return False
    return child.id in held.present or status_on(child, rule, max(held.on, rule.since)).left_behind
