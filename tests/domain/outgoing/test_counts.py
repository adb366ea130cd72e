from liushou_cli.domain.masking import Mask
from liushou_cli.domain.outgoing.counts import Count, counts, pictures
from tests.builders import child, roll, scene


def test_every_split_sums_to_all() -> None:
    told = counts(scene(roll(child(), child(性别="男"))))
    assert told[:4] == [
        Count("合计", "在籍学生", 46),
        Count("合计", "留守儿童", 2),
        Count("性别", "男", 1),
        Count("性别", "女", 1),
    ]
    for split in ("性别", "年龄", "父母外出", "就读方式", "照护人", "年龄与性别"):
        assert sum(int(one.number or 0) for one in told if one.split == split) == 2, split


def test_pupils_nobody_counted_are_not_none_of_them() -> None:
    assert counts(scene(roll(child(), 学生数=None)))[0] == Count("合计", "在籍学生", None)


def test_classes_are_told_apart_where_there_are_several() -> None:
    told = counts(scene(roll(child()), roll(child(), child(), name="2012-1", 班级="2012-1")))
    assert [one.number for one in told if one.item == "留守儿童"] == [3, 1, 2]


def test_published_small_cells_are_withheld_and_nothing_is_drawn() -> None:
    told = counts(scene(roll(*(child() for _ in range(6)), child(性别="男")), mask=Mask.FULL))
    assert [one.number for one in told if one.split == "性别"] == ["<5", "不列"]
    assert pictures(told) == {}


def test_a_total_that_is_withheld_is_not_told_by_the_number_of_pupils() -> None:
    assert counts(scene(roll(child()), mask=Mask.FULL))[0] == Count("合计", "留守儿童", "<5")


def test_what_is_drawn() -> None:
    drawn = pictures(counts(scene(roll(child(), child(性别="男", 出生日期="1998-01-01")))))
    assert drawn["年龄与性别"] == (
        ("0—5岁", "6—13岁", "14—16岁", "17岁以上"),
        {"男": [0, 0, 1, 0], "女": [0, 1, 0, 0]},
    )
    assert drawn["父母外出"] == {"双亲留守": 0, "单亲留守": 2}
