"""The workspaces of the rail, in the order of the work.

A workspace is a QWidget made with the open project alone: ``CodingWorkspace(project)``. It is
imported and made when it is first shown. The window asks of it only

- ``refresh()``: look again at everything;
- ``on_changes(changes)``: look again at what a step touched. While another workspace is in view
  what happens is gathered, and told when this one is shown again.

What else it has, the window finds by name and uses; what it has not, it does without:

- ``header_widget() -> QWidget``: its own tabs, for the line at the top;
- ``open_document(id)``, ``show_place(document, start, end)``, ``show_code(id)``,
  ``show_theme(id)``, ``show_case(id)``: go there;
- ``show_frame(id)``: this set of themes is looked at from now on;
- ``import_files(paths, came_from)``: show what these files hold before they enter (Material); who
  came from coding goes back there with the first of them;
- ``memo_target() -> Target``: what a memo would be written on, of what is chosen;
- ``paragraph_at_caret()``: the passage the caret is at, as document, start and end;
- ``set_text_size(percent)``, ``set_face(name)``, ``set_spacing(name)``: how what people said is
  set, as the settings have it;
- ``aside() -> None``: it is being left, or the project is closing: keep what is half written;
- signals: ``said(str)`` a line for the foot; ``refused(object)`` a QualtoolError;
  ``place_changed(str)`` where the reader stands; ``document_opened(int)``;
  ``place_wished(int, int, int)``, ``document_wished(int)``, ``code_wished(int)``,
  ``theme_wished(int)``: show it where it is worked with; ``memo_wished(object)`` write a memo on
  a `memo_target.Target`, ``memo_chosen(int)`` open one;
  ``original_wished(int, int, int)`` show a passage in the file it came from;
  ``frame_chosen(int)`` another set of themes is looked at, here and in the other workspaces;
  ``workspace_wished(str)`` show that workspace; ``import_wished()`` ask for files;
  ``sheet_wished(QWidget)`` lay a sheet over this
  workspace (it goes when its ``closed`` signal comes); ``job_wished(object)`` run a `jobs.Job`;
  ``text_size_wished(int)`` so many steps larger or smaller, 0 the ordinary.

What can be done in a workspace stands in ``ui/action_table.py`` with its key in `where`; the
handler is a method of the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from PySide6.QtWidgets import QWidget

from qualtool.i18n import mark

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project


class Workspace(Protocol):
    """What the window asks of every workspace; see above for what it may have besides."""

    def refresh(self) -> None:
        """Look again at everything."""

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A workspace on the rail: what it is called, its icon, the digit that goes there with Ctrl."""

    key: str
    words: str
    digit: int
    module: str
    name: str

    def build(self, project: Project) -> QWidget:
        """Import and make the workspace."""
        made = getattr(import_module(self.module), self.name)(project)
        return cast("QWidget", made)


_HERE: Final = "qualtool.ui.workspaces"
WORKSPACES: Final = (
    Entry("material", mark("Material"), 1, f"{_HERE}.material", "MaterialWorkspace"),
    Entry("coding", mark("Coding"), 2, f"{_HERE}.coding", "CodingWorkspace"),
    Entry("themes", mark("Themes"), 3, f"{_HERE}.themes", "ThemesWorkspace"),
    Entry("report", mark("Report"), 5, f"{_HERE}.report_pages", "ReportPages"),
)


def entry(key: str) -> Entry:
    """The workspace with this key. Raises KeyError."""
    for each in WORKSPACES:
        if each.key == key:
            return each
    raise KeyError(key)
