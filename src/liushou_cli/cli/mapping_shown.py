"""What liushou fill says before it writes: which field goes where."""

from typing import Any

from liushou_cli.cli.columns import aligned


def shown(job: Any) -> str:
    """The mapping as a numbered list, with what the first child would get, masked."""
    rows = [("", "标签", "位置", "填什么", "写法", "样子（隐去）")]
    for number, (line, place, how, sample) in enumerate(_lines(job), 1):
        field = (line.field or _left(line)) + ("" if line.sure else "？")
        rows.append((str(number), line.slot.label, place, field, how, sample))
    return "\n".join(part for part in (_size(job), aligned(rows, right=frozenset({0})), _doubts(job)) if part)


def as_json(job: Any) -> dict[str, Any]:
    lines = [
        {"label": line.slot.label, "cell": place, "field": line.field, "sure": line.sure, "how": how}
        | ({"near": list(line.near)} if line.near else {})
        for line, place, how, _ in _lines(job)
    ]
    table = job.opened.layout.table
    return {
        "form": job.opened.title,
        "kind": job.opened.form.kind,
        "one_file_per_child": job.opened.several,
        "first_row": table.first if table else None,
        "free_rows": table.free if table and table.free < 10_000 else None,
        "children": len(job.found.subjects),
        "mapping": {line.slot.label: line.field for line in job.lines if line.field},
        "unmapped": [line.slot.label for line in job.lines if not line.field and not line.by_hand],
        "lines": lines,
    }


def _lines(job: Any) -> list[tuple[Any, str, str, str]]:
    """(line, where, how, what the first child would get) of each place."""
    from liushou_cli.domain.blanks.plan import masked, sample
    from liushou_cli.domain.blanks.wording import How

    first = masked(job.found.subjects[0])
    found = []
    for line in job.lines:
        place = job.opened.form.grids[line.slot.grid].address(line.slot.row, line.slot.col)
        how = How.of(line.slot).told(line.field) if line.field else ""
        found.append((line, place, how, sample(line, first) if line.field else ""))
    return found


def _size(job: Any) -> str:
    table, count = job.opened.layout.table, len(job.found.subjects)
    if table is None:
        return f"《{job.opened.title}》是一个孩子一张的表，要填 {count} 名，各一个文件："
    free = f"空行 {table.free} 行" if table.free < 10_000 else "空行够用"
    more = f"，要加 {count - table.free} 行" if table.free < count else ""
    return f"《{job.opened.title}》是一行一个孩子的表，{free}，要填 {count} 名{more}："


def _doubts(job: Any) -> str:
    said = []
    if any(not line.sure for line in job.lines):
        said.append("带？的是猜的，看看对不对。")
    unknown = [line for line in job.lines if not line.field and not line.by_hand]
    said += [f"认不出：{line.slot.label}，{why_not(line)}" for line in unknown if line.near]
    return "\n".join(said)


def _left(line: Any) -> str:
    return "（不填）" if line.by_hand else "（档案里没有）" if line.unkept else "（认不出）"


def why_not(line: Any) -> str:
    if line.unkept:
        return "档案里没有这一项，手填"
    if line.near:
        return f"拿不准，也许是 {'、'.join(line.near)}，用 --map {line.slot.label}=字段 指明"
    return f"认不出，用 --map {line.slot.label}=字段 指明，不填写 =-"
