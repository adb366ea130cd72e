"""The file of a form somebody else made, as bytes."""

from pathlib import Path

from liushou_cli.errors import BadInput, Refused, reason

_LARGEST = 10 * 1024 * 1024
_MACROS = (".docm", ".xlsm", ".dotm", ".xltm")
_OLD = {
    ".doc": "docx",
    ".wps": "docx",
    ".rtf": "docx",
    ".xls": "xlsx",
    ".et": "xlsx",
    ".ods": "xlsx",
    ".odt": "docx",
}


def form_file(start: Path, place: Path) -> bytes:
    """What stands in *place*. Raises for what is no form with marks could be, or cannot be read."""
    path, suffix = start / place, place.suffix.lower()
    if suffix in _MACROS:
        raise Refused(f"{place.name} 是带宏的文件，不打开", "在 Word、Excel 或 WPS 里另存为 docx 或 xlsx")
    if suffix in _OLD:
        raise BadInput(
            f"{place.name} 不是 docx、xlsx", f"在 Word、Excel 或 WPS 里打开，另存为 {_OLD[suffix]}"
        )
    if suffix not in (".docx", ".xlsx"):
        raise BadInput(f"{place.name} 不是 Word 或 Excel 的表", "要一份带标记的 docx 或 xlsx")
    try:
        if not path.is_file():
            raise BadInput(f"没有这个文件：{place}", "看看文件名，前面要不要写文件夹")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise BadInput(f"读不了 {place.name}：{reason(error)}", "看看文件是不是正开着") from None
    if len(data) > _LARGEST:
        raise Refused(f"{place.name} 超过 {_LARGEST // 1024 // 1024} MiB，不打开", "表里的图片压小一点再存")
    return data
