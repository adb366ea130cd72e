"""A large roster takes hardly more memory than a small one: no file of a child is held while others are read."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.run import Runner

HEAD = "姓名,性别,出生日期,父亲姓名,父亲务工地点,父亲外出时间,父亲电话,监护人,关系,家庭住址\n"
ROW = "林{name},女,2004-05-20,林强,{place},2011-02,138{n:08d},林大爷,祖父,石塘村{n}组\n"
# The peak of this process alone: what getrusage says includes the one that started it.
PROGRAM = """
import sys
from pathlib import Path
from liushou_cli.__main__ import main
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(peak.split()[1], file=sys.stderr)
"""
STEPS = {
    "new": ("旧.csv",),
    "nothing changes": ("旧.csv",),
    "one in 25 moved": ("新.csv", "--overwrite", "全部"),
}


def _roster(rows: int, moved: int = 0) -> str:
    """*moved*: every so many rows the father is elsewhere."""
    lines = [
        ROW.format(
            name=chr(0x4E00 + n // 50) + chr(0x5000 + n % 50),
            n=n,
            place="江苏省苏州市" if moved and n % moved == 0 else "浙江省宁波市",
        )
        for n in range(rows)
    ]
    return HEAD + "".join(lines)


def _peaks(room: Path, rows: int, environment: dict[str, str]) -> dict[str, int]:
    """KiB that each step takes at its most, one after another in the class at *room*."""
    (room / "旧.csv").write_text(_roster(rows), encoding="utf-8")
    (room / "新.csv").write_text(_roster(rows, moved=25), encoding="utf-8")
    peaks = {}
    for step, args in STEPS.items():
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "import", *args, "--yes", "--json"],
            cwd=room, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        peaks[step] = int(done.stderr.split()[-1])
    return peaks


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_ten_times_the_rows_is_not_much_more_memory(small: Path, tmp_path: Path, run: Runner) -> None:
    other = tmp_path / "2010-2"
    (other / "children").mkdir(parents=True)
    (other / "class.yaml").write_bytes((small / "class.yaml").read_bytes().replace(b"2010-1", b"2010-2"))
    few, many = _peaks(other, 250, run.environment), _peaks(small, 2500, run.environment)
    assert {step: peak for step, peak in many.items() if peak > 1.6 * few[step]} == {}
