"""The coding workspace: documents and codebook, the text, and what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualtool.analysis import board, codebook, documents
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import CodingRow
from qualtool.ui.counting import Counting
from qualtool.ui.dragging import Span
from qualtool.ui.memo_target import Target
from qualtool.ui.models.codebook import Node
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.documents import DocumentsPanel
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.reader_head import ReaderHead
from qualtool.ui.reader.candidates import Candidate, candidates_of
from qualtool.ui.reader.face import FaceName, Spacing
from qualtool.ui.reader.reader import Reader
from qualtool.ui.workspaces import deciding
from qualtool.ui.workspaces.code_names import CodeNames
from qualtool.ui.workspaces.codebook_asking import CodebookAsking
from qualtool.ui.workspaces.codebook_choosing import CodebookChoosing
from qualtool.ui.workspaces.codebook_files import CodebookFiles
from qualtool.ui.workspaces.codebook_making import CodebookMaking
from qualtool.ui.workspaces.codebook_menu import CodebookMenu
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.coding_correcting import CodingCorrecting
from qualtool.ui.workspaces.coding_memos import CodingMemos
from qualtool.ui.workspaces.coding_on import CodingOn
from qualtool.ui.workspaces.coding_panes import CodingPanes
from qualtool.ui.workspaces.coding_places import CodingPlaces
from qualtool.ui.workspaces.coding_valences import CodingValences
from qualtool.ui.workspaces.looking_later import MANY, LookingLater
from qualtool.ui.workspaces.memo_targets import in_coding
from qualtool.ui.workspaces.reading_through import ReadingThrough
from qualtool.ui.workspaces.shown_codings import ShownCodings


class CodingWorkspace(QWidget):
    """Puts the panels of coding together, and makes steps of what they wish for."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)
    document_opened = Signal(int)
    import_wished = Signal()
    text_size_wished = Signal(int)
    memo_wished = Signal(object)  # Target
    coder_wished = Signal(object)  # what waits until it is known who codes
    sheet_wished = Signal(object)  # QWidget
    memo_chosen = Signal(int)
    original_wished = Signal(int, int, int)  # document, start, end
    corrected = Signal(object)  # operations.correction.Corrected
    lost_wished = Signal()
    look_again_wished = Signal()

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._document: int | None = None
        self._shown = ShownCodings(project)
        self.acts = CodingActs(project, self._refuse, self.coder_wished.emit)
        self.counting = Counting(project, self)
        self.asking = CodebookAsking(self, project, self._refuse)
        self.files = CodebookFiles(self, project, self._refuse)
        self.documents = DocumentsPanel(project)
        self.codebook = CodebookPanel(project)
        self.choosing = CodebookChoosing(self.codebook.tree, self.asking)
        self.making = CodebookMaking(self.codebook, self.acts)
        self.head = ReaderHead()
        self.reader = Reader()
        self.reading = ReadingThrough(self.reader, project, self._refuse)
        self.head.reading_mode_chosen.connect(self.reading.set_reading_mode)
        self.inspector = Inspector(project)
        self.looking = LookingLater(self.inspector, lambda: self._shown.count > MANY)
        self.coding_on = CodingOn(self, project, self._refuse, self.coder_wished.emit)
        self.memos = CodingMemos(project, self.reader, self.documents, self.codebook)
        self.correcting = CodingCorrecting(project, self.reader, self._refuse)
        self.places = CodingPlaces(project, self.reader, self._refuse)
        self.names = CodeNames(project, self.codebook, self.reader, self.coding_on)
        self.valences = CodingValences(project, self.reader, self.inspector.list, self.coding_on)
        self.panes = self._lay_out()
        self._connect_panels()
        self._connect_reader()
        self._connect_codebook()
        self._connect_inspector()
        self.setFocusProxy(self.reader)
        self.reader.offer(self._candidates)
        self.reader.code_as(lambda: project.coder_id)
        self._show_text()
        self.counting.begin()

    # what the window asks

    def refresh(self) -> None:
        """Look again at everything."""
        for panel in (self.documents, self.codebook, self.inspector, self.memos):
            panel.refresh()
        self.correcting.refresh()
        self.valences.refresh()
        self._show_text()
        self.counting.begin()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        for part in (self.documents, self.codebook, self.memos, self.correcting, self.valences):
            part.on_changes(changes)
        self.counting.begin()
        looked = self.inspector.looked
        if changes.touches("document_text", "document", "speaker", "study"):
            self._show_text()
        elif changes.touches("coding", "excerpt", "code", "theme", "theme_code", "coder"):
            self._show_codings(changes)
        if self.inspector.looked == looked:  # or the excerpt that was made is shown already
            self.looking.on_changes(changes)

    def open_document(self, document_id: int) -> None:
        """Show a document in the reader."""
        if document_id != self._document and self.correcting.leave():
            self._document = document_id
            self._show_text()

    def set_text_size(self, percent: int) -> None:
        """Set the size of what people said."""
        self.reader.set_zoom(percent / 100)

    def set_face(self, face: FaceName) -> None:
        """Set what people said in the serif or the sans face."""
        self.reader.set_face(face)

    def set_spacing(self, spacing: Spacing) -> None:
        """Set the paragraphs so far apart."""
        self.reader.set_spacing(spacing)

    def aside(self) -> None:
        """Keep what is half written."""
        self.looking.now()
        self.correcting.leave()
        self.places.left.keep()
        self.names.leave()
        for field in self.findChildren(CommentField):
            field.tell()

    def show_place(self, document_id: int, start: int, end: int) -> None:
        """Show a passage where it stands."""
        self.open_document(document_id)
        self.reader.reveal((start, end), flash=True)

    def show_code(self, code_id: int) -> None:
        """Show a code and all its excerpts."""
        self.panes.let_out(self.panes.beside)
        self.codebook.choose_code(code_id)

    def show_theme(self, theme_id: int) -> None:
        """Show a theme and all its excerpts."""
        self.panes.let_out(self.panes.beside)
        self.codebook.choose_theme(theme_id)

    def memo_target(self) -> Target:
        """What a memo would be written on."""
        self.looking.now()
        return in_coding(
            self._document,
            reader=self.reader,
            documents=self.documents,
            codebook=self.codebook,
            inspector=self.inspector,
        )

    def paragraph_at_caret(self) -> tuple[int, int, int] | None:
        """The document that is open, and the passage the caret is at."""
        span = self.reader.passage()
        return (self._document, *span) if self._document is not None and span else None

    def correct_text(self) -> None:
        """Open the paragraph at the caret to be corrected."""
        self.correcting.begin()

    # inside

    def _lay_out(self) -> CodingPanes:
        panes = CodingPanes(
            (self.documents, self.codebook),
            self.head,
            (self.correcting.banner, self.places.finding.bar, self.places.place_bar),
            self.reader,
            self.inspector,
        )
        empty = EmptyPane(
            _("No documents yet"),
            _("Drop transcripts anywhere in the window, or choose files to import."),
            _("Import files …"),
        )
        empty.pressed.connect(self.import_wished)
        panes.set_empty(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)
        return panes

    def _connect_panels(self) -> None:
        self.documents.document_chosen.connect(self.open_document)
        self.head.size_wished.connect(self.text_size_wished)
        self.head.correction_wished.connect(self.correct_text)
        self.head.menu_wished.connect(self.places.show_menu)
        self.correcting.corrected.connect(self.corrected)
        self.correcting.lost_wished.connect(self.lost_wished)

    def _connect_reader(self) -> None:
        reader, acts = self.reader, self.acts
        reader.codes_wished.connect(self._on_open(acts.apply_codes))
        reader.theme_wished.connect(self._on_open(self._apply_theme))
        reader.new_code_wished.connect(self._on_open(acts.apply_new))
        reader.mixed_wished.connect(self._on_open(acts.apply_mixed))
        reader.in_vivo_wished.connect(self._on_open(acts.apply_in_vivo))
        reader.last_code_wished.connect(self._on_open(acts.apply_last))
        reader.pin_wished.connect(self._on_open(acts.apply_pinned))
        reader.code_dropped.connect(self._on_open(self._apply_dropped))
        reader.resize_wished.connect(lambda start, end, row: acts.resize(row, start, end))
        reader.split_wished.connect(lambda _start, _end, row, at: acts.split(row, at))
        reader.acts.valence_wished.connect(acts.set_valence)
        reader.acts.depth_wished.connect(acts.set_depth)
        reader.acts.uncode_wished.connect(acts.uncode)
        reader.acts.star_wished.connect(self._star)
        reader.acts.do_not_quote_wished.connect(self._never_quote)
        reader.acts.comment_wished.connect(self._comment)
        reader.acts.memo_wished.connect(lambda: self.memo_wished.emit(self.memo_target()))
        reader.excerpt_chosen.connect(self._show_excerpt)
        reader.lit.changed.connect(
            lambda codes, chosen: self.codebook.tree.light(codes, follow=chosen)
        )
        reader.original_wished.connect(self._on_open(self.original_wished.emit))
        self.places.place_changed.connect(self.place_changed)
        self.places.said.connect(self.said)
        self.valences.said.connect(self.said)
        self.valences.sheet_wished.connect(self.sheet_wished)
        reader.zoom_wished.connect(self.text_size_wished)

    def _connect_codebook(self) -> None:
        panel, acts = self.codebook, self.acts
        panel.chosen.connect(self._show_node)
        self.counting.done.connect(panel.show_figures)
        self.counting.done.connect(self.documents.refresh)
        panel.tree.applied.connect(self._apply_node)
        panel.tree.removal_wished.connect(acts.remove)
        panel.tree.retirement_wished.connect(self.choosing.retire)
        panel.tree.merge_wished.connect(self.choosing.merge)
        panel.tree.menu_wished.connect(self._open_menu)
        panel.model.renamed.connect(acts.rename)
        self.asking.sheet_wished.connect(self.sheet_wished)
        self.asking.code_wished.connect(self.show_code)
        self.files.said.connect(self.said)
        self.asking.place_wished.connect(self.show_place)
        panel.model.span_dropped.connect(self._code_span)
        panel.model.codes_dropped.connect(acts.drop_codes)
        panel.model.themes_dropped.connect(acts.drop_themes)

    def _connect_inspector(self) -> None:
        acts = self.acts
        self.inspector.code_wished.connect(self.show_code)
        self.inspector.memo_wished.connect(self.memo_wished)
        self.inspector.memo_chosen.connect(self.memo_chosen)
        self.memos.memo_chosen.connect(self.memo_chosen)
        self.memos.excerpt_chosen.connect(self._show_excerpt)
        for part in (self.inspector.list, self.inspector.form):
            part.place_wished.connect(self.show_place)
            part.original_wished.connect(self.original_wished)
            part.valence_wished.connect(acts.set_valence)
            part.depth_wished.connect(acts.set_depth)
            part.star_wished.connect(acts.set_star)
            part.do_not_quote_wished.connect(acts.set_do_not_quote)
            part.uncode_wished.connect(acts.uncode)
        self.coding_on.follow(self.inspector.list)
        meaning = self.inspector.definition
        meaning.described.connect(self.asking.describe)
        meaning.recoloured.connect(self.asking.recolour)
        meaning.pinned.connect(acts.pin)
        self.inspector.tabs.look_again_wished.connect(self.look_again_wished)
        self.inspector.tabs.decision.decided.connect(
            lambda decided: deciding.note(self._project, decided, self.refused.emit)
        )
        form = self.inspector.form
        form.comment_written.connect(acts.set_comment)
        form.left.connect(self.reader.setFocus)

    def _on_open(self, act: Callable[..., object]) -> Callable[..., None]:
        """Let a wish of the reader act on the document that is open."""

        def do(*wish: Any) -> None:
            if self._document is not None:
                act(self._document, *wish)

        return do

    def _apply_theme(
        self, document: int, start: int, end: int, theme_id: int, valence: str | None
    ) -> None:
        self.acts.apply_themes(document, start, end, [theme_id], valence)

    def _apply_dropped(self, document: int, code_id: int, start: int, end: int) -> None:
        self.acts.apply_codes(document, start, end, [code_id], None)

    def _refuse(self, error: QualtoolError) -> None:
        self.refused.emit(error)

    def _show_text(self) -> None:
        with self._project.read() as session:
            rows = {row.id: row for row in documents.documents(session, wait=False)}
            row = rows.get(self._document) if self._document is not None else None
            if row is None:
                row = next(iter(rows.values()), None)
            self._document = row.id if row else None
            self.memos.show_document(self._document)
            self.head.show_document(row)
            self.panes.show_text(row is not None)
            if row is None:
                return
            reading = documents.reading(session, row.id)
            codings = self._shown.read(row.id)
        self.reader.show_document(reading, codings)
        self.documents.choose(row.id)
        self.document_opened.emit(row.id)

    def _show_codings(self, changes: Changes) -> None:
        if self._document is not None:
            self.reader.set_codings(self._shown.after(changes, self._document))

    def _candidates(self) -> list[Candidate]:
        with self._project.read() as session:
            codes = codebook.codes(session, wait=False)
            frame = board.shown_frame(session, self.codebook.frame)
            return candidates_of(codes, codebook.themes(session, frame, wait=False))

    def show_frame(self, frame_id: int) -> None:
        """Group the codes by another set of themes, and make new themes there."""
        self.codebook.frame = self.acts.frame = frame_id
        self.codebook.refresh()

    def _show_excerpt(self, excerpt_id: int) -> None:
        self.looking.show_excerpt(excerpt_id if excerpt_id >= 0 else None)
        self.codebook.tree.set_aside(excerpt_id >= 0)

    def _show_node(self, node: Node | None) -> None:
        self.reader.set_chosen_code(node.code.id if node and node.code else None)
        if node is not None and node.code is not None:
            self.inspector.show_code(node.code.id)
        elif node is not None and node.theme is not None:
            self.inspector.show_theme(node.theme.id)

    def _apply_node(self, node: Node) -> None:
        span = self.reader.selection()
        if span is not None and self._document is not None:
            self._code_span(Span(self._document, *span), node)
            self.reader.setFocus()
        else:
            self.panes.let_out(self.panes.beside)
            self.said.emit(_("Its excerpts are shown. To code, select a passage in the text."))

    def _code_span(self, span: Span, node: Node) -> None:
        with self.reader.awaiting(span.start, span.end):
            self.acts.drop_span(span, node)

    def _star(self, excerpt_ids: Sequence[int]) -> None:
        starred = all(row.starred for row in self._shown_on(excerpt_ids))
        self.acts.set_star(excerpt_ids, not starred)

    def _never_quote(self, excerpt_ids: Sequence[int]) -> None:
        never = all(row.do_not_quote for row in self._shown_on(excerpt_ids))
        self.acts.set_do_not_quote(excerpt_ids, not never)

    def _shown_on(self, excerpt_ids: Sequence[int]) -> list[CodingRow]:
        """The codings of excerpts that are chosen in the text."""
        coded = self.reader.view.coded
        return [row for each in excerpt_ids for row in coded.of_excerpt(each)]

    def _comment(self, coding_id: int) -> None:
        self._show_excerpt(self.reader.chosen_excerpt() or -1)
        self.looking.now()
        self.panes.let_out(self.panes.beside)
        self.inspector.form.write_comment(coding_id)

    def _listed(self) -> list[int]:
        """The excerpts chosen in the list of a code or theme."""
        return [card.excerpt.id for card in self.inspector.list.chosen()]

    def _open_menu(self, node: Node | None, place: QPoint) -> None:
        menu = CodebookMenu(self, self.codebook, self.acts, self.asking, node, self._listed)
        menu.offer_files(self.files)
        menu.popup(place)
