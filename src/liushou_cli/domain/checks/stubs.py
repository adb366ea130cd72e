"""What is left of files that went elsewhere (moved/编号.yaml)."""

from collections.abc import Iterator

from liushou_cli.domain.checks.finding import Said
from liushou_cli.domain.checks.subject import StubFile


def file_name(asked: StubFile) -> Iterator[Said]:
    if asked.name != f"{asked.value.id}.yaml":
        message = f"编号写的是“{asked.value.id[:20]}”，文件名是 {asked.name}"
        yield Said(("编号",), message, "改成一样；编号以孩子现在的档案为准")


def no_place(asked: StubFile) -> Iterator[Said]:
    if not asked.value.to:
        yield Said((), "没有写去向", "补上 去向班级 或 去向学校")


def returned(asked: StubFile) -> Iterator[Said]:
    if asked.returned:
        hint = "孩子真在这个班的，删掉存根；已经转走的，children 里的是多出来的副本，对照后移走"
        yield Said(("编号",), f"{asked.value.id} 留着转走的存根，可档案又在 children 里", hint)
