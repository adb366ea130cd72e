import os
from pathlib import Path

import pytest

from liushou_cli.store.layout import locate
from liushou_cli.store.strays import strays


@pytest.fixture
def school(tmp_path: Path) -> Path:
    lay(tmp_path, "school.yaml", "2012-1/class.yaml", "2012-2/class.yaml", "2012-2/children/4kx7qm.yaml")
    lay(tmp_path, "2012-2/activities/2013-2.yaml", "homes.yaml", "说明.docx", "templates/summary.md")
    return tmp_path


def lay(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("格式: 1\n", encoding="utf-8")


def found(root: Path) -> list[tuple[str, str]]:
    return [(one.file, one.message) for one in strays(locate(root))]


def test_a_tidy_school_has_none(school: Path) -> None:
    lay(
        school,
        ".git/config",
        ".liushou/lock",
        "2012-2/children/.liushou-4kx7qm.yaml.tmp",
        "2012-2/children/.DS_Store",
    )
    lay(school, "2012-2/children/.gitkeep", "2012-2/Thumbs.db", "2012-2/children/.obsidian/x.yaml")
    assert found(school) == []


def test_a_class_without_its_class_yaml_is_a_class_that_is_not_counted(school: Path) -> None:
    lay(school, "2012-3/children/k7m2qx.yaml", "资料/表格.xlsx")
    assert found(school) == [("2012-3/", "文件夹 2012-3 没有 class.yaml，里面的孩子都没有读")]


def test_whatever_else_lies_with_the_children(school: Path) -> None:
    lay(
        school,
        "2012-2/children/k7m2qx.yaml.bak",
        "2012-2/children/.k7m2qx.yaml.swp",
        "2012-2/children/照片.jpg",
        "2012-2/children/旧/k7m2qx.yaml",
        "2012-2/children/K7M2QX.YAML",
        "2012-2/activities/活动.txt",
        "2012-2/名单.yaml",
        "2012-2/school.yaml",
        "2012-2/homes.yaml",
    )
    assert found(school) == [
        ("2012-2/homes.yaml", "homes.yaml 在班级的文件夹里，程序不读"),
        ("2012-2/school.yaml", "school.yaml 在班级的文件夹里，程序不读"),
        ("2012-2/名单.yaml", "名单.yaml 不在 children 里，程序不读"),
        ("2012-2/children/.k7m2qx.yaml.swp", ".k7m2qx.yaml.swp 的名字不是 编号.yaml，程序不读"),
        ("2012-2/children/K7M2QX.YAML", "K7M2QX.YAML 的名字不是 编号.yaml，程序不读"),
        ("2012-2/children/k7m2qx.yaml.bak", "k7m2qx.yaml.bak 的名字不是 编号.yaml，程序不读"),
        ("2012-2/children/旧/", "children 里有文件夹 旧，里面的文件程序不读"),
        ("2012-2/children/照片.jpg", "照片.jpg 的名字不是 编号.yaml，程序不读"),
        ("2012-2/activities/活动.txt", "活动.txt 的名字不是 学期.yaml，程序不读"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_are_not_followed_in_silence(school: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    lay(elsewhere, "children/k7m2qx.yaml", "class.yaml")
    (school / "2012-4").symlink_to(elsewhere)
    (school / "2012-1" / "children").symlink_to(elsewhere / "children")
    assert found(school) == [
        ("2012-4/", "文件夹 2012-4 是符号链接，程序不读"),
        ("2012-1/children", "children 不是真正的文件夹，程序不读"),
    ]


def test_in_a_class_that_stands_alone(tmp_path: Path) -> None:
    lay(tmp_path, "2012-2/class.yaml", "2012-2/school.yaml")
    (hint,) = [one.hint for one in strays(locate(tmp_path / "2012-2"))]
    assert hint == "把内容并进 class.yaml"
