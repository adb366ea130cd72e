"""mappings.yaml: read, added to, corrected; the lines of a person stay."""

from pathlib import Path

import pytest

from liushou_cli.errors import Damaged
from liushou_cli.store.mappings import remember, remembered
from liushou_cli.store.opening import open_records
from liushou_cli.store.transaction import transaction


@pytest.fixture
def school(tmp_path: Path) -> Path:
    (tmp_path / "school.yaml").write_text("格式: 1\n", encoding="utf-8")
    return tmp_path


def _remember(school: Path, pairs: dict[str, str], form: str = "") -> None:
    records = open_records(school)
    with transaction(records.root, lambda: None) as change:
        remember(change, records, pairs, form)
        change.commit()


def test_nothing_is_remembered_before_anything_was_said(school: Path) -> None:
    assert remembered(open_records(school)) == {}
    _remember(school, {})
    assert not (school / "mappings.yaml").exists()


def test_headings_are_remembered_added_and_corrected(school: Path) -> None:
    _remember(school, {"*娃娃 生日": "出生日期", "爱好": "不要"})
    assert remembered(open_records(school)) == {"娃娃生日": "出生日期", "爱好": "不要"}
    file = school / "mappings.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# 镇里的表\n", encoding="utf-8")
    _remember(school, {"娃娃生日": "备注", "爱好": "不要"})
    _remember(school, {"家长电话": "父亲.电话"}, form="登记表")
    assert file.read_text(encoding="utf-8") == (
        '格式: 1\n对应:\n- {表头: "*娃娃 生日", 字段: 备注}\n- {表头: 爱好, 字段: 不要}\n'
        "- {表头: 家长电话, 字段: 父亲.电话, 表: 登记表}\n# 镇里的表\n"
    )
    assert remembered(open_records(school)) == {"娃娃生日": "备注", "爱好": "不要"}
    assert remembered(open_records(school), "登记表") == {"家长电话": "父亲.电话"}


def test_a_broken_file_is_named(school: Path) -> None:
    (school / "mappings.yaml").write_text("格式: 1\n对应: [{表头: 甲}]\n", encoding="utf-8")
    with pytest.raises(Damaged, match=r"mappings.yaml:2：缺“对应第 1 条的字段”"):
        remembered(open_records(school))
