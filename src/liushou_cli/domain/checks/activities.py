"""The activities of a class against its children, its terms and the file's own name."""

from collections.abc import Iterator

from liushou_cli.domain import term
from liushou_cli.domain.activity import EVERYONE
from liushou_cli.domain.checks.finding import Path, Said, label
from liushou_cli.domain.checks.subject import ActivitiesFile

_HINT = "写孩子的编号（就是文件名），不写姓名；全班都到写 全体"


def file_name(asked: ActivitiesFile) -> Iterator[Said]:
    found = asked.value.term
    if asked.name != f"{found}.yaml":
        message = f"学期写的是“{found}”，文件名是 {asked.name}"
        yield Said(("学期",), message, f"文件改名为 {found}.yaml，或改正学期；已有那份文件的，把活动抄过去")


def outside_term(asked: ActivitiesFile) -> Iterator[Said]:
    found = term.parse(asked.value.term)
    span = asked.settings.span(found) if asked.settings else term.default_span(found)
    for index, activity in enumerate(asked.value.activities):
        if activity.on not in span and activity.on <= asked.today:
            path = ("活动", index, "日期")
            message = f"{label(path)}是 {activity.on}，不在 {found} 学期（{span.first} 到 {span.last}）"
            yield Said(path, message, "改正日期，或移到那个学期的文件里")


def unknown_child(asked: ActivitiesFile) -> Iterator[Said]:
    for index, activity in enumerate(asked.value.activities):
        for name, ids in (("参加", activity.present), ("缺席", activity.absent)):
            path: Path = ("活动", index, name)
            for one in dict.fromkeys(ids):
                if one != EVERYONE and one not in asked.children:
                    yield Said(
                        path,
                        f"{label(path)}里有“{one}”，本班没有这个编号",
                        "写孩子的编号（文件名），不写姓名；全班写 全体",
                    )
                elif (child := asked.children.get(one)) and not child.enrolled_on(activity.on):
                    yield Said(
                        path, f"{label(path)}里有 {one}，{activity.on} 这一天他不在班", "核对编号和日期"
                    )


def odd_presence(asked: ActivitiesFile) -> Iterator[Said]:
    """全体 stands alone; nobody is both present and absent, or named twice."""
    for index, activity in enumerate(asked.value.activities):
        path = ("活动", index, "参加")
        if EVERYONE in activity.present and len(activity.present) > 1:
            yield Said(path, f"{label(path)}里既有“全体”又有编号", "全班都到的只写 全体；没来的写进缺席")
        for one in dict.fromkeys(activity.present):
            if one in activity.absent:
                yield Said(path, f"{label(path)}里有 {one}，缺席里也有", "两处删掉一处")
            if activity.present.count(one) > 1:
                yield Said(path, f"{label(path)}里 {one} 写了两次", "删掉一个")
