"""The smallest workbook that Excel opens without repair: the numbers behind a chart, on one sheet.

Texts are shared strings, so nothing in them can become a formula.
"""

from collections.abc import Iterator, Sequence

from liushou_cli.domain.grid import column_name
from liushou_cli.formats.archive import zipped
from liushou_cli.formats.document import Chart
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.theme import theme
from liushou_cli.formats.word.xml import DECLARATION, R, text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument."
_PARTS = {  # file under xl/ -> its content type, and its relationship to the workbook
    "worksheets/sheet1.xml": ("spreadsheetml.worksheet+xml", "worksheet"),
    "styles.xml": ("spreadsheetml.styles+xml", "styles"),
    "theme/theme1.xml": ("theme+xml", "theme"),
    "sharedStrings.xml": ("spreadsheetml.sharedStrings+xml", "sharedStrings"),
}
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)


def workbook(chart: Chart, fonts: Fonts) -> bytes:
    """Categories in column A from row 2, one series a column from B, its name in row 1."""
    rows: list[list[str | float]] = [["", *(one.name for one in chart.series)], *_numbers(chart)]
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    sheet = "".join(_row(number, row, texts) for number, row in enumerate(rows, 1))
    strings = "".join(f"<si><t>{text(one)}</t></si>" for one in texts)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationships({"xl/workbook.xml": "officeDocument"}),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" {R}><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships({name: kind for name, (_, kind) in _PARTS.items()}),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/styles.xml": _STYLES,
        "xl/theme/theme1.xml": theme(fonts).removeprefix(DECLARATION),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">{strings}</sst>',
    }
    return zipped({name: (DECLARATION + content).encode() for name, content in parts.items()})


def _numbers(chart: Chart) -> Iterator[list[str | float]]:
    for i, name in enumerate(chart.x):
        yield [name, *(one.values[i] for one in chart.series)]


def _row(number: int, cells: Sequence[str | float], texts: Sequence[str]) -> str:
    inside = "".join(_cell(f"{column_name(i)}{number}", cell, texts) for i, cell in enumerate(cells))
    return f'<row r="{number}">{inside}</row>'


def _cell(place: str, value: str | float, texts: Sequence[str]) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="s"><v>{texts.index(value)}</v></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _types() -> str:
    kinds = {"workbook.xml": "spreadsheetml.sheet.main+xml"} | {
        name: kind for name, (kind, _) in _PARTS.items()
    }
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_TYPE}{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
