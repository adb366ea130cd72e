"""The only door to typst: which faces are here, do they hold every character, and then the PDF."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import typst

from liushou_cli.errors import BadInput
from liushou_cli.formats.document import Block
from liushou_cli.formats.pdf.coverage import lacking
from liushou_cli.formats.pdf.faces import SOURCES, Faces, choose, rank
from liushou_cli.formats.pdf.markup import markup, texts
from liushou_cli.formats.pdf.quoting import visible

_MADE_AT = 315532800  # 1980-01-01: the same records give the same bytes


def write(
    blocks: Sequence[Block], fonts: Path | None = None, faces: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """``fonts`` is a folder of font files to look through beside those of the system; ``faces``: use -> font.

    Raises :class:`BadInput` where a face, or any face for some character, is missing: typst itself would
    print empty boxes and call it done.
    """
    if fonts is not None and not fonts.is_dir():
        raise BadInput(f"没有这个字体文件夹：{fonts}", "改 --fonts 或环境变量 LIUSHOU_FONTS")
    here = typst.Fonts(font_paths=[str(fonts)] if fonts else [])
    wanted = set[str]().union(*map(visible, texts(blocks)))
    source = markup(blocks, _complete(choose(here.families(), faces), _upright(here), wanted))
    made = typst.compile(source.encode(), font_paths=here, format="pdf", timestamp=_MADE_AT)
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


def _upright(here: typst.Fonts) -> dict[str, typst.FontInfo]:
    """For each family the face nearest to its regular one."""
    ranked = sorted(
        here.fonts(), key=lambda one: (one.style != "normal", abs(one.weight - 400)), reverse=True
    )
    return {one.family: one for one in ranked}


def _complete(faces: Faces, upright: Mapping[str, typst.FontInfo], wanted: set[str]) -> Faces:
    """With whatever other family is needed for the characters that some face lacks (玥, 喆, 𬭎 in names)."""
    without = {family: _lacking(upright[family], wanted) for family in faces.every()}
    missing = set[str]().union(
        *(wanted.intersection(*(without[family] for family in chain)) for chain in faces.chains())
    )
    more = []
    for family in sorted(upright, key=rank):
        if not missing:
            break
        left = _lacking(upright[family], missing)
        if left != missing:
            more.append(family)
            missing = left
    if missing:
        raise BadInput(f"这台电脑上没有哪种字体有这些字：{'、'.join(sorted(missing))}", SOURCES)
    return faces.followed_by(more)


def _lacking(font: typst.FontInfo, characters: set[str]) -> set[str]:
    return lacking(Path(font.path), font.index, characters) if font.path else set(characters)
