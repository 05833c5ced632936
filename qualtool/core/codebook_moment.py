"""The codebook and the themes as they were at a named moment, and what has changed since then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

from qualtool.i18n import mark

Kind = Literal["code", "theme"]
Change = Literal[
    "made", "gone", "merged", "renamed", "moved", "redefined", "state", "grown", "codes"
]

CHANGES: Final[tuple[Change, ...]] = (
    "made",
    "gone",
    "merged",
    "renamed",
    "moved",
    "redefined",
    "state",
    "grown",
    "codes",
)
# How each kind of change is called in a table.
WORDS: Final[Mapping[Change, str]] = {
    "made": mark("New"),
    "gone": mark("Removed"),
    "merged": mark("Merged"),
    "renamed": mark("Renamed"),
    "moved": mark("Moved"),
    "redefined": mark("Redefined"),
    "state": mark("State"),
    "grown": mark("Excerpts"),
    "codes": mark("Codes in the theme"),
}
STATES: Final[Mapping[str, str]] = {
    "in_use": mark("In use"),
    "retired": mark("Retired"),
    "candidate": mark("Candidate"),
    "kept": mark("Kept"),
    "aside": mark("Set aside"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A code or a theme at that moment. `above` is the guid of what it stood under, or empty.

    `words` is all that its definition said; `excerpts` how many a code had; `codes` the guids of
    the codes in a theme, in order.
    """

    guid: str
    kind: Kind
    name: str
    above: str = ""
    state: str = ""
    words: str = ""
    excerpts: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """All codes and themes, in the order of the codebook and the board.

    `note` is the researcher's own; `merged` says for what is no longer there, by its guid, what it
    was merged into.
    """

    labels: tuple[Label, ...] = ()
    note: str = ""
    merged: Mapping[str, str] = field(default_factory=dict)

    def named(self) -> Mapping[str, Label]:
        """Each by its guid."""
        return {label.guid: label for label in self.labels}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is otherwise: what it is called, how it was, and how it is.

    For `merged` `after` is the name of what it went into; for `grown` both are numbers of
    excerpts; for `codes` names of codes, those that went and those that came; for `moved` the
    names of what it stood and stands under.
    """

    kind: Kind
    change: Change
    name: str
    before: str = ""
    after: str = ""


def packed(moment: Moment) -> str:
    """A moment as JSON."""
    rows = [asdict(label) for label in moment.labels]
    content: dict[str, object] = {"labels": rows}
    if moment.note:
        content["note"] = moment.note
    if moment.merged:
        content["merged"] = dict(moment.merged)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def unpacked(words: str) -> Moment:
    """The moment that `packed` wrote; what is not understood is left out."""
    content = json.loads(words or "{}")
    rows = content.get("labels", [])
    return Moment(
        tuple(
            _label(row) for row in rows if row.get("kind") in ("code", "theme") and "guid" in row
        ),
        str(content.get("note", "")),
        {str(guid): str(into) for guid, into in content.get("merged", {}).items()},
    )


def _label(row: Mapping[str, Any]) -> Label:
    known = {key: value for key, value in row.items() if key in Label.__slots__}
    return Label(**{**known, "codes": tuple(known.get("codes", ()))})


def compared(before: Moment, after: Moment) -> tuple[Difference, ...]:
    """What is otherwise in the later moment: first what is gone, then the rest in its order."""
    old, new = before.named(), after.named()
    gone = [_gone(label, after, new) for label in before.labels if label.guid not in new]
    found = [
        each for label in after.labels for each in _changes(old.get(label.guid), label, old, new)
    ]
    return (*gone, *found)


def _gone(label: Label, after: Moment, new: Mapping[str, Label]) -> Difference:
    into, seen = after.merged.get(label.guid, ""), {label.guid}
    while into not in new and into in after.merged and into not in seen:
        seen.add(into)  # what it went into was merged in its turn
        into = after.merged[into]
    if into in new:
        return Difference(label.kind, "merged", label.name, after=new[into].name)
    return Difference(label.kind, "gone", label.name)


def _changes(
    was: Label | None, label: Label, old: Mapping[str, Label], new: Mapping[str, Label]
) -> Iterator[Difference]:
    if was is None:
        yield Difference(label.kind, "made", label.name)
        return
    if was.name != label.name:
        yield Difference(label.kind, "renamed", label.name, was.name, label.name)
    if was.above != label.above:
        above = _name(old, was.above), _name(new, label.above)
        yield Difference(label.kind, "moved", label.name, *above)
    if was.state != label.state:
        yield Difference(label.kind, "state", label.name, was.state, label.state)
    if was.words != label.words:
        yield Difference(label.kind, "redefined", label.name, was.words, label.words)
    if was.excerpts != label.excerpts:
        yield Difference(label.kind, "grown", label.name, str(was.excerpts), str(label.excerpts))
    left = _names(old, (code for code in was.codes if code not in label.codes))
    came = _names(new, (code for code in label.codes if code not in was.codes))
    if left or came:
        yield Difference(label.kind, "codes", label.name, ", ".join(left), ", ".join(came))


def _name(labels: Mapping[str, Label], guid: str) -> str:
    found = labels.get(guid)
    return found.name if found else ""


def _names(labels: Mapping[str, Label], guids: Iterable[str]) -> list[str]:
    return [name for guid in guids if (name := _name(labels, guid))]
