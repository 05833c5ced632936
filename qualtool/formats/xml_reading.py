"""Reading XML from strangers: no entities, nothing from outside, nothing endlessly deep."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from qualtool.formats.unpacking import damaged


def parse_xml(content: bytes, name: str) -> etree._Element:
    """The root element of XML; raises `QualtoolError` naming the file when it is broken.

    A document type declaration is refused: no Office program writes one, and it is how small XML
    grows without end or fetches what it should not.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise damaged(name) from fault
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise damaged(name)
    return root


@lru_cache(maxsize=2048)
def local(tag: str) -> str:
    """The name of an element or attribute without its namespace, of which Word has several."""
    return tag.rpartition("}")[2]
