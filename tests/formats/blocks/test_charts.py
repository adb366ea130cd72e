import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats.blocks.charts import chart
from liushou_cli.formats.document import Chart, Series


def test_a_chart() -> None:
    written = '{"kind": "line", "title": "通话", "x": ["9月", "10月"], "series": {"接通": [3, 4.5], "未接": [0, 1]}}'
    assert chart(written, 1) == Chart(
        "line", "通话", ("9月", "10月"), (Series("接通", (3, 4.5)), Series("未接", (0, 1)))
    )


def test_a_chart_without_data_is_a_chart() -> None:
    assert chart('{"kind": "bar", "title": "无", "x": [], "series": {}}', 1) == Chart("bar", "无", (), ())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "图表的数据读不懂"),
        ("[]", "图表的数据读不懂"),
        ('{"kind": "bar", "title": "缺 x", "series": {}}', "图表的数据读不懂"),
        ('{"kind": "bar", "title": "", "x": ["甲"], "series": {"乙": ["3"]}}', "图表的数据读不懂"),
        ('{"kind": "bar", "title": "", "x": ["甲"], "series": {"乙": [-1]}}', "图表的数据读不懂"),
        ('{"kind": "bar", "title": "", "x": ["甲"], "series": {"乙": [NaN]}}', "图表的数据读不懂"),
        ('{"kind": "bar", "title": "", "x": ["甲"], "series": {"乙": [true]}}', "图表的数据读不懂"),
        (
            '{"kind": "bar", "title": "", "x": ["甲"], "series": {"乙": [1, 2]}}',
            "图表每组数的个数要与 x 相同",
        ),
        ('{"kind": "pie", "title": "", "x": [], "series": {}}', "图表的 kind 只能是 bar、stacked、line"),
    ],
)
def test_bad_data_is_refused(written: str, said: str) -> None:
    with pytest.raises(TemplateFault) as refusal:
        chart(written, 7)
    assert refusal.value.message == f"生成的文稿第 7 行：{said}"
