"""liushou export"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, options, outgoing_sheet, output, places, prompts
from liushou_cli.cli.options import ByOption, ForOption, JsonOption, PurposeOption, listed
from liushou_cli.cli.outgoing import FORMS, KINDS, Wanted, made
from liushou_cli.domain.masking import Mask
from liushou_cli.errors import BadInput

_SPECIAL = ("anonymous", "xlsform", "vcard")
_FILES = ("xlsx", "vcf")  # never printed


def export(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="内容", help="roster 名单（不写就是它）、statistics 数字、records 整份记录"),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="格式",
            help="xlsx、csv、json、jsonl；不写就看文件名，再不然名单和数字是 csv，记录是 jsonl",
        ),
    ] = None,
    place: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="文件", help="写到哪里；不写就打印，xlsx、vcf 不写就用内容的名字"
        ),
    ] = None,
    mask: Annotated[
        str | None,
        typer.Option(
            "--mask", metavar="办法", help="姓名怎么隐去：full 全隐、initial 留姓（不写就是它）、none 不隐"
        ),
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--fields", metavar="字段", help="名单要哪些字段，如 姓名,性别,电话；受保护的写了才有"),
    ] = None,
    term: Annotated[
        str | None, typer.Option("--term", metavar="学期", help="如 2013-2；不写就是本学期")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="截止到哪天；不写就是今天或学期末")
    ] = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="没有姓名和号码，每一种组合至少 k 名相同；做不到就不出")
    ] = False,
    k: Annotated[
        int | None, typer.Option("--k", metavar="数", help="--anonymous 的 k，不小于 5；不写就是 5")
    ] = None,
    xlsform: Annotated[
        bool, typer.Option("--xlsform", help="普查的 XLSForm 表单，放到 KoboToolbox、ODK 用手机问")
    ] = False,
    vcard: Annotated[
        bool, typer.Option("--vcard", help="家长和照护人的电话，vCard，存进手机；姓名、电话不隐")
    ] = False,
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet",
            metavar="表",
            help="一张要填的表：survey 普查、visits 家访、calls 通话；填好用 import 导入",
        ),
    ] = None,
    to: ForOption = None,
    purpose: PurposeOption = None,
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """交给别人：名单、数字、整份记录、匿名数据、通讯录、表单、要填的表。姓名默认只留姓，出一次登记一次（见 audit）。

    liushou export roster -o 名单.xlsx --for 镇中心校 --purpose 上报
    """
    desk = context.of(ctx)
    special = [name for name, on in zip(_SPECIAL, (anonymous, xlsform, vcard), strict=True) if on]
    special += [outgoing_sheet.what(sheet)] if sheet else []
    what = _what(kind, special)
    form = _form(form, place, what)
    place = places.possible(place, form, FORMS[what], desk.start)
    asks = place is not None or form in _FILES  # what is only printed needs no receiver
    to = prompts.may(to, "给谁") if asks else to
    wanted = Wanted(
        what, form, None if mask is None else _mask(mask), tuple(listed(fields)),
        options.term_of(term), options.day_of(as_of, "--as-of"), k, to or "",
    )  # fmt: skip
    found = made(desk, wanted)
    if place is None and form in _FILES:
        place = places.free(desk.start, found.name, form)
    if as_json and place in (None, places.STDOUT):
        raise BadInput("--json 说的是写成了什么文件，要同 --output 一起写", "要 JSON 的数据写 --format json")
    leaving = {
        **found.leaving,
        "form": form,
        "to": wanted.to,
        "purpose": prompts.may(purpose, "作什么用") if asks else purpose or "",
        "by": "、".join(listed(by)),
    }
    _hand_over(desk, found, place, leaving, as_json=as_json)


def _hand_over(
    desk: context.Desk, found: Any, place: Path | None, leaving: dict[str, Any], *, as_json: bool
) -> None:
    """Entered in the ledger first, unless it only passes over a screen."""
    file = None if place in (None, places.STDOUT) else place
    trouble, content = None, found.content
    if file or not output.at_screen():
        content = content.encode() if isinstance(content, str) else content  # just these bytes, on any system
        trouble = places.entered(desk, leaving, file, content)
    places.written(content, file)
    for line in found.notes:
        output.talk(line)
    if as_json:
        output.as_json(
            {
                "file": str(place),
                "children": leaving["children"],
                "fields": list(leaving["fields"]),
                "mask": leaving["mask"],
                "notes": list(found.notes),
            }
        )
    if trouble:
        raise trouble


def _what(kind: str | None, special: list[str]) -> str:
    if kind is not None and kind not in KINDS:
        raise BadInput(f"没有“{kind}”这种内容", f"可以写：{'、'.join(KINDS)}")
    if len(special) > 1 or (special and kind):
        raise BadInput(
            f"一次只出一样：{'、'.join([*([kind] if kind else []), *(f'--{one}' for one in special)])}",
            "分几次出",
        )
    return special[0] if special else kind or KINDS[0]


def _form(form: str | None, place: Path | None, what: str) -> str:
    if form:
        return form
    suffix = place.suffix.lower().lstrip(".") if place else ""
    return suffix if suffix in FORMS[what] else FORMS[what][0]


def _mask(text: str) -> Mask:
    if text not in Mask.words():
        raise BadInput(f"--mask 写的是“{text}”", f"只能写：{'、'.join(Mask.words())}")
    return Mask(text)
