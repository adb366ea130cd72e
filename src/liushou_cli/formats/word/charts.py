"""Charts that Word itself draws and that a person can edit: the chart's XML, and the paragraph showing it."""

from liushou_cli.formats import scale
from liushou_cli.formats.document import Chart
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.series import series
from liushou_cli.formats.word.xml import DECLARATION, R, text

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = f'xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" {R}'
_WIDTH, _HEIGHT = 5400000, 2772000  # 150 × 77 mm in EMU


def drawing(chart: Chart, relationship: str, number: int) -> str:
    """The run that shows the chart part; ``number`` tells the drawings of one document apart."""
    name = text(chart.title)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_WIDTH}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{number}" name="图表 {number}" descr="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_part(chart: Chart, workbook: str, fonts: Fonts) -> str:
    """``workbook`` is the relationship id of the embedded workbook that holds the numbers."""
    return (
        f'{DECLARATION}<c:chartSpace {_SPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        f'<c:chart>{_title(chart.title, fonts)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{_plot(chart)}{_axes(chart)}</c:plotArea>"
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr>{_font(1000, fonts.table, fonts)}</a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(title: str, fonts: Fonts) -> str:
    face = f'<a:latin typeface="{text(fonts.latin)}"/><a:ea typeface="{text(fonts.level_1)}"/>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{_font(1200, fonts.level_1, fonts)}</a:pPr>"
        f'<a:r><a:rPr lang="zh-CN" sz="1200" b="0">{face}</a:rPr><a:t>{text(title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )


def _font(size: int, face: str, fonts: Fonts) -> str:
    return (
        f'<a:defRPr sz="{size}" b="0"><a:latin typeface="{text(fonts.latin)}"/>'
        f'<a:ea typeface="{text(face)}"/></a:defRPr>'
    )


def _plot(chart: Chart) -> str:
    all_of_them = "".join(series(chart, j, one) for j, one in enumerate(chart.series))
    axes = '<c:axId val="1001"/><c:axId val="1002"/>'
    if chart.kind == "line":
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{all_of_them}'
            f'<c:marker val="1"/>{axes}</c:lineChart>'
        )
    grouping, overlap = ("stacked", 100) if chart.kind == "stacked" else ("clustered", 0)
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{all_of_them}'
        f'<c:gapWidth val="70"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
    )


def _axes(chart: Chart) -> str:
    grid = (
        '<c:majorGridlines><c:spPr><a:ln><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>'
    )
    start = '<c:scaling><c:orientation val="minMax"/>'
    return (
        f'<c:catAx><c:axId val="1001"/>{start}</c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/>{start}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'{grid}</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{scale.step_of(chart):g}"/></c:valAx>'
    )
