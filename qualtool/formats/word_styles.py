"""What the styles of a Word document mean: which are headings, lists, hidden or bold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from qualtool.formats.unpacking import Package
from qualtool.formats.xml_reading import local, parse_xml

_HEADING: Final = re.compile(r"heading (\d)")
_TITLES: Final = {"title": 1, "subtitle": 2}
_BASED_ON_AT_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it leaves that to the one it is based on."""

    heading: int | None = None  # 0 for none
    listed: bool | None = None
    list_level: int = 0
    hidden: bool | None = None
    bold: bool | None = None
    based_on: str = ""


PLAIN: Final = Style(heading=0, listed=False, hidden=False, bold=False)


def styles_of(package: Package, path: str) -> Mapping[str, Style]:
    """The styles of a document by their identifiers, each with what it takes from others."""
    content = package.part(path)
    if content is None:
        return {}
    written: dict[str, Style] = {}
    for element in parse_xml(content, package.name):
        if local(str(element.tag)) == "style" and attribute(element, "type") != "table":
            written[attribute(element, "styleId")] = _style(element)
    return {name: _whole(name, written) for name in written}


def attribute(element: etree._Element, name: str, default: str = "") -> str:
    """An attribute whatever its namespace."""
    for key, value in element.items():
        if local(str(key)) == name:
            return str(value)
    return default


def is_on(element: etree._Element) -> bool:
    """Whether a switch such as bold is on: it is, unless its value says no."""
    return attribute(element, "val", "true").lower() not in ("0", "false", "off", "none")


def _style(element: etree._Element) -> Style:
    name = based_on = ""
    heading: int | None = None
    listed = hidden = bold = None
    list_level = 0
    for child in element.iter():
        match local(str(child.tag)):
            case "name":
                name = attribute(child, "val").lower()
            case "basedOn":
                based_on = attribute(child, "val")
            case "outlineLvl":
                heading = _outline(child)
            case "numId":
                listed = attribute(child, "val") != "0"
            case "ilvl":
                list_level = _number(child)
            case "vanish":
                hidden = is_on(child)
            case "b":
                bold = is_on(child)
    if match := _HEADING.fullmatch(name):
        heading = int(match[1])
    elif name in _TITLES:
        heading = _TITLES[name]
    elif name.startswith(("list bullet", "list number")):
        listed = True
    return Style(heading, listed, list_level, hidden, bold, based_on)


def _outline(element: etree._Element) -> int:
    level = _number(element)
    return level + 1 if level < 9 else 0


def _number(element: etree._Element) -> int:
    value = attribute(element, "val")
    return int(value) if value.isdigit() and len(value) < 3 else 0


def _whole(name: str, written: Mapping[str, Style]) -> Style:
    """A style with what it leaves open filled from the styles below it."""
    style = written[name]
    heading, listed, hidden, bold = style.heading, style.listed, style.hidden, style.bold
    level = style.list_level
    below = style.based_on
    for _step in range(_BASED_ON_AT_MOST):
        base = written.get(below)
        if base is None:
            break
        heading = base.heading if heading is None else heading
        if listed is None and base.listed is not None:
            listed, level = base.listed, base.list_level
        hidden = base.hidden if hidden is None else hidden
        bold = base.bold if bold is None else bold
        below = base.based_on
    return Style(heading or 0, bool(listed), level, bool(hidden), bool(bold))
