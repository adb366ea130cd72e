"""文书: how the documents of a class or a school speak, hide names, round, and look."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field

from liushou_cli.domain.base import Record, optional, text
from liushou_cli.domain.choices import Choice
from liushou_cli.domain.masking import Mask

_FACE = re.compile(r"[\w .+-]{1,40}")


class Hiding(Choice):
    """How names are hidden, in the words of a settings file; ``--mask`` has them in English too."""

    FULL = "全隐"
    INITIAL = "留姓"
    NONE = "不隐"


class DatePlace(Choice):
    """Where the 落款 stands: as GB/T 9704-2012 has it, at the right edge, in the middle, or in one line."""

    STANDARD = "右空四字"
    RIGHT = "靠右"
    CENTER = "居中"
    ONE_LINE = "同一行"


_MASKS = MappingProxyType({Hiding.FULL: Mask.FULL, Hiding.INITIAL: Mask.INITIAL, Hiding.NONE: Mask.NONE})
_HIDING = MappingProxyType({mask.value: word for word, mask in _MASKS.items()})


def mask_in_words(mask: str) -> str:
    """留姓 of initial, 匿名（k=5） of what the ledger calls anonymous（k=5）; other words as they are."""
    return _HIDING.get(mask, mask.replace("anonymous", "匿名"))


def mask_of(word: str) -> Mask:
    """全隐 or full, 留姓 or initial, 不隐 or none. Raises ``ValueError``."""
    return _MASKS[Hiding(_HIDING.get(word, word))]


def _hiding(value: Any) -> Any:
    return _HIDING.get(value, value) if isinstance(value, str) else value


def _face(value: str) -> str:
    if value and not _FACE.fullmatch(value):
        raise ValueError(f"“{value}”不像字体的名字，照 Word 字体框里的写，如 仿宋_GB2312")
    return value


_Face = Annotated[str, AfterValidator(_face)]


class Faces(Record):
    title: _Face = text("标题")
    body: _Face = text("正文")
    level_1: _Face = text("黑体")
    level_2: _Face = text("楷体")
    table: _Face = text("表格")
    latin: _Face = text("西文")


class Papers(Record):
    voice: str = text("称呼")
    hiding: Annotated[Hiding | None, BeforeValidator(_hiding)] = optional("隐名")
    decimals: Annotated[int, Field(ge=0, le=2)] | None = optional("小数")
    faces: Faces | None = optional("字体")
    date_place: DatePlace | None = optional("落款日期")


class Style(NamedTuple):
    """What is in force. ``mask`` None: each document as it is made. ``faces``: use -> font, where one is chosen."""

    voice: str = ""
    mask: Mask | None = None
    decimals: int = 1
    faces: Mapping[str, str] = MappingProxyType({})
    date_place: str = DatePlace.STANDARD.value


def style(layers: Iterable[Papers | None], voice: str) -> Style:
    """Of several *layers* the last that says a thing is heard; *voice* is that of who speaks."""
    found = Style(voice)
    for layer in layers:
        if layer is None:
            continue
        faces = layer.faces.model_dump() if layer.faces else {}
        found = found._replace(
            mask=_MASKS[layer.hiding] if layer.hiding else found.mask,
            decimals=found.decimals if layer.decimals is None else layer.decimals,
            faces={**found.faces, **{use: name for use, name in faces.items() if name}},
            date_place=(layer.date_place or found.date_place),
        )
    return found
