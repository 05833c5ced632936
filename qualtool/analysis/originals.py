"""An excerpt as it stands in the file its document came from: labels, stamps, line breaks and all.

The file has to have been kept with the project. It is read again the way it was read when it came
in; the text may have been corrected since then, and the excerpt is found all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.origins import Span, raw_span, within
from qualtool.core.quotes import find
from qualtool.core.reading import Reading, unpacked
from qualtool.core.source import Repair, Source
from qualtool.core.survey_text import apart
from qualtool.i18n import gettext as _
from qualtool.store.schema import Document, DocumentText, Original, Study
from qualtool.store.selecting import listed

SURVEY = "survey"  # the format of documents made of a table of answers
_BESIDE = 12  # code points beside a passage that tell where it begins and ends
_REPLACED = 60  # code points that a name, replaced by another, may be long
_HALF = 50  # of 100: how like a passage must be that stands between the same words
_NEAR = 4_000  # code points that corrections may have moved a passage, before looking everywhere


@dataclass(frozen=True, slots=True)
class InOriginal:
    """The raw text of a file, and where in it an excerpt stands: `raw[start:end]`.

    `corrected` says that the words were changed after they came in, so that those of the file are
    the nearest to them. `repairs` are what reading the file mended, in the whole of it. In a table
    `parts` are what the excerpt has of it; what others say may stand between.
    """

    raw: str
    start: int
    end: int
    corrected: bool = False
    repairs: tuple[Repair, ...] = ()
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The file a document came from, how it was read, and the document's text as it is now."""

    document: str
    content: bytes
    reading: Reading
    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """How many files are kept and their size in bytes, and of them those that no document has."""

    files: int
    size: int
    unused: int
    unused_size: int


def kept_files(session: Session) -> Kept:
    """The files in the project, and those that no document refers to any more."""
    rows = session.execute(select(Document.content_hash, Document.reading))
    used = {row_hash for row_hash, reading in rows if not unpacked(reading).forgotten}
    sizes = session.execute(select(Original.content_hash, func.length(Original.content))).all()
    unused = [size for content_hash, size in sizes if content_hash not in used]
    return Kept(len(sizes), sum(size for _hash, size in sizes), len(unused), sum(unused))


def keeps_originals(session: Session) -> bool:
    """Whether files that come in are kept with the project."""
    return bool(session.scalar(select(Study.keep_originals).limit(1)))


def has_original(session: Session, document_id: int) -> bool:
    """Whether the file a document came from was kept."""
    return bool(documents_with_originals(session, [document_id]))


