"""The head of a section in a pane: its name in small capitals, and how many it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


class SectionHead(QWidget):
    """A quiet heading; things that act on the section may stand at its right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = QLabel(title.upper())
        self._title.setProperty("role", "section")
        self._title.setAccessibleName(title)
        self._count = QLabel()
        self._count.setProperty("role", "count")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 16, 16, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._count)

    def set_title(self, title: str) -> None:
        """Change the name."""
        self._title.setText(title.upper())
        self._title.setAccessibleName(title)

    def set_count(self, count: int | None) -> None:
        """Show how many there are; nothing for None."""
        self._count.setText("" if count is None else str(count))

    def add(self, widget: QWidget) -> None:
        """Put something that acts on the section beside its count."""
        self._row.insertWidget(self._row.count() - 1, widget)
