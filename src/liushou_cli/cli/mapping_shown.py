"""What liushou fill says: which field goes where before, and what could not be filled after."""

from collections import defaultdict
from typing import Any

from liushou_cli.cli.columns import aligned

_MOST_NAMES = 6


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


def done_as_json(done: Any) -> dict[str, Any]:
    names = done.job.found.names
    return {
        **as_json(done.job),
        "files": [str(file) for file in done.files],
        "protected": _protected(done),
        "gaps": [
            {"label": label, "why": why or "没有登记", "children": [names[child] for child in children]}
            for (label, why), children in _gaps(done).items()
        ],
        "withheld": [
            {"child": names[child], "what": what}
            for child, what in done.job.found.withheld(_fields(done.job))
        ],
    }


def told(done: Any) -> list[str]:
    """What the teacher must know before she sends it: line by line."""
    names, job = done.job.found.names, done.job
    lines = [f"已填好 {len(names)} 名孩子，{len(done.files)} 个文件；{_rows_added(done)}原来的空表没有动。"]
    for (label, why), children in _gaps(done).items():
        lines.append(f"没填上：{label}，{len(children)} 名{why or '没有登记'}（{_some(names, children)}）")
    lines += [
        f"没填：{line.slot.label}，{_why_not(line)}"
        for line in job.lines
        if not line.field and not line.by_hand
    ]
    if examples := job.opened.layout.table.examples if job.opened.layout.table else ():
        lines.append(f"表里原有的第 {'、'.join(map(str, examples))} 行没有动，像是样例，交之前看一看。")
    lines += [
        f"注意：{names[child]}的档案有不得透露：{what}" for child, what in job.found.withheld(_fields(job))
    ]
    if protected := _protected(done):
        said = "、".join(f"{kind} {count} 处" for kind, count in protected.items())
        lines.append(f"这份表里有{said}，发给谁、存在哪里，自己把好关；要隐去用 --mask initial。")
    return lines


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
    said += [f"认不出：{line.slot.label}，{_why_not(line)}" for line in unknown if line.near]
    return "\n".join(said)


def _left(line: Any) -> str:
    return "（不填）" if line.by_hand else "（档案里没有）" if line.unkept else "（认不出）"


def _why_not(line: Any) -> str:
    if line.unkept:
        return "档案里没有这一项，手填"
    if line.near:
        return f"拿不准，也许是 {'、'.join(line.near)}，用 --map {line.slot.label}=字段 指明"
    return f"认不出，用 --map {line.slot.label}=字段 指明，不填写 =-"


def _gaps(done: Any) -> dict[tuple[str, str], list[str]]:
    """(label, why) to the children it is true of."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for plan in done.plans:
        for gap in plan.gaps:
            label = _told_apart(gap)
            if gap.child not in found[label, gap.why]:
                found[label, gap.why].append(gap.child)
    return dict(found)


def _told_apart(gap: Any) -> str:
    """出生日期（祖辈.祖父.出生日期）: where the label alone would be taken for the child's."""
    from liushou_cli.domain.labels import field_of, owner_of

    alone = field_of(gap.label.split("/")[-1:]) if "/" not in gap.label else None
    return (
        f"{gap.label}（{gap.field}）" if alone and owner_of(gap.field) != owner_of(alone.field) else gap.label
    )


def _protected(done: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for plan in done.plans:
        for kind, count in plan.protected.items():
            found[kind] = found.get(kind, 0) + count
    return found


def _rows_added(done: Any) -> str:
    added = sum(one.number for plan in done.plans for one in plan.rows)
    return f"加了 {added} 行，" if added else ""


def _some(names: dict[str, str], children: list[str]) -> str:
    said = "、".join(names[child] for child in children[:_MOST_NAMES])
    return f"{said}等" if len(children) > _MOST_NAMES else said


def _fields(job: Any) -> list[str]:
    return [line.field for line in job.lines if line.field]
