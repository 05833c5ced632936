"""The templates to start from, each with what it is for and the themes it brings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.template import Template, TemplateTheme, said
from qualtool.i18n import gettext as _
from qualtool.ui import fonts
from qualtool.ui.panels.colour_mark import ColourMark

HEIGHT = 250


class TemplateChoice(QWidget):
    """Names at the left; at the right, what the chosen one holds."""

    def __init__(self, offered: Sequence[Template], language: str) -> None:
        super().__init__()
        self._offered = list(offered)
        self._language = language
        self._group = QButtonGroup(self)
        names = QVBoxLayout()
        names.setSpacing(4)
        self._buttons: list[_Name] = []
        for number in range(len(self._offered)):
            button = _Name()
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            self._buttons.append(button)
            names.addWidget(button)
        names.addStretch(1)
        self._group.idToggled.connect(lambda _number, _on: self._show())
        self._pane = QScrollArea()
        self._pane.setWidgetResizable(True)
        self._pane.setFrameShape(QFrame.Shape.NoFrame)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setAccessibleName(_("What the template holds"))
        card = QFrame()
        card.setProperty("role", "inset")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._pane)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(names, 4)
        row.addWidget(card, 6)
        self.setMinimumHeight(HEIGHT)
        self._show()

    def value(self) -> str:
        """The id of the chosen template."""
        return self._offered[max(0, self._group.checkedId())].id

    def speak(self, language: str) -> None:
        """Word the templates in a language of their own."""
        self._language = language
        self._show()

    def _show(self) -> None:
        for button, template in zip(self._buttons, self._offered, strict=True):
            button.setText(said(template.title, self._language))
        template = self._offered[max(0, self._group.checkedId())]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(_quiet(said(template.about, self._language)))
        column.addSpacing(6)
        for theme in template.themes:
            column.addLayout(self._theme(theme))
        if template.valences:
            words = " · ".join(
                f"{each.sign.replace('-', '−')} {each.words.get(self._language, each.name)}"
                for each in template.valences
            )
            column.addSpacing(4)
            column.addWidget(_quiet(_("Each coding may be read as: {ways}").format(ways=words)))
        column.addStretch(1)
        self._pane.setWidget(page)

    def _theme(self, theme: TemplateTheme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = QLabel(said(theme.label, self._language))
        name.setProperty("role", "strong")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        if theme.subthemes:
            below = ", ".join(said(each.label, self._language) for each in theme.subthemes)
            words.addWidget(_quiet(below))
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 4, 0, 0)
        mark.addWidget(ColourMark(theme.colour or "slate"))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        return row


class _Name(QPushButton):
    """A template's name, over two lines where it is long."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("role", "choice-row")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._label)

    def setText(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(fonts.interface(13)).lineSpacing()
        lines = max(1, -(-QFontMetricsF(fonts.interface(13)).horizontalAdvance(
            self._label.text()) // 190))  # fmt: skip
        return QSize(214, round(line * lines) + 18)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    return label
