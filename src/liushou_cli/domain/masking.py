"""Names as they may leave the class. Fails closed: an unknown way of masking hides everything."""

from liushou_cli.domain.choices import Choice

_COMPOUND = [
    "欧阳",
    "太史",
    "端木",
    "上官",
    "司马",
    "东方",
    "独孤",
    "南宫",
    "万俟",
    "闻人",
    "夏侯",
    "诸葛",
    "尉迟",
    "公羊",
    "赫连",
    "澹台",
    "皇甫",
    "宗政",
    "濮阳",
    "公冶",
    "太叔",
    "申屠",
    "公孙",
    "慕容",
    "仲孙",
    "钟离",
    "长孙",
    "宇文",
    "司徒",
    "鲜于",
    "司空",
    "闾丘",
    "子车",
    "亓官",
    "司寇",
    "令狐",
    "呼延",
    "轩辕",
]


class Mask(Choice):
    FULL = "full"
    INITIAL = "initial"
    NONE = "none"


def mask_name(name: str, mask: Mask) -> str:
    """李小花 -> 某同学, 李某某 or as it is. 阿依古丽·买买提 keeps its first character only."""
    if mask is Mask.NONE:
        return name
    if mask is not Mask.INITIAL or not name:
        return "某同学"
    surname = name[:2] if name[:2] in _COMPOUND and len(name) > 2 else name[:1]
    given = 2 if "·" in name else len(name) - len(surname)
    return surname + "某" * max(1, min(given, 2))
