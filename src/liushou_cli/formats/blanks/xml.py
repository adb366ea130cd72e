"""The XML of a part, read without entities or network and written back: with parcel, the only door to lxml."""

from collections.abc import Iterator

from lxml import etree

from liushou_cli.errors import BadInput

Element = etree._Element
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parsed(content: bytes, part: str) -> Element:
    """Raises :class:`BadInput` for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise BadInput(f"表里的 {part} 坏了，读不了", "用 WPS、Excel 或 Word 打开，另存一份，再填") from None


def written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: Element) -> str:
    """The name without its namespace; "" for comments and instructions."""
    tag = element.tag
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""  # type: ignore[redundant-expr]


def namespace(element: Element) -> str:
    return etree.QName(element).namespace or ""


def named(root: Element, *names: str) -> Iterator[Element]:
    """All elements below *root* with one of these names, in any namespace."""
    return (element for element in root.iter() if local(element) in names)


def child(element: Element, name: str) -> Element | None:
    return next((one for one in element if local(one) == name), None)


def made(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child in the parent's namespace."""
    return etree.SubElement(parent, f"{{{namespace(parent)}}}{name}", attributes)


def alike(sibling: Element, name: str, **attributes: str) -> Element:
    """A new element in the namespace of *sibling*, not yet placed."""
    return etree.Element(f"{{{namespace(sibling)}}}{name}", attributes, nsmap=None)


def attribute(element: Element, name: str) -> str:
    """Its value in whatever namespace the attribute is, "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def drop(element: Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def plain(element: Element) -> str:
    """All text in it."""
    return "".join(str(part) for part in element.itertext()).strip()
