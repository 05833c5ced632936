"""What is said of the chosen activities: when, what, who, what came of it, and its phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qualtool.core.names import same
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import ActivityRow, FallenRow
from qualtool.ui.material_words import counted
from qualtool.ui.models.activities import date_said
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.form_rows import SIDE, field_words, form_rows, inset, shared, tab_order
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.ties import Ties

_BY_DATE = "date"


class ActivityForm(QScrollArea):
    """Every wish goes out as a signal; a field of one line changes all chosen activities."""

    described = Signal(list, dict)  # activities, fields of `operations.activities.describe`
    document_tied = Signal(list, int)
    document_untied = Signal(list, int)
    case_tied = Signal(list, str)  # activities, the name of a case
    case_untied = Signal(list, int)
    put = Signal(int, int, list)  # activity, phase, the phases it was put into before
    taken_out = Signal(int, list)  # activity, phases it was put into

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("About the activity"))
        self._rows: Sequence[ActivityRow] = ()
        self._documents: Mapping[int, str] = {}
        self._fallen: Sequence[FallenRow] = ()
        self.head = SectionHead(_("Activity"))
        self.number = LineField(_("No."))
        self.date = LineField(_("Date"))
        self.name = LineField(_("Name"))
        self.odd = QLabel()
        self.odd.setProperty("role", "quiet-text")
        self.odd.setWordWrap(True)
        self.content = _long(_("Content and purpose"))
        self.participants = LineField(_("Who took part"))
        self.comment = _long(_("Comments"))
        self.phases: list[Choice] = []
        self.phases_head = SectionHead(_("Phases"))
        self.of_phases = QWidget()
        self._phase_rows = QFormLayout(self.of_phases)
        self.cases = Ties(_("Tie to a case"), _("Tie to a case …"))
        self.documents = Ties(_("Tie to a document"), _("Tie to a document …"))
        self._page = QWidget()
        self._lay_out()
        self._connect()

    def show_activities(
        self,
        rows: Sequence[ActivityRow],
        documents: Mapping[int, str],
        cases: Mapping[int, str],
        fallen: Sequence[FallenRow],
    ) -> None:
        """Show the chosen activities, what they can be tied to, and the phases of a single one."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.keep()
        self._rows, self._documents = rows, documents
        self._page.setVisible(bool(rows))
        if not rows:
            return
        one = rows[0] if len(rows) == 1 else None
        words = ngettext("Activity", "{count} activities", len(rows))
        self.head.set_title(words.format(count=counted(len(rows))))
        for field, values in (
            (self.number, [row.number for row in rows]),
            (self.name, [row.name for row in rows]),
            (self.date, [row.date for row in rows]),
            (self.participants, [row.participants for row in rows]),
        ):
            field.show_text(shared(values))
        for field in (self.number, self.name):
            field.setEnabled(one is not None)
        self.odd.setText(date_said(one.date_state) if one else "")
        self.odd.setVisible(bool(self.odd.text()))
        for long, text in (
            (self.content, one.content if one else ""),
            (self.comment, one.comment if one else ""),
        ):
            long.setVisible(one is not None)
            long.show_text(text)
        self._show_phases(fallen if one else ())
        _show_ties(self.cases, [row.case_ids for row in rows], cases)
        _show_ties(self.documents, [row.document_ids for row in rows], documents)
        said = (self.number, self.date, self.name, self.content, self.participants, self.comment)
        ties = (*self.cases.in_order(), *self.documents.in_order())
        tab_order((*said, *self.phases, *ties))

    def keep(self) -> None:
        """Keep what is half written."""
        for line in (self.number, self.date, self.name, self.participants):
            line.tell()
        for field in (self.content, self.comment):
            field.tell()

    def _ids(self) -> list[int]:
        return [row.id for row in self._rows]

    def _describe(self, field: str, words: str) -> None:
        if field == "name" and not words:
            self.name.show_text(shared(row.name for row in self._rows))
        elif self._rows:
            self.described.emit(self._ids(), {field: words})

    def _show_phases(self, fallen: Sequence[FallenRow]) -> None:
        for widget in (self.phases_head, self.of_phases):
            widget.setVisible(any(each.scheme.phases for each in fallen))
        if _offered(fallen) != _offered(self._fallen) or len(self.phases) != len(fallen):
            self._make_phases(fallen)
        self._fallen = fallen
        for choice, each in zip(self.phases, fallen, strict=True):
            choice.setItemText(0, _by_date_said(each))
            choice.show_key(str(each.phase_ids[0]) if each.by_hand else _BY_DATE)

    def _make_phases(self, fallen: Sequence[FallenRow]) -> None:
        while self._phase_rows.rowCount():
            row = self._phase_rows.takeRow(0)
            for widget in (row.labelItem.widget(), row.fieldItem.widget()):
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()  # it may be the one that is being answered
        self.phases = []
        for number, each in enumerate(fallen):
            name = each.scheme.name
            choice = Choice({_BY_DATE: ""}, _("Phase in {scheme}").format(scheme=name))
            for phase in each.scheme.phases:
                choice.addItem(phase.name, str(phase.id))
            choice.chosen.connect(lambda key, number=number: self._choose_phase(number, key))
            self._phase_rows.addRow(field_words(name, choice), choice)
            self.phases.append(choice)

    def _choose_phase(self, number: int, key: str) -> None:
        fallen = self._fallen[number]
        before = list(fallen.phase_ids) if fallen.by_hand else []
        if key == _BY_DATE:
            self.taken_out.emit(self._rows[0].id, before)
        else:
            self.put.emit(self._rows[0].id, int(key), before)

    def _tie_document(self, name: str) -> None:
        for document_id, document in self._documents.items():
            if same(document, name):
                self.document_tied.emit(self._ids(), document_id)
                return
        self.documents.picker.show_case("", list(self._documents.values()))

    def _connect(self) -> None:
        for field, line in (
            ("number", self.number),
            ("date", self.date),
            ("name", self.name),
            ("participants", self.participants),
        ):
            line.written.connect(lambda words, field=field: self._describe(field, words))
        self.content.written.connect(lambda words: self._describe("content", words))
        self.comment.written.connect(lambda words: self._describe("comment", words))
        self.documents.named.connect(self._tie_document)
        self.documents.untied.connect(lambda each: self.document_untied.emit(self._ids(), each))
        self.cases.named.connect(lambda name: self.case_tied.emit(self._ids(), name))
        self.cases.untied.connect(lambda each: self.case_untied.emit(self._ids(), each))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(
            form_rows(
                (
                    (_("No."), self.number),
                    (_("Date"), self.date),
                    ("", self.odd),
                    (_("Name"), self.name),
                    ("", self.content),
                    (_("Who"), self.participants),
                    ("", self.comment),
                )
            )
        )
        self._phase_rows.setContentsMargins(SIDE, 0, SIDE, 0)
        self._phase_rows.setHorizontalSpacing(12)
        self._phase_rows.setVerticalSpacing(6)
        self._phase_rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addWidget(self.phases_head)
        column.addWidget(self.of_phases)
        for title, ties in (
            (_("Cases that took part"), self.cases),
            (_("Documents that came of it"), self.documents),
        ):
            column.addWidget(SectionHead(title))
            column.addLayout(inset(ties))
        column.addStretch(1)
        self.setWidget(self._page)


def _long(name: str) -> CommentField:
    return CommentField("", name, placeholder=f"{name} …")


def _show_ties(ties: Ties, held: Sequence[Sequence[int]], names: Mapping[int, str]) -> None:
    """Show what all the chosen are tied to, in the order of the first."""
    common = [each for each in held[0] if all(each in ids for ids in held) and each in names]
    others = [name for row_id, name in names.items() if row_id not in common]
    ties.show_ties([(each, names[each]) for each in common], others)


def _offered(fallen: Sequence[FallenRow]) -> list[tuple[int, str, list[tuple[int, str]]]]:
    """What can be chosen from; how much falls into a phase is not part of it."""
    schemes = (each.scheme for each in fallen)
    return [(one.id, one.name, [(each.id, each.name) for each in one.phases]) for one in schemes]


def _by_date_said(fallen: FallenRow) -> str:
    """Where it falls by its date, or that it is not put anywhere by hand."""
    names = [phase.name for phase in fallen.scheme.phases if phase.id in fallen.phase_ids]
    if fallen.by_hand:
        return _("By its date")
    if not names:
        return _("By its date: none")
    return _("By its date: {phases}").format(phases=", ".join(names))
