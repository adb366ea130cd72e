"""Invented names: one for each real one, and one surname for each real surname, so that siblings stay siblings."""

from collections.abc import Iterator
from itertools import count

from liushou_cli.domain.masking import Mask, mask_name
from liushou_cli.domain.twin.corpus import Draw, Filler, pairs

_SURNAMES = "沐钮芮逄郜缑蔺戚屈娄夙邝茹鄢迟麦车蒙柴苗"
_GIVEN = "桐澜芷翊沅岫棠砚旎珩屿霁荻柠苒笙黛漪楠葵麓陌霏钰恬昕翰皓煦睿"
_SOUNDS = "孜曼菲赛努热木江沙依帕尔古库提买阿合别克"
_ANY = "".join(map(chr, range(0x4E00, 0x9FA6)))
_FINE = 30  # names tried of fine characters


class Names:
    """``given`` away so far are never given to another."""

    def __init__(self, filler: Filler, draw: Draw) -> None:
        self._real = filler.real
        self._draw = draw
        self._names: dict[str, str] = {}
        self._surnames: dict[str, str] = {}

    def person(self, real: str) -> str:
        """The invented name of *real*, with as many characters in each of its parts."""
        if real not in self._names:
            taken = set(self._names.values())
            self._names[real] = next(
                name for name in self._candidates(real) if name not in taken and not pairs(name) & self._real
            )
        return self._names[real]

    def _candidates(self, real: str) -> Iterator[str]:
        """Without end: after some, of all characters there are, for a county has more people than fine names."""
        surname = mask_name(real, Mask.INITIAL).rstrip("某") or real[:1]
        for tried in count():
            rare = tried >= _FINE
            if "·" in real:
                yield "·".join(self._of(_ANY if rare else _SOUNDS, len(part)) for part in real.split("·"))
            else:
                first = self._surname(surname)
                yield first + self._of(_ANY if rare else _GIVEN, max(1, len(real) - len(surname)))

    def _surname(self, real: str) -> str:
        if real not in self._surnames:
            free = [one for one in _SURNAMES if one not in self._surnames.values()] or list(_SURNAMES)
            self._surnames[real] = free[self._draw(len(free))]
        return self._surnames[real]

    def _of(self, characters: str, length: int) -> str:
        return "".join(characters[self._draw(len(characters))] for _ in range(length))
