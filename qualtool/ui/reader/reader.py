"""The reader: where a transcript is read and coded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from qualtool.core.namesakes import with_above
from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow, Reading, ValenceRow
from qualtool.ui.reader import selecting, speaking
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.chosen import Chosen
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.ends import Ends
from qualtool.ui.reader.excerpt_acts import ExcerptActs
from qualtool.ui.reader.face import FaceName, Spacing, face_of
from qualtool.ui.reader.hand import Hand
from qualtool.ui.reader.keys import Act, Press, press_of
from qualtool.ui.reader.lit import Lit
from qualtool.ui.reader.margin import worded
from qualtool.ui.reader.menu import Offer, menu_of
from qualtool.ui.reader.signs import shown_sign
from qualtool.ui.reader.view import TextView
from qualtool.ui.reader.wishing import Wishing

Span = tuple[int, int]


class Reader(QWidget):
    """Shows one document with its codings; what the researcher wishes goes out as signals.

    Offsets are code points, ends exclusive. A valence is a key of `set_valences`, or None. The
    last argument of `theme_wished` and `new_code_wished` may be left out by who listens. What is
    chosen together, of more than one kind, is wished for in one: `mixed_wished`, where each new
    code is a `Candidate`; so is one new code alone that has a colour or stands under another.
    """

    codes_wished = Signal(int, int, list, object)  # start, end, code ids, valence or None
    theme_wished = Signal(int, int, int, object)  # start, end, theme id, valence or None
    new_code_wished = Signal(int, int, str, object, object)  # …, name, theme or None, valence
    mixed_wished = Signal(int, int, list, list, list, object)  # codes, themes, new, valence
    in_vivo_wished = Signal(int, int)
    last_code_wished = Signal(int, int)
    pin_wished = Signal(int, int, int)  # start, end, number 1 to 9
    resize_wished = Signal(int, int, int)  # start, end, excerpt id
    split_wished = Signal(int, int, int, int)  # its first part from … to, excerpt id, offset
    excerpt_chosen = Signal(int)  # excerpt id, or -1
    code_dropped = Signal(int, int, int)  # code id, start, end
    original_wished = Signal(int, int)
    place_changed = Signal(str)  # words for the foot: "Paragraph 15 · 05:05"
    valence_missing = Signal(str)  # the sign of one that the project does not have
    zoom_wished = Signal(int)  # steps, by the wheel with Ctrl held
    uncoded_wished = Signal(int)  # 1: to the next stretch that is not coded, -1: to the one before
    document_shown = Signal()  # another one, or the same with other words
    codings_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._face: FaceName = "serif"
        self._spacing: Spacing = "ordinary"
        self.valences: tuple[ValenceRow, ...] = ()
        self._by_p: Span | None = None
        self._place = ""
        self._before = Caret()
        self.view = TextView(face_of(self._face, self._zoom), self._sign_of, self)
        self._chosen = Chosen(self.view)
        self._hand = Hand(self.view)
        self.lit = Lit(self.view, self._chosen)
        self._wishing = Wishing(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(_("Transcript"))
        self.view.installEventFilter(self)
        self.view.caret_moved.connect(self._on_caret)
        self.view.zoom_wished.connect(self.zoom_wished)
        self._chosen.excerpt_chosen.connect(self.excerpt_chosen)
        self._hand.text_clicked.connect(self._chosen.choose_at)
        self._hand.menu_asked.connect(self._chosen.keep_or_choose_at)
        self._hand.coding_clicked.connect(self._chosen.choose_coding)
        self._hand.fold_clicked.connect(self._on_fold)
        self._hand.codes_dropped.connect(self._wishing.drop)
        # They see what is pressed before the text and the hand do.
        self._ends = Ends(self.view, self._chosen)
        self._ends.moved.connect(lambda *to: self._wishing.wish(self.resize_wished, to[:2], to[2]))
        self._ends.told.connect(self._show_hint)
        self.acts = ExcerptActs(self.view, self._chosen, self._ends)
        self.acts.valence_missing.connect(self.valence_missing)
        self.acts.split_asked.connect(
            lambda *at: self._wishing.wish(self.split_wished, at[:2], *at[2:])
        )

    def show_document(self, reading: Reading | None, codings: Sequence[CodingRow] | Coded) -> None:
        """Show a document where it was left, the first time from its beginning; None shows none.

        The document that is shown already stays as it is, with what is selected and chosen.
        """
        shown = self.view.page.reading.document_id if self.view.page is not None else None
        if reading is None or shown != reading.document_id:
            self._wishing.close_palette()
            self._chosen.choose(None)
            self._before = Caret()
            self._place = ""
        self.view.show_page(reading, _coded(codings))
        self._chosen.look_again()
        self.view.setAccessibleName(reading.name if reading else _("Transcript"))
        self.document_shown.emit()
        self._on_caret()

    def set_codings(self, codings: Sequence[CodingRow] | Coded) -> None:
        """Show these codings in the same document; place, selection and excerpt stay.

        What was just wished for becomes the chosen excerpt, so that valence and star act on it.
        """
        before = self._chosen.span()
        self.view.set_coded(_coded(codings))
        self.codings_shown.emit()
        made = self._wishing.fulfilled()
        if made is None:
            self._chosen.look_again()
            if before is not None and self._chosen.excerpt is None and self.view.hasFocus():
                # Its coding was taken back: the passage is at hand to be coded otherwise.
                self.view.set_caret(Caret(before[1], before[0]), follow=False)
            return
        self.view.set_caret(Caret(made.end, made.end), follow=False)
        self._chosen.choose(made.excerpt_id, tell=True)

    def awaiting(self, start: int, end: int) -> AbstractContextManager[None]:
        """While a stretch is coded from elsewhere: its excerpt becomes the chosen one."""
        return self._wishing.awaiting((start, end))

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """What the code palette offers: see `candidates.candidates_of`."""
        offered = list(candidates)
        self.offer(lambda: offered)

    def offer(self, candidates: Callable[[], Sequence[Candidate]]) -> None:
        """Ask this what the code palette offers, each time it is opened."""
        self._wishing.offer(candidates)

    def refuse_names(self, refusing: Callable[[Candidate, bool], str]) -> None:
        """Ask this why a code that is to be made cannot be, and whether it was given a place."""
        self._wishing.refusing = refusing

    def code_as(self, coder: Callable[[], int | None]) -> None:
        """Ask this who is coding: a key changes another's coding only where it is pointed at."""
        self._chosen.coder = coder

    def tell_apart(self, apart: Callable[[], Mapping[int, str]]) -> None:
        """Ask this what to say beside codes whose name another code has too, by their ids."""
        self._hand.apart = apart

    def set_valences(self, valences: Sequence[ValenceRow]) -> None:
        """The project's valences, whose signs the keys `+`, `-` and `=` (both) stand for."""
        self.valences = self.acts.valences = tuple(valences)
        self.view.viewport().update()

    def selection(self) -> Span | None:
        """The stretch that is selected, None where nothing is."""
        return self.view.caret.selection

    def select(self, start: int, end: int) -> None:
        """Select a stretch and show it."""
        if self.view.page is not None:
            length = len(self.view.page.reading.text)
            self._select((max(0, min(start, length)), max(0, min(end, length))))

    def reveal(self, place: int | Span, *, flash: bool = False) -> None:
        """Scroll to an offset or a stretch, put the caret there, and light it up for a moment."""
        if self.view.page is None:
            return
        start, end = (place, place) if isinstance(place, int) else place
        self.view.set_caret(Caret(start, start), follow=False)
        self.view.reveal(start, end)
        if flash:
            self.view.flash(start, end)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text: 1.0 is the ordinary, 0.8 to 2.0 are possible."""
        self._zoom = zoom
        self.view.set_face(face_of(self._face, zoom, self._spacing))

    def set_face(self, face: FaceName) -> None:
        """Set the text in `serif` or `sans`."""
        self._face = face
        self.view.set_face(face_of(face, self._zoom, self._spacing))

    def set_spacing(self, spacing: Spacing) -> None:
        """Set the paragraphs `close`, `ordinary` or `wide` apart."""
        self._spacing = spacing
        self.view.set_face(face_of(self._face, self._zoom, spacing))

    def set_reading_mode(self, on: bool) -> None:
        """Hide all codes, for reading the text as it is."""
        self.view.set_hidden(on)
        self._chosen.choose(None, tell=True)

    def set_chosen_code(self, code_id: int | None) -> None:
        """Let the codings of one code stand out."""
        self._chosen.choose_code(code_id)

    def choose_excerpt(self, excerpt_id: int | None) -> None:
        """Make an excerpt the chosen one, and show it."""
        self._chosen.choose(excerpt_id)
        span = self._chosen.span()
        if span is not None:
            self.reveal(span)

    def chosen_excerpt(self) -> int | None:
        """The excerpt that valence, star and Delete act on."""
        return self._chosen.excerpt

    def passage(self) -> Span | None:
        """What is selected, else the chosen excerpt, else the paragraph of the caret."""
        page, span = self.view.page, self._span()
        if page is None or span is not None:
            return span
        return selecting.paragraph(page, self.view.caret.position)

    def open_palette(self, typed: str = "", sign: str = "") -> None:
        """Open the code palette for what is selected, or for the chosen excerpt."""
        span = self._span()
        if span is not None and self.view.page is not None:
            self._wishing.open_palette(span, typed, sign)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # While the text has the focus its keys come before the window's shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            press = press_of(event)
            if press is not None and (press.act is not Act.LET_GO or self._span() is not None):
                event.accept()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = press_of(event)
        if press is None or self.view.page is None or not self._act(press):
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place:
            self.place_changed.emit(self._place)  # who listens now may not have listened before

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.view.page is None:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._hand.point_for_menu(QPointF(self.view.viewport().mapFromGlobal(place)))
        else:
            box = self.view.box_of(self.view.caret.position)
            place = self.view.viewport().mapToGlobal(box.bottomLeft())
        offer = Offer(
            passage=self._span() is not None,
            selected=self.selection() is not None,
            chosen=self._chosen.excerpt is not None,
            valences=self.valences,
            codings=len(self._chosen.mine()),
            one=pointed.code if (pointed := self._chosen.pointed()) else "",
        )
        menu_of(self, offer, self._act).popup(place)

    def _act(self, press: Press) -> bool:
        span = self._span()
        match press.act:
            case Act.LETTER:
                self._on_letter(press.words)
            case Act.OPEN:
                self.open_palette()
            case Act.PIN if span is not None:
                self._wishing.wish(self.pin_wished, span, int(press.words))
            case Act.IN_VIVO if span is not None:
                self._wishing.wish(self.in_vivo_wished, span)
            case Act.LAST if span is not None:
                self._wishing.wish(self.last_code_wished, span)
            case Act.SIGN if self.selection() is not None:
                self.open_palette(sign=press.words)
            case Act.COPY if span is not None and self.view.page is not None:
                QGuiApplication.clipboard().setText(self.view.page.reading.text[slice(*span)])
            case Act.ORIGINAL if (here := self.passage()) is not None:
                self.original_wished.emit(*here)
            case Act.LET_GO:
                return self._let_go()
            case _:
                self.acts.act(press)
        return True

    def _on_letter(self, pressed: str) -> None:
        page, selected = self.view.page, self.selection()
        assert page is not None
        offset, letter = self.view.caret.position, pressed if selected else pressed.casefold()
        if selected is not None:
            # P once more takes in the whole turn; any other letter begins a code's name.
            whole = selecting.turn(page, selected[0])
            if letter.casefold() == "p" and selected == self._by_p and whole != selected:
                self._select(whole)
            else:
                self.open_palette(letter)
        elif letter == "s":
            self._select(selecting.sentence(page, offset))
        elif letter == "p":
            self._select(selecting.paragraph(page, offset))
            self._by_p = self.selection()
        elif letter == "u":
            self.uncoded_wished.emit(-1 if pressed.isupper() else 1)
        elif letter in "ec":
            self.acts.act(Press(Act.ENDS if letter == "e" else Act.COMMENT))

    def _select(self, span: Span) -> None:
        self.view.reveal(*span)
        self.view.set_caret(Caret(span[1], span[0]), follow=False)

    def _show_hint(self, words: str) -> None:
        self.place_changed.emit(words or self._place)

    def _let_go(self) -> bool:
        if self.selection() is not None:
            position = self.view.caret.position
            self.view.set_caret(Caret(position, position), follow=False)
            return True
        self.view.hover(None)  # a mouse that rests there points at nothing until it moves
        chosen = self._chosen.excerpt is not None
        self._chosen.choose(None, tell=True)
        return chosen

    def _span(self) -> Span | None:
        """What would be coded now: the selection, else the chosen excerpt."""
        selected, page = self.selection(), self.view.page
        if selected is None or page is None:
            return self._chosen.span()
        return selecting.without_edges(page, selected)

    def _on_fold(self, codings: list[CodingRow], place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for coding in codings:
            apart = self._hand.apart().get(coding.code_id, "")
            words = with_above(worded(coding, self._sign_of), apart)
            menu.addAction(words).triggered.connect(
                lambda _checked=False, chosen=coding: self._chosen.choose_coding(chosen)
            )
        menu.popup(place)

    def _on_caret(self) -> None:
        page, before, caret = self.view.page, self._before, self.view.caret
        self._before = caret
        if caret.selection != self._by_p:
            self._by_p = None
        words = ""
        if page is not None:
            words = speaking.place_words(page, caret.position)
            here = self.view.shown_codings().at(caret.position)
            self.view.setAccessibleDescription(speaking.description(page, caret, here))
            if self.view.hasFocus():
                speaking.announce(self.view, speaking.said(page, before, caret))
        if words != self._place:
            self._place = words
            self.place_changed.emit(words)

    def _sign_of(self, valence: str | None) -> str:
        return next((shown_sign(v.sign) for v in self.valences if v.key == valence), "")


def _coded(codings: Sequence[CodingRow] | Coded) -> Coded:
    return codings if isinstance(codings, Coded) else Coded(codings)
