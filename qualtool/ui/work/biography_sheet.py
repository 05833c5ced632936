"""The life of a code on a sheet: what became of it, when, by whom and why, and how it was used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from qualtool.analysis.biography import Biography, Event
from qualtool.core.day_words import day_in_words, day_of
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.work.month_bars import MonthBars


class BiographySheet(Sheet):
    """`place_wished` wishes to see where the code was first or last used."""

    place_wished = Signal(int, int, int)

    def __init__(self, life: Biography) -> None:
        excerpts = ngettext("{count} excerpt", "{count} excerpts", life.excerpts)
        documents = ngettext("{count} document", "{count} documents", life.documents)
        about = f"{excerpts.format(count=life.excerpts)} · {documents.format(count=life.documents)}"
        title = _("The life of “{code}”").format(code=excerpted(life.name, 60))
        super().__init__(title, about=about, width=720)
        self.doors: list[NameButton] = []
        if len(life.months) > 1:
            self.body.addWidget(_label(_("Codings by month"), "small"))
            self.body.addWidget(MonthBars(life.months))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, event in enumerate(life.events):
            when = day_in_words(day_of(event.moment_ms), language())
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(_label(when, "small"), row, 0, top)
            grid.addWidget(self._told(event), row, 1)
            grid.addWidget(_label(event.coder, "small"), row, 2, top)
        page = QWidget()
        page.setLayout(grid)
        self.body.addWidget(page)
        self.body.addStretch(1)
        self.add_close()

    def _told(self, event: Event) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if event.excerpt is not None:
            door = NameButton(said(event))
            door.setProperty("role", "memo-name")
            place = event.excerpt
            door.clicked.connect(lambda: self.place_wished.emit(*place))
            self.doors.append(door)
            column.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(_label(said(event), ""))
        if event.reason:
            words = _("because {reason}").format(reason=event.reason)
            column.addWidget(_label(words, "quiet"))
        if event.what == "redefined":
            for words, gone in ((event.before, True), (event.after, False)):
                label = _label(words or "–", "passage")
                font = label.font()
                font.setStrikeOut(gone)
                label.setFont(font)
                column.addWidget(label)
        return made


def said(event: Event) -> str:
    """What happened, as a sentence without a full stop."""
    words = {
        "made": _("Made as “{after}”"),
        "split_off": _("Split off “{before}”"),
        "renamed": _("Renamed from “{before}” to “{after}”"),
        "redefined": _("Given another meaning") if event.before else _("Given a meaning"),
        "moved": _("Put under “{after}”") if event.after else _("Put at the top again"),
        "merged_in": _("“{before}” was merged into it"),
        "split": _("“{after}” was split off it"),
        "merged": _("Merged into “{after}”"),
        "retired": _("Taken out of use"),
        "revived": _("Taken into use again"),
        "themes": _("Put under the theme “{after}”"),
        "first_use": _("First coded in “{document}”"),
        "last_use": _("Last coded in “{document}”"),
    }[event.what]
    return words.format(before=event.before, after=event.after, document=event.document)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    if role:
        label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role not in ("small",))
    return label
