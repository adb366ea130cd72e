"""The faces of an official paper under all their names, and which of them a computer has.

Font programs list a face by its English or its Chinese name, and free faces stand in where Windows' own
are missing: every Chinese face is as wide as it is high, so lines and pages stay what they were.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from liushou_cli.errors import BadInput

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "思源宋体")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "思源黑体")
_SONG = ("宋体", "SimSun", "NSimSun", "STSong", "Songti SC", "FandolSong", *_SERIF, "AR PL UMing CN")
# Each in order of preference; the first of a kind is the one the paper asks for.
_KNOWN = {
    "body": (
        *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋"),
        *("FandolFang R", "FandolFang", *_SERIF),
    ),
    "level_1": ("黑体", "SimHei", "STHeiti", "Heiti SC", "FandolHei", *_SANS, "WenQuanYi Zen Hei"),
    "level_2": (
        *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "Kaiti SC", "华文楷体"),
        *("FandolKai", "LXGW WenKai", "AR PL KaitiM GB", "AR PL UKai CN", *_SERIF),
    ),
    "title": (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "STZhongsong",
        "华文中宋",
        *_SONG,
    ),
    "table": _SONG,
    # The last one comes inside the typst wheel.
    "latin": ("Times New Roman", "Tinos", "Liberation Serif", "TeX Gyre Termes", "Libertinus Serif"),
}
_NAMES = {"body": "仿宋", "level_1": "黑体", "level_2": "楷体", "title": "宋体", "table": "宋体"}
SOURCES = (
    "Windows 自带仿宋、黑体、楷体、宋体；Linux 装 fonts-noto-cjk；"
    "也可以把字体文件（.ttf、.otf）放进一个文件夹，用 --fonts 或环境变量 LIUSHOU_FONTS 指明；"
    "或者出 docx，在 Word、WPS 里另存为 PDF"
)


@dataclass(frozen=True)
class Faces:
    """For each use the families to try, in turn, for every character."""

    body: tuple[str, ...] = ("仿宋_GB2312", "仿宋")
    level_1: tuple[str, ...] = ("黑体",)
    level_2: tuple[str, ...] = ("楷体_GB2312", "楷体")
    title: tuple[str, ...] = ("方正小标宋简体", "宋体")
    table: tuple[str, ...] = ("宋体",)
    latin: tuple[str, ...] = ("Times New Roman",)

    def of_heading(self, level: int) -> tuple[str, ...]:
        return {1: self.level_1, 2: self.level_2}.get(level, self.body)

    def chains(self) -> list[tuple[str, ...]]:
        """For each Chinese use all the families that may set a character of it."""
        return [(*self.latin[:1], *getattr(self, use)) for use in CHINESE]

    def every(self) -> set[str]:
        return set().union(*self.chains())

    def followed_by(self, families: Iterable[str]) -> "Faces":
        """The same, with *families* as the last to try in every Chinese text."""
        more = tuple(families)
        return replace(self, **{use: tuple(dict.fromkeys((*getattr(self, use), *more))) for use in CHINESE})


CHINESE = tuple(field.name for field in fields(Faces) if field.name != "latin")


def _before(name: str | None, names: tuple[str, ...]) -> tuple[str, ...]:
    return (name, *names) if name else names


# Faces with rare characters, most like the paper's own first.
_RARE = ("SimSun-ExtB", "SimSun-ExtG", *_SERIF, "AR PL UMing CN", "LXGW WenKai", *_SANS, "Microsoft YaHei")


def rank(family: str) -> tuple[int, str]:
    """The order in which families are tried for a character that the paper's faces lack."""
    return (_RARE.index(family) if family in _RARE else len(_RARE), family)


def choose(families: Iterable[str], chosen: Mapping[str, str] = MappingProxyType({})) -> Faces:
    """The faces among *families*, as the font program spells them; a *chosen* one before the usual.

    Raises :class:`BadInput` naming each kind of which there is none.
    """
    here = {family.casefold(): family for family in families}
    found = {
        use: tuple(dict.fromkeys(here[name.casefold()] for name in names if name.casefold() in here))
        for use, names in ((use, _before(chosen.get(use), names)) for use, names in _KNOWN.items())
    }
    lacking = dict.fromkeys(_NAMES[use] for use in CHINESE if not found[use])
    if lacking:
        raise BadInput(f"出 PDF 要用的字体，这台电脑上没有：{'、'.join(lacking)}", SOURCES)
    return Faces(**found)
