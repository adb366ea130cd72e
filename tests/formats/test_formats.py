"""The table of formats: each is imported only when it is asked for."""

import subprocess
import sys

import pytest

from liushou_cli.errors import BadInput
from liushou_cli.formats import WRITERS, html, markdown, word, writer, xlsx
from liushou_cli.formats.pdf import press


def test_each_format_has_its_writer() -> None:
    assert {name: writer(name) for name in WRITERS} == {
        "md": markdown.write,
        "html": html.write,
        "docx": word.write,
        "xlsx": xlsx.write,
        "pdf": press.write,
    }


def test_another_format_is_refused() -> None:
    with pytest.raises(BadInput) as refusal:
        writer("doc")
    assert (refusal.value.message, refusal.value.hint) == (
        "没有这种格式：doc",
        "可用的格式：md、html、docx、xlsx、pdf",
    )


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        *(
            ("md", "[]"),
            ("html", "[]"),
            ("docx", "['docx']"),
            ("xlsx", "['xlsxwriter']"),
            ("pdf", "['typst']"),
        ),
    ],
)
def test_a_writer_loads_no_more_than_it_needs(name: str, loaded: str) -> None:
    program = (
        "import sys; from liushou_cli.formats import writer; writer(sys.argv[1]);"
        " print(sorted({'docx', 'markdown_it', 'jinja2', 'xlsxwriter', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, name], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == loaded


def test_without_the_extra_the_one_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "liushou_cli.formats.pdf.press", raising=False)
    with pytest.raises(BadInput) as refusal:
        writer("pdf")
    assert (refusal.value.message, refusal.value.hint) == (
        "出 pdf 还差一个部件",
        '装上它：pip install "liushou[pdf]"',
    )


def test_another_missing_library_is_no_question_of_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for name in ("book", "sheet"):
        monkeypatch.delitem(sys.modules, f"liushou_cli.formats.xlsx.{name}", raising=False)
    monkeypatch.delitem(sys.modules, "liushou_cli.formats.xlsx", raising=False)
    with pytest.raises(ModuleNotFoundError):
        writer("xlsx")
