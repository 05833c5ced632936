"""The paragraphs of a PDF out of its printed lines: by gaps, indents and the size of letters."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from qualtool.core.cleaning import hyphens
from qualtool.core.cleaning.line_kinds import is_labelled
from qualtool.core.cleaning.mending import mend, untouched
from qualtool.core.source import BlockKind
from qualtool.core.tidying import PAGE_BREAK, tidy
from qualtool.formats.known_labels import is_known
from qualtool.formats.pdf_layout import Row
from qualtool.formats.pieces import Line

_ENDED: Final = re.compile(r"[.?!:;…][\"”»’')\]]*\s*$")
_BULLET: Final = re.compile(r"[•◦▪●○■□‣∙·\ue000-\uf8ff]\s*")
_NUMBERED: Final = re.compile(r"(?:\d{1,2}[.)]|[a-zæøå]\))\s+\S")
_NOTE: Final = re.compile(r"(?P<number>\d{1,3})[.)]?\s*(?=[^\W\d]|[«“\"(])")
_LABEL: Final = re.compile(r"[^\t]{0,40}:\t|[^\t]{1,12}\t[^\t]{30}")
_HEAD: Final = re.compile(
    r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?: [^.?!:]{1,48})?"
    r"|[^\W\d_][^.?!:]{0,3}[^?!:]{0,45} [\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?:?"
)
_SPREAD: Final = 1.3  # of the usual distance of lines; a wider one parts paragraphs
_LARGER: Final = 1.15  # of the usual size; larger letters are a heading
_SMALLER: Final = 0.93  # likewise, a footnote
_HEADING: Final = 160  # characters
_TABLE: Final = 3  # lines of several cells on end


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind
    level: int
    rows: list[Row] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)  # page breaks before each row
    note: str = ""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The lines of a PDF as paragraphs, its footnotes last; how many rows of tables there are."""

    lines: tuple[Line, ...]
    notes: int
    table_rows: int


def text_of(pages: Sequence[Sequence[Row]], left_alone: frozenset[str]) -> PdfText:
    """The paragraphs of pages of lines, words divided at line ends joined."""
    size = _usual_size(pages)
    sizes = _heading_sizes(pages, size)
    distance = _usual_distance(pages)
    body: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    breaks = 0
    for number, page in enumerate(pages):
        breaks += bool(number)
        split = len(page) if "footnotes" in left_alone else _notes_begin(page, size)
        below = list(_notes(page[split:]))
        known = {each.note for each in below}
        notes += below
        before: Row | None = None
        tabled = _table_rows(page[:split])
        for index, row in enumerate(page[:split]):
            row = _without_marks(row, known)
            if index in tabled:
                paragraph = _Paragraph("table_row", 0, [row], [breaks])
                body.append(paragraph)
            elif body and not _parts(body[-1], before, row, distance, size, sizes):
                body[-1].rows.append(row)
                body[-1].pages.append(breaks)
            else:
                kind, level = _kind(row, size, sizes)
                body.append(_Paragraph(kind, level, [row], [breaks]))
            breaks, before = 0, row
    whole = _joined([*body, *notes], left_alone)
    rows = sum(paragraph.kind == "table_row" for paragraph in body)
    return PdfText(tuple(whole), len(notes), rows)


def _usual_size(pages: Sequence[Sequence[Row]]) -> float:
    counts: Counter[float] = Counter()
    for page in pages:
        for row in page:
            counts[round(row.size, 1)] += len(row.words)
    return counts.most_common(1)[0][0] if counts else 10.0


def _heading_sizes(pages: Sequence[Sequence[Row]], size: float) -> list[int]:
    """Sizes of letters that are those of headings, the largest first."""
    larger = {round(row.size) for page in pages for row in page if row.size > _LARGER * size}
    return sorted(larger, reverse=True)


