"""What stands in one box or paragraph of a form: labels with room after them, answers with boxes before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

EMPTY_BOXES = "□☐○◯▢"
TICKED_BOXES = "☑■√✓☒●"
_GAP = r"[\s_＿\u3000]"
_COLON = re.compile(r"[：:]")
_BOXED = re.compile(rf"([{EMPTY_BOXES}])\s*([^{EMPTY_BOXES}{TICKED_BOXES}\s：:；;，,。_＿（(]+)")
_BRACKETED = re.compile(r"([\u4e00-\u9fff]{1,10})\s*[（(]([\s\u3000]*)[）)]")
_DATED = re.compile(rf"{_GAP}*年{_GAP}*月(?:{_GAP}*日)?{_GAP}*")
_ASKS_DAY = re.compile("日期|时间|年月|出生|生日|日$")
_DAYS_GAP = 6  # blanks between a label and a day that is not its own
_LONGEST = 20  # characters of a label


class Room(NamedTuple):
    """A label within a text and the characters after it that wait; ``answers`` are (word, span of the mark)."""

    label: str
    span: tuple[int, int]
    answers: tuple[tuple[str, tuple[int, int]], ...] = ()
    dated: str = ""  # day or month, where 年 月 日 stand there already


def answers(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The answers printed in *text*: □是 □否, or 是（ ）否（ ）; none if fewer than two, unless boxed."""
    boxed = tuple((found[2], found.span(1)) for found in _BOXED.finditer(text))
    if boxed:
        return boxed
    bracketed = tuple((found[1], found.span(2)) for found in _BRACKETED.finditer(text))
    return bracketed if len(bracketed) > 1 else ()


def rooms(text: str) -> list[Room]:
    """Every 标签：____ in *text* that nobody has filled in."""
    if text.strip() and _DATED.fullmatch(text):
        return [_dated(text, 0)]
    colons = [found.start() for found in _COLON.finditer(text)]
    found: list[Room] = []
    end = 0
    for place, colon in enumerate(colons):
        label, _ = _label_before(text, end, colon)
        last = len(text)
        if place + 1 < len(colons):
            _, last = _label_before(text, colon + 1, colons[place + 1])
        end = colon + 1
        if 0 < len(label) <= _LONGEST:
            found += _room(text, label, end, last)
    return found


def bare(text: str) -> str:
    """A label without the colon and blanks around it."""
    return text.strip().strip("：:_＿ \u3000")


def _label_before(text: str, start: int, colon: int) -> tuple[str, int]:
    """The label that ends at *colon*, and where it begins; 姓    名 is one label, its gap is ornament."""
    stretch = text[start:colon]
    parts = list(re.finditer(rf"[^\s_＿\u3000；;，,。{EMPTY_BOXES}]+", stretch))
    if not parts:
        return "", colon
    first = len(parts) - 1
    while first and len(parts[first][0]) == 1 and len(parts[first - 1][0]) == 1:
        gap = stretch[parts[first - 1].end() : parts[first].start()]
        if gap.strip(" \u3000"):
            break
        first -= 1
    return "".join(part[0] for part in parts[first:]), start + parts[first].start()


def _room(text: str, label: str, start: int, end: int) -> Iterator[Room]:
    content = text[start:end]
    given = answers(content)
    if given:
        moved = tuple((word, (start + a, start + b)) for word, (a, b) in given)
        yield Room(label, (start, end), moved)
        return
    if _DATED.fullmatch(content):
        day = _dated(content, start)
        gap = day.span[0] - start
        if gap > _DAYS_GAP and not _ASKS_DAY.search(label):
            yield Room(label, (start, start + gap - 2))
            yield day
        else:
            yield Room(label, (start, day.span[1]), dated=day.dated)
        return
    if not re.sub(_GAP, "", content):
        yield Room(label, (start, start + _written_room(content, last=end == len(text))))


def _dated(content: str, start: int) -> Room:
    """年 月 日 with nothing before it, at the head or foot: the day of the paper."""
    first = content.index("年")
    begins = max(first - 4, 0) if not content[:first].strip() else len(content) - len(content.lstrip())
    kind = "day" if "日" in content else "month"
    return Room("填报日期", (start + begins, start + len(content.rstrip())), dated=kind)


def _written_room(content: str, *, last: bool) -> int:
    """How much of the blanks is for writing: not the gap before the next label."""
    lines = re.match(r"[ \u3000]*[_＿]+", content)
    if lines:
        return lines.end()
    first_line = content.split("\n", 1)[0]
    gap = len(first_line) - len(first_line.rstrip(" \u3000\t"))
    keep = 2 if gap == len(first_line) and gap > 4 and not last else 0
    return max(len(first_line) - keep, 0)
