"""Characters that no document can hold."""

import re

# XML 1.0 has no way to write these; Word calls a file that holds one damaged.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """*text* without them."""
    return _FORBIDDEN.sub("", text)
