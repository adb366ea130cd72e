"""A folder's template is rendered apart: the same text as in this process, or an end to it."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats import guarded, kinds, templates
from liushou_cli.formats.guarded import process
from liushou_cli.usecases.report import Asked, report
from tests.helpers.places import SCHOOL, TODAY

VIEW: dict[str, Any] = {"f": {}, "n": {}, "学校": "新溪中学"}
TEN = "[1,2,3,4,5,6,7,8,9,10]"


def rendered(body: str) -> str:
    return guarded.render(templates.read("own", f"---\n名称: 甲\n范围: 班级\n---\n{body}"), VIEW)


@pytest.mark.parametrize("kind", kinds.kinds())
def test_ours_come_out_the_same(kind: str) -> None:
    template = templates.find(kind)
    place = SCHOOL if template.scopes == ("学校",) else SCHOOL / "2012-2"
    named = ("黄志强",) if template.scopes == ("孩子",) else ()
    asked = Asked(scopes=template.scopes, parts=template.parts, children=named)
    view = report(place, asked, date.fromisoformat(TODAY)).view
    assert guarded.render(template, view) == templates.render(template, view)


def test_a_fault_comes_back_as_itself() -> None:
    with pytest.raises(TemplateFault) as refused:
        rendered("\n{{ 学较 }}")
    assert (refused.value.message, refused.value.hint) == (
        "模板 own 第 6 行：没有“学较”这个名字",
        "是不是：学校",
    )


def test_loops_within_loops_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 1.0)
    loops = "".join(f"{{% for a{depth} in {TEN} %}}" for depth in range(12))
    with pytest.raises(TemplateFault) as refused:
        rendered(loops + "{% endfor %}" * 12)
    assert refused.value.message == "模板 own 排了 1 秒还没有排完"


def test_a_text_without_end_is_ended() -> None:
    loops = "".join(f"{{% for a{depth} in {TEN} %}}" for depth in range(8))
    with pytest.raises(TemplateFault) as refused:
        rendered(loops + "很长很长很长很长" + "{% endfor %}" * 8)
    assert refused.value.message.endswith("：文稿超过 20 MiB")


def test_a_process_that_dies_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_CHILD", ("-c", "raise SystemExit(3)"))
    with pytest.raises(TemplateFault) as refused:
        rendered("")
    assert refused.value.message == "模板 own 没有排完，中途停了"


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with modules that would leave a mark if Python looked for its own there."""
    for name in ("json", "jinja2", "liushou_cli", "resource", "encodings"):
        text = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_loaded_from_the_folder_we_stand_in(hostile: Path) -> None:
    assert rendered("{{ 学校 }}") == "新溪中学"
    assert not (hostile / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_no_file_can_be_opened_while_it_renders() -> None:
    code = (
        "from liushou_cli.formats.guarded import __main__ as child\n"
        "child._limit()\n"
        "try:\n    open('/dev/null')\nexcept OSError as error:\n    print(error.errno)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "24\n"
