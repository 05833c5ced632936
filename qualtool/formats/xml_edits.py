"""Adding lines to a list in XML and taking some out, with every other byte as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from qualtool.formats.unpacking import damaged

_QUOTES: Final = (34, 39)
_END: Final = 62


def edited(
    content: bytes, name: str, lines: str, unwanted: Callable[[Mapping[str, str]], bool]
) -> bytes:
    """The list with `lines` before its end and without the elements that are unwanted.

    `unwanted` is asked of the attributes of each element directly in the root. Raises
    QualtoolError "file_damaged", naming the file, for XML that is broken or not UTF-8.
    """
    cut: list[tuple[int, int]] = []
    depth = 0
    begun = -1
    end = (0, False)
    parser = expat.ParserCreate("utf-8")

    def start(_tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, begun
        depth += 1
        if depth == 2 and unwanted(attributes):
            begun = parser.CurrentByteIndex

    def finish(_tag: str) -> None:
        nonlocal depth, begun, end
        place = parser.CurrentByteIndex
        if depth == 2 and begun >= 0:
            cut.append((begun, tag_end(content, place)))
            begun = -1
        if depth == 1:
            end = (place, content[place : place + 2] != b"</")
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = finish
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise damaged(name) from fault
    if not lines and not cut:
        return content
    place, empty = end
    if empty and lines:  # written as one tag
        close = tag_end(content, place)
        root = content[place + 1 : close].split()[0].rstrip(b"/>")
        body = content[: close - 2] + b">" + lines.encode() + b"</" + root + b">"
        return body + content[close:]
    out = content[:place] + lines.encode() + content[place:]
    for first, last in reversed(cut):
        out = out[:first] + out[last:]
    return out


def tag_end(data: bytes, start: int) -> int:
    """Where the tag that begins at a byte is over."""
    quote = 0
    for place in range(start, len(data)):
        byte = data[place]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in _QUOTES:
            quote = byte
        elif byte == _END:
            return place + 1
    return len(data)
