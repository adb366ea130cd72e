"""liushou leave: the last day in a class."""

from pathlib import Path

import pytest

from tests.helpers.run import Runner


def test_the_stay_is_closed_and_the_past_stands(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    ask = ("report", "--format", "json", "--as-of", "2013-11-30")
    before = run(*ask, cwd=folder).out
    ran = run("leave", "许明", "--on", "2013-12-06", "--reason", "转学", "--to", "广东省佛山市", cwd=folder)
    assert (ran.code, ran.err.splitlines()[0]) == (0, "已记离班：许明，在班到 2013-12-06，转学。")
    text = (folder / "children" / "fxk4k1.yaml").read_text(encoding="utf-8")
    assert "  至: 2013-12-06\n  原因: 转学\n  去向: 广东省佛山市\n" in text
    names = run("list", cwd=folder).out
    assert "许明" not in names
    assert _values(before)
    assert _values(run(*ask, cwd=folder).out) == _values(before)


def _values(text: str) -> list[str]:
    return [line for line in text.splitlines() if '"value"' in line]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--on", "2011-12-06", "--reason", "转学"), "错误：2011-12-06 那天许明不在这个班，或已经记过离开"),
        (("--on", "2014-12-06", "--reason", "转学"), "错误：日期 2014-12-06 还没有到（今天是 2013-12-30）"),
        (("--on", "2013-12-06", "--reason", "走了"), "错误：原因写的是“走了”"),
        (("--on", "2013-12-06"), "错误：缺 --reason（原因）"),
    ],
)
def test_what_cannot_be_is_refused(example: Path, run: Runner, args: tuple[str, ...], said: str) -> None:
    folder = example / "2012-2"
    file = folder / "children" / "fxk4k1.yaml"
    before = file.read_bytes()
    ran = run("leave", "许明", *args, cwd=folder)
    assert (ran.code, ran.err.splitlines()[0]) == (2, said)
    assert file.read_bytes() == before
