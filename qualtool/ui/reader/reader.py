"""The reader: where a transcript is read and coded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualtool.store.rows import CodingRow, Reading, ValenceRow
from qualtool.ui.reader.candidates import Candidate


class Reader(QWidget):
    """Shows one document with its codings; what the researcher wishes goes out as signals.

    Offsets are code points, ends exclusive. A valence is a key of `set_valences`, or None. The
    last argument of `theme_wished` and `new_code_wished` may be left out by who listens.
    """

    codes_wished = Signal(int, int, list, object)  # start, end, code ids, valence or None
    theme_wished = Signal(int, int, int, object)  # start, end, theme id, valence or None
    new_code_wished = Signal(int, int, str, object, object)  # …, name, theme or None, valence
    in_vivo_wished = Signal(int, int)
    last_code_wished = Signal(int, int)
    pin_wished = Signal(int, int, int)  # start, end, number 1 to 9
    valence_wished = Signal(list, object)  # coding ids, key or None
    star_wished = Signal(list)  # excerpt ids; who listens turns the star on or off
    uncode_wished = Signal(list)  # coding ids
    excerpt_chosen = Signal(int)  # excerpt id, or -1
    code_dropped = Signal(int, int, int)  # code id, start, end
    place_changed = Signal(str)  # words for the foot: "Paragraph 15 · 05:05"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._codings: list[CodingRow] = []
        self._candidates: list[Candidate] = []
        self._valences: list[ValenceRow] = []
        self._selection: tuple[int, int] | None = None
        self._excerpt: int | None = None

    def show_document(self, reading: Reading | None, codings: Sequence[CodingRow]) -> None:
        """Show a document from its beginning; None shows an empty page."""
        self._reading = reading
        self._selection = None
        self._excerpt = None
        self.set_codings(codings)

    def set_codings(self, codings: Sequence[CodingRow]) -> None:
        """Show these codings in the same document; place, selection and excerpt stay."""
        self._codings = list(codings)
        self.update()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """What the code palette offers: see `candidates.candidates_of`."""
        self._candidates = list(candidates)

    def set_valences(self, valences: Sequence[ValenceRow]) -> None:
        """The project's valences, whose signs the keys `+`, `-` and `=` (both) stand for."""
        self._valences = list(valences)

    def selection(self) -> tuple[int, int] | None:
        """The stretch that is selected, None where nothing is."""
        return self._selection

    def select(self, start: int, end: int) -> None:
        """Select a stretch and show it."""
        self._selection = (start, end) if start < end else None
        self.update()

    def reveal(self, place: int | tuple[int, int], *, flash: bool = False) -> None:
        """Scroll to an offset or a stretch, and light it up for a moment."""

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text: 1.0 is the ordinary, 0.8 to 2.0 are possible."""

    def set_face(self, face: str) -> None:
        """Set the text in `serif` or `sans`."""

    def set_reading_mode(self, on: bool) -> None:
        """Hide all codes, for reading the text as it is."""

    def set_chosen_code(self, code_id: int | None) -> None:
        """Let the codings of one code stand out."""

    def choose_excerpt(self, excerpt_id: int | None) -> None:
        """Make an excerpt the chosen one, and show it."""
        self._excerpt = excerpt_id

    def chosen_excerpt(self) -> int | None:
        """The excerpt that valence, star and Delete act on."""
        return self._excerpt
