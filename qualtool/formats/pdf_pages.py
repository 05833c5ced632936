"""What stands where on the pages of a PDF: stretches of words with their place and size.

PDFium, which takes a PDF apart, can only be used by one thread at a time: all of it happens
behind one lock, and everything it lends is given back before the lock is.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from qualtool.core.errors import QualtoolError
from qualtool.formats.sizes import PDF_PAGES, TEXT, refuse_if_too_many_pages
from qualtool.formats.unpacking import damaged
from qualtool.i18n import gettext as _

_LOCK: Final = threading.Lock()
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SECURITY: Final = 5  # FPDF_ERR_SECURITY
_HYPHENS: Final = {0x02: "-", 0xFFFE: "-"}  # how PDFium marks the one at a line's end
_GAP: Final = 1.2  # of the size of the letters; a wider one parts columns and cells
_FIGURES_AT_END: Final = re.compile(r"\d{1,3}(?=[.,;:!?)»”]{0,2}\Z)")
_RAISED: Final = 0.12  # likewise: a note's mark stands this much higher


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one line without a wide gap; `left` to `right` and `base` in points from below.

    `marks` are the places in `words` of raised figures such as a footnote's.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF: how large it is, what stands on it, whether it has pictures."""

    width: float
    height: float
    spans: tuple[Span, ...]
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, and what the file says of itself; never who wrote it."""

    pages: tuple[Page, ...]
    title: str
    created: str


@dataclass(slots=True)
class _Word:
    """Letters without a gap between them, and where the raised ones are."""

    signs: str
    left: float
    right: float
    base: float
    size: float
    index: int
    opens: bool  # not a part of what PDFium took for one word
    marks: list[tuple[int, int]]


def pages_of(data: bytes, name: str) -> Pages:
    """The pages of a PDF; raises `QualtoolError` naming the file."""
    import pypdfium2
    from pypdfium2 import raw

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise _refused(fault, name) from fault
        try:
            refuse_if_too_many_pages(len(document), name)
            told = document.get_metadata_dict()
            pages = tuple(_pages(document, raw, name))
        except pypdfium2.PdfiumError as fault:
            raise damaged(name) from fault
        finally:
            document.close()
    return Pages(pages, told.get("Title", ""), told.get("CreationDate", ""))


def _refused(fault: Any, name: str) -> QualtoolError:
    if fault.err_code in (_PASSWORD, _SECURITY):
        return QualtoolError(
            "file_is_encrypted",
            _(
                "“{file}” is protected by a password. Open it in a PDF program, "
                "take the password away and save it."
            ),
            file=name,
        )
    return QualtoolError(
        "file_damaged",
        _(
            "“{file}” is damaged or cut off and cannot be opened. Fetch it once more, "
            "or open it in a PDF program and save it under a new name."
        ),
        file=name,
    )


def _pages(document: Any, raw: Any, name: str) -> Iterator[Page]:
    letters = 0
    for number in range(min(len(document), PDF_PAGES)):
        # A page of a damaged file may be lost alone; the others are still worth reading.
        page = raw.FPDF_LoadPage(document, number)
        if not page:
            yield Page(595.0, 842.0, ())
            continue
        try:
            text = raw.FPDFText_LoadPage(page)
            if not text:
                yield Page(595.0, 842.0, ())
                continue
            try:
                count = max(0, raw.FPDFText_CountChars(text))
                letters += count
                if letters > TEXT:
                    refuse_if_too_many_pages(PDF_PAGES + 1, name)
                spans = tuple(_spans(raw, text, count))
            finally:
                raw.FPDFText_ClosePage(text)
            size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
            yield Page(*size, spans, not spans and _pictured(raw, page))
        finally:
            raw.FPDF_ClosePage(page)


def _pictured(raw: Any, page: Any) -> bool:
    objects = min(raw.FPDFPage_CountObjects(page), 1000)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, n)) for n in range(objects))
    return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _spans(raw: Any, text: Any, count: int) -> Iterator[Span]:
    words: list[_Word] = []
    looks = _Looks(raw, text)
    for indices, signs, line_ends in _stretches(_codes(raw, text, count)):
        for word in looks.words(indices, signs):
            if words and _parted(words[-1], word):
                yield _span(words, looks)
                words = []
            words.append(word)
        if line_ends and words:
            yield _span(words, looks)
            words = []
    if words:
        yield _span(words, looks)


def _codes(raw: Any, text: Any, count: int) -> Iterable[int]:
    """The letters of a page as numbers; all in one go where each has its place."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        return buffer[:count]
    return (raw.FPDFText_GetUnicode(text, index) for index in range(count))


