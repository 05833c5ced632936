"""What an attribute is: name, kind, how much of it may be shown, which spellings are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from qualtool.core import grouping
from qualtool.core.variants import Suggestion
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import AttributeRow, VariantRow
from qualtool.ui.describing_words import KINDS, VISIBILITIES
from qualtool.ui.dialogs.form import Rows, Segments
from qualtool.ui.panels.sheet import Sheet

_CHOICES_SHOWN = 6  # lines


@dataclass(frozen=True, slots=True)
class AttributeSaid:
    """What the researcher has said of an attribute, all of it."""

    name: str
    kind: str
    choices: tuple[str, ...]
    visibility: str
    grouping: str
    joined: tuple[Suggestion, ...]
    separated: tuple[int, ...]  # variants that count as themselves again


class AttributeSheet(Sheet):
    """Asks; `kept` carries an `AttributeSaid`."""

    kept = Signal(object)
    remove_wished = Signal()

    def __init__(
        self,
        attribute: AttributeRow | None,
        values: Sequence[str],
        suggestions: Sequence[Suggestion],
        variants: Sequence[VariantRow],
    ) -> None:
        """`attribute` is None for a new one; `values` are those in use, the most frequent first."""
        about = ""
        if attribute is not None:
            words = (
                ngettext("{count} case has it", "{count} cases have it", attribute.used)
                if attribute.target == "case"
                else ngettext(
                    "{count} document has it", "{count} documents have it", attribute.used
                )
            )
            about = words.format(count=attribute.used)
        super().__init__(_("Attribute"), about=about, width=620)
        self._attribute = attribute
        kind = attribute.kind if attribute else "text"
        shown = attribute.visibility if attribute else "analysis"
        self.name = QLineEdit(attribute.name if attribute else "")
        self.kind = Segments([(key, _(word)) for key, word in KINDS.items()], kind)
        held = attribute.choices if attribute and attribute.choices else ()
        self.choices = QPlainTextEdit("\n".join(held or values))
        self.choices.setTabChangesFocus(True)
        self.choices.setPlaceholderText(_("One on each line"))
        self.choices.setFixedHeight(_CHOICES_SHOWN * self.choices.fontMetrics().lineSpacing() + 16)
        self.visibility = Segments(
            [(key, _(word)) for key, word in VISIBILITIES.items()], shown, in_a_row=3
        )
        self.grouping = QLineEdit(attribute.grouping if attribute else "")
        self.unreadable = QLabel()
        self.unreadable.setProperty("role", "quiet-text")
        self.unreadable.setWordWrap(True)
        rows = Rows()
        rows.ask(_("Name"), self.name)
        rows.ask(_("Kind"), self.kind)
        self._choices_words = rows.ask(_("Choices"), self.choices)
        rows.ask(_("In reports"), self.visibility)
        self._grouping_words = rows.ask(_("Groups"), self.grouping)
        rows.addWidget(self.unreadable, rows.rowCount(), 1)
        self.body.addLayout(rows)
        self._ticks = [(self._tick(each), each) for each in suggestions]
        self._joined = [(self._joined_tick(each), each) for each in variants]
        if attribute is not None:
            remove = self.add_button(_("Remove the attribute"))
            remove.clicked.connect(self.remove_wished)
        self.add_close(_("Cancel"))
        self.keep = self.add_button(_("Keep"), role="primary")
        self.keep.clicked.connect(self._say)
        self.name.textChanged.connect(self._look)
        self.grouping.textChanged.connect(self._look)
        self.kind.chosen.connect(lambda _key: self._look())
        self.visibility.chosen.connect(lambda _key: self._look())
        self.setFocusProxy(self.name)
        self._look()

    def said(self) -> AttributeSaid:
        """What is said now."""
        choices = [each.strip() for each in self.choices.toPlainText().splitlines()]
        return AttributeSaid(
            name=self.name.text().strip(),
            kind=self.kind.value(),
            choices=tuple(each for each in choices if each),
            visibility=self.visibility.value(),
            grouping=self.grouping.text().strip(),
            joined=tuple(each for tick, each in self._ticks if tick.isChecked()),
            separated=tuple(each.id for tick, each in self._joined if not tick.isChecked()),
        )

    def _tick(self, suggestion: Suggestion) -> QCheckBox:
        if not self.findChildren(QCheckBox):
            self._head(_("These may be the same value"))
        others = ", ".join(_("“{value}”").format(value=each) for each in suggestion.variants)
        tick = QCheckBox(
            _("{others} counts as “{value}”").format(others=others, value=suggestion.into)
        )
        self.body.addWidget(tick)
        return tick

    def _joined_tick(self, variant: VariantRow) -> QCheckBox:
        tick = QCheckBox(
            _("“{variant}” counts as “{value}”").format(
                variant=variant.variant, value=variant.value
            )
        )
        tick.setChecked(True)
        self.body.addWidget(tick)
        return tick

    def _head(self, words: str) -> None:
        head = QLabel(words)
        head.setProperty("role", "question")
        self.body.addWidget(head)

    def _look(self) -> None:
        """Show what belongs to what is chosen, and let be kept what can be."""
        said = self.said()
        grouped = said.visibility == "grouped"
        _show(self._choices_words, self.choices, on=said.kind == "choice")
        _show(self._grouping_words, self.grouping, on=grouped)
        readable = not grouped or grouping.readable(said.kind, said.grouping)
        self.unreadable.setVisible(grouped)
        self.unreadable.setText(_grouping_hint(said.kind))
        self.keep.setEnabled(bool(said.name) and readable)

    def _say(self) -> None:
        self.kept.emit(self.said())


def _grouping_hint(kind: str) -> str:
    match kind:
        case "number":
            return _("A width, “10”: 30–39; or bounds, “20, 40, 60”: under 20, 20–39 and so on.")
        case "date":
            return _("“year”, “decade”, or a number of years.")
    return _("Each group with what is in it: “leader = head, deputy; teacher = teacher”.")


def _show(words: QWidget, answer: QWidget, *, on: bool) -> None:
    words.setVisible(on)
    answer.setVisible(on)
