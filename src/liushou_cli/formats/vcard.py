"""vCard 3.0 (RFC 2426), the version that every telephone reads."""

from collections.abc import Iterable, Sequence

_OCTETS = 75  # a line is folded before it is longer, never inside a character


def write(cards: Iterable[tuple[str, Sequence[str], str]]) -> bytes:
    """*cards*: a person's name, what the person is to whom, the number."""
    return "".join(f"{_folded(line)}\r\n" for card in cards for line in _lines(*card)).encode()


def _lines(name: str, relations: Sequence[str], phone: str) -> list[str]:
    shown = f"{name} {'、'.join(relations)}".strip()
    return [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_escaped(name)};;;;",
        f"FN:{_escaped(shown)}",
        f"TEL;TYPE={'CELL' if phone.startswith('1') else 'VOICE'}:{_escaped(phone)}",
        "END:VCARD",
    ]


def _escaped(text: str) -> str:
    for char in "\\,;":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.splitlines())


def _folded(line: str) -> str:
    """Broken lines go on after CRLF and a blank, which counts."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = "", 1
        piece, size = piece + char, size + octets
    return "\r\n ".join([*pieces, piece])
