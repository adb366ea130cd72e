"""普查 as an XLSForm, for KoboToolbox and ODK to ask on a telephone; and their answers read back.

Columns and words are those of https://xlsform.org: sheets survey, choices, settings. Names are ASCII,
because the tools make XML elements of them; the words of the records are the labels.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from liushou_cli.domain.choices import Rating
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.grid import column_name
from liushou_cli.domain.ids import is_id
from liushou_cli.domain.survey import ASPECTS

Sheets = dict[str, list[list[str]]]
CHILD, DAY, BY, NOTE = "child", "survey_date", "surveyor", "note"
RATINGS = {rating.name.lower(): rating.value for rating in Rating}
_PARTS = {"rating": "评定", "finding": "情况", "needs": "需求"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_COLUMNS = (
    *("type", "name", "label", "hint", "required"),
    *("constraint", "constraint_message", "relevant", "appearance", "default"),
)
# A question's name -> its label; answers may come under either, behind the names of their groups.
LABELS = {
    CHILD: "孩子",
    DAY: "日期",
    BY: "登记人",
    NOTE: "说明",
    **{f"{name}_{part}": label + word for label, name in ASPECTS.items() for part, word in _PARTS.items()},
}
_NAMES = {label: name for name, label in LABELS.items()}


class BadCell(NamedTuple):
    """``cell`` is where in the table, as a spreadsheet calls it: C5."""

    cell: str
    message: str


class Answer(NamedTuple):
    """One row: ``values`` by the names of ``LABELS``, only those that were answered; ``cells`` say where."""

    values: dict[str, str]
    cells: dict[str, str]

    @property
    def child(self) -> str:
        return self.values[CHILD]

    def record(self) -> dict[str, Any]:
        """日期, 登记人, the aspects and 说明, under their Chinese keys."""
        said = self.values
        aspects = {label: self._aspect(name) for label, name in ASPECTS.items()}
        found = {"日期": said[DAY], "登记人": said.get(BY), **aspects, "说明": said.get(NOTE)}
        return {key: value for key, value in found.items() if value}

    def _aspect(self, name: str) -> dict[str, Any]:
        said = {word: self.values.get(f"{name}_{part}") for part, word in _PARTS.items()}
        needs = [one.strip() for one in re.split(r"[、,，;；]", said["需求"] or "") if one.strip()]
        return {key: value for key, value in {**said, "需求": needs}.items() if value}


def form(children: Iterable[tuple[str, str]], title: str, code: str, on: date) -> Sheets:
    """The form's sheets. *children* are 编号 and what is shown for it; *code* ends the form's id."""
    lists = [("children", id_, f"{shown}（{id_}）") for id_, shown in children]
    lists += [("ratings", name, word) for name, word in RATINGS.items()]
    settings = {
        "form_title": title,
        "form_id": f"liushou_survey_{re.sub('[^0-9a-z]', '_', code)}",
        "version": f"{on:%Y%m%d}",
        "instance_name": f"concat(${{{CHILD}}}, ' ', ${{{DAY}}})",
    }
    return {
        "survey": [list(_COLUMNS), *([row.get(name, "") for name in _COLUMNS] for row in _questions())],
        "choices": [["list_name", "name", "label"], *map(list, lists)],
        "settings": [list(settings), list(settings.values())],
    }


def _questions() -> Iterator[dict[str, str]]:
    yield _question("select_one children", CHILD, required="yes", appearance="minimal autocomplete")
    yield _question(
        "date", DAY, required="yes", default="today()",
        constraint=". <= today()", constraint_message="日期还没有到",
    )  # fmt: skip
    yield _question("text", BY)
    for label, name in ASPECTS.items():
        rated = f"${{{name}_rating}} != ''"
        yield {"type": "begin_group", "name": name, "label": label, "appearance": "field-list"}
        yield _question("select_one ratings", f"{name}_rating", hint="没有问到的不选")
        yield _question("text", f"{name}_finding", relevant=rated, appearance="multiline")
        yield _question("text", f"{name}_needs", relevant=rated, hint="几样用顿号隔开")
        yield {"type": "end_group"}
    yield _question("text", NOTE, appearance="multiline")


def _question(kind: str, name: str, **more: str) -> dict[str, str]:
    return {"type": kind, "name": name, "label": LABELS[name], **more}


def answers(table: Sequence[Sequence[str]]) -> tuple[list[Answer], list[BadCell]]:
    """The rows of an export, its first row the head; and every cell that cannot be understood."""
    columns = {name: at for at, head in enumerate(table[0] if table else ()) if (name := _name(head))}
    lacking = [LABELS[name] for name in (CHILD, DAY) if name not in columns]
    if lacking:
        return [], [BadCell("第 1 行", f"没有“{'”“'.join(lacking)}”这一列，不是这张表单的结果")]
    found, bad = [], list[BadCell]()
    for number, row in enumerate(table[1:], 2):
        cells = {name: f"{column_name(at)}{number}" for name, at in columns.items()}
        said = {name: _clean(row[at]) if at < len(row) else "" for name, at in columns.items()}
        if not any(said.values()):
            continue
        faults = list(_faults(said, cells))
        bad += faults
        if not faults:
            values = {name: _read(name, text) for name, text in said.items() if text}
            found.append(Answer(values, cells))
    return found, bad


def _faults(said: dict[str, str], cells: dict[str, str]) -> Iterator[BadCell]:
    for name in (CHILD, DAY):
        if not said[name]:
            yield BadCell(cells[name], f"缺{LABELS[name]}")
    for name, text in said.items():
        if text and (message := _fault(name, text)):
            yield BadCell(cells[name], message)
    rated = [name for name in ASPECTS.values() if said.get(f"{name}_rating")]
    if not rated:
        yield BadCell(cells[CHILD], "五方面一项也没有评定")
    for label, name in ASPECTS.items():
        for part in ("finding", "needs"):
            if name not in rated and said.get(f"{name}_{part}"):
                yield BadCell(cells[f"{name}_{part}"], f"{label}没有评定")


def _clean(text: str) -> str:
    """Without the ' that keeps a spreadsheet from running a cell, and with the line ends of records."""
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return text[1:] if text[:1] == "'" else text


def _fault(name: str, text: str) -> str:
    if _UNWRITABLE.search(text):
        return "里面有看不见的字符"
    if name == CHILD and not is_id(_read(name, text)):
        return f"“{text[:20]}”里没有编号"
    if name.endswith("_rating") and _read(name, text) not in Rating.words():
        return f"评定写的是“{text[:20]}”，只能是 {'、'.join(Rating.words())}"
    if name == DAY:
        try:
            parse_day(text[:10])
        except ValueError as error:
            return str(error)
    return ""


def _read(name: str, text: str) -> str:
    if name == CHILD:
        found = re.search(r"（([0-9a-z]{6})）$", text)
        return found[1] if found else text.lower()
    if name == DAY:  # 2013-12-10, with or without a time of day after it
        return parse_day(text[:10]).isoformat()
    return RATINGS.get(text, text) if name.endswith("_rating") else text


def _name(head: str) -> str:
    """What a column holds; "" where it is none of ours. Kobo writes study/study_rating, Central study-study_rating."""
    last = re.split(r"[/.:-]", head.strip())[-1].strip()
    return last if last in LABELS else _NAMES.get(last, "")
