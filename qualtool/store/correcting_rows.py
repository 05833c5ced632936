"""What is shown while texts are corrected: words that were found, and excerpts that lost theirs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextHit:
    """A place in a document's text where words stand: `words`, at `start` to `end`.

    `paragraph` counts from 1, `place` is as the project cites it ("page 4"); `excerpts` is how
    many excerpts hold or touch it.
    """

    document_id: int
    document: str
    start: int
    end: int
    words: str
    before: str
    after: str
    paragraph: int
    excerpts: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class FieldHit:
    """Something else than a text in which words stand, such as a name or a memo.

    `table`, `column` and `row_id` say which; `text` is all of it, `spans` where the words stand
    in it; `what` says it in words, `owner` what it belongs to, where that is not itself.
    """

    table: str
    column: str
    row_id: int
    text: str
    spans: tuple[tuple[int, int], ...]
    what: str
    owner: str = ""
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Wherever words were found: texts in the order of documents, then everything else.

    `originals` are the documents with hits whose file was kept; the files are not looked into.
    """

    texts: tuple[TextHit, ...] = ()
    fields: tuple[FieldHit, ...] = ()
    originals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LostRow:
    """An excerpt whose words a correction took away: what they were, and what stands there now.

    `offset` is where they stood, `before` and `after` the text around it; `found` is where the
    very same words stand now, nearest to that place, or None. `place` is as the project cites it.
    """

    excerpt_id: int
    document_id: int
    document: str
    words: str
    codes: tuple[str, ...]
    colours: tuple[str, ...]
    offset: int
    before: str
    after: str
    paragraph: int
    comments: int
    starred: bool
    memos: int
    found: tuple[int, int] | None
    place: str = ""
