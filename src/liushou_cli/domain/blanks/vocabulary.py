"""The same answer in the words of other forms: which of the answers a form offers is the record's."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from liushou_cli.domain.understand.words import CHOICES, SEVERAL

# The record's word, then wider answers that hold it. How else people spell it is in domain.understand.words.
_WORDS = """
是 是的 √ ☑
否 不是 非 ×
有 是
无 没有 否
双亲留守 双亲 父母外出 父母双方 双方
单亲留守 单亲 父母一方 一方 单方
外出其他 外出
在家 否
普通 低 绿
重点 中 黄
紧急 高 红
爷爷 祖父母 祖辈 隔代 爷奶 爷爷奶奶
奶奶 祖母 祖父母 祖辈 隔代 爷奶 爷爷奶奶
外公 外祖父母 祖辈 隔代 姥爷姥姥 外公外婆
外婆 外祖母 外祖父母 祖辈 隔代 姥爷姥姥 外公外婆
父亲 父母一方 父或母 父母
母亲 父母一方 父或母 父母
伯父 亲戚 亲属 其他亲属 其他亲戚 叔伯
伯母 亲戚 亲属 其他亲属 其他亲戚
叔叔 亲戚 亲属 其他亲属 其他亲戚 叔伯
婶婶 亲戚 亲属 其他亲属 其他亲戚
姑姑 亲戚 亲属 其他亲属 其他亲戚
姑父 亲戚 亲属 其他亲属 其他亲戚
舅舅 亲戚 亲属 其他亲属 其他亲戚
舅妈 亲戚 亲属 其他亲属 其他亲戚
姨妈 亲戚 亲属 其他亲属 其他亲戚
姨父 亲戚 亲属 其他亲属 其他亲戚
哥哥 兄姐 同辈 兄弟姐妹
姐姐 兄姐 同辈 兄弟姐妹
邻居 邻居或朋友 邻居/朋友 其他
朋友 邻居或朋友 邻居/朋友 其他
自己 自我监护 无人监护 独居
"""
# Answers of the 2016 form that need no other wording.
_MORE = """
其他 其它 无人监护 幼儿园 未入园 小学 初中 高中 中职 辍学 不在学 打工收入 种养殖业 政府救助 亲朋接济
临时救助 医疗救助 住房救助 其他救助 孤儿 困境儿童 单亲家庭 流动儿童 建档立卡
"""
# A column under these is about the person, not an answer.
_PEOPLE = "父亲 母亲 父母 父 母 爷爷 奶奶 外公 外婆 祖父 祖母 外祖父 外祖母 爸爸 妈妈"
_TRUE = {"寄宿", "双亲留守", "单亲留守", "外出务工", "外出其他", "有", "是", "残疾", "患病"}
_FALSE = {"走读", "非留守", "在家", "无", "否", "健康"}
_NUMBERED = re.compile(r"^[（(]?\d{1,2}\s*[）).、．:：\-—]?\s*|^[A-Za-z][.、．]\s*")
_ABOUT = re.compile(r"(?:儿童|学生)$")


def is_answer(text: str) -> bool:
    """Whether a column under a group can be one of the answers to it."""
    return _plain(text) in _known()


def chosen(value: str, offered: Sequence[str]) -> int | None:
    """Which of the answers *offered* says *value*; the closest wording wins. None: none of them."""
    plain = [_plain(word) for word in offered]
    for word in (value, *_other_words(value)):
        for wanted in (word, _plain(word)):
            if wanted in plain:
                return plain.index(wanted)
    truth = truth_of(value)
    if truth is not None and set(plain) <= {"是", "否", "有", "无", "√", "×", "不是", "没有"}:
        return (
            chosen("是" if truth else "否", offered) if value not in ("是", "否") else _yes_no(truth, plain)
        )
    return None


def truth_of(value: str) -> bool | None:
    """What a question for yes or no is answered by a word of the record; None where it is no answer."""
    return True if value in _TRUE else False if value in _FALSE else None


def coded(text: str) -> dict[str, str]:
    """The codes a heading prints: 1是 2否 as {"1": "是", "2": "否"}; {} unless there are two or more."""
    pairs = re.findall(r"(?<!\d)(\d{1,2})\s*[.、．:：=\-—]?\s*([\u4e00-\u9fff√×]{1,12})", text)
    found = dict(pairs)
    real = len(found) > 1 and len(found) == len(pairs) and not {"年", "月", "日", "位"} & set(found.values())
    return found if real else {}


def _yes_no(truth: bool, plain: Sequence[str]) -> int | None:
    words = ("是", "有", "√") if truth else ("否", "无", "不是", "没有", "×")
    return next((plain.index(word) for word in words if word in plain), None)


def _plain(word: str) -> str:
    text = "".join(word.split())
    return _ABOUT.sub("", _NUMBERED.sub("", text) or text) or text


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Every word of the records with its other spellings, then the wider answers."""
    found: dict[str, list[str]] = {}
    for spellings in (*CHOICES.values(), *SEVERAL.values()):
        for spelt, word in spellings.items():
            if spelt != word:
                found.setdefault(word, []).append(spelt)
    for line in _WORDS.strip().splitlines():
        word, *wider = line.split()
        found.setdefault(word, []).extend(wider)
    return {word: tuple(others) for word, others in found.items()}


def _other_words(value: str) -> Iterable[str]:
    return _table().get(value, ())


@cache
def _known() -> frozenset[str]:
    words = {spelt for word, others in _table().items() for spelt in (word, *others)}
    return frozenset({_plain(word) for word in (*words, *_MORE.split())} - set(_PEOPLE.split()))
