"""Which faces are taken, and what is said where there are none."""

import pytest

from liushou_cli.errors import BadInput
from liushou_cli.formats.pdf.faces import SOURCES, Faces, choose, rank


def test_the_faces_of_windows_under_their_english_names() -> None:
    windows = [
        "Arial",
        "FangSong",
        "KaiTi",
        "Microsoft YaHei",
        "NSimSun",
        "SimHei",
        "SimSun",
        "Times New Roman",
    ]
    assert choose(windows) == Faces(
        body=("FangSong",),
        level_1=("SimHei",),
        level_2=("KaiTi",),
        title=("SimSun", "NSimSun"),
        table=("SimSun", "NSimSun"),
        latin=("Times New Roman",),
    )


def test_the_papers_own_faces_come_first_as_they_are_spelled_here() -> None:
    found = choose(["simsun", "仿宋", "仿宋_gb2312", "黑体", "楷体", "方正小标宋简体", "Libertinus Serif"])
    assert (found.body, found.title) == (("仿宋_gb2312", "仿宋"), ("方正小标宋简体", "simsun"))


def test_one_chinese_face_of_each_kind_will_do() -> None:
    noto = choose(["Noto Sans CJK SC", "Noto Serif CJK SC", "Libertinus Serif"])
    serif = ("Noto Serif CJK SC",)
    assert noto == Faces(serif, ("Noto Sans CJK SC",), serif, serif, serif, ("Libertinus Serif",))


@pytest.mark.parametrize(
    ("families", "lacking"),
    [
        (["Arial", "Libertinus Serif"], "仿宋、黑体、楷体、宋体"),
        (["SimSun", "SimHei", "KaiTi"], "仿宋"),
        (["Noto Serif CJK SC"], "黑体"),
    ],
)
def test_what_is_missing_is_named(families: list[str], lacking: str) -> None:
    with pytest.raises(BadInput) as refusal:
        choose(families)
    assert (refusal.value.message, refusal.value.hint) == (
        f"出 PDF 要用的字体，这台电脑上没有：{lacking}",
        SOURCES,
    )


def test_families_for_rare_characters_are_the_last_to_try_and_stand_once() -> None:
    more = Faces(body=("仿宋",), table=("宋体", "甲")).followed_by(["甲", "乙"])
    assert (more.body, more.table, more.latin) == (
        ("仿宋", "甲", "乙"),
        ("宋体", "甲", "乙"),
        ("Times New Roman",),
    )


def test_a_face_like_the_papers_is_tried_before_others() -> None:
    families = ["Zapfino", "Microsoft YaHei", "Arial", "SimSun-ExtB", "Noto Serif CJK SC"]
    assert sorted(families, key=rank) == [
        "SimSun-ExtB",
        "Noto Serif CJK SC",
        "Microsoft YaHei",
        "Arial",
        "Zapfino",
    ]
