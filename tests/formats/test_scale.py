import pytest

from liushou_cli.formats.document import Chart, Series
from liushou_cli.formats.scale import number, step_of, top_of


def chart(kind: str, *series: tuple[float, ...]) -> Chart:
    x = tuple("甲" * len(series[0])) if series else ()
    return Chart(kind, "", x, tuple(Series("", values) for values in series))


@pytest.mark.parametrize(
    ("drawn", "top", "step"),
    [
        (chart("bar"), 0, 1),
        (chart("bar", (0, 0)), 0, 1),
        (chart("bar", (1, 2)), 2, 1),
        (chart("bar", (6, 19), (3, 4)), 19, 5),
        (chart("stacked", (6, 19), (3, 4)), 23, 5),
        (chart("line", (600,)), 600, 100),
        (chart("bar", (0.3, 0.9)), 0.9, 0.2),
    ],
)
def test_the_axis(drawn: Chart, top: float, step: float) -> None:
    assert top_of(drawn) == top
    assert step_of(drawn) == pytest.approx(step)


@pytest.mark.parametrize(
    ("value", "written"), [(3, "3"), (3.0, "3"), (0.5, "0.5"), (1 / 3, "0.33"), (100, "100")]
)
def test_numbers_are_written_short(value: float, written: str) -> None:
    assert number(value) == written
