"""Going from pane to pane of the window with one key, round and round."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


def go_to_next(parts: list[QWidget], steps: int = 1) -> QWidget | None:
    """Give the focus to the pane after the one that has it; `parts` are in reading order.

    A splitter counts as the panes it holds. Returns what has the focus now, None where nothing
    in any of them can have it.
    """
    panes = [pane for part in parts for pane in _panes(part)]
    ready = [(pane, first) for pane in panes if (first := first_in(pane)) is not None]
    if not ready:
        return None
    now = QApplication.focusWidget()
    place = next(
        (
            number
            for number, (pane, _first_in) in enumerate(ready)
            if now is not None and (pane is now or pane.isAncestorOf(now))
        ),
        -1 if steps > 0 else 0,
    )
    chosen = ready[(place + steps) % len(ready)][1]
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    return chosen


def _panes(part: QWidget) -> list[QWidget]:
    if not part.isVisible():
        return []
    outer = part if isinstance(part, QSplitter) else part.findChild(QSplitter)
    if outer is None or not outer.isVisible():
        return [part]
    inside = (outer.widget(number) for number in range(outer.count()))
    return [pane for each in inside if each is not None for pane in _panes(each)]


def first_in(pane: QWidget) -> QWidget | None:
    """What a pane gives the focus to, else the first thing in it, in the order of the Tab key."""
    proxy = pane.focusProxy()
    if proxy is not None and proxy.isVisible() and proxy.isEnabled():
        return proxy
    for widget in (pane, *pane.findChildren(QWidget)):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ):
            return widget
    return None
