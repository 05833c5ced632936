"""Single signs that say the same in another way, or nothing at all.

Letters keep their accents and widths: what looks alike but means something else is left alone,
as are quotation marks, dashes and misspellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.core.cleaning.mending import Edit

# Ligatures come apart because nobody types them when searching.
_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SIGN: Final = re.compile(
    "(?P<ends>\r\n?|[\v\x85\u2028\u2029])"
    "|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]+)"
    "|(?P<halves>[\ud800-\udfff])"
    "|(?P<spaces>[\u00a0\u2007\u202f])"
    # A soft hyphen at a line's end divides a word, and is looked at with the others.
    "|(?P<invisible>(?:[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufff9-\ufffb]|\u00ad(?![ \t]*[\r\n])"
    # A joiner holds an emoji of several together; between letters of ours it means nothing.
    "|\u200d(?![\u2190-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]))+)"
    "|(?P<ligatures>[\ufb00-\ufb06])"
    # Word keeps bullets where Unicode has no signs; these are the usual ones of its fonts.
    "|(?P<bullets>[\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf02d\uf06c\uf06e])"
)
_ALWAYS: Final = frozenset("\uf0b7\uf0a7")  # others stand for other signs inside a line
_STRANGE: Final = re.compile(
    "[\x00-\x08\x0b\x0d-\x1f\x7f-\xa0\u00ad\u2007\u200b-\u200f\u2028-\u202f\u2060-\u2069"
    "\ud800-\udfff\uf000-\uf0ff\ufb00-\ufb06\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def edits(text: str, left_alone: frozenset[str] = frozenset()) -> Iterator[Edit]:
    """Line ends, control characters, no-break spaces, invisible signs, ligatures and bullets."""
    end = 0
    for strange in _STRANGE.finditer(text):
        start = strange.start()
        match = _SIGN.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        kind = match.lastgroup or ""
        if kind in left_alone:
            continue
        match kind:
            case "ends" if match.group() == "\r\n":
                yield Edit(start, start + 1, "")
            case "ends":
                yield Edit(start, end, "\n", "signs")
            case "control":
                yield Edit(start, end, "")
            case "halves":
                # Half of a character: its place is kept, what it was is lost.
                yield Edit(start, end, "\ufffd", "signs")
            case "spaces":
                yield Edit(start, end, " ", kind)
            case "invisible":
                yield Edit(start, end, "", kind)
            case "ligatures":
                yield Edit(start, end, _LIGATURES[match.group()], kind)
            case "bullets" if match.group() in _ALWAYS or _opens_line(text, start):
                yield Edit(start, end, "•", kind)


def _opens_line(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at].strip()
