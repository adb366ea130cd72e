"""What is promised or begun and not done, and where in the file it stands."""

from liushou_cli.domain.unfinished import unfinished
from tests.builders import child


def test_promises_plans_quarrels_and_concerns_that_are_open() -> None:
    one = child(
        家访=[
            {"日期": "2013-10-12", "性质": "定期", "跟进": [
                {"事项": "配眼镜", "完成": "2013-10-20"}, {"事项": "补课", "期限": "2013-11-01"},
            ]},
        ],
        事件=[{"日期": "2013-11-05", "情况": "摔伤", "跟进": [{"事项": "陪去复查"}]}],
        帮扶计划=[{"学期": "2013-2", "目标": "作业当天交"}, {"学期": "2013-2", "完成": "2013-12-01"}],
        矛盾调解=[{"日期": "2013-11-06", "结果": "跟踪中"}, {"日期": "2013-11-07", "结果": "已化解"}],
        关注事项=[{"日期": "2013-11-08", "情况": "总一个人坐着", "结果": "跟踪中"}],
    )  # fmt: skip
    assert [(open_.kind, open_.said, open_.place) for open_ in unfinished(one)] == [
        ("跟进", "补课", ("家访", 0, "跟进", 1)),
        ("跟进", "事件跟进（2013-11-05 的事件）", ("事件", 0, "跟进", 0)),
        ("帮扶计划", "作业当天交", ("帮扶计划", 0)),
        ("矛盾调解", "2013-11-06 的矛盾", ("矛盾调解", 0)),
        ("关注事项", "总一个人坐着", ("关注事项", 0)),
    ]
