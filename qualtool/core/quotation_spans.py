"""Words between quotation marks, of whatever kind and direction they are."""

from __future__ import annotations

import re
from typing import Final

# Each opening mark with those that may close it. Marks are mixed in what people type: a straight
# one closes a curled one, and Swedish and German use the same signs the other way round.
_CLOSING: Final = {
    "«": "»",
    "»": "«»",
    "‹": "›",
    "“": '”"“″',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    '"': '"”“',
    "″": '″"',
    "＂": "＂",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "’": "’",
    "`": "´'`",
}
_SINGLE: Final = frozenset("‘‚'’`‹")
_OPENING: Final = re.compile("[" + re.escape("".join(_CLOSING)) + "]")


def marked_spans(text: str) -> list[tuple[int, int]]:
    """Where words stand in quotation marks: start and end in code points, without the marks.

    The outermost marks count. A mark that is opened and not closed reaches to the end of the text.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while (mark := _OPENING.search(text, at)) is not None:
        start = mark.end()
        if not _opens(text, mark.start()):
            at = start
            continue
        end = _end(text, start, mark[0])
        if end is None:
            at = start
            continue
        if text[start:end].strip():
            found.append((start, end))
        at = end + 1
    return found


def _opens(text: str, at: int) -> bool:
    """Whether the mark at a place opens: nothing but space or punctuation stands before it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or (after.isspace() and text[at] not in "«“„"):
        return False
    return not before or not (before.isalnum() or before in ")]!?%")


def _end(text: str, start: int, opening: str) -> int | None:
    """Where what was opened is closed; None where the mark was an apostrophe or the like."""
    closing = _CLOSING[opening]
    depth = 0
    for at in range(start, len(text)):
        sign = text[at]
        if sign == opening and sign not in closing and opening not in _SINGLE:
            depth += 1
        elif sign in closing and _closes(text, at, opening):
            if depth == 0:
                return at
            depth -= 1
    if opening in _SINGLE or opening in "»”″":
        return None
    return len(text.rstrip()) if text[start:].strip() else None


def _closes(text: str, at: int, opening: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isspace() and after.isalnum():
        return False  # it opens something inside
    return not (opening in _SINGLE or text[at] in "\"'’") or not after.isalnum()
