"""The look of the page: the sheet of GB/T 9704-2012 on screen and on paper, plain text on a telephone."""

from collections.abc import Mapping

DENSE = 16  # rows of a form that fill a page at full height; with more they are low ones

# “ ” … — stand in Chinese and Latin fonts alike. Times New Roman is therefore offered for ASCII only, so
# that these signs come from the Chinese font and keep their full width.
_LATIN = (
    '\n@font-face{{font-family:latin;src:{}local("Times New Roman"),local("TimesNewRomanPSMT"),'
    'local("Liberation Serif");unicode-range:U+20-7E}}\n'
)
# Use -> the name of its list in the sheet, and what stands in it, in order of preference.
_STACKS = {
    "table": ("song", '宋体,SimSun,"Songti SC",STSong,"Noto Serif CJK SC",serif'),
    "body": ("fang", '仿宋_GB2312,仿宋,FangSong,STFangsong,"Noto Serif CJK SC",serif'),
    "level_1": ("hei", '黑体,SimHei,"Heiti SC",STHeiti,"Noto Sans CJK SC",sans-serif'),
    "level_2": ("kai", '楷体_GB2312,楷体,KaiTi,STKaiti,"Noto Serif CJK SC",serif'),
    "title": (
        "biao",
        '方正小标宋简体,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,"Noto Serif CJK SC",serif',
    ),
}
_TEXT = """
html{background:#fff;color:#111;-webkit-text-size-adjust:100%}
body{margin:0}
main{font:16pt/28.95pt var(--fang);text-align:justify;overflow-wrap:anywhere}
h1{font:22pt/32pt var(--biao);text-align:center;margin:0 0 28.95pt}
h2,h3,h4,h5,p{font-size:1em;font-weight:normal;margin:0;text-indent:2em}
h2{font-family:var(--hei)}h3{font-family:var(--kai)}
h2,h3,h4,h5{break-after:avoid}
.signed{width:max-content;max-width:100%;margin:28.95pt 4em 0 auto;break-inside:avoid;break-before:avoid}
.signed p{text-indent:0;break-after:avoid}
.signed .unit{display:flex;justify-content:center;width:0;margin:auto;white-space:nowrap}
.signed.edge,.signed.middle{width:auto;margin-right:0;text-align:right}.signed.middle{text-align:center}
figure{margin:8pt 0;break-inside:avoid}svg{display:block;width:100%;height:auto}
"""
_TABLES = """
.table{margin:6pt 0 10pt}
table{border-collapse:collapse;table-layout:fixed;width:100%;font:10.5pt/15pt var(--song);text-align:center;overflow-wrap:break-word}
caption{font:12pt/20pt var(--hei);break-after:avoid}
th,td{border:.75pt solid #111;padding:2pt 4pt;text-indent:0}
th{font-family:var(--hei);font-weight:normal}
.left{text-align:left}.right{text-align:right}
thead{display:table-header-group}tr{break-inside:avoid}
.form td{height:26pt}
.dense{margin:0}.dense table{font-size:10pt;line-height:13pt}.dense td{height:14pt;padding:1pt 3pt}
table strong{font-family:var(--hei);font-weight:normal}
"""
_FOLDS = """
.fold{position:absolute;opacity:0;width:1px;height:1px;margin:0}
.figure{cursor:pointer;border-bottom:1.5px dotted #2f5597;color:#1d3f75}
.fold:focus-visible+.figure{outline:2px solid #2f5597;outline-offset:2px}
.records{display:none}
.fold:checked+.figure+.records{display:block;margin:4pt 0 8pt;padding:4pt 8pt;border-left:3px solid #2f5597;
background:#f2f5fa;font:10.5pt/16pt var(--song);text-align:left;text-indent:0}
.records>span{display:block}
"""
_SCREEN = """
@media screen{html{background:#e4e4e4}main{box-sizing:border-box;width:210mm;min-height:297mm;margin:8mm auto;
padding:37mm 26mm 35mm 28mm;background:#fff;box-shadow:0 1px 6px #888}
.new-page{margin:15mm -26mm 15mm -28mm;border-top:2mm solid #e4e4e4}}
@media screen and (max-width:820px){html{background:#fff}main{width:auto;min-height:0;margin:0;padding:6vw 5vw;
box-shadow:none;font-size:17px;line-height:1.75}h1{font-size:1.4em;line-height:1.45;margin-bottom:1em}
.table{overflow-x:auto}.wide table{min-width:600px}.new-page{margin:2em 0;border-top:1px solid #bbb}.signed{margin-right:1em}}
"""
_PRINT = """
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page :right{@bottom-right{content:"— " counter(page) " —";font:14pt 宋体,SimSun,serif;padding-right:14pt;
vertical-align:top;padding-top:4mm}}
@page :left{@bottom-left{content:"— " counter(page) " —";font:14pt 宋体,SimSun,serif;padding-left:14pt;
vertical-align:top;padding-top:4mm}}
@media print{main{letter-spacing:-.25pt}table,.records,svg{letter-spacing:0}.new-page{break-before:page}
.figure{border:0;color:inherit}.fold:checked+.figure+.records{display:none}}
"""


def sheet(faces: Mapping[str, str]) -> str:
    """The whole sheet; *faces*: use -> the font to be tried first. Their names hold no quotation marks."""
    latin = _LATIN.format(f'local("{faces["latin"]}"),' if "latin" in faces else "")
    stacks = ";\n".join(
        f"--{name}:latin,{_first(faces.get(use))}{stack}" for use, (name, stack) in _STACKS.items()
    )
    return "".join((latin, f":root{{{stacks}}}\n", _TEXT, _TABLES, _FOLDS, _SCREEN, _PRINT))


def _first(face: str | None) -> str:
    return f'"{face}",' if face else ""
