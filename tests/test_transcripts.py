"""README and docs are run: every console block shows what the program really says."""

import shutil
from pathlib import Path

import pytest

from tests.helpers import transcript
from tests.helpers.places import ROOT
from tests.helpers.run import Runner
from tests.helpers.transcript import Desk, Step

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WITH_BLOCKS = [path for path in DOCUMENTS if "```console" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("document", WITH_BLOCKS, ids=lambda path: path.name)
def test_document(document: Path, example_repo: Path, run: Runner, request: pytest.FixtureRequest) -> None:
    shutil.copytree(ROOT / "examples" / "表样", example_repo.parent / "表样")
    text = document.read_bytes().decode()
    new, differs = transcript.play(text, Desk(example_repo.parent, example_repo / "2012-2", run))
    if request.config.getoption("--update-transcripts"):
        transcript.rewrite(document, new, differs)
        return
    assert not differs, "\n\n".join(map(str, differs)) + "\n\npytest --update-transcripts 会改写它"


SAMPLE = """\
# 样例

```console
$ ls
class.yaml
...
school.yaml
```

```console exit=2 today=2013-11-05
$ cd ..
$ liushou log-visit \\
    李小花
错误
```
"""


def test_reads_commands_what_they_show_and_the_words_after_console() -> None:
    first, second = transcript.parse(SAMPLE)
    assert first.steps == (Step("ls", ("class.yaml", "...", "school.yaml")),)
    assert (first.line, first.exit_code, first.today) == (3, 0, "")
    assert second.steps == (Step("cd ..", ()), Step("liushou log-visit \\\n    李小花", ("错误",)))
    assert (second.exit_code, second.today) == (2, "2013-11-05")


def test_writes_back_what_it_read() -> None:
    for block in transcript.parse(SAMPLE):
        assert transcript.written(block.steps) == SAMPLE[block.start : block.end]


@pytest.mark.parametrize(
    ("expected", "shown", "same"),
    [
        ("a b", "a b", True),
        ("a b", "a", False),
        ("a ...", "a", True),
        ("... z", "a b z", True),
        ("... z", "a b", False),
        ("a ... m ... z", "a b m c z", True),
        ("a ... m ... z", "a b c z", False),
    ],
)
def test_dots_stand_for_any_number_of_lines(expected: str, shown: str, same: bool) -> None:
    assert transcript.agrees(tuple(expected.split()), tuple(shown.split())) is same


def test_a_wrong_line_is_seen_and_mended(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "甲.txt").write_text("一\n二\n", encoding="utf-8")
    text = "```console\n$ cat 甲.txt\n一\n三\n$ ls\n甲.txt\n```\n"
    new, differs = transcript.play(text, Desk(tmp_path, tmp_path, Runner(tmp_path, environment)))
    assert new == text.replace("三", "二")
    assert [differ.command for differ in differs] == ["cat 甲.txt"]


def test_a_wrong_exit_code_is_not_written_into_the_document(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    document = tmp_path / "a.md"
    document.write_text("```console\n$ liushou list\n李小花\n```\n", encoding="utf-8")
    text = document.read_text(encoding="utf-8")
    new, differs = transcript.play(text, Desk(tmp_path, tmp_path, Runner(tmp_path, environment)))
    with pytest.raises(AssertionError, match=r"第 1 行的块，\$ liushou list\n退出码 2，应为 0"):
        transcript.rewrite(document, new, differs)
    assert document.read_text(encoding="utf-8") == text
    transcript.rewrite(document, new, [differ for differ in differs if not differ.by_code])
    assert document.read_text(encoding="utf-8") == new != text


@pytest.mark.parametrize("command", ["rm -r .", "cat ../../secret", "cd /"])
def test_runs_nothing_but_the_few_commands_and_stays_inside(
    command: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "in").mkdir()
    desk = Desk(tmp_path / "in", tmp_path / "in", Runner(tmp_path, environment))
    with pytest.raises(ValueError, match="transcript"):
        desk.run(command)


def test_a_block_that_begins_without_a_command_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        transcript.parse("```console\nls\n```\n")
