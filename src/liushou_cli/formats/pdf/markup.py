"""Blocks -> what typst is to set."""

from collections.abc import Iterable, Sequence

from liushou_cli.formats import svg
from liushou_cli.formats.document import (
    CENTER,
    Block,
    Chart,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
    plain,
    title_of,
)
from liushou_cli.formats.pdf import tables
from liushou_cli.formats.pdf.faces import Faces
from liushou_cli.formats.pdf.page import BODY, preamble
from liushou_cli.formats.pdf.quoting import lines, quoted, runs


def markup(blocks: Sequence[Block], faces: Faces) -> str:
    """The whole source. It reads no file and fetches nothing."""
    return preamble(title_of(blocks), faces) + "\n" + "\n\n".join(_block(one, faces) for one in blocks) + "\n"


def texts(blocks: Iterable[Block]) -> Iterable[str]:
    """All that will be printed, piece by piece."""
    for block in blocks:
        match block:
            case Title(parts):
                yield from parts
            case Heading(_, number, content):
                yield number + plain(content)
            case Paragraph(content):
                yield plain(content)
            case Table(rows, _, caption):
                yield caption
                yield from (plain(cell) for row in rows for cell in row)
            case Form(rows):
                yield from (plain(cell.runs) for row in rows for cell in row)
            case Chart(_, title, x, series):
                yield from (title, *x, *(one.name for one in series))
            case Signature(unit, date):
                yield unit + date
            case PageBreak():
                pass


def _block(block: Block, faces: Faces) -> str:
    match block:
        case Title(parts):
            return f"#headline[{lines(chr(10).join(parts))}]"
        case Heading(level, number, content):
            return f"#heading(level: {level})[{lines(number)}{runs(content, 'bold')}]"
        case Paragraph(content):
            return runs(content, "bold")
        case Table():
            return tables.table(block)
        case Form():
            return tables.form(block)
        case Chart():
            drawn = svg.draw(block, ",".join((*faces.level_1, "sans-serif")))
            return f'#picture(image(bytes({quoted(drawn)}), format: "svg", width: 150mm, alt: {quoted(block.title)}))'
        case Signature():
            return _signature(block)
        case PageBreak():
            return "#pagebreak(weak: true)"


def _signature(signature: Signature) -> str:
    """As in the Word document: one empty line above, never parted."""
    side = ", side: center" if signature.place == CENTER else ""
    said = zip(signature.lines(), signature.rooms(), strict=True)
    return f"#signed({', '.join(f'({right * BODY:g}pt, [{lines(words)}])' for words, right in said)}{side})"
