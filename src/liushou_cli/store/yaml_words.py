"""What a YAML reader complains of, in a teacher's words, at the line that is really wrong.

A slip often shows only lines later; the usual ones of a Chinese keyboard and
of Notepad are looked for first.
"""

import re
from typing import TypeAlias

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_WIDE_COLON = re.compile(r"^[ \-]*[\w·（）()]{1,12}：")
_NO_SPACE = re.compile(r"^[ \-]*[\w·]{1,12}:[^ \r\n]")
_BEHIND_QUOTE = re.compile(r""":[ ]+(?:"[^"\\]*"|'[^']*')[ ]*[^\s#,\]}]""")
_WIDE_COMMA = re.compile(r"[\[{][^\"']*，[\w·]{1,12}: ")
_REASONS = (
    ("scanning an alias", "文字不能以 * 开头", "给冒号后面的内容加上双引号"),
    ("scanning an anchor", "文字不能以 & 开头", "给冒号后面的内容加上双引号"),
    ("scanning a tag", "文字不能以 ! 开头", "给冒号后面的内容加上双引号"),
    ("scanning a block scalar", "文字不能以 | 或 > 开头", "给冒号后面的内容加上双引号"),
    ("cannot start any token", "这个字符不能开头", "给这一行冒号后面的内容加上双引号"),
    ("mapping values are not allowed", "一行里有两个冒号", "给冒号后面的内容加上双引号"),
    ("unexpected end of stream", "引号没有配对", "在这段文字的末尾补上引号"),
    ("while scanning a quoted", "引号没有配对", "在这段文字的末尾补上引号"),
    (
        "did not find expected ',' or",
        "方括号或花括号里缺逗号，或没有配对",
        "各项之间用半角逗号，末尾补上 ] 或 }",
    ),
    ("did not find expected key", "缩进与上一行对不齐", "同一层的行左边对齐"),
    ("did not find expected '-'", "列表的各项对不齐", "每一项都以“- ”开头，左边对齐"),
    ("block sequence entries are not allowed", "“- ”不能写在这里", "换一行再写“- ”"),
    ("could not find expected ':'", "这一行没有冒号", "写成“键: 值”，冒号用半角，后面空一格"),
    ("did not find expected node content", "这里缺一个值", "补上，或删掉多余的符号"),
    ("hexdecimal number", "双引号里的 \\ 后面不对", "改用单引号，或写成 \\\\"),
    ("unknown escape", "双引号里的 \\ 后面不对", "改用单引号，或写成 \\\\"),
)

Fault: TypeAlias = tuple[int, str, str, str]


def explain(text: str, line: int, reason: str) -> Fault:
    """(line, message, hint, kind) for a reader's *reason* at *line* (from 1)."""
    lines = text.split("\n")
    return habit(text, line) or _by_reason(lines, line, reason)


def conflict(text: str) -> Fault | None:
    """A place where two people changed the same thing and git left both."""
    if found := _CONFLICT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        return (
            line,
            "两个人改了同一处，还没有合并",
            "在 ======= 上下两段中留下对的一段，删掉 <<<<<<<、=======、>>>>>>> 三行",
            "conflict",
        )
    return None


def habit(text: str, line: int) -> Fault | None:
    """One of the usual slips at *line* or shortly above it."""
    if found := conflict(text):
        return found
    lines = text.split("\n")
    for number in range(min(line, len(lines)), max(0, line - 4), -1):
        content = lines[number - 1]
        indent = content[: len(content) - len(content.lstrip())]
        if "\t" in indent:
            return number, "这一行用制表符（Tab）缩进", "换成空格", "tab"
        if "\u3000" in indent:
            return number, "这一行用全角空格缩进", "换成半角空格", "indent"
        if _WIDE_COLON.match(content):
            return number, f"冒号是全角的：{_excerpt(content)}", "换成半角冒号，后面空一格", "colon"
        if _NO_SPACE.match(content):
            return number, f"冒号后面没有空格：{_excerpt(content)}", "在冒号后面加一个空格", "colon"
        if _WIDE_COMMA.search(content):
            return number, f"括号里用了全角逗号：{_excerpt(content)}", "换成半角逗号，后面空一格", "yaml"
        if _BEHIND_QUOTE.search(content):
            return (
                number,
                f"引号后面还有字：{_excerpt(content)}",
                "整个值放进一对单引号里，或去掉引号",
                "yaml",
            )
    return None


def _by_reason(lines: list[str], line: int, reason: str) -> Fault:
    content = lines[line - 1] if line <= len(lines) else ""
    for clue, message, hint in _REASONS:
        if clue in reason:
            return line, f"{message}：{_excerpt(content)}" if content.strip() else message, hint, "yaml"
    return line, f"读不懂这一行：{_excerpt(content)}", "写成“键: 值”，各层用空格缩进", "yaml"


def _excerpt(content: str) -> str:
    content = content.strip()
    return content if len(content) <= 24 else content[:24] + "…"
