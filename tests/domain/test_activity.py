import pytest
from pydantic import ValidationError

from liushou_cli.domain.activity import Activities, Activity

HELD = {"日期": "2013-09-27", "类别": "班会", "主题": "我和爸妈的电话"}


@pytest.mark.parametrize(
    ("present", "absent", "there"),
    [
        ("全体", None, True),
        ("全体", "4kx7qm", False),
        (["4kx7qm", "k7m2qx"], None, True),
        (["k7m2qx"], None, False),
        (["4kx7qm"], ["4kx7qm"], False),
    ],
)
def test_who_was_there(present: object, absent: object, there: bool) -> None:
    held = Activity.model_validate({**HELD, "参加": present, "缺席": absent})
    assert held.includes("4kx7qm") is there


@pytest.mark.parametrize(
    "change",
    [{"参加": None}, {"参加": []}, {"参加": "全体", "监护人到会": "-1"}, {"参加": "全体", "类别": "开会"}],
)
def test_what_an_activity_may_not_say(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Activity.model_validate({**HELD, **change})


def test_a_term_of_activities() -> None:
    term = Activities.model_validate({"格式": "1", "学期": "2013-2", "活动": [{**HELD, "参加": "全体"}]})
    assert [held.title for held in term.activities] == ["我和爸妈的电话"]
    assert Activities.model_validate({"格式": "1", "学期": "2013-2"}).activities == ()
