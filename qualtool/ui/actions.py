"""What can be done, as one table tells it, made into something that can be pressed.

Menus, the command palette, the shortcut help and every toolbar take what they show from
`action_table.TABLE`. To add something that can be done, add a line there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import icons
from qualtool.ui.ticks import Tick


@dataclass(frozen=True, slots=True)
class State:
    """What decides whether something can be done now; `where` is the workspace in view."""

    project: bool = False
    writable: bool = False
    undo: str | None = None  # the words of the step that would be undone; empty where hidden
    redo: str | None = None
    where: str = ""
    only: frozenset[str] | None = None  # keys of what an open sheet leaves on; None for all


def always(state: State) -> bool:
    """It can be done at any time."""
    return True


def with_project(state: State) -> bool:
    """A project has to be open."""
    return state.project


def writing(state: State) -> bool:
    """A project has to be open and not for reading only."""
    return state.project and state.writable


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done.

    `words` are marked for the catalogue; `handler` names a method of the window, with a dot for
    one of its parts (`steps.undo`), or of the workspace whose key is in `where`. Without a
    handler the keys belong to a panel that handles them, and the entry is there for the help.
    `section` is a number: a menu draws a line where it changes. `menu` is empty for what stands
    in no menu; `hidden` keeps it out of the command palette, too. `ticked` says whether what it
    turns on is on now: a menu shows that by a tick.
    """

    key: str
    words: str
    handler: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[State], bool] = always
    menu: str = ""
    section: int = 0
    where: str = ""
    hidden: bool = False
    ticked: Tick | None = None


class Actions:
    """A QAction of the window for each line of the table that has a handler."""

    def __init__(
        self, window: QWidget, table: Iterable[Action], run: Callable[[Action], None]
    ) -> None:
        self._table = {action.key: action for action in table}
        self._made: dict[str, QAction] = {}
        for action in self._table.values():
            if action.handler:
                self._made[action.key] = self._make(window, action, run)
                window.addAction(self._made[action.key])

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def entry(self, key: str) -> Action:
        """The line of the table with this key. Raises KeyError."""
        return self._table[key]

    def __iter__(self) -> Iterator[Action]:
        return iter(self._table.values())

    def refresh(self, state: State) -> None:
        """Let be pressed what can be done now, and say which step undo and redo mean."""
        for key, made in self._made.items():
            action = self._table[key]
            # What a workspace handles leads there first; other keys are a panel's, in view.
            here = bool(action.handler) or not action.where or action.where == state.where
            left_on = state.only is None or key in state.only
            made.setEnabled(here and left_on and action.enabled(state))
        self._name("undo", _("Undo: {step}"), state.undo)
        self._name("redo", _("Redo: {step}"), state.redo)

    def _name(self, key: str, pattern: str, step: str | None) -> None:
        if key in self._made:
            plain = _(self._table[key].words)
            words = pattern.format(step=step) if step else plain
            self._made[key].setText(words.replace("&", "&&"))

    def _make(self, window: QWidget, action: Action, run: Callable[[Action], None]) -> QAction:
        made = QAction(_(action.words), window)
        made.setObjectName(action.key)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.setMenuRole(_ROLES.get(action.key, QAction.MenuRole.NoRole))
        made.setCheckable(action.ticked is not None)
        if action.icon and action.ticked is None:
            made.setIcon(icons.icon(action.icon))
        made.triggered.connect(lambda _checked=False: run(action))
        return made


def keys_in_words(action: Action) -> str:
    """The first of an action's keys as this system writes them; empty where it has none."""
    return worded_keys(action.keys[0]) if action.keys else ""


def worded_keys(keys: str) -> str:
    """Keys as they are shown: "Ctrl K", in the program's language."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    parts = [native or keys] if len(native) <= 1 else native.replace("++", "+Plus").split("+")
    return " ".join(_KEYS[part]() if part in _KEYS else part for part in parts)


_KEYS: dict[str, Callable[[], str]] = {
    "Plus": lambda: "+",
    "-": lambda: "−",
    "Del": lambda: _("Del"),
    "Return": lambda: "Enter",
    "Space": lambda: _("Space"),
    "Left": lambda: "←",
    "Right": lambda: "→",
    "Up": lambda: "↑",
    "Down": lambda: "↓",
}
# Where the system has a place of its own for these, in the menu that bears the program's name.
_ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
