"""What a page looks like in the end: LibreOffice, poppler and the Fandol faces, where this machine has them."""

import os
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

FONTS = Path(__file__).parents[1] / "fonts.conf"
_WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">(.*?)</word>')


def environment() -> dict[str, str]:
    """Free faces answer to the names of the Windows ones."""
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS)}


def missing(*programs: str) -> str:
    """What keeps these programs from being used here, empty where nothing does."""
    for program in (*programs, "pdftotext", "fc-match"):
        if not shutil.which(program):
            return f"这台机器上没有 {program}"
    return "" if _face("family").startswith("Fandol") else "这台机器上没有 Fandol 字体"


def fandol() -> Path:
    """The folder of the free faces."""
    return Path(_face("file")).parent


def _face(what: str) -> str:
    command = ["fc-match", "-f", f"%{{{what}}}", "仿宋_GB2312"]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False).stdout


def marks(*programs: str) -> list[pytest.MarkDecorator]:
    """For a module whose tests need them."""
    lacking = missing(*programs)
    return [pytest.mark.office, pytest.mark.slow, pytest.mark.skipif(bool(lacking), reason=lacking or "有")]


def printed(file: Path) -> Path:
    """The PDF that LibreOffice makes of a document or workbook, beside it."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    target = ["--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    command = ["soffice", profile, "--headless", *target]
    subprocess.run(command, env=environment(), capture_output=True, check=True, timeout=120)
    return file.with_suffix(".pdf")


def pages(pdf: Path) -> list[list[str]]:
    """The text lines of each page, from the top."""
    boxes = pdf.with_suffix(".boxes")
    subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), str(boxes)], capture_output=True, check=True, timeout=60
    )
    return [_lines(page) for page in boxes.read_text(encoding="utf-8").split("<page ")[1:]]


def _lines(page: str) -> list[str]:
    lines: defaultdict[int, str] = defaultdict(str)
    for top, word in _WORD.findall(page):
        lines[round(float(top))] += word
    return [lines[top] for top in sorted(lines)]
