"""liushou add-child"""

import re
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import Gender, Lodging, Registered, Relation, Whereabouts
from liushou_cli.domain.days import parse_day, parse_month_or_day
from liushou_cli.errors import BadInput

_AWAY = (Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE)
_MONTH = re.compile(r"\d{4}(-\d{1,2}|年\d{1,2}月)")
_STATUS = "在家、外出务工、外出其他、去世、失联、服刑、其他"


def add_child(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="姓名")] = None,
    gender: Annotated[str | None, typer.Option("--gender", metavar="性别", help="男、女")] = None,
    born: Annotated[
        str | None, typer.Option("--born", metavar="日期", help="出生日期，如 2001-05-12")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="日期", help="哪天起在这个班；不写按入学当年 9 月 1 日")
    ] = None,
    came_from: Annotated[
        str | None, typer.Option("--from", metavar="学校", help="中途转来的，从哪里来")
    ] = None,
    ethnicity: Annotated[str | None, typer.Option("--ethnicity", metavar="民族", help="如 汉族")] = None,
    id_number: Annotated[
        str | None, typer.Option("--id-number", metavar="身份证号", help="孩子的身份证号")
    ] = None,
    lodging: Annotated[str | None, typer.Option("--lodging", metavar="方式", help="走读、寄宿")] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="地址", help="现住址")] = None,
    register: Annotated[
        str | None, typer.Option("--register", metavar="词", help="学籍登记：双亲留守、单亲留守、非留守")
    ] = None,
    father: Annotated[str | None, typer.Option("--father", metavar="姓名", help="父亲的姓名")] = None,
    father_status: Annotated[
        str | None, typer.Option("--father-status", metavar="状况", help=_STATUS)
    ] = None,
    father_since: Annotated[
        str | None, typer.Option("--father-since", metavar="年月", help="从什么时候起，如 2010-03")
    ] = None,
    father_place: Annotated[
        str | None, typer.Option("--father-place", metavar="地点", help="父亲在哪里，如 广东省东莞市")
    ] = None,
    father_phone: Annotated[
        str | None, typer.Option("--father-phone", metavar="电话", help="父亲的电话")
    ] = None,
    mother: Annotated[str | None, typer.Option("--mother", metavar="姓名", help="母亲的姓名")] = None,
    mother_status: Annotated[
        str | None, typer.Option("--mother-status", metavar="状况", help=_STATUS)
    ] = None,
    mother_since: Annotated[
        str | None, typer.Option("--mother-since", metavar="年月", help="从什么时候起")
    ] = None,
    mother_place: Annotated[
        str | None, typer.Option("--mother-place", metavar="地点", help="母亲在哪里")
    ] = None,
    mother_phone: Annotated[
        str | None, typer.Option("--mother-phone", metavar="电话", help="母亲的电话")
    ] = None,
    caregiver: Annotated[str | None, typer.Option("--caregiver", metavar="姓名", help="照护人")] = None,
    caregiver_relation: Annotated[
        str | None, typer.Option("--caregiver-relation", metavar="关系", help="奶奶、外公、姑姑……")
    ] = None,
    caregiver_since: Annotated[
        str | None, typer.Option("--caregiver-since", metavar="年月", help="不写按父母外出的时候起")
    ] = None,
    caregiver_phone: Annotated[
        str | None, typer.Option("--caregiver-phone", metavar="电话", help="照护人的电话")
    ] = None,
    same_name: Annotated[bool, typer.Option("--same-name", help="同名同生日的确实是两个孩子")] = False,
    as_json: JsonOption = False,
) -> None:
    """给一个孩子建档。只有姓名、性别、出生日期必填，别的以后再补。"""
    from liushou_cli.usecases.add_child import add_child as add
    from liushou_cli.usecases.add_child import entry_day

    desk = context.of(ctx)
    begin = _iso(since, "--since") or entry_day(desk.start)  # first: says at once where there is no class
    name = prompts.need(name, "姓名", "姓名")
    gender = prompts.need(gender, "--gender", "性别", Gender.words())
    born = _iso(prompts.need(born, "--born", "出生日期", check=parse_day), "--born")
    lodging = prompts.may(lodging, "就读方式", Lodging.words())
    parents = {
        "父亲": _parent(
            "父亲", "--father", father, father_status, father_since, father_place, father_phone, born
        ),
        "母亲": _parent(
            "母亲", "--mother", mother, mother_status, mother_since, mother_place, mother_phone, born
        ),
    }
    carer = _caregiver(caregiver, caregiver_relation, caregiver_since, caregiver_phone, parents, begin)
    values = {
        "姓名": name, "性别": gender, "出生日期": born, "民族": ethnicity, "身份证号": id_number, "现住址": address,
        "在班": [{"自": begin, "来自": came_from}], "就读方式": lodging,
        **parents, "照护人": [carer], "学籍登记": _register(register, parents),
    }  # fmt: skip
    added = add(desk.start, values, desk.today, output.waiting, same_name=same_name)
    told(
        added.saved,
        f"已建档：{added.name}（编号 {added.id}）。",
        {"id": added.id, "name": added.name},
        as_json=as_json,
    )


