"""Which class a row's 班级 means: 八年级（2）班, 八（2）班, 初二2班, 8.2, 802, 2012级2班, 2012-2."""

import re
from collections.abc import Mapping
from unicodedata import normalize

_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_JUNIOR = {"初1": "7", "初2": "8", "初3": "9"}
_SMALL = re.compile("年级|年|级|班|第|[^\\w-]|_")


def class_key(text: str) -> str:
    """One spelling for all: 82 for the second class of the eighth grade, 2012-2 for a code."""
    plain = _SMALL.sub("", normalize("NFKC", text)).translate(_NUMERALS)
    for spoken, grade in _JUNIOR.items():
        plain = plain.replace(spoken, grade)
    return re.sub(r"^(\d)0(\d)$", r"\1\2", plain)


def class_of(text: str, names: Mapping[str, str]) -> str:
    """The code among *names* (code to 八年级（2）班) that *text* means, "" for none."""
    wanted = class_key(text)
    known = {class_key(name): code for code, name in names.items()} | {code: code for code in names}
    known |= {code.replace("-", ""): code for code in names}
    return known.get(wanted, "") if wanted else ""
