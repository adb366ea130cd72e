from pathlib import Path

import pytest

from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput
from liushou_cli.store.layout import ClassFolder, Records, classes_below, locate, yaml_files


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Two classes, and much that is none."""
    folder = tmp_path / "新溪中学"
    for name in ("2012-2", "2013-1"):
        (folder / name / "children").mkdir(parents=True)
        (folder / name / "class.yaml").touch()
    (folder / "school.yaml").touch()
    (folder / "templates").mkdir()
    (folder / ".liushou" / "2011-1").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".git" / "class.yaml").touch()
    (folder / "notes.txt").touch()
    return folder


def test_in_a_class_or_below_it_is_that_class(school: Path) -> None:
    one = school / "2012-2"
    for place in (one, one / "children"):
        records = locate(place)
        assert records == Records(school, (ClassFolder(one, school),), whole_school=False)
        assert records.only_class.name == "2012-2"


def test_in_a_school_or_beside_its_classes_are_all_of_them(school: Path) -> None:
    for place in (school, school / "templates"):
        records = locate(place)
        assert (records.root, [folder.name for folder in records.classes], records.whole_school) == (
            school,
            ["2012-2", "2013-1"],
            True,
        )
    with pytest.raises(BadInput, match="这里有几个班") as caught:
        _ = locate(school).only_class
    assert caught.value.hint == "用 -C 指明一个班：2012-2、2013-1"


def test_a_folder_of_classes_without_school_file(school: Path) -> None:
    (school / "school.yaml").unlink()
    records = locate(school)
    assert (records.root, len(records.classes), records.whole_school) == (school, 2, True)
    assert locate(school / "2012-2").root == school / "2012-2"


def test_a_class_alone_is_its_own_root(tmp_path: Path) -> None:
    (tmp_path / "class.yaml").touch()
    (folder,) = locate(tmp_path).classes
    assert (folder.root, folder.path, folder.school_file) == (tmp_path, tmp_path, None)
    (tmp_path / "school.yaml").touch()
    assert locate(tmp_path).only_class.school_file is None


def test_a_school_without_classes(school: Path) -> None:
    for name in ("2012-2", "2013-1"):
        (school / name / "class.yaml").unlink()
    records = locate(school)
    assert (records.classes, records.whole_school) == ((), True)
    with pytest.raises(BadInput, match="还没有班级"):
        _ = records.only_class


def test_nowhere(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="这里没有班级档案"):
        locate(tmp_path)
    with pytest.raises(BadInput, match="没有文件夹 gone"):
        locate(tmp_path / "gone")
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="没有文件夹 file"):
        locate(tmp_path / "file")


def test_links_are_not_followed(school: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "class.yaml").touch()
    (school / "2014-1").symlink_to(outside)
    (school / "2015-1").mkdir()
    (school / "2015-1" / "class.yaml").symlink_to(outside / "class.yaml")
    assert [folder.name for folder in classes_below(school, school)] == ["2012-2", "2013-1"]
    (school / "2012-2" / "school.yaml").symlink_to(school / "school.yaml")
    assert locate(school / "2012-2").root == school
    (school / "2012-2" / "activities").symlink_to(outside)
    assert yaml_files(school / "2012-2" / "activities") == []


def test_the_folder_itself_may_be_reached_through_a_link(school: Path, tmp_path: Path) -> None:
    (tmp_path / "桌面").symlink_to(school / "2012-2")
    assert locate(tmp_path / "桌面").root == school


def test_the_files_of_a_class(school: Path) -> None:
    folder = locate(school / "2012-2").only_class
    for name in (
        "k7m2qx.yaml",
        "4kx7qm.yaml",
        "9w2d4t.yml",
        ".liushou-4kx7qm.yaml.tmp",
        ".x.yaml",
        "notes.md",
        "4kx7qm.yaml.bak",
    ):
        (folder.path / "children" / name).touch()
    assert [file.name for file in folder.child_files()] == ["4kx7qm.yaml", "9w2d4t.yml", "k7m2qx.yaml"]
    assert folder.activity_files() == []
    (folder.path / "activities").mkdir()
    (folder.path / "activities" / "2013-2.yaml").touch()
    assert folder.activity_files() == [folder.activities_file(Term(2013, 2))]
    assert folder.relative(folder.child_file("4kx7qm")) == "2012-2/children/4kx7qm.yaml"
    assert folder.school_file == school / "school.yaml"
    assert folder.settings_file == school / "2012-2" / "class.yaml"


@pytest.mark.parametrize(
    "child_id", ["", "../../x", "4kx7q", "4KX7QM", "/etc/a", "con", "a\x00bcde", "李小花李小花"]
)
def test_what_is_no_id_leads_to_no_file(school: Path, child_id: str) -> None:
    with pytest.raises(BadInput, match="不是编号"):
        locate(school / "2012-2").only_class.child_file(child_id)
