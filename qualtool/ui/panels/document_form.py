"""What is said of the chosen documents: name, kind, date, place, speakers, cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.dates import span
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import Grid
from qualtool.store.rows import DocumentRow, SpeakerRow
from qualtool.ui.material_words import (
    FORMS,
    KINDS,
    LANGUAGES,
    counted,
    date_kept,
    format_name,
    minutes,
    short_date,
)
from qualtool.ui.panels.attribute_fields import AttributeFields
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.form_rows import form_rows, inset, shared, tab_order
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.speakers_form import SpeakersForm
from qualtool.ui.panels.ties import Ties

NO_GRID = Grid((), ())


class DocumentForm(QScrollArea):
    """Every wish goes out as a signal; a field changes all chosen documents."""

    renamed = Signal(int, str)
    described = Signal(list, dict)  # documents, fields of `operations.documents.describe`
    untied = Signal(int, int)  # document, case
    tied = Signal(list, str)  # documents, name of a case
    value_written = Signal(list, str, str)  # documents, attribute, value
    attributes_wished = Signal(QPoint)  # what can be done with the attributes, offered there

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("About the document"))
        self._rows: Sequence[DocumentRow] = ()
        self.head = SectionHead(_("Document"))
        self.name = LineField(_("Name"))
        self.kind = Choice(KINDS, _("Kind"))
        self.language = Choice(LANGUAGES, _("Language"))
        self.date = LineField(_("Date"))
        self.place = LineField(_("Place"))
        self.form = Choice(FORMS, _("Form"))
        self.checked = QCheckBox(_("Checked against the recording"))
        self.quoting = QCheckBox(_("May be quoted"))
        self.note = CommentField("", _("Note on the document"), placeholder=_("Note …"))
        self.facts = QLabel()
        self.facts.setProperty("role", "quiet-text")
        self.facts.setWordWrap(True)
        self.undated = QLabel(_("Kept as written; no day or month could be told from it."))
        self.undated.setProperty("role", "quiet-text")
        self.undated.setWordWrap(True)
        self.speakers_head = SectionHead(_("Speakers"))
        self.speakers = SpeakersForm()
        self.cases_head = SectionHead(_("Cases"))
        self.ties = Ties(_("Tie to a case"), _("Tie to a case …"))
        self.attributes = AttributeFields()
        self.about_attributes = QToolButton()
        self.about_attributes.setText("…")
        self.about_attributes.setAccessibleName(_("About the attributes of documents"))
        self.about_attributes.setToolTip(_("About the attributes of documents"))
        self._page = QWidget()
        self._lay_out()
        self._connect()

    def show_documents(
        self,
        rows: Sequence[DocumentRow],
        speakers: Sequence[SpeakerRow],
        cases: Mapping[str, int],
        grid: Grid = NO_GRID,
    ) -> None:
        """Show the chosen documents, the speakers of a single one, and the cases there are.

        `grid` holds the attributes of documents.
        """
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.keep()
        self._rows = rows
        self._page.setVisible(bool(rows))
        if not rows:
            return
        one = rows[0] if len(rows) == 1 else None
        words = ngettext("Document", "{count} documents", len(rows))
        self.head.set_title(words.format(count=counted(len(rows))))
        self.name.show_text(shared(row.name for row in rows))
        self.name.setEnabled(one is not None)
        self.kind.show_key(shared(row.kind for row in rows))
        self.language.show_key(shared(row.language for row in rows))
        self.date.show_text(shared(short_date(row.date) for row in rows))
        self.undated.setVisible(
            one is not None and bool(one.date) and span(one.date) == (None, None)
        )
        self.place.show_text(shared(row.place for row in rows))
        self.form.show_key(shared(row.form for row in rows))
        _tick(self.checked, [row.checked for row in rows])
        _tick(self.quoting, [row.quoting_allowed for row in rows])
        self.note.setVisible(one is not None)
        if one is not None:
            self.note.show_text(one.note)
        self.facts.setText(_facts(rows))
        for widget in (self.speakers_head, self.speakers):
            widget.setVisible(bool(one and speakers))
        self.speakers.show_speakers(speakers if one else (), list(cases))
        tied = [(cases[name], name) for name in one.cases if name in cases] if one else []
        self.ties.show_ties(tied, [name for name in cases if not one or name not in one.cases])
        chosen = {row.id for row in rows}
        named = {each.id: each.name for each in grid.attributes}
        values = [
            {named[key]: value for key, value in row.values.items()}
            for row in grid.rows
            if row.id in chosen
        ]
        self.attributes.show_values(list(named.values()), values)
        described = (self.note, self.about_attributes, *self.attributes.in_order())
        tab_order((*described, *self.speakers.in_order(), *self.ties.in_order()))

    def keep(self) -> None:
        """Keep what is half written."""
        for field in (self.name, self.date, self.place, self.note):
            field.tell()
        self.attributes.keep()

    def _ids(self) -> list[int]:
        return [row.id for row in self._rows]

    def _describe(self, **fields: object) -> None:
        if self._rows:
            self.described.emit(self._ids(), fields)

    def _rename(self, name: str) -> None:
        if len(self._rows) == 1:
            self.renamed.emit(self._rows[0].id, name)

    def _connect(self) -> None:
        self.name.written.connect(self._rename)
        self.kind.chosen.connect(lambda key: self._describe(kind=key))
        self.language.chosen.connect(lambda key: self._describe(language=key))
        self.date.written.connect(lambda text: self._describe(date=date_kept(text)))
        self.place.written.connect(lambda text: self._describe(place=text))
        self.form.chosen.connect(lambda key: self._describe(form=key))
        self.note.written.connect(lambda text: self._describe(note=text))
        self.checked.clicked.connect(lambda on: self._describe(checked=on))
        self.quoting.clicked.connect(lambda on: self._describe(quoting_allowed=on))
        self.attributes.written.connect(
            lambda name, value: self.value_written.emit(self._ids(), name, value)
        )
        more = self.about_attributes
        more.clicked.connect(
            lambda: self.attributes_wished.emit(more.mapToGlobal(more.rect().bottomLeft()))
        )
        self.ties.named.connect(lambda name: self.tied.emit(self._ids(), name))
        self.ties.untied.connect(lambda case: self.untied.emit(self._rows[0].id, case))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(
            form_rows(
                (
                    (_("Name"), self.name),
                    (_("Kind"), self.kind),
                    (_("Language"), self.language),
                    (_("Date"), self.date),
                    ("", self.undated),
                    (_("Place"), self.place),
                    (_("Form"), self.form),
                    ("", self.checked),
                    ("", self.quoting),
                    ("", self.note),
                    ("", self.facts),
                )
            )
        )
        head = SectionHead(_("Attributes"))
        head.add(self.about_attributes)
        column.addWidget(head)
        column.addWidget(self.attributes)
        column.addWidget(self.speakers_head)
        column.addLayout(inset(self.speakers))
        column.addWidget(self.cases_head)
        column.addLayout(inset(self.ties))
        column.addStretch(1)
        self.setWidget(self._page)


def _tick(box: QCheckBox, values: Sequence[bool]) -> None:
    """Tick a box where all are so; half where some are."""
    some = any(values) and not all(values)
    box.setTristate(some)
    half, on, off = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked
    box.setCheckState(half if some else on if values[0] else off)


def _facts(rows: Sequence[DocumentRow]) -> str:
    total = sum(row.words for row in rows)
    words = ngettext("{count} word", "{count} words", total).format(count=counted(total))
    if len(rows) > 1:
        return words
    parts = (format_name(rows[0].format), words, minutes(rows[0]))
    return " · ".join(part for part in parts if part)
