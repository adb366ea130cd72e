"""What was really written, two characters at a time, and words that are nobody's."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from liushou_cli.domain import choices, papers
from liushou_cli.domain.choices import Choice

Draw = Callable[[int], int]  # a number from 0 up to, not including, the one given
_PAIR = re.compile(r"(?=([一-鿿]{2}))")
_PHRASES = (
    "此段凭空编造", "仅供操练使用", "绝非真有其事", "字句随手拼凑", "长短约莫相同", "切莫信以为真", "任意杜撰而成",
    "毫无依据可言", "聊作填空罢了", "皆属乌有之谈", "权且占据位置", "不涉任何活人",
)  # fmt: skip
_BLANK = "◇"
CHOICES = frozenset(
    word
    for kind in (*vars(choices).values(), *vars(papers).values())
    if isinstance(kind, type) and issubclass(kind, Choice)
    for word in kind.words()
)
# Words of the format that are no Choice, because a person may write others: they point at nobody.
COMMON = frozenset(
    {"全体", "自己", "监护人", "学校", "公安", "教育部门", "汉族", "我班", "本班", "我校", "本校"}
)


def texts(tree: Any) -> Iterator[str]:
    """Every value in *tree*, at every depth."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from texts(part)
    elif isinstance(tree, str):
        yield tree


def pairs(text: str) -> set[str]:
    """Every two Chinese characters that stand together in *text*."""
    return set(_PAIR.findall(text))


class Filler:
    """Sentences that share no two characters with what was really written; one for the same one always."""

    def __init__(self, written: Iterable[str], draw: Draw) -> None:
        self.real = {pair for text in written for pair in pairs(text)}
        self._phrases = [one for one in _PHRASES if not pairs(one) & self.real]
        self._draw = draw
        self._told: dict[str, str] = {}

    def text(self, real: str) -> str:
        """As long as *real*, line by line."""
        if real not in self._told:
            self._told[real] = "\n".join(self._line(len(line)) for line in real.split("\n"))
        return self._told[real]

    def _line(self, length: int) -> str:
        if not self._phrases:
            return _BLANK * length
        made = self._phrase()
        while len(made) < length:
            made += f"，{self._phrase()}"
        return made[:length].rstrip("，") if length > 1 else _BLANK * length

    def _phrase(self) -> str:
        return self._phrases[self._draw(len(self._phrases))]
