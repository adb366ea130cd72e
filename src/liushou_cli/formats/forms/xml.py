"""Parts as trees and back: the one door to lxml. Nothing outside the text given is ever fetched."""

from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tree(content: bytes) -> Any:
    """Raises ``ValueError`` for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None


def written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def element(tag: str, parent: Any = None, text: str | None = None, **attributes: str) -> Any:
    """A new element, the last of *parent* where one is given. An attribute takes its namespace from *tag*."""
    made = etree.Element(tag) if parent is None else etree.SubElement(parent, tag)
    space = tag[: tag.index("}") + 1] if tag.startswith(W) else ""
    for name, value in attributes.items():
        made.set(space + name, value)
    if text is not None:
        made.text = text
        if text != text.strip():
            made.set(SPACE, "preserve")
    return made


def within(node: Any, tag: str) -> Any:
    """The nearest *tag* that *node* stands in; None where it stands in none."""
    return next(node.iterancestors(tag), None)
