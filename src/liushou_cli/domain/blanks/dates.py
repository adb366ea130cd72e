"""Days as a form wants them written: by the sample it shows, the letters in its heading, or the look of its boxes."""

import re
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.blanks.case import Month

_COMPACT = re.compile(r"(?<!\d)(?:19|20)\d{6}(?!\d)")
_COMPACT_MONTH = re.compile(r"(?<!\d)(?:19|20)\d{4}(?!\d)")
_PARTED = re.compile(r"(?<!\d)(?:19|20)\d{2}([-./])(\d{1,2})(?:\1(\d{1,2}))?(?!\d)")
_CHINESE = re.compile(r"(?<!\d)(?:19|20)\d{2}年(\d{1,2})月(?:(\d{1,2})日)?")
_LETTERS = re.compile(r"y{4}\s*([-./年]?)\s*(m{1,2})(?:\s*[-./月]?\s*(d{1,2}))?", re.IGNORECASE)


class DayForm(NamedTuple):
    """``between``: "" for 20010512, 年 for 2001年5月12日, else the mark between the parts."""

    between: str = "-"
    padded: bool = True
    month_only: bool = False
    as_number: bool = False

    def written(self, day: date | Month) -> str | date:
        """A sheet's own date where its boxes show one; a month stays a month where only that is known."""
        first = day.first if isinstance(day, Month) else day
        month_only = self.month_only or isinstance(day, Month)
        if self.as_number and not (isinstance(day, Month) and not self.month_only):
            return first
        numbers = [
            f"{first.year}",
            *(f"{n:02d}" if self.padded else str(n) for n in (first.month, first.day)),
        ]
        wanted = numbers[: 2 if month_only else 3]
        if self.between == "年":
            return "".join(part + word for part, word in zip(wanted, "年月日", strict=False))
        return self.between.join(wanted)


def form_of(label: str, sample: str, shows: str, *, dated: str = "") -> DayForm:
    """How the days of a column or box are written. *label* is the whole of its heading."""
    if dated:
        return DayForm("年", padded=False, month_only=dated == "month")
    for text in (sample, label):
        if found := _shown(text):
            return found._replace(month_only=found.month_only or (text is label and _of_month(label)))
    if shows:
        return DayForm(month_only=shows == "month", as_number=True)
    if _of_month(label):
        return DayForm("年", padded=False, month_only=True)
    return DayForm()


def stated_day(text: str) -> date | None:
    """The day a heading counts to: 年龄（截至2016年7月31日）."""
    found = re.search(r"((?:19|20)\d{2})[年./-](\d{1,2})[月./-](\d{1,2})日?", text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _of_month(label: str) -> bool:
    plain = "".join(label.split())
    return "年月" in plain and "年月日" not in plain


def _shown(text: str) -> DayForm | None:
    """The form of the first day that stands in *text*, or of the letters that spell one out."""
    if letters := _LETTERS.search(text):
        between = letters[1]
        return DayForm(between, padded=len(letters[2]) == 2, month_only=letters[3] is None)
    if _COMPACT.search(text):
        return DayForm("")
    if parted := _PARTED.search(text):
        return DayForm(parted[1], _padded(parted[2], parted[3]), month_only=parted[3] is None)
    if chinese := _CHINESE.search(text):
        return DayForm("年", _padded(chinese[1], chinese[2]), month_only=chinese[2] is None)
    if _COMPACT_MONTH.search(text):
        return DayForm("", month_only=True)
    return None


def _padded(*parts: str | None) -> bool:
    """05 is padded, 5 is not, 11 says nothing: padded."""
    return all(len(part) == 2 for part in parts if part)
