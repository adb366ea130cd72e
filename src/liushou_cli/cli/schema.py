"""liushou schema"""

from typing import Annotated

import typer

from liushou_cli.cli import output
from liushou_cli.errors import BadInput


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="哪种文件", help="child、class、school、activities、homes")
    ] = "child",
) -> None:
    """打印档案格式的 JSON Schema；编辑器用它补全和查错。"""
    from liushou_cli.usecases.schema import KINDS
    from liushou_cli.usecases.schema import schema as found

    if kind not in KINDS:
        raise BadInput(f"没有“{kind}”这种文件", f"只能写：{'、'.join(KINDS)}")
    output.as_json(found(kind))
