"""Adding lines to a list in XML and taking some out, with every other byte as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from qualtool.formats.unpacking import damaged

_QUOTES: Final = (34, 39)
_END: Final = 62
_ENCODING: Final = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")


def edited(
    content: bytes, name: str, lines: str, unwanted: Callable[[Mapping[str, str]], bool]
) -> bytes:
    """The list with `lines` before its end and without the elements that are unwanted.

    `unwanted` is asked of the attributes of each element directly in the root. Raises
    QualtoolError "file_damaged", naming the file, for XML that is broken or not UTF-8.
    """
    refuse_not_utf8(content, name)
    cut: list[tuple[int, int]] = []
    starts: list[tuple[int, bool]] = []
    end = (0, 0)
    parser = expat.ParserCreate("utf-8")

    def start(_tag: str, attributes: dict[str, str]) -> None:
        starts.append((parser.CurrentByteIndex, len(starts) == 1 and unwanted(attributes)))

    def finish(_tag: str) -> None:
        nonlocal end
        begun, goes = starts.pop()
        last = element_end(content, begun, parser.CurrentByteIndex)
        if goes:
            cut.append((begun, last))
        if not starts:
            end = (begun, last)

    parser.StartElementHandler = start
    parser.EndElementHandler = finish
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise damaged(name) from fault
    if not lines and not cut:
        return content
    begun, last = end
    if tag_end(content, begun) == last and lines:  # written as one tag
        root = content[begun + 1 : last].split()[0].rstrip(b"/>")
        body = content[: last - 2] + b">" + lines.encode() + b"</" + root + b">"
        return body + content[last:]
    place = content.rindex(b"</", 0, last) if lines else last
    out = content[:place] + lines.encode() + content[place:]
    for first, final in reversed(cut):
        out = out[:first] + out[final:]
    return out


def refuse_not_utf8(content: bytes, name: str) -> None:
    """Raise QualtoolError "file_damaged" for what is not, or says it is not, UTF-8.

    Office programs write nothing else, and elsewhere places in bytes are not those of letters.
    """
    said = _ENCODING.match(content)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        said is not None and said[1].lower() not in (b"utf-8", b"us-ascii")
    ):
        raise damaged(name)


def element_end(data: bytes, start: int, place: int) -> int:
    """Where an element is over that begins at a byte and whose end was met at `place`.

    An element written as one tag is over with it; what is met then is what comes next.
    """
    first = tag_end(data, start)
    return first if data[first - 2 : first] == b"/>" else tag_end(data, place)


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
