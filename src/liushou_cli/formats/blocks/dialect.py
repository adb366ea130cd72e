"""markdown-it set up for the templates' dialect: `:::` lines, `**` beside Chinese, nothing swallowed."""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

# Each of these would eat or change text without a word: `[a]: b` vanishes, a line of === turns the
# paragraph above into a heading, `&lt;` becomes another character. text_join would make an escaped
# `\<` of a record look like the template's own `<`.
_OFF = ["reference", "lheading", "entity", "text_join"]
_STAR = ord("*")
CAPTION = ":表:"
_ENDS = ["paragraph", "blockquote", "list"]  # what such a line ends; a table asks for "blockquote"


def tokens(text: str) -> list[Token]:
    return _PARSER.parse(text)


class _Parser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        """Keep the key of a figure as written; the default turns Chinese into %E5…"""
        return url


def _colons(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """One `::: 名称` or `:::` line is one token. Pairing them is the reader's work: the container
    plugin of mdit-py-plugins lets an inner `:::` close the outer container."""
    text = _text(state, line)
    if not text.startswith(":::"):
        return False
    if not silent:
        token = state.push("container", "", 0)
        token.info = text.lstrip(":").strip()
        token.map = [line, line + 1]
        state.line = line + 1
    return True


def _caption(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A `:表:` line is a paragraph by itself, also right under the rows, where it would be one more row."""
    text = _text(state, line)
    if not text.startswith(CAPTION):
        return False
    if not silent:
        parts: tuple[tuple[str, Literal[-1, 0, 1]], ...]
        parts = (("paragraph_open", 1), ("inline", 0), ("paragraph_close", -1))
        for kind, nesting in parts:
            token = state.push(kind, "p", nesting)
            token.map = [line, line + 1]
            token.content, token.children = ("", None) if nesting else (text, [])
            token.info = CAPTION  # told apart from a paragraph whose escaped text only looks like one
        state.line = line + 1
    return True


def _text(state: StateBlock, line: int) -> str:
    if state.is_code_block(line):
        return ""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _stars(state: StateInline, silent: bool) -> bool:
    """`**` opens before any text and closes after any text.

    CommonMark's flanking rule counts “ and （ as punctuation and prints the stars of `**“留守儿童”**是`.
    """
    source, start = state.src, state.pos
    if silent or source[start] != "*":
        return False
    end = start
    while end < state.posMax and source[end] == "*":
        end += 1
    opens = end < state.posMax and not source[end].isspace()
    closes = start > 0 and not source[start - 1].isspace()
    for _ in range(end - start):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(_STAR, end - start, len(state.tokens) - 1, end=-1, open=opens, close=closes)
        )
    state.pos = end
    return True


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": True}).enable("table").disable(_OFF)
    parser.block.ruler.before("fence", "colons", _colons, {"alt": _ENDS})
    parser.block.ruler.before("fence", "caption", _caption, {"alt": _ENDS})
    parser.inline.ruler.at("emphasis", _stars)
    return parser


_PARSER = _parser()
