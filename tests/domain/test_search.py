"""Words in notes, however they were typed."""

import pytest

from liushou_cli.domain.search import flat, hits, parse, sentence


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("眼镜", ["眼镜"]),
        ("奶奶 住院", ["奶奶", "住院"]),
        ("奶奶，住院", ["奶奶住院"]),
        ("“眼镜 坏了” ＱＱ", ["眼镜坏了", "qq"]),
        ("眼镜 眼镜 。", ["眼镜"]),
    ],
)
def test_parse(query: str, words: list[str]) -> None:
    assert parse(query) == words


@pytest.mark.parametrize("query", ["", "  ", "。，", "“”"])
def test_nothing_to_look_for(query: str) -> None:
    with pytest.raises(ValueError, match="没有写要找的字"):
        parse(query)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("配眼镜", ["眼镜"], ["眼镜"]),
        ("眼 镜，", ["眼镜"], ["眼 镜"]),
        ("用ＱＱ和qq", ["qq"], ["ＱＱ", "qq"]),
        ("138-0000 1234", ["13800001234"], ["138-0000 1234"]),
        ("奶奶的奶奶", ["奶奶", "的奶奶"], ["奶奶", "的奶奶"]),
        ("没有", ["眼镜"], []),
        ("", ["眼镜"], []),
        ("哈哈哈", ["哈哈"], ["哈哈哈"]),
    ],
)
def test_hits(text: str, words: list[str], found: list[str]) -> None:
    assert [text[first:last] for first, last in hits(text, words)] == found


def test_the_sentence_around_it() -> None:
    text = "孩子很好。奶奶说眼镜坏了；要配新的。\n下周再去"
    assert sentence(text, ["眼镜"]) == "奶奶说眼镜坏了；"
    assert sentence(text, ["眼镜", "下周"]) == "奶奶说眼镜坏了；要配新的。 下周再去"
    assert sentence(text, ["没有"]) == ""


def test_flat() -> None:
    assert flat("ＱＱ： １３８—0000，阿依古丽·买买提 喆") == "qq1380000阿依古丽买买提喆"
