"""Parts as trees and back: the one door to lxml. Nothing outside the text given is ever fetched."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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


def local(element: Element | None) -> str:
    """The name without its namespace; "" for comments, instructions and nothing."""
    tag = None if element is None else element.tag
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    return etree.QName(element).namespace or ""


def named(root: Element, *names: str) -> Iterator[Any]:
    """All elements below *root*, itself too, with one of these names, in any namespace: Excel knows two."""
    return root.iter(*(f"{{*}}{name}" for name in names))


def child(element: Element, name: str) -> Any:
    """The first child of that name in any namespace, or None."""
    return next(element.iterchildren(f"{{*}}{name}"), None)


def made(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child in the parent's namespace."""
    return etree.SubElement(parent, f"{{{namespace(parent)}}}{name}", attributes)


def alike(sibling: Element, name: str, **attributes: str) -> Element:
    """A new element in the namespace of *sibling*, not yet placed."""
    return etree.Element(f"{{{namespace(sibling)}}}{name}", attributes, nsmap=None)


def attribute(element: Element, name: str) -> str:
    """Its value in whatever namespace the attribute is, "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def drop(element: Any, *attributes: str) -> None:
    for name in attributes:
        element.attrib.pop(name, None)


def plain(element: Element) -> str:
    """All text in it."""
    return "".join(str(part) for part in element.itertext()).strip()
