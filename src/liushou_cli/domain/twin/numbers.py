"""Invented numbers: of identity cards, telephones, registers, of records and their digests."""

import re
from collections.abc import Callable
from datetime import date

from liushou_cli.domain import id_numbers
from liushou_cli.domain.ids import ALPHABET
from liushou_cli.domain.twin.corpus import Draw

_REGION = "999901"  # no county has it
_MOBILE = re.compile(r"1\d{10}", re.ASCII)


class Numbers:
    """One for each real one; none of *real* is ever given."""

    def __init__(
        self, real: set[str], new_id: Callable[[], str], birth: Callable[[date], date], draw: Draw
    ) -> None:
        self._told: dict[str, str] = {}
        self._taken = set(real)
        self._new_id = new_id
        self._birth = birth
        self._draw = draw

    def id(self, real: str) -> str:
        return self._one(real, self._new_id)

    def phone(self, real: str) -> str:
        if _MOBILE.fullmatch(real):
            return self._one(real, lambda: "1380000" + self._digits(4))
        return self.like(real)

    def identity(self, real: str) -> str:
        """Right where *real* was right: another region and day of birth, the same sex."""
        born = id_numbers.born(real)
        if born is None or len(real) != 18:
            return self.like(real)
        wrong = bool(id_numbers.fault(real))

        def made() -> str:
            order = self._digits(2) + str(2 * self._draw(5) + bool(id_numbers.is_male(real)))
            body = f"{_REGION}{self._birth(born):%Y%m%d}{order}"
            last = id_numbers.check_character(body)
            return body + (str((int(last) + 1) % 10) if wrong and last != "X" else "0" if wrong else last)

        return self._one(real, made)

    def register(self, real: str) -> str:
        """A register number is often G and the identity number."""
        return f"G{self.identity(real[1:])}" if real[:1] in ("G", "g") else self.like(real)

    def like(self, real: str) -> str:
        """Digits for digits, lower-case letters for lower-case ones; the rest goes."""
        return self._one(real, lambda: "".join(self._character(one) for one in real))

    def _character(self, one: str) -> str:
        if one.isascii() and one.isdecimal():
            return self._digits(1)
        if one.isascii() and one.islower():
            return ALPHABET[10 + self._draw(22)]
        return one if one in "-()+ " else "0"

    def _digits(self, number: int) -> str:
        return "".join(str(self._draw(10)) for _ in range(number))

    def _one(self, real: str, make: Callable[[], str]) -> str:
        if real not in self._told:
            for _ in range(200):
                made = make()
                if made not in self._taken:
                    break
            self._taken.add(made)
            self._told[real] = made
        return self._told[real]
