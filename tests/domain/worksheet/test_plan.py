"""Any set of edits comes back as exactly those edits, and what nobody touched never changes a file."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.child import Child
from liushou_cli.domain.roster_row import row_of
from liushou_cli.domain.term import Span
from liushou_cli.domain.worksheet.base import Base
from liushou_cli.domain.worksheet.cells import told
from liushou_cli.domain.worksheet.kinds import KINDS, tree_of
from liushou_cli.domain.worksheet.plan import Known, plan
from liushou_cli.domain.worksheet.reading import Line
from tests.builders import REGISTER, child

TODAY, SPAN = date(2013, 12, 30), Span(date(2013, 9, 1), date(2014, 1, 31))
KIND = KINDS["visits"]
HEADS = [column.head for column in KIND.columns]
CELLS = {
    "日期": st.dates(date(2013, 9, 1), date(2013, 10, 31)).map(date.isoformat),
    "性质": st.sampled_from(["", "定期", "不定期"]),
    "家访人": st.sampled_from(["", "张敏", "张敏、李伟"]),
    "对象": st.sampled_from(["", "奶奶", "奶奶、父亲"]),
    "情况": st.sampled_from(["", "孩子好", "第一行\n第二行"]),
    "家教指导": st.sampled_from(["", "多通话"]),
    "跟进事项": st.sampled_from(["配眼镜", "买炭"]),
    "期限": st.sampled_from(["", "2013-11-01", "2013-12-01"]),
}
ROW = st.fixed_dictionaries(CELLS)


def visited(row: dict[str, str]) -> Child:
    task: dict[str, str | None] = {"事项": row["跟进事项"], "期限": row["期限"], "完成": "2013-12-24"}
    record: dict[str, Any] = {"号": "k7m2qx", "日期": row["日期"], "跟进": [task], "目的": "看看"}
    record |= {head: row[head].split("、") for head in ("家访人", "对象") if row[head]}
    record |= {head: row[head] for head in ("性质", "情况", "家教指导") if row[head]}
    task.update({} if row["期限"] else {"期限": None})
    return child(家访=[record])


def known(one: Child) -> dict[str, Known]:
    return {one.id: Known(row_of(one, REGISTER, "lixiaohua", "lxh", "2012-2"), one, SPAN, "张敏")}


def line(row: dict[str, str]) -> Line:
    cells = {head: f"{letter}4" for letter, head in zip("ABCDEFGHIJ", ("编号", "姓名", *HEADS), strict=True)}
    return Line(4, "4kx7qm", "李小花", "k7m2qx", {head: row[head] or None for head in HEADS}, cells)


def base(row: dict[str, str]) -> Base:
    return Base("visits", ("2012-2",), "2013-2", "2013-11-01", "token", {("4kx7qm", "k7m2qx"): row}, {})


@given(exported=ROW, sheet=ROW)
def test_exactly_the_cells_that_were_edited_change(exported: dict[str, str], sheet: dict[str, str]) -> None:
    found = plan(base(exported), [line(sheet)], known(visited(exported)), TODAY)
    edited = {head for head in HEADS if exported[head] != sheet[head]}
    assert not found.problems
    assert {column.head for one in found.corrected for column, _, _ in one.cells} == edited
    for one in found.corrected:
        assert {head: told(one.after, KIND.column(head)) for head in HEADS} == sheet
        assert one.after["跟进"][0]["完成"] == "2013-12-24"
        assert one.after["目的"] == "看看"


@given(exported=ROW, file=ROW)
def test_a_sheet_nobody_touched_changes_nothing(exported: dict[str, str], file: dict[str, str]) -> None:
    found = plan(base(exported), [line(exported)], known(visited(file)), TODAY)
    assert (found.corrected, found.new, found.problems, found.untouched) == ((), (), (), 1)


@given(exported=ROW, file=ROW, sheet=ROW)
def test_of_three_voices_none_is_lost(
    exported: dict[str, str], file: dict[str, str], sheet: dict[str, str]
) -> None:
    found = plan(base(exported), [line(sheet)], known(visited(file)), TODAY)
    both = {head for head in HEADS if len({exported[head], file[head], sheet[head]}) == 3}
    assert {one.cell for one in found.problems} == {line(sheet).cell(head) for head in both}
    for one in found.corrected:
        wanted = {head: file[head] if sheet[head] == exported[head] else sheet[head] for head in HEADS}
        assert {head: told(one.after, KIND.column(head)) for head in HEADS} == wanted
        assert one.before == tree_of(visited(file).visits[0])
