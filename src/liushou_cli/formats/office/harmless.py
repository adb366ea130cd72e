"""What a file from elsewhere may not hold: whatever runs, or is fetched unasked, once it is opened."""

import re
from collections.abc import Mapping

from liushou_cli.errors import BadInput, Refused

TEXTS = (".xml", ".rels", ".vml")
_RUNS = ("macroenabled", "vbaproject", "activex")
_PROGRAMS = (".exe", ".dll")
_DECLARED = re.compile(r"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>", re.ASCII)
_ATTRIBUTE = re.compile(r"""\b(Type|Target|TargetMode)\s*=\s*["']([^"']*)""")
_LINKS = ("http://", "https://", "mailto:", "#")


def must_be_harmless(name: str, parts: Mapping[str, bytes]) -> None:
    """Raises :class:`Refused` naming what is in the way, :class:`BadInput` for a text in an unknown code."""
    for part, content in parts.items():
        if any(word in part.lower() for word in _RUNS) or part.lower().endswith(_PROGRAMS):
            raise _macros(name)
        if part.startswith("xl/externalLinks/"):
            raise _elsewhere(name, part)
        if part.lower().endswith(TEXTS):
            _look_into(name, part, _text(name, part, content))


def _look_into(name: str, part: str, text: str) -> None:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused(f"{name} 的 {part} 里有文档类型声明，不打开", "请发表的人重新存一份")
    if part == "[Content_Types].xml" and any(word in text.lower() for word in _RUNS):
        raise _macros(name)
    if part.lower().endswith(".rels"):
        _stays_inside(name, text)


def _text(name: str, part: str, content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = ""
    declared = _DECLARED.match(text)
    if (content and not text) or (declared and declared[1].lower() not in ("utf-8", "utf-16", "us-ascii")):
        raise BadInput(f"{name} 的 {part} 不是 UTF-8 的文字", "在 Word、Excel 或 WPS 里打开，另存一份")
    return text


def _stays_inside(name: str, relations: str) -> None:
    """Links that are clicked may lead to a page; nothing that is fetched unasked may come from elsewhere."""
    for found in _RELATION.finditer(relations):
        told = dict(_ATTRIBUTE.findall(found[0]))
        clicked = told.get("Type", "").endswith("/hyperlink") and told.get("Target", "").startswith(_LINKS)
        if told.get("TargetMode", "").lower() == "external" and not clicked:
            raise _elsewhere(name, told.get("Target", ""))


def _macros(name: str) -> Refused:
    return Refused(f"{name} 带着宏，不打开", "另存为不带宏的 docx 或 xlsx")


def _elsewhere(name: str, target: str) -> Refused:
    return Refused(f"{name} 里有指向别处的内容（{target[:60]}），不打开", "去掉外面的图片、模板或链接再用")
