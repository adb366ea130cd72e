"""Who cares for them, and how the teacher judged it."""

from liushou_cli.domain.choices import GRANDPARENTS, PARENTS, Attention, CareQuality, HasNot
from liushou_cli.domain.figures.book import NOT_SAID, Book
from liushou_cli.domain.population import Member, Population, Ref


def care(book: Book, people: Population) -> None:
    counted, day = people.counted, people.as_of

    def arrangement(member: Member) -> str | None:
        caregiver = member.child.caregiver_on(day)
        if caregiver is None:
            return None
        if caregiver.relation in GRANDPARENTS:
            return "隔代照护"
        return "父母照护" if caregiver.relation in PARENTS else "其他照护"

    def quality(member: Member) -> str | None:
        judged = member.child.care_on(day)
        return judged.quality if judged else None

    def attention(member: Member) -> str | None:
        level = member.child.attention_on(day)
        return level.level if level else None

    book.split(counted, arrangement, ["隔代照护", "父母照护", "其他照护"], f"照护人{NOT_SAID}")
    book.count("有委托书", (Ref(one.file, ("照护人",)) for one in counted if _entrusted(one, people)))
    book.split(counted, quality, CareQuality.words(), f"监护{NOT_SAID}", "监护")
    book.split(counted, attention, Attention.words(), f"关注{NOT_SAID}", "关注")
    changed = (ref for one in counted if (ref := _new_caregiver(one, people)))
    book.count("照护人变动", changed)


def _entrusted(member: Member, people: Population) -> bool:
    caregiver = member.child.caregiver_on(people.as_of)
    return caregiver is not None and caregiver.entrusted is HasNot.HAS


def _new_caregiver(member: Member, people: Population) -> Ref | None:
    """Where a caregiver took over from another within the term."""
    span = people.span(member.roll)
    begun = [one.since for one in member.child.caregivers]
    for place, since in enumerate(begun):
        if span.first < since <= span.last and since > min(begun):
            return Ref(member.file, ("照护人", place), since)
    return None
