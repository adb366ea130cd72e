"""Rhythms that somebody has asked for, to be taken over by name (参照).

Each says only what its source says of how often; what it leaves open stays as it was. Where a source
gives no more than a year, ``since`` is the last day it can have been; None where it gives none.
"""

from datetime import date
from typing import NamedTuple

from liushou_cli.domain.policy import NOT_ASKED, Policy, Rhythm

_TERM, _MONTH = "学期", "月"
_WEEKLY = Rhythm(1, "天", 7)


class Preset(NamedTuple):
    """``asks`` by field of :class:`Policy`; ``source`` is who asked it and where that can be read."""

    name: str
    asks: dict[str, Rhythm]
    source: str
    since: date | None = None


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("默认", Policy()._asdict(), "本程序：家访照陕西2013，通话每月一次"),
        Preset(
            "陕西2013", {"visits": Rhythm(1, _TERM)},
            "陕西：班主任每学期走访每名留守儿童 "
            "http://m.dentiste-levallois-perret.com/news/guonei/2013-11-14/130043.html",
            date(2013, 11, 14),
        ),
        Preset(
            "祁家湾2013", {"family_calls": _WEEKLY},
            "祁家湾：孩子每周与父母通一次话 http://nakedoat.com/govweb/jrzg/2013-11/06/content_2522753.htm",
            date(2013, 11, 6),
        ),
        Preset(
            "范庵初中2015", {"visits": Rhythm(1, _TERM), "family_calls": Rhythm(1, _MONTH)},
            "范庵初中，2015年：每学期家访，每月安排孩子与父母通话", date(2015, 12, 31),
        ),
        Preset(
            "颍泉区2018", {"pair_contacts": _WEEKLY},
            "颍泉区：帮扶教师每周到家一次 http://m.zgstyb.cn/html/2018/fuyang_1026/98084.html",
            date(2018, 10, 26),
        ),
        Preset(
            "未保法2021", {"family_calls": _WEEKLY},
            "未成年人保护法第二十三条：父母与孩子每周至少联系一次 https://github.com/LawRefBook/Laws",
            date(2021, 6, 1),
        ),
        Preset(
            "田集镇2021", {"pair_contacts": Rhythm(1, _MONTH)},
            "田集镇：帮扶人每月联系父母 http://xzr.ahnews.com.cn/news/2021/12/21/c_171018.htm",
            date(2021, 12, 21),
        ),
        Preset(
            "府台小学",
            {
                "calls": Rhythm(1, _MONTH), "family_calls": Rhythm(1, "天", 14), "letters": Rhythm(1, _MONTH),
            },
            "府台小学：父母每两周来一次电话、每月一封信，班主任每月联系照护人 http://www.qq94.com/fjx/18d6a2.html",
        ),
        Preset(
            "遂昌育才中学", {"visits": Rhythm(1, _TERM), "calls": _WEEKLY, "talks": _WEEKLY},
            "遂昌育才中学：每周谈心、通话，每学期家访 http://61.175.241.68/jyxw1/xxdx/content_142915",
        ),
        Preset(
            "龙南二中", {"visits": Rhythm(1, _MONTH), "talks": Rhythm(3, _MONTH)},
            "龙南二中：每月上门一次、谈心三次 https://m.wenke99.com/p-6682628.html",
        ),
    )
}  # fmt: skip


def named(text: str) -> Preset:
    """Raises ``ValueError``, in Chinese, for a name that is not in the table."""
    if text not in PRESETS:
        raise ValueError(f"没有“{text}”这个参照，只有：{'、'.join(PRESETS)}")
    return PRESETS[text]


def spoken(asks: dict[str, Rhythm], labels: dict[str, str]) -> str:
    """家访每学期1次、普查每学期1次: what is asked, in the order of *labels*."""
    return "、".join(
        f"{label}{asks[name]}" for name, label in labels.items() if asks.get(name, NOT_ASKED).times
    )
