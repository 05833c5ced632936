"""Where the researcher was in each project and document, which themes, whose codings, or if blind.

Kept on this computer and not in the project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from qualtool import settings
from qualtool.ui.workspaces import WORKSPACES

MOST = 50  # projects
MOST_PLACES = 20  # documents of one project whose places are kept


@dataclass(frozen=True, slots=True)
class Spot:
    """A workspace, and the document that was open in it."""

    workspace: str = "coding"
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document was left: offsets of the caret and of what stood at the top of the view.

    `below` is how many pixels below the top of that line the view began.
    """

    caret: int
    top: int
    below: int


def spot_in(guid: str) -> Spot:
    """Where the researcher left the project with this guid; the coding of a new one."""
    written = settings.load().layout.get(_key(guid), "")
    workspace, _colon, number = written.partition(":")
    if workspace not in {each.key for each in WORKSPACES}:
        return Spot()
    return Spot(workspace, int(number) if number.isdecimal() else None)


def keep(guid: str, spot: Spot) -> None:
    """Keep where the researcher leaves a project; the oldest of many projects are forgotten."""
    number = "" if spot.document_id is None else str(spot.document_id)
    layout = dict(settings.load().layout)
    layout.pop(_key(guid), None)
    layout[_key(guid)] = f"{spot.workspace}:{number}"
    spots = [key for key in layout if key.startswith(_PREFIX)]
    for key in spots[:-MOST]:
        del layout[key]
    settings.change(layout=layout)


def blind_in(guid: str, coder_id: int) -> bool:
    """Whether a coder of this project works without seeing what the others have coded."""
    return _blind_key(guid, coder_id) in settings.load().layout


def keep_blind(guid: str, coder_id: int, *, on: bool) -> None:
    """Keep that a coder works blind in a project, or no longer does. It is never forgotten."""
    layout = dict(settings.load().layout)
    if on:
        layout[_blind_key(guid, coder_id)] = "on"
    else:
        layout.pop(_blind_key(guid, coder_id), None)
    settings.change(layout=layout)


def whose_in(guid: str, coder_id: int | None) -> int | None:
    """Whose codings a coder of this project had shown last; None for everybody's."""
    kept = settings.load().layout.get(_whose_key(guid, coder_id), "")
    return int(kept) if kept.isdecimal() else None


def keep_whose(guid: str, coder_id: int | None, whose: int | None) -> None:
    """Keep whose codings a coder of this project has shown; the oldest of many are forgotten."""
    layout = dict(settings.load().layout)
    layout.pop(_whose_key(guid, coder_id), None)
    if whose is not None:
        layout[_whose_key(guid, coder_id)] = str(whose)
    kept = [key for key in layout if key.startswith(_WHOSE)]
    for key in kept[:-MOST]:
        del layout[key]
    settings.change(layout=layout)


def frame_in(guid: str) -> int | None:
    """The set of themes that was looked at last in a project, if it was chosen."""
    kept = settings.load().layout.get(f"{_FRAME}{guid}", "")
    return int(kept) if kept.isdecimal() else None


def keep_frame(guid: str, frame_id: int) -> None:
    """Keep which set of themes is looked at in a project; the oldest of many are forgotten."""
    layout = dict(settings.load().layout)
    layout.pop(f"{_FRAME}{guid}", None)
    layout[f"{_FRAME}{guid}"] = str(frame_id)
    for key in [key for key in layout if key.startswith(_FRAME)][:-MOST]:
        del layout[key]
    settings.change(layout=layout)


def draft_in(guid: str) -> str:
    """The path of the draft whose quotations were checked last in a project; empty for none."""
    return settings.load().layout.get(f"{_DRAFT}{guid}", "")


def keep_draft(guid: str, path: str) -> None:
    """Keep which draft was checked in a project; the oldest of many are forgotten."""
    layout = dict(settings.load().layout)
    layout.pop(f"{_DRAFT}{guid}", None)
    if path:
        layout[f"{_DRAFT}{guid}"] = path
    for key in [key for key in layout if key.startswith(_DRAFT)][:-MOST]:
        del layout[key]
    settings.change(layout=layout)


def report_in(guid: str) -> int | None:
    """The report that was looked at last in a project."""
    kept = settings.load().layout.get(f"{_REPORT}{guid}", "")
    return int(kept) if kept.isdecimal() else None


def keep_report(guid: str, report_id: int) -> None:
    """Keep which report is looked at in a project; the oldest of many are forgotten."""
    _keep(_REPORT, guid, str(report_id))


def own_document_in(guid: str) -> str:
    """The path of the researcher's own document that blocks are refreshed in; empty for none."""
    return settings.load().layout.get(f"{_OWN_DOCUMENT}{guid}", "")


def keep_own_document(guid: str, path: str) -> None:
    """Keep which document blocks are refreshed in; the oldest of many are forgotten."""
    _keep(_OWN_DOCUMENT, guid, path)


def places_in(guid: str) -> dict[int, Place]:
    """How documents of a project were left, by their ids, the last one last."""
    kept = settings.load().layout.get(f"{_PLACES}{guid}", "")
    found = (re.fullmatch(r"(\d+):(\d+),(\d+),(-?\d+)", each) for each in kept.split(";"))
    return {int(each[1]): Place(int(each[2]), int(each[3]), int(each[4])) for each in found if each}


def keep_places(guid: str, places: Mapping[int, Place]) -> None:
    """Keep how documents were left, the last one last; the oldest of many are forgotten."""
    newest = list(places.items())[-MOST_PLACES:]
    written = (f"{id_}:{at.caret},{at.top},{at.below}" for id_, at in newest)
    _keep(_PLACES, guid, ";".join(written))


def _keep(prefix: str, guid: str, value: str) -> None:
    layout = dict(settings.load().layout)
    layout.pop(f"{prefix}{guid}", None)
    layout[f"{prefix}{guid}"] = value
    for key in [key for key in layout if key.startswith(prefix)][:-MOST]:
        del layout[key]
    settings.change(layout=layout)


_PREFIX = "spot:"
_PLACES = "places:"
_REPORT = "report:"
_OWN_DOCUMENT = "own-document:"
_DRAFT = "draft:"
_FRAME = "frame:"
_WHOSE = "whose:"


def _key(guid: str) -> str:
    return f"{_PREFIX}{guid}"


def _blind_key(guid: str, coder_id: int) -> str:
    return f"blind:{guid}:{coder_id}"


def _whose_key(guid: str, coder_id: int | None) -> str:
    return f"{_WHOSE}{guid}:{coder_id or 0}"