def documents_with_originals(session: Session, document_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of these documents whose file was kept, in order of their numbers."""
    rows = session.execute(
        select(Document.id, Document.reading)
        .join(Original, Original.content_hash == Document.content_hash)
        .where(Document.id.in_(listed(document_ids)), Document.content_hash != "")
        .order_by(Document.id)
    )
    return tuple(row_id for row_id, reading in rows if not unpacked(reading).forgotten)


def in_original(session: Session, document_id: int, start: int, end: int) -> InOriginal:
    """Where `text[start:end]` of a document stands in its file.

    Raises QualtoolError as `kept_file` and `placed` do.
    """
    return placed(kept_file(session, document_id), start, end)


def kept_file(session: Session, document_id: int) -> KeptFile:
    """The file that was kept of a document. Raises QualtoolError "original_not_kept"."""
    document = session.get_one(Document, document_id)
    content = session.scalar(
        select(Original.content).where(Original.content_hash == document.content_hash)
    )
    reading = unpacked(document.reading)
    if content is None or not document.content_hash or reading.forgotten:
        raise QualtoolError(
            "original_not_kept",
            _(
                "The file that “{document}” came from was not kept in the project. "
                "Let the project keep original files, and import it again."
            ),
            document=document.name,
        )
    text = session.scalars(
        select(DocumentText.text).where(DocumentText.document_id == document_id)
    ).one()
    return KeptFile(document.name, content, reading, text)


def placed(kept: KeptFile, start: int, end: int) -> InOriginal:
    """Where `text[start:end]` of a document stands in its file, which is read for that.

    A place without words is the beginning of the file. Touches no project, so it can run beside
    the window. Raises QualtoolError: "original_silent"
    where the kind of file tells no places; "not_in_original" where the words are not in the file;
    and what reading it may raise.
    """
    how = kept.reading
    source = plugins.read(kept.content, kept.document, reader=how.reader, choices=how.choices)
    if how.speaker is not None:
        source = dict(apart(source)).get(how.speaker, source)
    if not source.origins:
        raise QualtoolError(
            "original_silent",
            _("“{document}” is of a kind of file that cannot be shown as it stands."),
            document=kept.document,
        )
    if start == end:
        return InOriginal(source.raw, 0, 0, repairs=source.repairs)
    found = _then(source, kept.text, start, end)
    span = raw_span(source.origins, found[0], found[1]) if found else None
    if found is None or span is None:
        raise QualtoolError(
            "not_in_original",
            _("These words are not in the file that “{document}” came from."),
            document=kept.document,
        )
    same = source.text[found[0] : found[1]] == kept.text[start:end]
    parts = [
        (one.raw_start, one.raw_start + one.length)
        for one in (within(source.origins, *found) if source.format == SURVEY else ())
    ]
    return InOriginal(source.raw, *span, not same, source.repairs, tuple(parts))


def ending(kept: KeptFile) -> str:
    """The ending that such a file has, without the dot."""
    chosen = plugins.choose(kept.content, kept.document)
    name = kept.reading.reader or (chosen.name if chosen else "")
    found = (one.endings for one in plugins.readers() if one.name == name and one.endings)
    return next(found, ("bin",))[0].lstrip(".")


def _then(source: Source, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a passage of the text as it is now stood when it came in."""
    words = text[start:end]
    # What is the same before and behind all corrections moves as a whole.
    ahead = len(source.text) - len(text)
    for moved in (start, start + ahead):
        there = moved >= 0 and source.text[moved : moved + end - start] == words
        if there and _same_around(source.text, text, start, end, moved - start):
            return moved, moved + end - start
    low = max(0, min(start, start + ahead) - _NEAR)
    near = source.text[low : max(end, end + ahead) + _NEAR]
    nearest = _nearest(near, words, start - low)
    if nearest is not None:
        return low + nearest, low + nearest + len(words)
    for part, shift in ((near, low), (source.text, 0)):
        if (like := find(words, part)) is not None:
            return _between(source.text, text, start, end, (shift + like.start, shift + like.end))
    # A name is much of a short passage: it is known by what stands around it.
    before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    nearest = _nearest(near, before, start - len(before) - low) if before and behind else None
    if nearest is None:
        return None
    first = low + nearest + len(before)
    last = source.text.find(behind, first, first + len(words) + _REPLACED + len(behind))
    alike = find(words, source.text[first:last], threshold=_HALF) if last > first else None
    return (first, last) if alike is not None else None


def _between(old: str, new: str, start: int, end: int, like: tuple[int, int]) -> tuple[int, int]:
    """What is like a passage, out to the words it stands between: a name may have begun it."""
    first, last = like
    before, behind = new[max(0, start - _BESIDE) : start], new[end : end + _BESIDE]
    low = max(0, first - _REPLACED - len(before))
    at = old.rfind(before, low, first + len(before)) if before else 0 if first < _REPLACED else -1
    if at >= 0 and at + len(before) <= first:
        first = at + len(before)
    high = last + _REPLACED + len(behind)
    if not behind:
        last = len(old) if len(old) - last < _REPLACED else last
    elif (at := old.find(behind, last, high)) >= 0:
        last = at
    return first, last


def _same_around(old: str, new: str, start: int, end: int, moved: int = 0) -> bool:
    """Whether the words before and behind are the same, so that it is this place and no other."""
    before = new[max(0, start - 40) : start], old[max(0, start + moved - 40) : start + moved]
    behind = new[end : end + 40], old[end + moved : end + moved + 40]
    return before[0] == before[1] or behind[0] == behind[1]


def _nearest(text: str, words: str, expected: int) -> int | None:
    """The place of words that is nearest to where they are expected."""
    before = text.rfind(words, 0, expected + len(words))
    behind = text.find(words, expected)
    found = [at for at in (before, behind) if at >= 0]
    return min(found, key=lambda at: abs(at - expected), default=None)
