"""The hints that have been put away in each project.

Kept on this computer and not in the project: they are nobody else's business.
"""

from __future__ import annotations

from qualtool import settings

_PREFIX = "hints:"
MOST = 50  # projects


def put_away(guid: str) -> frozenset[str]:
    """The names of the hints that are no longer shown in the project with this guid."""
    return frozenset(settings.load().layout.get(f"{_PREFIX}{guid}", "").split())


def put_one_away(guid: str, name: str) -> None:
    """Show a hint no longer; the oldest of many projects are forgotten."""
    _keep(guid, " ".join(sorted({*put_away(guid), name})))


def show_again(guid: str) -> None:
    """Show all hints of a project again."""
    _keep(guid, "")


def _keep(guid: str, names: str) -> None:
    layout = dict(settings.load().layout)
    layout.pop(f"{_PREFIX}{guid}", None)
    if names:
        layout[f"{_PREFIX}{guid}"] = names
    kept = [key for key in layout if key.startswith(_PREFIX)]
    for key in kept[:-MOST]:
        del layout[key]
    settings.change(layout=layout)