def _usual_distance(pages: Sequence[Sequence[Row]]) -> float:
    """How far the lines of running text stand apart, of the size of their letters."""
    counts: Counter[float] = Counter()
    for page in pages:
        for above, below in itertools.pairwise(page):
            step = (above.base - below.base) / max(below.size, 1.0)
            if above.column == below.column and 0.8 < step < 4:
                counts[round(step, 1)] += 1
    if not counts:
        return 1.2
    most = counts.most_common(1)[0][1]
    # Short paragraphs may outnumber long ones: the narrowest common distance is that of lines.
    return min(step for step, count in counts.items() if count >= max(1, most // 3))


def _kind(row: Row, size: float, sizes: Sequence[int]) -> tuple[BlockKind, int]:
    if row.size > _LARGER * size and len(row.words) <= _HEADING:
        return "heading", min(4, sizes.index(round(row.size)) + 1)
    return ("list_item", 0) if _opens_item(row) else ("paragraph", 0)


def _opens_item(row: Row) -> bool:
    return bool(_BULLET.match(row.words) or _NUMBERED.match(row.words))


def _parts(
    paragraph: _Paragraph,
    before: Row | None,
    row: Row,
    distance: float,
    size: float,
    sizes: Sequence[int],
) -> bool:
    """Whether a line begins a paragraph of its own."""
    last = paragraph.rows[-1]
    if paragraph.kind == "table_row" or _opens_item(row):
        return True
    heading = _kind(row, size, sizes)[0] == "heading"
    if abs(row.size - last.size) > 0.1 * last.size or heading != (paragraph.kind == "heading"):
        return True
    if before is None or row.column != before.column or row.base >= before.base:
        # A page or a column ends: the sentence tells whether the paragraph does.
        if heading or _ENDED.search(last.words):
            return True
        opening = row.words.lstrip("«“\"'(")[:1]
        return not (opening.islower() or last.words.endswith(("-", ",")) or _is_full(last, row))
    if (before.base - row.base) / max(row.size, 1.0) > _SPREAD * distance:
        return True
    if heading:
        return False
    if is_labelled(row.words) and _ENDED.search(last.words):
        return True
    if _is_head(row.words) or (len(paragraph.rows) == 1 and _stands_alone(last, row)):
        return True
    if before.bold != row.bold and len(before.words) < 0.7 * len(row.words) and before.bold:
        return True
    indented = row.left - before.left
    if paragraph.kind == "list_item":
        return indented < -0.5 * row.size and len(paragraph.rows) > 1
    if 0.7 * row.size < indented < 6 * row.size and len(paragraph.rows) > 1:
        return True
    return bool(_ENDED.search(last.words)) and not _is_full(last, row)


def _is_head(words: str) -> bool:
    """Whether a line is a name with a time, or one of the words for speakers alone."""
    return _HEAD.fullmatch(words) is not None or (len(words) < 40 and is_known(words.strip(":[]")))


def _stands_alone(last: Row, row: Row) -> bool:
    """Whether a few words are a line by themselves, as a name above what is said is."""
    wide = last.right - last.left > 0.5 * (last.right_edge - last.left)
    if _is_head(last.words):
        return True
    opens = row.words.lstrip("«“\"'([")[:1]
    return not wide and not opens.islower() and last.words[-1:] not in "-,–"


def _is_full(last: Row, row: Row) -> bool:
    """Whether the first word of a line would not have had room on the line before."""
    first = row.words.split(" ", 1)[0]
    each = (row.right - row.left) / max(1, len(row.words))
    return last.right + (len(first) + 1) * each > last.right_edge - row.size


def _table_rows(page: Sequence[Row]) -> set[int]:
    """Lines of cells, several on end; a label with its words has two cells as well."""
    found: set[int] = set()
    run: list[int] = []
    for index, row in enumerate([*page, None]):
        if row is not None and _is_tabled(row):
            run.append(index)
            continue
        if len(run) >= _TABLE or any(page[at].cells > 2 for at in run):
            found.update(run)
        run = []
    return found


def _is_tabled(row: Row) -> bool:
    return row.cells > 1 and not (_LABEL.match(row.words) or _opens_item(row))


def _notes_begin(page: Sequence[Row], size: float) -> int:
    """Where the footnotes of a page begin: small letters to its end, a number first."""
    begin = len(page)
    for index in range(len(page) - 1, -1, -1):
        if page[index].size >= _SMALLER * size:
            break
        if _NOTE.match(page[index].words):
            begin = index
    return begin


def _notes(rows: Sequence[Row]) -> Iterator[_Paragraph]:
    paragraph: _Paragraph | None = None
    for row in rows:
        match = _NOTE.match(row.words)
        if match and (paragraph is None or _follows(match["number"], paragraph.note)):
            if paragraph:
                yield paragraph
            paragraph = _Paragraph("note", 0, note=match["number"])
        if paragraph is not None:
            paragraph.rows.append(row)
            paragraph.pages.append(0)
    if paragraph:
        yield paragraph


def _follows(number: str, before: str) -> bool:
    return int(number) == int(before) + 1


def _without_marks(row: Row, known: set[str]) -> Row:
    """A line without the raised numbers of the page's footnotes."""
    if not row.marks:
        return row
    words = row.words
    for start, end in reversed(row.marks):
        if words[start:end] in known:
            words = words[:start].rstrip() + words[end:]
    return replace(row, words=words, marks=())


def _joined(paragraphs: Sequence[_Paragraph], left_alone: frozenset[str]) -> Iterator[Line]:
    """Paragraphs as one line each; what their divided words are, all of them tell together."""
    texts: list[str] = []
    pages: list[tuple[int, str]] = []
    length = 0
    for paragraph in paragraphs:
        for number, (row, breaks) in enumerate(zip(paragraph.rows, paragraph.pages, strict=True)):
            words = tidy(row.words.replace(PAGE_BREAK, " ")).strip(" \t").replace("\n", " ")
            if paragraph.kind == "table_row":
                words = tidy(row.words).replace("\n", " ").rstrip()
            elif number == 0 and paragraph.kind == "list_item":
                words = _BULLET.sub("", words, count=1)
            elif paragraph.kind == "note" and number == 0:
                words = _NOTE.sub(r"\g<number> ", words, count=1)
            if breaks:
                pages.append((length, PAGE_BREAK * breaks))
            texts.append(words + "\n")
            length += len(words) + 1
        texts.append("\n")
        length += 1
    text = "".join(texts)
    mended = untouched(text)
    if pages:
        mended = replace(mended, pages=tuple(pages))
    mended = mend(mended, hyphens.edits(text, left_alone))
    parts: list[str] = []
    at = 0
    for offset, signs in mended.pages:
        parts += [mended.text[at:offset], signs]
        at = offset
    marked = "".join([*parts, mended.text[at:]])
    for paragraph, whole in zip(paragraphs, marked.split("\n\n"), strict=False):
        words = whole.strip("\n").replace("\n", " ")
        if paragraph.kind != "table_row":
            words = words.replace("\t\t", "\t")
        bold = len(words) if all(row.bold for row in paragraph.rows) else 0
        yield Line(words, paragraph.kind, paragraph.level, bold)
