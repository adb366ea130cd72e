"""Places in the text of a file: where a node ends, where a line begins, where lines are put in."""

from liushou_cli.store.yaml_text import Node, Scalar, Sequence


def content_end(text: str, node: Node) -> int:
    """The offset just behind the last character of *node* itself, without trailing blanks or comments."""
    if isinstance(node, Scalar):
        if node.style not in ("|", ">"):
            return node.end
        header = text[node.start : text.find("\n", node.start)]
        return node.end if "+" in header else node.start + len(text[node.start : node.end].rstrip())
    if node.flow:
        return node.end
    last = node.items[-1] if isinstance(node, Sequence) else list(node.entries.values())[-1][1]
    return content_end(text, last)


def insert_lines(text: str, at: int, lines: list[str], newline: str = "") -> str:
    """*newline* where *text* has been cut and may have lost the only line end that told which it is."""
    newline = newline or newline_of(text)
    added = "".join(line + newline for line in lines)
    if at == len(text) and text and not text.endswith("\n"):
        return text + newline + added.removesuffix(newline)
    return text[:at] + added + text[at:]


def line_behind(text: str, node: Node) -> int:
    """The offset of the first line behind *node*."""
    end = content_end(text, node)
    return end if text[end - 1 : end] == "\n" else line_end(text, end)


def behind_comments(text: str, at: int, column: int) -> int:
    """Past comment lines indented deeper than *column*: they belong to what stands above them."""
    while at < len(text):
        end = line_end(text, at)
        line = text[at:end]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        at = end
    return at


def newline_of(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """The offset behind the line break of the line *index* is on."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def column_of(text: str, index: int) -> int:
    return index - line_start(text, index)
