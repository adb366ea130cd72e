"""What LibreOffice makes of the file: 22 lines of 28 characters, as GB/T 9704-2012 asks."""

import os
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Paragraph, Run
from liushou_cli.formats.word import write

HERE = Path(__file__).parents[1]
FONTS = HERE.parent / "fonts.conf"
WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">(.*?)</word>')


def _missing() -> str:
    for program in ("soffice", "pdftotext", "fc-match"):
        if not shutil.which(program):
            return f"这台机器上没有 {program}"
    face = subprocess.run(
        ["fc-match", "-f", "%{family}", "仿宋_GB2312"],
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if face.stdout.startswith("Fandol") else "这台机器上没有 Fandol 字体"


def _environment() -> dict[str, str]:
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS)}


MISSING = _missing()
pytestmark = [pytest.mark.office, pytest.mark.slow, pytest.mark.skipif(bool(MISSING), reason=MISSING or "有")]


def pages(blocks: list[Block] | tuple[Block, ...], folder: Path) -> list[list[str]]:
    """The text lines of each page, from the top, as LibreOffice sets them."""
    (folder / "a.docx").write_bytes(write(blocks))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for command in (
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / "a.docx"),
        ],
        ["pdftotext", "-bbox-layout", str(folder / "a.pdf"), str(folder / "a.html")],
    ):
        subprocess.run(command, env=_environment(), capture_output=True, check=True, timeout=120)
    return [_lines(page) for page in (folder / "a.html").read_text(encoding="utf-8").split("<page ")[1:]]


def _lines(page: str) -> list[str]:
    lines: defaultdict[int, str] = defaultdict(str)
    for top, word in WORD.findall(page):
        lines[round(float(top))] += word
    return [lines[top] for top in sorted(lines)]


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    text = (Run("国家关心爱护每一个孩子们" * 60),)
    *lines, number = pages([Paragraph(text)] * 3, tmp_path)[1]
    assert number == "—2—"
    # Line 4 ends a paragraph, and line 5 begins one two characters in.
    assert [len(line) for line in lines] == [28, 28, 28, 22, 26, *[28] * 17]


def test_the_summary_stands_on_its_pages(tmp_path: Path) -> None:
    made = pages(parse((HERE / "sample.md").read_text(encoding="utf-8")), tmp_path)
    assert [page[-1] for page in made] == [f"—{i}—" for i in range(1, len(made) + 1)]
    assert made[0][0].startswith("石塘中学2025—2026")
    assert made[-1][0] == "附件：留守儿童花名册"
    assert [line for page in made for line in page if line.startswith("石塘中学七年级（2）班")] != []