def _iso(text: str | None, option: str) -> str:
    """A whole day as records have it; "" stays ""."""
    try:
        return parse_day(text).isoformat() if text else ""
    except ValueError as error:
        raise BadInput(f"{option}：{error}") from None


def _month(text: str, option: str) -> str:
    """A day or a month as records have it."""
    try:
        day = parse_month_or_day(text).isoformat()
    except ValueError as error:
        raise BadInput(f"{option}：{error}") from None
    return day[:7] if _MONTH.fullmatch(text.strip()) else day


def _parent(
    label: str,
    option: str,
    name: str | None,
    status: str | None,
    since: str | None,
    place: str | None,
    phone: str | None,
    born: str,
) -> dict[str, Any]:
    name = prompts.may(name, f"{label}姓名")
    status = prompts.may(status, f"{label}状况", Whereabouts.words())
    if not status and (since or place):
        status = prompts.need(None, f"{option}-status", f"{label}状况", Whereabouts.words())
    if status in _AWAY or since:
        since = prompts.need(
            since, f"{option}-since", f"{label}从什么时候起（如 2010-03）", check=parse_month_or_day
        )
        since = _month(since, f"{option}-since")
        place = prompts.may(place, f"{label}在哪里")
    elif status:
        since = born  # at home, or gone, as far back as the child knows
    stay = {"自": since, "状况": status, "地点": place} if status else {}
    return {"姓名": name, "电话": prompts.may(phone, f"{label}电话"), "行踪": [stay]}


def _caregiver(
    name: str | None,
    relation: str | None,
    since: str | None,
    phone: str | None,
    parents: dict[str, Any],
    begin: str,
) -> dict[str, Any]:
    """The caregiver from the day the first parent left, unless told otherwise."""
    name = prompts.may(name, "照护人姓名")
    if not name:
        if relation or since or phone:
            raise BadInput("缺 --caregiver（照护人姓名）", "加上 --caregiver")
        return {}
    relation = prompts.need(relation, "--caregiver-relation", "照护人是孩子的谁", Relation.words())
    stays = [stay for parent in parents.values() for stay in parent["行踪"] if stay]
    away = [stay["自"] for stay in stays if stay["状况"] in _AWAY]
    begun = _month(since, "--caregiver-since") if since else min(away, default=begin)
    return {"姓名": name, "关系": relation, "自": begun, "电话": prompts.may(phone, "照护人电话")}


def _register(word: str | None, parents: dict[str, Any]) -> str:
    if word or any(stay for parent in parents.values() for stay in parent["行踪"]):
        return word or ""
    return prompts.may(None, "父母行踪没有填；学籍系统里登记的是", Registered.words())
