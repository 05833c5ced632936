"""Words replaced wherever they stand: in texts, and in names, memos and whatever else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.correction import Edit
from qualtool.core.errors import QualtoolError
from qualtool.core.names import free, tidy
from qualtool.core.word_finding import Wanted, replaced, worded
from qualtool.i18n import gettext as _
from qualtool.operations import theme_codes
from qualtool.operations.correction import Corrected, correct
from qualtool.operations.finding import one
from qualtool.operations.originals import kept
from qualtool.store.correcting_rows import FieldHit, TextHit
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Document, DocumentText, Theme
from qualtool.store.worded_columns import WORDED, Worded

UNNAMED: Final = "[…]"  # stands for a name of which nothing is left
_FIELDS: Final = {(each.table, each.column): each for each in WORDED}


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many places in texts and how many other fields were changed, and what that did.

    `originals` are documents changed here whose file was kept: it still holds the old words.
    """

    places: int = 0
    fields: int = 0
    documents: tuple[Corrected, ...] = ()
    originals: tuple[int, ...] = ()

    @property
    def lost(self) -> tuple[int, ...]:
        """All excerpts that are lost now."""
        return tuple(excerpt for each in self.documents for excerpt in each.lost)


def replace(
    session: Session,
    wanted: Wanted,
    replacement: str,
    *,
    hits: Iterable[TextHit] = (),
    fields: Iterable[FieldHit] = (),
) -> Replaced:
    """Replace words at these places in texts, and wherever they stand in these fields.

    Each keeps its capitals and its genitive (`word_finding.worded`). A name that is taken by then
    gets " (2)". The history is not told which words they were. Raises QualtoolError "changed"
    where a text is another than when the words were looked for; "gone" for what is not there.
    """
    by_document: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for hit in hits:
        by_document[hit.document_id][hit.start, hit.end] = hit.words
    corrected: list[Corrected] = []
    places = 0
    met: set[int] = set()
    for document_id, spans in by_document.items():
        _check(session, document_id, spans)
        edits = [
            Edit(start, end, worded(stands, wanted, replacement))
            for (start, end), stands in spans.items()
        ]
        made = correct(session, document_id, edits)
        if made.edits:
            corrected.append(made)
            met.add(document_id)
        places += len(edits)
    changed = 0
    for field_hit in fields:
        if _replace_in(session, field_hit, wanted, replacement):
            changed += 1
            if field_hit.document_id is not None and field_hit.table in ("document", "speaker"):
                met.add(field_hit.document_id)
    tell(session, count=places + changed, documents=len(corrected), into=tidy(replacement))
    return Replaced(places, changed, tuple(corrected), kept(session, met))


def _check(session: Session, document_id: int, spans: dict[tuple[int, int], str]) -> None:
    document = one(session, Document, document_id)
    text = session.scalars(
        select(DocumentText.text).where(DocumentText.document_id == document_id)
    ).one()
    if any(text[start:end] != stands for (start, end), stands in spans.items()):
        raise QualtoolError(
            "changed",
            _("The text of “{document}” has been changed in the meantime. Look at it again."),
            document=document.name,
        )


def _replace_in(session: Session, hit: FieldHit, wanted: Wanted, replacement: str) -> bool:
    field = _FIELDS.get((hit.table, hit.column))
    if field is None:
        raise ValueError(f"no words stand in {hit.table}.{hit.column}")
    row: Any = session.get(field.kind, hit.row_id)
    if row is None:
        raise QualtoolError("gone", _("What was to be changed is no longer in the project."))
    old: str | None = getattr(row, field.column)
    if not old:
        return False
    if field.packed:
        new = json.dumps(_in_packed(json.loads(old), wanted, replacement), ensure_ascii=False)
    else:
        new = replaced(old, wanted, replacement)
    if field.column == "name" or field.apart_in is not None or field.table == "speaker":
        new = _as_name(session, field, row, new)
    if new == old:
        return False
    if isinstance(row, Theme) and field.column == "name":
        theme_codes.follow_name(session, row, new)
    setattr(row, field.column, new)
    session.flush()
    return True


def _in_packed(value: Any, wanted: Wanted, replacement: str) -> Any:
    match value:
        case str():
            return replaced(value, wanted, replacement)
        case list():
            return [_in_packed(each, wanted, replacement) for each in value]
        case dict():
            return {key: _in_packed(each, wanted, replacement) for key, each in value.items()}
    return value


def _as_name(session: Session, field: Worded, row: Any, name: str) -> str:
    name = tidy(name) or UNNAMED
    if field.apart_in is None:
        return name
    kind: Any = field.kind
    others = select(getattr(kind, field.column)).where(kind.id != row.id)
    for column in field.apart_in:
        others = others.where(getattr(kind, column) == getattr(row, column))
    if isinstance(row, Code | Theme):
        others = others.where(kind.state != "merged")
    return free(name, session.scalars(others))
