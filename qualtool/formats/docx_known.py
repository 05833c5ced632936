"""Which parts of a report stand in a document already, by their controls or by their bookmarks.

A part can have been put in when it was known otherwise, as one of the usual appendix before the
report was kept. It is then taken over, and known by its own key from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qualtool.formats.docx_found import TAG, Control, Scan
from qualtool.formats.docx_kept_marks import known_by
from qualtool.formats.markup import escaped


def taken_over(found: Scan, once: Mapping[str, Sequence[str]]) -> list[Control]:
    """The controls of a document, those of a part under another key with that of the part.

    `once` are the other keys by which each part may have been known.
    """
    held = {each.key for each in found.controls}
    bare = {each.key for each in found.bare}
    keys: dict[str, str] = {}
    for key, others in once.items():
        if key not in held and known_by(key) not in bare:
            other = next((each for each in others if each in held), None)
            if other is not None and other not in once:
                keys[other] = key
    return [
        replace(each, key=keys[each.key], was=each.key) if each.key in keys else each
        for each in found.controls
    ]


def without_controls(found: Scan, once: Mapping[str, Sequence[str]]) -> Iterator[Control]:
    """The parts whose controls are gone, by their keys; `once` as in `taken_over`."""
    held = {each.key for each in found.controls}
    bare = {each.key for each in found.bare}
    keys: dict[str, str] = {}
    for key, others in once.items():
        if key not in held:
            known = [known_by(each) for each in (key, *others) if each == key or each not in once]
            keys |= dict.fromkeys([each for each in known if each in bare][:1], key)
    for one in found.bare:
        inside = any(one.whole.holds(other.whole.start) for other in found.controls)
        if one.key in keys and not inside:
            yield replace(one, key=keys[one.key])


def tagged(opening: bytes, control: Control) -> bytes:
    """What stands before the content of a control, its tag saying its key."""
    if not control.was:
        return opening
    old = re.escape(f"{TAG}{escaped(control.was)}".encode())
    new = f"{TAG}{escaped(control.key)}".encode()
    return re.sub(old + rb"(?=[\"'])", lambda _found: new, opening)
