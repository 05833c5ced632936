"""A figure on a web page: the drawing itself, titled and told in words, and nothing that runs."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Final

from lxml import etree

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Figure, caption
from qualtool.formats.markup import escaped
from qualtool.formats.xml_reading import local, parse_xml

_SVG: Final = "{http://www.w3.org/2000/svg}"
_LEFT_OUT: Final = frozenset({"script", "foreignObject", "iframe", "metadata", "animate", "set"})
_POINTING: Final = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_OUTSIDE: Final = re.compile(r"@import|url\(\s*['\"]?(?!#)", re.IGNORECASE)
_NAMES: Final = ("aria-labelledby", "aria-describedby")


def picture(figure: Figure, key: str) -> str:
    """The picture of a figure as HTML; `key` makes the names in the drawing the page's own."""
    drawing = _drawing(figure)
    if drawing is None:
        return (
            f'<img src="data:image/png;base64,{b64encode(figure.png).decode()}"'
            f' width="{figure.width}" height="{figure.height}" alt="{escaped(figure.alternative)}">'
        )
    view = drawing.get("viewBox") or f"0 0 {figure.width} {figure.height}"
    kept = "".join(
        f' {name}="{_value(value, key)}"'
        for name, value in _attributes(drawing)
        if name not in {"width", "height", "viewBox", "role", "id", "lang", *_NAMES}
    )
    inside = "".join(
        _element(each, key) for each in drawing if each.tag not in (f"{_SVG}title", f"{_SVG}desc")
    )
    return (
        f'<svg role="img" aria-labelledby="{key}-title {key}-desc" width="{figure.width}"'
        f' height="{figure.height}" viewBox="{escaped(view)}"{kept}>'
        f'<title id="{key}-title">{escaped(caption(figure))}</title>'
        f'<desc id="{key}-desc">{escaped(figure.alternative)}</desc>{inside}</svg>'
    )


def is_drawn(figure: Figure) -> bool:
    """Whether the page shows the drawing; otherwise it holds the points of the picture."""
    return _drawing(figure) is not None


def _drawing(figure: Figure) -> etree._Element | None:
    if not figure.svg:
        return None
    try:
        root = parse_xml(figure.svg, caption(figure))
    except QualtoolError:
        if not figure.png:
            raise
        return None
    return root if root.tag == f"{_SVG}svg" else None


def _element(element: etree._Element, key: str) -> str:
    name = local(element.tag)
    if name in _LEFT_OUT or (name == "style" and _OUTSIDE.search(element.text or "")):
        return escaped(element.tail or "")
    attributes = "".join(
        f' {each}="{_named(each, value, key)}"' for each, value in _attributes(element)
    )
    inside = escaped(element.text or "") + "".join(_element(each, key) for each in element)
    tail = escaped(element.tail or "")
    return f"<{name}{attributes}>{inside}</{name}>{tail}"


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for tag, value in element.attrib.items():
        name = local(str(tag))
        if name.startswith("on") or (name == "href" and not str(value).startswith("#")):
            continue
        if "}" not in str(tag) or name in ("href", "lang"):
            yield name, str(value)


def _named(name: str, value: str, key: str) -> str:
    if name == "id":
        return escaped(f"{key}-{value}")
    if name == "href":
        return escaped(f"#{key}-{value[1:]}")
    if name in _NAMES:
        return escaped(" ".join(f"{key}-{each}" for each in value.split()))
    return _value(value, key)


def _value(value: str, key: str) -> str:
    if _OUTSIDE.search(value):
        return ""
    return escaped(_POINTING.sub(rf"url(#{key}-\1)", value))