def _stretches(codes: Iterable[int]) -> Iterator[tuple[list[int], str, bool]]:
    """Words as the places of their letters and these themselves, and whether a line ends."""
    indices: list[int] = []
    signs: list[str] = []
    high = 0
    for index, code in enumerate(codes):
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        sign = _HYPHENS.get(code) or (chr(code) if 0 < code <= 0x10FFFF else "\ufffd")
        if sign.isspace():
            if indices or sign in "\r\n":
                yield indices, "".join(signs), sign in "\r\n"
                indices, signs = [], []
            continue
        indices.append(index)
        signs.append(sign)
        if code in _HYPHENS:  # PDFium runs the next line on to it
            yield indices, "".join(signs), True
            indices, signs = [], []
    yield indices, "".join(signs), True


class _Looks:
    """Asks PDFium where letters stand and how large they are: seldom, for each asking costs."""

    def __init__(self, raw: Any, text: Any) -> None:
        self._raw = raw
        self._text = text
        self._left, self._right, self._bottom, self._top = (ctypes.c_double() for _n in range(4))
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = raw.FS_MATRIX()

    def words(self, indices: list[int], signs: str, opens: bool = True) -> Iterator[_Word]:
        """A word; where its letters stand too far apart for one, each of its parts."""
        if not indices:
            return
        left, _right = self._box(indices[0])
        _left, right = self._box(indices[-1])
        size, base = self._size(indices[0]), self._base(indices[0])
        wide = right - left > 1.4 * size * len(indices) or right < left
        if len(indices) > 1 and wide:
            middle = len(indices) // 2
            yield from self.words(indices[:middle], signs[:middle], opens)
            yield from self.words(indices[middle:], signs[middle:], False)
            return
        marks = list(self._marks(indices, signs, size, base))
        yield _Word(signs, left, right, base, size, indices[0], opens, marks)

    def bold(self, word: _Word) -> bool:
        """Whether a word begins with a bold letter."""
        return bool(self._raw.FPDFText_GetFontWeight(self._text, word.index) >= 600)

    def _marks(
        self, indices: list[int], signs: str, size: float, base: float
    ) -> Iterator[tuple[int, int]]:
        """Figures at the end of a word, or before its last stop, that stand higher."""
        if match := _FIGURES_AT_END.search(signs):
            index = indices[match.start()]
            if match.start() and self._base(index) - base > _RAISED * size:
                yield match.span()

    def _box(self, index: int) -> tuple[float, float]:
        self._raw.FPDFText_GetCharBox(
            self._text, index, self._left, self._right, self._bottom, self._top
        )
        return self._left.value, self._right.value

    def _base(self, index: int) -> float:
        self._raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return float(self._y.value)

    def _size(self, index: int) -> float:
        """The size as it is seen: a font of 1 point is often drawn twelve times larger."""
        size = float(self._raw.FPDFText_GetFontSize(self._text, index))
        if self._raw.FPDFText_GetMatrix(self._text, index, self._matrix):
            size *= (self._matrix.c**2 + self._matrix.d**2) ** 0.5 or 1.0
        return size if 0.5 < size < 2000 else 10.0


def _parted(before: _Word, word: _Word) -> bool:
    size = max(before.size, word.size)
    if abs(word.base - before.base) > 0.7 * size:
        return True
    gap = word.left - before.right
    return gap > _GAP * size or gap < -2 * size


def _span(words: list[_Word], looks: _Looks) -> Span:
    longest = max(words, key=lambda word: len(word.signs))
    marks: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for number, word in enumerate(words):
        near = not word.opens and word.left - words[number - 1].right < 0.25 * word.size
        between = " " if number and not near else ""
        raised = word.size < 0.85 * longest.size and word.base - longest.base > _RAISED * word.size
        if raised and word.signs.isdigit():
            marks.append((length + len(between), length + len(between) + len(word.signs)))
        marks += [
            (start + length + len(between), end + length + len(between))
            for start, end in word.marks
        ]
        parts += [between, word.signs]
        length += len(between) + len(word.signs)
    bold = looks.bold(words[0]) and looks.bold(words[-1])
    right = max(word.right for word in words)
    return Span(
        "".join(parts), words[0].left, right, longest.base, longest.size, bold, tuple(marks)
    )
