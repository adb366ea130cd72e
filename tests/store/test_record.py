from pathlib import Path

from liushou_cli.domain.child import Child
from liushou_cli.domain.problem import Problem
from liushou_cli.store.record import load

GOOD = "格式: 1\n编号: 4kx7qm\n姓名: 李小花\n性别: 女\n出生日期: 2001-05-12\n在班:\n- {自: 2012-09-01}\n家访: {日期: 2013-10-12}\n"  # noqa: E501


def test_a_good_file(tmp_path: Path) -> None:
    path = tmp_path / "4kx7qm.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    loaded = load(path, "2012-2/children/4kx7qm.yaml", Child)
    assert loaded.value is not None
    assert loaded.source is not None
    assert (loaded.value.name, loaded.problems, loaded.source.bom) == ("李小花", (), True)
    assert [loaded.line(path) for path in (("姓名",), ("在班", 0), ("家访", 0, "日期"), ("通话", 3))] == [
        3,
        7,
        8,
        1,
    ]


def test_a_file_that_is_no_yaml(tmp_path: Path) -> None:
    path = tmp_path / "4kx7qm.yaml"
    path.write_text("姓名：李小花\n", encoding="utf-8")
    loaded = load(path, "f.yaml", Child)
    assert loaded.problems == (
        Problem("f.yaml", 1, "colon", "冒号是全角的：姓名：李小花", "换成半角冒号，后面空一格"),
    )
    assert (loaded.value, loaded.root, loaded.line(("姓名",))) == (None, None, 0)
    assert loaded.source is not None


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").symlink_to(tmp_path / "other")
    loaded = load(tmp_path / "f.yaml", "f.yaml", Child)
    assert loaded.problems == (
        Problem("f.yaml", 0, "unreadable", "f.yaml 是符号链接，不读", "换成真正的文件"),
    )
    assert (loaded.value, loaded.root, loaded.source) == (None, None, None)


def test_a_tree_the_model_refuses_keeps_its_places(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(GOOD.replace("性别: 女", "性别: 妇"), encoding="utf-8")
    loaded = load(tmp_path / "f.yaml", "f.yaml", Child)
    assert (loaded.value, loaded.line(("性别",)), [one.line for one in loaded.problems]) == (None, 4, [4])
