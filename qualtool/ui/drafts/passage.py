"""The quotation that is looked at: how it stands in the draft, and under it what was said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.quotations import QuotationRow, Said
from qualtool.core.context import sentence_after, sentence_before
from qualtool.core.draft import Draft
from qualtool.core.quotation_words import cautions_said, difference_said
from qualtool.core.word_marks import Mark, compared
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodingRow
from qualtool.ui import icons, theme
from qualtool.ui.drafts import rich, wording
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.name_button import NameButton

AROUND: Final = 220  # code points of what stands before and after, at most
WIDEST: Final = 680  # of a line that is read


@dataclass(frozen=True, slots=True)
class Shown:
    """A quotation with all that is told of it; `texts` by document, `codings` by excerpt."""

    row: QuotationRow
    draft: Draft
    texts: Mapping[int, str]
    codings: Sequence[CodingRow]
    at: int
    count: int
    writable: bool


class PassagePane(QScrollArea):
    """Shows one quotation; what is wished for goes out as a signal."""

    place_wished = Signal(int, int, int)
    code_wished = Signal(int)  # show this code
    coding_wished = Signal(object)  # Said that is to be coded
    step_wished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("The quotation and what was said"))
        self._shown: Shown | None = None
        theme.signals.changed.connect(self._show_again)

    def show_quotation(self, shown: Shown | None) -> None:
        """Show this one; nothing for None."""
        self._shown = shown
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(32, 20, 32, 32)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if shown is not None:
            self._fill(column, shown)
        column.addStretch(1)
        self.setWidget(page)

    # inside

    def _show_again(self) -> None:
        self.show_quotation(self._shown)

    def _fill(self, column: QVBoxLayout, shown: Shown) -> None:
        row = shown.row
        mine, theirs = compared(row.quotation.text, [said.text for said in row.said])
        column.addLayout(self._head(shown))
        column.addWidget(_label(_sentence(row), "quiet"))
        for caution in cautions_said(
            reference=row.quotation.reference if row.checked.verdict == "not_found" else "",
            do_not_quote=any(said.do_not_quote for said in row.said),
            closed=any(said.closed for said in row.said),
            interviewer=any(said.interviewer for said in row.said),
            ascribed=row.ascribed,
        ):
            column.addWidget(_label(caution, "caution"))
        column.addSpacing(16)
        _section(column, _("In your draft"), wording.place_in_draft(row))
        column.addWidget(_in_draft(shown, mine))
        column.addSpacing(12)
        column.addSpacing(4)
        if row.said:
            _section(column, _("What was said"), _places(row))
        for number, (said, marks) in enumerate(zip(row.said, theirs, strict=True), 1):
            self._add_said(column, shown, said, marks, number if len(row.said) > 1 else 0)
        kinds = {mark.kind for mark in chain(mine, *theirs)}
        if words := _legend(kinds):
            column.addWidget(_label(words, "small"))
        if row.checked.differences:
            column.addSpacing(12)
            _section(column, _("What differs"), str(len(row.checked.differences)))
            for difference in row.checked.differences:
                column.addWidget(_label(_capital(difference_said(difference)), ""))
        if row.near:
            column.addSpacing(4)
            _section(column, _("Perhaps this was meant"), "")
            for near in row.near:
                self._add_said(column, shown, near, (), 0)
        if row.said:
            column.addSpacing(12)
            self._add_codes(column, shown)

    def _head(self, shown: Shown) -> QHBoxLayout:
        verdict = shown.row.checked.verdict
        line = QHBoxLayout()
        line.setSpacing(8)
        score = wording.score(shown.row)
        words = f"{wording.SIGNS[verdict]}  {wording.name(verdict)}"
        title = _label(f"{words}  {score} %" if score else words, "title")
        rich.tint(title, wording.ROLES[verdict])
        title.setAccessibleName(wording.name(verdict))
        line.addWidget(title, 1)
        place = _("{number} of {count}").format(number=shown.at + 1, count=shown.count)
        line.addWidget(_label(place, "count", wrap=False))
        for step, icon, tip in (
            (-1, "up", _("The problem before")),
            (1, "down", _("The next problem")),
        ):
            button = QToolButton()
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(tip)
            button.setToolTip(f"{tip}  {'[' if step < 0 else ']'}")
            button.clicked.connect(lambda _on=False, step=step: self.step_wished.emit(step))
            line.addWidget(button)
        return line

    def _add_said(
        self,
        column: QVBoxLayout,
        shown: Shown,
        said: Said,
        marks: Sequence[Mark],
        number: int,
    ) -> None:
        """A passage between what stands around it, and the way to its place."""
        text = shown.texts.get(said.document_id, "")
        here = text[said.start : said.end] == said.text
        lead = sentence_before(text, said.start, AROUND) if here else ""
        trail = sentence_after(text, said.end, AROUND) if here else ""
        plain = f"{lead}{said.text}{trail}"
        words = rich.around(lead) + rich.marked(said.text, marks) + rich.around(trail)
        column.addWidget(rich.label(words, plain))
        who = said.informant
        place = f"{who} · {said.document}, {said.place}" if who != said.document else (
            f"{said.document}, {said.place}"
        )  # fmt: skip
        if number:
            place = f"{number}. {place}"
        door = QPushButton(place.replace("&", "&&"))
        door.setProperty("role", "link")
        door.setProperty("flush", True)
        door.setAccessibleName(_("Open in the transcript: {place}").format(place=place))
        door.setToolTip(_("Open in the transcript"))
        door.clicked.connect(
            lambda _on=False: self.place_wished.emit(said.document_id, said.start, said.end)
        )
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 8)
        line.addWidget(door)
        line.addStretch(1)
        column.addLayout(line)

    def _add_codes(self, column: QVBoxLayout, shown: Shown) -> None:
        _section(column, _("Coded with"), "")
        seen: set[int] = set()
        for coding in shown.codings:
            if coding.code_id in seen:
                continue
            seen.add(coding.code_id)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(ColourMark(coding.colour))
            name = NameButton(coding.code, _("Show its excerpts"))
            name.clicked.connect(lambda _on=False, code=coding.code_id: self.code_wished.emit(code))
            name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            line.addWidget(name)
            line.addStretch(1)
            column.addLayout(line)
        if not seen:
            column.addWidget(_label(_("The passage is not coded."), "quiet"))
        if shown.writable:
            line = QHBoxLayout()
            for said in shown.row.said[:1]:
                push = QPushButton(_("Code it …"))
                push.setToolTip("C")
                push.clicked.connect(lambda _on=False, said=said: self.coding_wished.emit(said))
                line.addWidget(push)
            line.addStretch(1)
            column.addSpacing(4)
            column.addLayout(line)


def _in_draft(shown: Shown, marks: Sequence[Mark]) -> QLabel:
    quotation = shown.row.quotation
    text = shown.draft.paragraphs[quotation.paragraph].text
    lead = sentence_before(text, quotation.start, AROUND)
    trail = sentence_after(text, quotation.end, AROUND)
    words = rich.around(lead) + rich.marked(quotation.text, marks) + rich.around(trail)
    return rich.label(words, f"{lead}{quotation.text}{trail}")


def _sentence(row: QuotationRow) -> str:
    if row.checked.verdict == "not_found" and row.quotation.reference:
        return _("Not in the transcripts.")
    return wording.about(row.checked.verdict)


def _places(row: QuotationRow) -> str:
    if row.checked.places < 2:
        return ""
    words = ngettext("said so {count} time", "said so {count} times", row.checked.places)
    return words.format(count=row.checked.places)


def _legend(kinds: Collection[str]) -> str:
    words = {
        "put_in": _("underlined: not said"),
        "left_out": _("struck through: said, but left out"),
        "told": _("grey: left out or put in, and marked so"),
    }
    return _capital(" · ".join(said for kind, said in words.items() if kind in kinds))


def _section(column: QVBoxLayout, title: str, beside: str) -> None:
    line = QHBoxLayout()
    head = _label(title.upper(), "section", wrap=False)
    head.setAccessibleName(title)
    line.addWidget(head)
    line.addStretch(1)
    if beside:
        line.addWidget(_label(beside, "count", wrap=False))
    column.addLayout(line)


def _label(words: str, role: str, *, wrap: bool = True) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setIndent(0)
    return made


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
