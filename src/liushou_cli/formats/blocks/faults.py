"""How the reader refuses a text: the line and the kind of thing, never its words, which may name a child."""

from liushou_cli.errors import TemplateFault

_HINT = "模板里只能用标题、段落、列表、表格、图表和 ::: 容器，写法见模板说明"

NAMES = {
    "blockquote_open": "引用（行首的 >）",
    "code_block": "缩进的代码块",
    "code_inline": "行内代码（反引号）",
    "em_open": "斜体（单个 *）",
    "fence": "代码块（只认 chart）",
    "hr": "分隔线",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "图片",
    "ordered_list_open": "编号列表（标题的编号自动生成）",
}


def fault(line: int, what: str, hint: str = "") -> TemplateFault:
    return TemplateFault(f"生成的文稿第 {line} 行：{what}", hint)


def unknown(line: int, token_type: str) -> TemplateFault:
    return fault(line, f"不支持的内容：{NAMES.get(token_type, token_type)}", _HINT)
