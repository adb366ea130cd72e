"""A child's file in a sealed file: what goes in at one school, and what may come out at another."""

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import newer_format
from liushou_cli.domain.grade import is_class_code
from liushou_cli.domain.ids import is_id
from liushou_cli.errors import BadInput
from liushou_cli.store import sealed, text_file
from liushou_cli.store.child_past import Change
from liushou_cli.store.edit import Edit, Put
from liushou_cli.store.refusals import refusal
from liushou_cli.store.text_file import TextFile
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_text import parse, plain

KIND = "一个孩子的档案"
FILE, PAST = "child.yaml", "history.txt"


class Came(NamedTuple):
    """``text`` is the record as it was sealed, ``past`` its history in words ("" where none was sent)."""

    child: Child
    text: TextFile
    about: dict[str, str]
    past: str


def in_words(changes: Iterable[Change]) -> str:
    """The history of a file as it travels: day, who, what; nothing protected."""
    lines = []
    for one in changes:
        lines.append(f"{one.when[:10]} {one.who}　{one.message}")
        lines += [f"  {change.sentence}" for change in one.changes]
    return "".join(f"{line}\n" for line in lines)


def named_apart(child: Child, school: str, code: str) -> list[Edit]:
    """Each spell names its class with its school: another school may have a class of the same number."""
    return [
        Put(("在班", place, "班级"), f"{school or '外校'} {spell.class_code or code}")
        for place, spell in enumerate(child.spells)
        if not spell.class_code or is_class_code(spell.class_code)
    ]


def named_at_home(child: Child, school: str) -> list[Edit]:
    """Spells in this very school bear the bare number of their class again."""
    found: list[Edit] = []
    for place, spell in enumerate(child.spells):
        where, _, code = spell.class_code.rpartition(" ")
        if school and where == school and is_class_code(code):
            found.append(Put(("在班", place, "班级"), code))
    return found


def came(content: bytes, passphrase: str) -> Came:
    """The child sealed in *content*, held against the same rules as any record.

    Raises :class:`BadInput` for what is no child's file, and as :func:`sealed.unseal`.
    """
    opened = sealed.unseal(KIND, content, passphrase)
    body = opened.entries.get(FILE, b"")
    if len(body) > text_file.MAX_BYTES:
        raise BadInput("里面的档案太大", "请对方核对封的是什么")
    try:
        text = text_file.text_of(body, text_file.digest(body))
        tree = plain(parse(text.text))
        past = opened.entries.get(PAST, b"").decode("utf-8")
    except (YamlFault, UnicodeDecodeError) as fault:
        why = f"：{fault.message}" if isinstance(fault, YamlFault) else ""
        raise BadInput(f"里面的档案读不懂{why}", "请对方运行 liushou check，改好再封") from None
    if newer := newer_format(tree):
        raise BadInput(f"里面的档案是新的格式 {newer}", "更新 liushou 再收")
    try:
        child = Child.model_validate(tree)
    except ValidationError as error:
        raise BadInput(f"里面的档案：{refusal(error)[0]}", "请对方运行 liushou check，改好再封") from None
    if not is_id(child.id):
        raise BadInput("里面的档案编号不对", "请对方运行 liushou check，改好再封")
    return Came(child, text, opened.about, past)
