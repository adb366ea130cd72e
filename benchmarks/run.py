"""What a command costs beside the bare interpreter: ``python benchmarks/run.py``.

Every row is a whole process, from start to exit. The rows are run in turn
(A B C A B C ...), so that a noisy machine disturbs all of them alike; each
ratio is the median of the ratios within one turn. Compare ratios, not
milliseconds. Peak memory is the largest of a row's runs, as the kernel counts
it (``wait4``), never less than this program's own; where there is no ``wait4`` it is left out.

The interpreter that runs this file is the one that is measured.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCHOOL = ROOT / "examples" / "新溪中学"
MEMORY_TARGET = 120  # MB, for every row
TYPER = "import typer; app = typer.Typer(rich_markup_mode=None); app.command()(lambda: None); app([])"
LIUSHOU = ("-c", "from liushou_cli.__main__ import console; console()")  # what the installed script does


@dataclass
class Row:
    """One command, made anew for each run by *words*, and what its runs cost."""

    title: str
    words: Callable[[Path], list[str]]
    target: float = 0  # times the bare interpreter; 0 = none
    prepare: Callable[[Path], None] | None = None
    seconds: list[float] = field(default_factory=list)
    peak: float = 0.0  # MB


def python(*args: str) -> Callable[[Path], list[str]]:
    return lambda _: [sys.executable, *args]


def liushou(*args: str) -> Callable[[Path], list[str]]:
    return lambda school: [sys.executable, *LIUSHOU, "-C", str(school / "2012-2"), *args]


def two_siblings(school: Path) -> list[str]:
    """A visit to the first two children of the class: as good as siblings, for the cost."""
    first = [path.stem for path in sorted((school / "2012-2" / "children").glob("*.yaml"))[:2]]
    said = ["--on", "2013-12-20", "--with", "奶奶", "--by", "张敏", "--kind", "定期", "--note", "一切都好。"]
    return [*liushou("log-visit", *first, *said)(school)]


def no_index(school: Path) -> None:
    """Takes the throw-away folders: what is left are the records themselves."""
    for folder in school.rglob(".liushou"):
        shutil.rmtree(folder)


def rows() -> list[Row]:
    report = ("report", "--term", "2013-2", "--as-of", "2013-12-30")
    return [
        Row("python -c pass", python("-c", "pass")),
        Row("typer 程序，一个空命令", python("-c", TYPER)),
        Row("liushou --help", python(*LIUSHOU, "--help"), 7),
        Row("list", liushou("list"), 15),
        Row("list，没有索引", liushou("list"), prepare=no_index),
        Row("log-visit 两个孩子，提交", two_siblings, 20),
        Row("report，md", liushou(*report), 25),
        Row("report，docx", liushou(*report, "--format", "docx", "--output", "a.docx"), 40),
    ]


def make_school(place: Path) -> Path:
    """A copy of the example as a git repository that commits every change."""
    school = Path(shutil.copytree(SCHOOL, place / SCHOOL.name))
    settings = school / "2012-2" / "class.yaml"
    text = settings.read_text(encoding="utf-8")
    if "自动提交" not in text:
        settings.write_text(f"{text.rstrip()}\n自动提交: 是\n", encoding="utf-8")
    for args in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "建立档案"]):
        subprocess.run(["git", *args], cwd=school, env=environment(place), check=True)
    return school


def environment(home: Path) -> dict[str, str]:
    who = {f"GIT_{role}_{part}": "bench" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    home_and_day = {"HOME": str(home), "LIUSHOU_TODAY": "2013-12-30"}
    return os.environ | who | home_and_day | {"GIT_CONFIG_NOSYSTEM": "1", "PYTHONUTF8": "1"}


def measure(row: Row, school: Path, home: Path) -> None:
    """Runs the row once. Stops the whole run with the command's own words if it fails."""
    if row.prepare:
        row.prepare(school)
    command = row.words(school)
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, env=environment(home)
        )
        code, peak = wait(process)
        row.seconds.append(time.perf_counter() - start)
        row.peak = max(row.peak, peak)
        if code:
            said.seek(0)
            words = said.read().decode(errors="replace")
            sys.exit(f"{row.title}: {' '.join(command)}\n退出码 {code}\n{words}")


def wait(process: "subprocess.Popen[bytes]") -> tuple[int, float]:
    """Exit code and peak memory in MB (0 where the system does not tell)."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB on Linux
    return process.returncode, usage.ru_maxrss * unit / 1e6


def table(measured: list[Row]) -> str:
    base = measured[0].seconds
    heads = f"{'毫秒':>8}{'最小':>8}{'倍':>7}{'目标':>6}{'内存 MB':>8}  "
    lines = [heads]
    for row in measured:
        ratio = statistics.median(mine / bare for mine, bare in zip(row.seconds, base, strict=True))
        missed = (row.target and ratio > row.target) or row.peak > MEMORY_TARGET
        typical, least = statistics.median(row.seconds) * 1000, min(row.seconds) * 1000
        figures = (
            f"{typical:10.1f}{least:10.1f}{ratio:8.2f}{row.target or '—':>8}{row.peak or float('nan'):10.1f}"
        )
        lines.append(f"{figures}  {row.title}{'  未达标' if missed else ''}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="每条命令的耗时与内存，和空的 Python 解释器并排")
    parser.add_argument("-n", "--turns", type=int, default=15, help="轮数（默认 15）")
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        measured = rows()
        # Each row has a school of its own: the visits of one must not weigh on the others.
        schools = []
        for number, _ in enumerate(measured):
            (place / str(number)).mkdir()
            schools.append(make_school(place / str(number)))
        for row, school in zip(measured, schools, strict=True):
            measure(row, school, place)  # a first run warms caches and is not counted
            row.seconds.clear()
        for _ in range(turns):
            for row, school in zip(measured, schools, strict=True):
                measure(row, school, place)
    print(f"Python {sys.version.split()[0]}，{turns} 轮；内存目标 {MEMORY_TARGET} MB")
    print(table(measured))


if __name__ == "__main__":
    main()
