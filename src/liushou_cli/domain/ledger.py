"""What left the house: one entry for each file that was made to be handed on."""

from collections.abc import Iterable

from pydantic import Field

from liushou_cli.domain.base import Day, Many, Record, Texts, many, optional, text

ENTRIES = "外出"
ORDER = ("格式", ENTRIES)
STDOUT = "标准输出"
RECEIPT = "交接回执"
_SOMEBODY = "某某"


class Outgoing(Record):
    """``place`` is a file's bare name, ``digest`` the SHA-256 of what was in it.

    ``ids`` are the children's, where single ones were asked for; ``manifest`` is the SHA-256 of the list inside
    a sealed file.
    """

    id: str = Field(alias="号")
    on: Day = Field(alias="日期")
    command: str = Field(alias="命令", min_length=1)
    title: str = text("名称")
    classes: Texts = many("班级")
    form: str = text("形式")
    fields: Texts = many("字段")
    children: int | None = optional("人数")
    ids: Texts = many("孩子")
    mask: str = text("隐名")
    to: str = text("给谁")
    purpose: str = text("用途")
    by: str = text("经手")
    place: str = text("去处")
    digest: str = text("校验")
    manifest: str = text("清单")


class Receipt(Record):
    """What the other side says of a sealed file that came and was opened."""

    format: int = Field(alias="格式", ge=1)
    kind: str = Field(alias="种类", pattern=f"^{RECEIPT}$")
    code: str = Field(alias="核对码")
    digest: str = Field(alias="校验")
    manifest: str = Field(alias="清单")
    classes: Texts = many("班级")
    children: int | None = optional("人数")
    on: Day = Field(alias="日期")
    by: str = text("收的人")

    def of(self, entry: Outgoing) -> bool:
        """Whether what came is what *entry* says has left, and was opened."""
        return bool(entry.manifest) and (entry.digest, entry.manifest) == (self.digest, self.manifest)


class Ledger(Record):
    format: int = Field(alias="格式", ge=1)
    entries: Many[Outgoing] = many("外出")


def without_names(file: str, names: Iterable[str]) -> str:
    """The bare name of a *file* as it may stand in the ledger: the names of children are not told."""
    file = "".join(char if char.isprintable() else "?" for char in file)
    for name in sorted({name for name in names if len(name) > 1}, key=len, reverse=True):
        file = file.replace(name, _SOMEBODY)
    return file
