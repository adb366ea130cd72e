"""How a name is typed: pinyin and initials. The one door to pypinyin (slow to load, so only for new names)."""

from pypinyin import Style, lazy_pinyin

# Surnames whose everyday reading is not the surname's.
_SURNAMES = {
    "曾": "zeng", "解": "xie", "单": "shan", "仇": "qiu", "查": "zha", "区": "ou", "任": "ren", "朴": "piao",
    "盖": "ge", "缪": "miao", "尉迟": "yu chi", "宓": "mi", "冼": "xian", "种": "chong", "重": "chong", "晁": "chao",
    "员": "yun", "贠": "yun", "翟": "zhai", "覃": "qin", "葛": "ge", "华": "hua", "纪": "ji", "燕": "yan", "洗": "xian",
    "万俟": "mo qi", "澹台": "tan tai", "长孙": "zhang sun", "黑": "he", "召": "shao", "秘": "bi",
    "那": "na", "乐": "yue",
}  # fmt: skip


def spellings(name: str) -> tuple[str, str]:
    """(``lixiaohua``, ``lxh``) for 李小花; characters without pinyin stand for themselves."""
    surname = next((name[:size] for size in (2, 1) if name[:size] in _SURNAMES), "")
    syllables = _SURNAMES[surname].split() if surname else []
    rest = "".join(ch for ch in name[len(surname) :] if ch.isalnum())
    syllables += lazy_pinyin(rest, style=Style.NORMAL)
    plain = [syllable.lower().replace("ü", "v") for syllable in syllables if syllable]
    return "".join(plain), "".join(syllable[0] for syllable in plain)
