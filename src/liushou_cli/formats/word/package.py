"""The parts of a .docx put together and packed: the only door to python-docx.

Only its packing is used. Its default document would bring a stale second copy of the styles, Japanese as
the East Asian language and a compatibility mode; every part here is our own.
"""

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from liushou_cli.formats.archive import undated
from liushou_cli.formats.document import Block, title_of
from liushou_cli.formats.word import page
from liushou_cli.formats.word.body import Body
from liushou_cli.formats.word.charts import chart_part
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.styles import styles
from liushou_cli.formats.word.theme import theme
from liushou_cli.formats.word.workbook import workbook
from liushou_cli.formats.word.xml import DECLARATION, text

_STANDARD = Fonts()
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def write(blocks: Sequence[Block], faces: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A .docx after GB/T 9704-2012. The same blocks give the same bytes; no author and no time is in it.

    ``faces``: fields of :class:`Fonts` -> the font a school chose instead.
    """
    fonts = _STANDARD.named(faces)
    body = Body(fonts)
    body.take(blocks)
    package = Package()
    document = body.document(page.section("footer-odd", "footer-even"))
    main = _part(package, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document)
    for key, relation, kind, content in _companions(fonts):
        main.load_rel(relation, _part(package, f"/word/{key}.xml", kind, content), key)
    for number, chart in enumerate(body.charts, 1):
        part = _part(
            package,
            f"/word/charts/chart{number}.xml",
            CONTENT_TYPE.DML_CHART,
            chart_part(chart, "data", fonts),
        )
        data = PackURI(f"/word/embeddings/chart{number}.xlsx")
        sheet = Part(data, CONTENT_TYPE.SML_SHEET, workbook(chart, fonts), package)
        part.load_rel(RELATIONSHIP_TYPE.PACKAGE, sheet, "data")
        main.load_rel(RELATIONSHIP_TYPE.CHART, part, f"chart-{number}")
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, main, "document")
    core = _part(package, "/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _core(title_of(blocks)))
    package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, core, "core")
    target = io.BytesIO()
    package.save(target)
    return undated(target.getvalue())


def _part(package: Package, place: str, kind: str, content: str) -> Part:
    return Part(PackURI(place), kind, content.encode(), package)


def _companions(fonts: Fonts) -> list[tuple[str, str, str, str]]:
    """The parts beside the text: their key, which is also the relationship's id, and their content."""
    return [
        ("styles", RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, styles(fonts)),
        ("settings", RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, page.settings()),
        ("fontTable", RELATIONSHIP_TYPE.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE, page.font_table(fonts)),
        ("theme", RELATIONSHIP_TYPE.THEME, CONTENT_TYPE.OFC_THEME, theme(fonts)),
        ("footer-odd", RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, page.footer("right")),
        ("footer-even", RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, page.footer("left")),
    ]


def _core(title: str) -> str:
    """The time is fixed: the moment of making would make every copy differ, and is nobody's concern."""
    moment = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:{what}>'
        for what in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(title)}</dc:title><dc:language>zh-CN</dc:language>{moment}</cp:coreProperties>"
    )
