"""The table of formats: each is imported only when it is asked for."""

import subprocess
import sys

import pytest

from liushou_cli.errors import BadInput
from liushou_cli.formats import WRITERS, html, markdown, word, writer


def test_each_format_has_its_writer() -> None:
    assert {name: writer(name) for name in WRITERS} == {
        "md": markdown.write,
        "html": html.write,
        "docx": word.write,
    }


def test_another_format_is_refused() -> None:
    with pytest.raises(BadInput) as refusal:
        writer("doc")
    assert (refusal.value.message, refusal.value.hint) == ("没有这种格式：doc", "可用的格式：md、html、docx")


@pytest.mark.parametrize(("name", "loaded"), [("md", "set()"), ("html", "set()"), ("docx", "{'docx'}")])
def test_a_writer_loads_no_more_than_it_needs(name: str, loaded: str) -> None:
    program = (
        "import sys; from liushou_cli.formats import writer; writer(sys.argv[1]);"
        " print({'docx', 'markdown_it', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, name], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == loaded
