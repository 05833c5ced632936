"""Every key that does something, by where it does it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.action_table import MENUS
from qualtool.ui.actions import Action, worded_keys
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.workspaces import WORKSPACES

COLUMNS = 2


class Shortcuts(Sheet):
    """Shows what the table of actions says."""

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__(_("Keyboard shortcuts"), width=900)
        about = QLabel(
            _("Everything works without a mouse. Where a key needs AltGr, as [ and ] do on "
              "Nordic keyboards, another stands beside it.")
        )  # fmt: skip
        about.setProperty("role", "quiet")
        about.setWordWrap(True)
        self.body.addWidget(about)
        groups = _grouped(actions)
        row = QHBoxLayout()
        row.setSpacing(40)
        columns = [QVBoxLayout() for _each in range(COLUMNS)]
        heights = [0] * COLUMNS
        for title, lines in sorted(groups.items(), key=lambda group: -len(group[1])):
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(_group(title, lines))
            heights[shortest] += len(lines) + 2
        for column in columns:
            column.setSpacing(20)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.add_close()


def _grouped(actions: Iterable[Action]) -> dict[str, list[Action]]:
    places = {each.key: each.words for each in WORKSPACES}
    found: dict[str, list[Action]] = {}
    for action in actions:
        if action.keys or (action.where and not action.handler):
            title = places.get(action.where) or MENUS.get(action.menu) or MENUS["help"]
            found.setdefault(_(title), []).append(action)
    return found


def _group(title: str, actions: Iterable[Action]) -> QWidget:
    group = QWidget()
    group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 1)
    head = QLabel(title.upper())
    head.setProperty("role", "section")
    grid.addWidget(head, 0, 0)
    for line, action in enumerate(actions, start=1):
        words = QLabel(_(action.words).removesuffix(" …"))
        words.setWordWrap(True)
        grid.addWidget(words, line, 0)
        # Beside the first line of the words, each cap as tall as its letters.
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(_keys(action), line, 1, corner)
    return group


def _keys(action: Action) -> QWidget:
    keys = QWidget()
    row = QHBoxLayout(keys)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addStretch(1)
    for key in action.keys:
        cap = QLabel(worded_keys(key))
        cap.setProperty("role", "key")
        row.addWidget(cap)
    return keys
