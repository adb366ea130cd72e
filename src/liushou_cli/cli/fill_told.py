"""What liushou fill says when it is done: what is not filled in, and what is now in that file."""

from collections import defaultdict
from typing import Any

from liushou_cli.cli import mapping_shown

_MOST_NAMES = 6
_LOOK = "，没有盖住什么，交出去以前自己看一遍"


def as_json(done: Any) -> dict[str, Any]:
    names = done.job.found.names
    return {
        **mapping_shown.as_json(done.job),
        "files": [str(file) for file in done.files],
        "protected": _protected(done),
        "gaps": [
            {"label": label, "why": why or "没有登记", "children": [names[child] for child in children]}
            for (label, why), children in _gaps(done).items()
        ],
        "withheld": [
            {"child": names[child], "what": what, "kept": kept}
            for child, what, kept in done.job.found.withheld(_fields(done.job))
        ],
    }


def told(done: Any) -> list[str]:
    """What the teacher must know before she sends it: line by line."""
    names, job = done.job.found.names, done.job
    lines = [f"已填好 {len(names)} 名孩子，{len(done.files)} 个文件；{_rows_added(done)}原来的空表没有动。"]
    for (label, why), children in _gaps(done).items():
        lines.append(f"没填上：{label}，{len(children)} 名{why or '没有登记'}（{_some(names, children)}）")
    lines += [
        f"没填：{line.slot.label}，{mapping_shown.why_not(line)}"
        for line in job.lines
        if not line.field and not line.by_hand
    ]
    if examples := job.opened.layout.table.examples if job.opened.layout.table else ():
        lines.append(f"表里原有的第 {'、'.join(map(str, examples))} 行没有动，像是样例，交之前看一看。")
    lines += [
        f"注意：{names[child]}的档案有不得透露：{what}{'' if kept else _LOOK}"
        for child, what, kept in job.found.withheld(_fields(job))
    ]
    if protected := _protected(done):
        said = "、".join(f"{kind} {count} 处" for kind, count in protected.items())
        lines.append(f"这份表里有{said}，发给谁、存在哪里，自己把好关；要隐去用 --mask initial。")
    return lines


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
