"""A document's text put right, with everything that stands at a place in it brought along."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.correction import Edit, Movement, between, in_order, substituted
from qualtool.core.counting import words
from qualtool.core.errors import QualtoolError
from qualtool.core.moving import Places, moved
from qualtool.i18n import gettext as _
from qualtool.operations import moving_excerpts
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Answer, Document, DocumentText


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did to a document: how many edits were made, and to which excerpts.

    `lost` are excerpts whose words are gone, which wait for a decision; `merged` went into
    another that came to have the same span. `moved` stand elsewhere now, `changed` have other
    words than before. `display_texts` are excerpts whose display text is of words that changed.
    """

    document_id: int
    edits: int = 0
    lost: tuple[int, ...] = ()
    moved: int = 0
    changed: int = 0
    merged: int = 0
    display_texts: tuple[int, ...] = ()


def correct(
    session: Session, document_id: int, edits: Iterable[Edit], *, text: str | None = None
) -> Corrected:
    """Make edits in a document's text; every excerpt, turn, time and page moves along.

    `text` is the whole text that the edits were made for. Empty paragraphs are not left behind.
    A turn that loses its words goes; one that loses the line break before it goes into the turn
    before. Raises QualtoolError: "gone"; "changed" where the document has another text by now;
    "range" for edits that overlap or reach beyond the text.
    """
    document = one(session, Document, document_id)
    held = session.scalars(
        select(DocumentText).where(DocumentText.document_id == document_id)
    ).one()
    old = held.text
    if text is not None and text != old:
        raise QualtoolError(
            "changed",
            _("The text of “{document}” has been changed in the meantime. Look at it again."),
            document=document.name,
        )
    made = _fit(document, old, edits)
    if not made:
        return Corrected(document_id)
    new = substituted(old, made)
    movement = Movement(old, made)
    tell(session, document=document.name)
    places = moved(_unpacked(held), movement, old, new)
    held.text = new
    for name, rows in zip(Places._fields, places, strict=True):
        packed = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        setattr(held, name, packed)
    document.length = len(new)
    document.words += _more_words(old, made)
    _move_answers(session, document_id, movement)
    session.flush()
    outcome = moving_excerpts.move(session, document_id, movement, old, new)
    return Corrected(
        document_id,
        edits=len(made),
        lost=outcome.lost,
        moved=outcome.moved,
        changed=outcome.changed,
        merged=outcome.merged,
        display_texts=outcome.display_texts,
    )


def _fit(document: Document, text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    try:
        return in_order(text, _by_words(text, in_order(text, edits)))
    except ValueError as error:
        raise QualtoolError(
            "range",
            _("The changes do not fit the text of “{document}”, so nothing was changed."),
            document=document.name,
        ) from error


def _by_words(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits of whole paragraphs as edits of the words in them, so that each turn keeps its own."""
    for edit in edits:
        old = text[edit.start : edit.end]
        if "\n" in old and "\n" in edit.words:
            yield from between(old, edit.words, edit.start)
        else:
            yield edit


def _unpacked(held: DocumentText) -> Places:
    return Places(*(json.loads(getattr(held, name)) for name in Places._fields))


def _more_words(text: str, edits: Iterable[Edit]) -> int:
    """How many more words there are now: counted in the paragraphs that were edited."""
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        ends = text.find("\n", edit.end)
        end = len(text) if ends < 0 else ends
        if groups and edit.start <= groups[-1][1]:
            groups[-1] = (groups[-1][0], end, [*groups[-1][2], edit])
        else:
            groups.append((text.rfind("\n", 0, edit.start) + 1, end, [edit]))
    more = 0
    for start, end, inside in groups:
        own = [Edit(each.start - start, each.end - start, each.words) for each in inside]
        more += words(substituted(text[start:end], own)) - words(text[start:end])
    return more


def _move_answers(session: Session, document_id: int, movement: Movement) -> None:
    """Bring along the passages that answer a question; one without words goes."""
    answers = session.scalars(
        select(Answer).where(
            Answer.document_id == document_id, Answer.end >= movement.edits[0].start
        )
    ).all()
    for answer in answers:
        if answer.start is None or answer.end is None:
            continue
        start, end = movement.stretch(answer.start, answer.end)
        if start < end:
            answer.start, answer.end = start, end
        else:
            session.delete(answer)
