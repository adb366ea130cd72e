"""Small Word and Excel files with marks, put together from what a test wants to see in them."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape

from liushou_cli.formats.archive import zipped

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def p(*runs: str) -> str:
    """A paragraph, each of *runs* in a run of its own, as Word leaves a text that was corrected."""
    return f"<w:p>{''.join(f'<w:r><w:t>{escape(run, quote=False)}</w:t></w:r>' for run in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A cell is a paragraph's text, or paragraphs."""
    grid = f"<w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>"
    return f"<w:tbl>{grid}{''.join(map(_row, rows))}</w:tbl>"


def _row(cells: tuple[str, ...]) -> str:
    held = (cell if cell.startswith("<") else p(cell) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in held)}</w:tr>"


def docx(*body: str, **more: str) -> bytes:
    """A document of these paragraphs and tables; *more* are header1, footer1, footnotes … with theirs."""
    parts = {
        "[Content_Types].xml": _types(
            {
                "/word/document.xml": _word_type("document.main"),
                **{f"/word/{name}.xml": _word_type(name) for name in more},
            }
        ),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": _relations([(name.rstrip("1"), f"{name}.xml") for name in more]),
    }
    parts |= {
        f"word/{name}.xml": f'<w:{_root(name)} xmlns:w="{_WORD}">{text}</w:{_root(name)}>'
        for name, text in more.items()
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def xlsx(cells: Mapping[str, str], extra: str = "", names: str = "", second: str = "") -> bytes:
    """One sheet 表 of texts, formulas (=…) and numbers by place; *extra* stands behind the rows in its part.

    *names* are defined names, *second* the one formula of a second sheet.
    """
    sheets = {"表": _sheet(cells, extra), **({"二": _sheet({"A1": second}, "")} if second else {})}
    book = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    parts = {
        "[Content_Types].xml": _types({"/xl/workbook.xml": _sheet_type("sheet.main")}),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_REL}"><sheets>{book}</sheets>{defined}</workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{i}.xml": text for i, text in enumerate(sheets.values(), 1)},
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def changed(package: bytes, **parts: str) -> bytes:
    """The same with more parts, or others; / is written __ and . is written _dot_ in their names."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    found |= {name.replace("__", "/").replace("_dot_", "."): text.encode() for name, text in parts.items()}
    return zipped(found)


def shown(package: bytes) -> list[str]:
    """The text of each paragraph of a document's body that has any."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        body = archive.read("word/document.xml").decode()
    paragraphs = [re.sub(r"<w:br/>", "\n", one) for one in re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)]
    return [text for one in paragraphs if (text := re.sub(r"<[^>]*>", "", one))]


def _sheet(cells: Mapping[str, str], extra: str) -> str:
    rows: dict[str, list[str]] = {}
    for place, text in cells.items():
        rows.setdefault(place.lstrip("ABCDEFGHIJ"), []).append(_cell(place, text))
    data = "".join(f'<row r="{number}">{"".join(found)}</row>' for number, found in rows.items())
    return f'<worksheet xmlns="{_SHEET}"><sheetData>{data}</sheetData>{extra}</worksheet>'


def _cell(place: str, text: str) -> str:
    if text.startswith("="):
        return f'<c r="{place}"><f>{escape(text[1:])}</f><v>0</v></c>'
    if text.isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def _types(overrides: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{listed}</Types>'


def _relations(targets: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="r{i}" Type="{_REL}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _word_type(name: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name.rstrip('1')}+xml"


def _sheet_type(name: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml"


def _root(name: str) -> str:
    return {"header1": "hdr", "footer1": "ftr"}.get(name, name)
