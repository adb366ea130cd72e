"""Pairings that cannot be meant: one person twice, too many children for one person, kin as a proxy parent."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from liushou_cli.domain.base import in_force
from liushou_cli.domain.checks.finding import Finding, Said, label
from liushou_cli.domain.checks.subject import ChildFile
from liushou_cli.domain.pairs import kin, repeated


def twice(asked: ChildFile) -> Iterator[Said]:
    for later, earlier in repeated(asked.child):
        one = asked.child.pairings[later]
        message = f"{label(('结对', later))}又是{one.name}（{one.role}），与第 {earlier + 1} 条的日子重叠"
        yield Said(("结对", later), message, "重复的删掉一条；中间断过的，给前一条写上至")


def of_kin(asked: ChildFile) -> Iterator[Said]:
    for place, one in enumerate(asked.child.pairings):
        if who := kin(asked.child, one):
            message = f"代理家长{one.name}也写成了孩子的{who}"
            hint = "代理家长是家外面来关心孩子的人；是同名的两个人就不用改，是一个人就删掉一处"
            yield Said(("结对", place, "姓名"), message, hint)


def overloaded(children: Sequence[ChildFile]) -> Iterator[Finding]:
    """A person paired with more children at once than the school allows, told at those above the limit."""
    held: dict[tuple[str, str], list[tuple[ChildFile, int]]] = defaultdict(list)
    for one in children:
        if one.child.enrolled_on(one.today):
            running = in_force(one.child.pairings, one.today)
            for person in dict.fromkeys((pair.name, pair.workplace) for pair in running):
                place = next(
                    n for n, pair in enumerate(one.child.pairings)
                    if pair in running and (pair.name, pair.workplace) == person
                )  # fmt: skip
                held[person].append((one, place))
    for (name, _), pairs in held.items():
        limits = [one.settings.pairs_each for one, _ in pairs if one.settings]
        limit = min((one for one in limits if one), default=len(pairs))
        latest = sorted(pairs, key=lambda found: found[0].child.pairings[found[1]].since)[limit:]
        for one, place in latest:
            yield Finding(
                "pair-load", one.file, ("结对", place, "姓名"),
                f"{name}现在结对 {len(pairs)} 名，超过 {limit} 名",
                "有几名换一个人结对，原来的写上至；学校定的数变了，就在 school.yaml 里改 结对上限",
            )  # fmt: skip
