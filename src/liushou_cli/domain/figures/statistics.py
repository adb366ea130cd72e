"""What a return to the authorities asks beside the splits of a summary: ages, schooling, health, guardians, classes.

Age bands and the eight kinds of schooling are those of the 2016 count's summary
sheet (附件3); who is older than its last band is counted too, so that the bands
sum to all.
"""

from liushou_cli.domain.choices import Gender, Health, Registered, Schooling
from liushou_cli.domain.figures import official
from liushou_cli.domain.figures.book import NOT_SAID, Book
from liushou_cli.domain.population import ClassRoll, Member, Population, Ref

BANDS = {"0—5岁": 5, "6—13岁": 13, "14—16岁": 16, "17岁以上": None}
UNSAID = f"就读方式{NOT_SAID}"
OTHER_PARENT = ("另一方无监护能力", "另一方有监护能力", f"另一方{NOT_SAID}")
# Of each class; the last, how many of them do not say, is only for the sums.
OF_A_CLASS = ("留守儿童", "男", "女", "双亲留守", "单亲留守", "寄宿", "走读", "监护差", UNSAID)


def statistics(book: Book, people: Population) -> None:
    counted, day = people.counted, people.as_of
    _ages(book, people)
    book.split(
        counted,
        lambda one: _said("就学", official.schooling(one, day)),
        _all("就学", Schooling.words()),
        f"就学{NOT_SAID}",
    )
    book.split(
        counted, lambda one: _said("身体", one.child.health), _all("身体", Health.words()), f"身体{NOT_SAID}"
    )
    alone = [one for one in counted if one.status.kind is Registered.ONE]
    book.split(alone, lambda one: _other_parent(one, people), OTHER_PARENT[:2], OTHER_PARENT[2])
    book.split(
        counted, lambda one: official.guarding(one, day), list(official.Guarding), f"监护类型{NOT_SAID}"
    )
    if len(people.rolls) > 1:
        for roll in people.rolls:
            _of_a_class(book, people, roll)


def band(age: int) -> str:
    return next(name for name, last in BANDS.items() if last is None or age <= last)


def class_key(name: str, roll: ClassRoll) -> str:
    """The key of one class's figure: 留守儿童：2012-2"""
    return f"{name}：{roll.settings.own.code}"


def _ages(book: Book, people: Population) -> None:
    for name in BANDS:
        of_age = [one for one in people.counted if band(one.child.age_on(people.as_of)) == name]
        book.count(name, (Ref(one.file, ("出生日期",)) for one in of_age))
        for gender in Gender:
            same = (Ref(one.file, ("出生日期",)) for one in of_age if one.child.gender is gender)
            book.count(f"{name}{gender}", same)


def _other_parent(member: Member, people: Population) -> str | None:
    answer = official.one_away_other_unable(member, people.as_of)
    return None if answer is None else OTHER_PARENT[0] if answer else OTHER_PARENT[1]


def _of_a_class(book: Book, people: Population, roll: ClassRoll) -> None:
    """The class's share of figures counted for all, from the same references."""
    own = {one.file for one in people.counted if one.roll is roll}
    for name in OF_A_CLASS:
        book.count(class_key(name, roll), (ref for ref in book.figures[name].refs if ref.file in own))


def _said(prefix: str, word: str | None) -> str | None:
    return f"{prefix}{word}" if word else None


def _all(prefix: str, words: list[str]) -> list[str]:
    return [f"{prefix}{word}" for word in words]
