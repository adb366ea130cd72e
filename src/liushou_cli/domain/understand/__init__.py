"""What a cell of a roster says about a field: the record's own words, or the reason why not. Nothing is guessed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from liushou_cli.domain import id_numbers, ids, phones
from liushou_cli.domain.grid import Value, as_text
from liushou_cli.domain.understand import words
from liushou_cli.domain.understand.dates import understand_day, understand_month_or_day

_BETWEEN = re.compile(r"[\s、，,;；/|]+")
_BETWEEN_PHONES = re.compile(r"[、，,;；/|或和]+|\s+(?=[+\d])(?<=\d{7}\s)|(?<=\d{7})\s+(?=\d{7})")
_DOTS = re.compile("[•・‧∙．.˙]")
_NAME = re.compile("[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z·〇 ]+")
_BRACKETED = re.compile(r"^(.+?)[(（:：\s—-]+(.+?)[)）]?$")
_BOX = re.compile("[☑✓✔√■]([^□☐☑✓✔√■]+)|[□☐][^□☐☑✓✔√■]+")
_CODE = re.compile(r"^\d+[-.、:：]\s*(?=\D)")


class Read(NamedTuple):
    """``values``: field to what is to stand there (text, or a list of texts); empty where the cell says nothing.

    ``reason``: why it was refused. ``note``: what was understood from more than the letters.
    """

    values: dict[str, Any]
    reason: str = ""
    note: str = ""


_SAYS_NOTHING = Read({})


def understand(field: str, value: Value, heading: str = "", decides: date | None = None) -> Read:
    """What *value* says of *field* (of :mod:`liushou_cli.domain.labels`).

    *heading* tells what a bare 是 means; *decides* is the birthday in the row's 身份证号, for a day half told.
    """
    text = as_text(value)
    last = field.rsplit(".", 1)[-1]
    if not text or (text in words.NOTHING and not _means_no(field)):
        return _SAYS_NOTHING
    if field.startswith("其他类别."):
        return _flag(last, text)
    if last in ("出生日期", "委托至"):
        return _day(field, value, decides if field == "出生日期" else None)
    if last == "自":
        when = understand_month_or_day(value)
        return Read({field: when.text} if when.text else {}, when.reason)
    return _BY_LAST.get(last, _text)(field, text, heading)


def _means_no(field: str) -> bool:
    return field.rsplit(".", 1)[-1] in {
        "户口登记",
        "委托书",
        "监护能力",
        "在世",
        "是否监护人",
        "学籍登记",
        "就读方式",
    }


def _day(field: str, value: Value, decides: date | None) -> Read:
    when = understand_day(value, decides)
    if not when.text:
        return Read({}, when.reason)
    half = decides is not None and understand_day(value).text == ""
    return Read({field: when.text}, note="日期按身份证号补全" if half else "")


def _text(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    return Read({field: text})


def _name(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    name = _DOTS.sub("·", normalize("NFKC", text)).strip()
    if dead := _BRACKETED.match(name):
        state = words.CHOICES["行踪"].get(dead[2])
        if state == "去世" and field in ("父亲.姓名", "母亲.姓名"):
            return Read({field: dead[1].strip(), f"{field[:2]}.行踪.状况": state})
    if len(name) > 40 or not _NAME.fullmatch(name):
        return Read({}, f"“{text[:20]}”不像一个姓名")
    return Read({field: name})


def _id_number(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    number = re.sub(r"[\s'’‘-]", "", normalize("NFKC", text)).upper()
    if "E+" in number or (number.isdigit() and len(number) == 18 and number.endswith("000") and "." in text):
        return Read({}, "是按数字存的，后几位已经丢了，认不回来")
    if fault := id_numbers.fault(number):
        return Read({}, fault)
    return Read({field: number})


def _register_number(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    number = re.sub(r"[\s'’‘]", "", normalize("NFKC", text)).upper()
    if "E+" in number:
        return Read({}, "是按数字存的，后几位已经丢了，认不回来")
    return Read({field: number})


def _id(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    return Read({field: text.lower()} if ids.is_id(text.lower()) else {})


def _phone(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    plain = normalize("NFKC", text).strip("'’‘ ")
    numbers = [_number(part) for part in _BETWEEN_PHONES.split(plain) if part.strip()]
    if faults := [fault for fault in map(phones.fault, numbers) if fault]:
        return Read({}, faults[0])
    values: dict[str, Any] = {field: numbers[0]}
    if len(numbers) > 1:
        values[f"{field.rsplit('.', 1)[0]}.说明"] = f"另有电话 {'、'.join(numbers[1:])}"
    return Read(values)


def _number(text: str) -> str:
    """Without +86 and ornaments; the dash after an area code stays."""
    digits = re.sub(r"[\s()-]", "", re.sub("[—–－]", "-", text))
    digits = re.sub(r"^(\+|00)86", "", digits)
    return digits if digits.startswith(("1", "+")) else re.sub(r"\s", "", text).replace("—", "-")


def _choice(kind: str) -> Callable[[str, str, str], Read]:
    def read(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
        return _chosen(field, kind, text)

    return read


def _chosen(field: str, kind: str, text: str) -> Read:
    known = words.CHOICES[kind]
    plain = _ticked(_CODE.sub("", normalize("NFKC", text)).strip("。. "))
    if plain in known:
        return Read({field: known[plain]})
    if plain in words.UNCLEAR.get(kind, {}):
        return Read({}, words.UNCLEAR[kind][plain])
    if re.fullmatch(r"\d+", plain):
        return Read({}, f"“{text}”是代码，各个软件不一样，认不得；换成文字")
    return Read({}, f"“{text[:20]}”不认得，写：{'、'.join(dict.fromkeys(known.values()))}")


def _ticked(text: str) -> str:
    """The one ticked of several boxes: ☑是 □否."""
    ticked = [found[1].strip() for found in _BOX.finditer(text) if found[1]]
    return ticked[0] if len(ticked) == 1 else text


def _lodging(field: str, text: str, heading: str) -> Read:
    asked = "宿" in heading or "住校" in heading
    if asked and (answer := _yes(text)) is not None:
        return Read({field: "寄宿" if answer else "走读"})
    return _SAYS_NOTHING if text in words.NOTHING else _chosen(field, "就读方式", text)


def _health(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    if "." in field:  # of a caregiver: in anybody's words
        return Read({field: text})
    if text in ("一般或较弱", "一般", "较弱", "体弱"):
        return Read({"身体说明": text})
    read = _chosen(field, "身体情况", text)
    if read.reason and (more := _BRACKETED.match(text)) and more[1] in words.CHOICES["身体情况"]:
        return Read({field: words.CHOICES["身体情况"][more[1]], "身体说明": more[2]})
    return (
        read
        if text not in ("有慢性病", "慢性病", "重病", "大病")
        else Read({**read.values, "身体说明": text})
    )


def _schooling(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    stages = [stage for stage in ("小学", "初中", "高中", "中职") if text.startswith(stage)]
    return Read({field: stages[0]}) if stages else _chosen(field, "就学情况", text)


def _care(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    read = _chosen(field, "监护情况", text)
    said = read.values.get(field)
    exact = said is None or text in (said, f"监护情况{said}")
    return read if exact else Read({**read.values, "监护情况.说明": text})


def _state(field: str, text: str, heading: str) -> Read:
    answer = _yes(text)
    if answer is None:
        return _chosen(field, "行踪", text)
    home = "在家" in heading
    if home and not answer:
        return Read({}, f"“{text}”只说不在家，没说去了哪里；写：外出务工、去世……")
    return Read({field: "在家" if home or not answer else "外出务工"})


def _place(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    """A place of work; or a word that says there is none, because he is at home, or dead."""
    holder = field.rsplit(".", 1)[0]
    state = words.CHOICES["行踪"].get(text)
    return Read({f"{holder}.状况": state} if state else {field: text})


def _has(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    return _answered(field, text, "有", "无")


def _yes_no(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    return _answered(field, text, "是", "否")


def _answered(field: str, text: str, yes: str, no: str) -> Read:
    answer = _yes(text)
    if answer is None:
        return Read({}, f"“{text[:20]}”不认得，写：{yes}、{no}")
    return Read({field: yes if answer else no})


def _yes(text: str) -> bool | None:
    plain = _ticked(text)
    return True if plain in words.YES else False if plain in words.NO else None


def _flag(word: str, text: str) -> Read:
    """A column of 是/否 for one word of 其他类别."""
    if _yes(text) is False or text in words.NOTHING:
        return _SAYS_NOTHING
    if _yes(text) or words.SEVERAL["其他类别"].get(text) == word:
        return Read({"其他类别": [word]})
    return Read({}, f"“{text[:20]}”不认得，写：是、否")


def _several(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    known = words.SEVERAL[field]
    ticked = [found[1].strip() for found in _BOX.finditer(text) if found[1]] if _BOX.search(text) else None
    parts = _BETWEEN.split(text) if ticked is None else ticked
    wrong = [part for part in parts if part and part not in known]
    if wrong:
        return Read({}, f"“{wrong[0][:20]}”不认得，写：{'、'.join(dict.fromkeys(known.values()))}")
    values = list(dict.fromkeys(known[part] for part in parts if part))
    return Read({field: values} if values else {})


def _people(field: str, text: str, heading: str) -> Read:  # noqa: ARG001
    return Read({field: "汉族" if text == "汉" else text})


_BY_LAST: dict[str, Callable[[str, str, str], Read]] = {
    "姓名": _name, "身份证号": _id_number, "学籍号": _register_number, "编号": _id, "电话": _phone, "民族": _people,
    "性别": _choice("性别"), "就读方式": _lodging, "户口性质": _choice("户口性质"), "身体情况": _health,
    "学籍登记": _choice("学籍登记"), "就学情况": _schooling, "父母婚姻": _choice("父母婚姻"), "监护情况": _care,
    "关注等级": _choice("关注等级"), "关系": _choice("关系"), "状况": _state, "地点": _place,
    "户口登记": _yes_no, "在世": _yes_no, "是否监护人": _yes_no, "监护能力": _has, "委托书": _has,
    "其他类别": _several, "家庭经济来源": _several, "救助帮扶": _several,
}  # fmt: skip
