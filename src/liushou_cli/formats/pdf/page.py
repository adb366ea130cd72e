"""The sheet of GB/T 9704-2012 in typst: A4, 22 lines of 28 characters, page numbers outside."""

from liushou_cli.formats.pdf.faces import Faces
from liushou_cli.formats.pdf.quoting import families, quoted

TEXT_WIDTH = 8844  # 156 mm in twentieths of a point, as everywhere in the formats
# 22 × 28.95 pt fit the 637.8 pt of the text block; 29 pt, the usual number, do not.
LINE, BODY = 28.95, 16
GAP = LINE - BODY  # typst counts from the foot of one line to the head of the next
_TITLE, _CAPTION, _SMALL, _NUMBER = 22, 12, 10.5, 14  # points: 二号 小四 五号 四号

# One character of 三号 is squeezed by 0.25 pt, else a line holds 27. The number's line stands 7 mm under
# the text. Only Latin letters and digits come from the Latin face: quotation marks keep their full width.
_PAGE = """\
#set document(title: {title}, date: none)
#let body = {body}
#let song = {table}
#let hei = {level_1}
#let kai = {level_2}
#let biao = {heading}
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 4.5mm,
  footer: context {{
    let page = counter(page).get().first()
    set text({number}pt, font: {plain_table}, tracking: 0pt)
    if calc.odd(page) {{ align(right)[— #page —#h({number}pt)] }} else {{ align(left)[#h({number}pt)— #page —] }}
  }})
#set text({size}pt, font: body, lang: "zh", region: "cn", tracking: -0.25pt, costs: (orphan: 0%, widow: 0%),
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: {gap}pt, spacing: {gap}pt, justify: true, linebreaks: "simple",
  first-line-indent: (amount: 2em, all: true))
"""
# `fit` keeps a row at least so high; `strong` thickens the strokes, because 仿宋 has no bold face.
_PARTS = """\
#let bold(it) = text(stroke: 0.35pt, it)
#let black(it) = text(font: hei, it)
#show heading: it => block(sticky: true, above: {gap}pt, below: {gap}pt, text({size}pt, weight: "regular",
  font: (hei, kai, body, body).at(it.level - 1), par(it.body)))
#let headline(it) = block(below: {below_title}pt, sticky: true, width: 100%, align(center,
  text({title_size}pt, font: biao, weight: "bold", par(leading: 10pt, first-line-indent: 0pt, justify: false, it))))
#let caption(it) = block(above: 12.5pt, below: 5pt, sticky: true, width: 100%, align(center,
  text({caption}pt, font: hei, tracking: 0pt, par(first-line-indent: 0pt, leading: 6pt, justify: false, it))))
#let picture(it) = block(above: 12pt, below: 12pt, width: 100%, align(center, it))
#let signed(side: std.right, ..lines) = block(above: {above_signature}pt, width: 100%, breakable: false,
  stack(spacing: {gap}pt, ..lines.pos().map(((right, it)) => align(side, pad(right: right,
    par(first-line-indent: 0pt, justify: false, it))))))
#let fit(width, least, it) = context {{
  let tall = measure(width: width, it).height
  pad(y: calc.max(0pt, (least - tall) / 2), it)
}}
#show table: it => {{
  set text({small}pt, font: song, tracking: 0pt)
  set par(first-line-indent: 0pt, leading: 3.2pt, spacing: 3.2pt, justify: false)
  it
}}
#set table(stroke: 0.5pt)
#show table: set block(above: 6pt, below: 14pt)
"""


def preamble(title: str, faces: Faces) -> str:
    measures = {
        "size": BODY,
        "gap": f"{GAP:.2f}",
        "number": _NUMBER,
        "title_size": _TITLE,
        "caption": _CAPTION,
        "small": _SMALL,
        "below_title": f"{LINE + GAP:.2f}",
        "above_signature": f"{LINE + GAP:.2f}",
    }
    page = _PAGE.format(
        title=quoted(title),
        body=_with_latin(faces.body, faces),
        table=_with_latin(faces.table, faces),
        level_1=_with_latin(faces.level_1, faces),
        level_2=_with_latin(faces.level_2, faces),
        heading=_with_latin(faces.title, faces),
        plain_table=families(faces.table),
        **measures,
    )
    return page + _PARTS.format(**measures)


def _with_latin(chinese: tuple[str, ...], faces: Faces) -> str:
    latin = "".join(f'(name: {quoted(name)}, covers: "latin-in-cjk"), ' for name in faces.latin[:1])
    return f"({latin}{families(chinese)[1:]}"
