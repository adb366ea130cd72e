"""The numbers of headings as official papers set them: 一、 （一） 1. （1）."""

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1–99 in Chinese numerals; beyond that no heading goes, and digits will do."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def label(level: int, number: int) -> str:
    match level:
        case 1:
            return f"{chinese(number)}、"
        case 2:
            return f"（{chinese(number)}）"
        case 3:
            return f"{number}."
        case _:
            return f"（{number}）"


class Numbering:
    """Counts headings; a heading starts the levels under it afresh."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def next(self, level: int) -> str:
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (4 - level)
        return label(level, self._counts[level - 1])
