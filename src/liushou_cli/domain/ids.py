"""Numbers that name a child's file or one record in it.

Six characters of lower-case Crockford base32 (no i, l, o, u), drawn at random
by the caller: no counter, so two laptops never give out the same one.
"""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 6


def is_id(text: str) -> bool:
    """Whether *text* has the shape of an 编号 or 号."""
    return len(text) == LENGTH and all(ch in ALPHABET for ch in text)


def from_bytes(noise: bytes) -> str:
    """An id out of at least six bytes of noise (the caller owns chance)."""
    return "".join(ALPHABET[byte & 31] for byte in noise[:LENGTH])
