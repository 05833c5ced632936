"""Documents: taken in with their speakers and cases, named, described, arranged, taken away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from qualtool.core.counting import words
from qualtool.core.dates import span
from qualtool.core.errors import QualtoolError
from qualtool.core.names import required, same
from qualtool.core.reading import Reading, packed
from qualtool.core.source import Source
from qualtool.core.speakers import case_names
from qualtool.i18n import gettext as _
from qualtool.operations import cases
from qualtool.operations.finding import arrange, change, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Case, Document, DocumentCase, DocumentText, Speaker
from qualtool.store.selecting import listed

FIELDS: Final = (
    "kind",
    "language",
    "date",
    "place",
    "form",
    "duration_ms",
    "collected_by",
    "checked",
    "quoting_allowed",
    "note",
)
KINDS: Final = (
    "interview",
    "focus_group",
    "conversation",
    "observation",
    "minutes",
    "report",
    "survey",
    "other",
)
Unsaid = Literal["unsaid"]


def add(
    session: Session,
    source: Source,
    *,
    name: str,
    kind: str = "interview",
    language: str = "nb",
    content_hash: str = "",
    reading: Reading | None = None,
    case_for: Sequence[str | None] | None = None,
    **fields: object,
) -> int:
    """Take a document in, last of all, with its speakers; its id.

    `case_for` names the case behind each speaker (None or empty: none), made where missing; if it
    is not given, `core.speakers.case_names` says. `fields` are those of `describe`; date and
    duration are taken from what the file says of itself where they are not given.
    `reading` says how the file was read. Raises QualtoolError: "name_empty", "document_exists".
    """
    name = required(name)
    _check_name(session, name)
    tell(session, document=name)
    document = Document(
        name=name,
        kind=kind,
        language=language,
        format=source.format,
        content_hash=content_hash,
        reading=packed(reading) if reading else "",
        words=words(source.text),
        length=len(source.text),
        position=session.scalar(select(func.count(Document.id))) or 0,
    )
    _describe(document, {**_facts(source), **fields})
    session.add(document)
    session.flush()
    session.add(_text(document.id, source))
    named = case_names(source, name, kind) if case_for is None else case_for
    _add_speakers(session, document.id, source, named)
    return document.id


def rename(session: Session, document_id: int, name: str) -> None:
    """Give a document another name. Raises QualtoolError: "name_empty", "document_exists"."""
    document = one(session, Document, document_id)
    name = required(name)
    _check_name(session, name, but=document_id)
    tell(session, document=name, old=document.name)
    document.name = name


def describe(session: Session, document_id: int, **fields: object) -> None:
    """Write what a document is: any of `FIELDS`; a `date` is kept as it is written."""
    document = one(session, Document, document_id)
    tell(session, document=document.name)
    _describe(document, fields)


def remove(session: Session, document_ids: Iterable[int]) -> None:
    """Take documents away with their excerpts and codings; memos and cases stay."""
    documents = many(session, Document, document_ids)
    if documents:
        tell(session, document=documents[0].name, documents=len(documents))
    going = [document.id for document in documents]
    session.execute(delete(Document).where(Document.id.in_(listed(going))))
    session.expire_all()
    number(in_order(session))


def set_speaker(
    session: Session,
    speaker_id: int,
    *,
    label: str | None = None,
    role: str | None = None,
    case_id: int | Unsaid | None = "unsaid",
) -> None:
    """Say who a speaker is: the label, the role, the case behind them (None: none).

    An interviewer has no case. The document then concerns the cases of its speakers; a tie that
    no speaker of it has any more is undone.
    """
    speaker = one(session, Speaker, speaker_id)
    tell(session, speaker=speaker.label)
    tell(session, document=one(session, Document, speaker.document_id).name)
    if label is not None:
        speaker.label = required(label)
    if role is not None:
        if role not in ("interviewer", "participant", "other"):
            raise ValueError(f"no such role: {role}")
        speaker.role = role
        if role == "interviewer" and case_id == "unsaid":
            case_id = None
    if case_id != "unsaid":
        _set_case(session, speaker, case_id)


def move(session: Session, document_ids: Iterable[int], position: int | None) -> None:
    """Put documents before the one now at `position` in the list (None: last)."""
    moving = many(session, Document, document_ids)
    if moving:
        tell(session, document=moving[0].name, documents=len(moving))
    arrange(in_order(session), moving, position)


def in_order(session: Session) -> Sequence[Document]:
    """All documents in the order of the list."""
    return session.scalars(select(Document).order_by(Document.position, Document.id)).all()


def _check_name(session: Session, name: str, *, but: int | None = None) -> None:
    for row_id, other in session.execute(select(Document.id, Document.name)):
        if row_id != but and same(other, name):
            raise QualtoolError(
                "document_exists",
                _("There is a document called “{name}” already. Choose another name."),
                name=name,
            )


def _describe(document: Document, fields: dict[str, object]) -> None:
    change(document, FIELDS, fields)
    if "date" in fields:
        document.date_from, document.date_to = span(document.date)


def _facts(source: Source) -> dict[str, object]:
    facts: dict[str, object] = {}
    if isinstance(date := source.facts.get("date"), str):
        facts["date"] = date
    if isinstance(duration := source.facts.get("duration_ms"), int):
        facts["duration_ms"] = duration
    return facts


def _text(document_id: int, source: Source) -> DocumentText:
    def packed(rows: Iterable[tuple[object, ...]]) -> str:
        return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))

    return DocumentText(
        document_id=document_id,
        text=source.text,
        turns=packed((t.start, t.end, t.speaker, t.start_ms, t.end_ms) for t in source.turns),
        anchors=packed((a.offset, a.ms) for a in source.anchors),
        locators=packed((each.offset, each.kind, each.value) for each in source.locators),
        blocks=packed((b.start, b.end, b.kind, b.level) for b in source.blocks),
    )


def _add_speakers(
    session: Session, document_id: int, source: Source, named: Sequence[str | None]
) -> None:
    names = [*named, *[None] * len(source.speakers)]
    ties: list[int] = []
    for index, speaker in enumerate(source.speakers):
        name = names[index]
        case_id = cases.ensure(session, name) if name else None
        session.add(
            Speaker(
                document_id=document_id,
                number=index,
                label=speaker.label,
                role=speaker.role,
                case_id=case_id,
            )
        )
        if case_id is not None:
            ties.append(case_id)
    if not source.speakers and named and named[0]:
        ties.append(cases.ensure(session, named[0]))
    for case_id in dict.fromkeys(ties):
        session.add(DocumentCase(document_id=document_id, case_id=case_id))
    session.flush()


def _set_case(session: Session, speaker: Speaker, case_id: int | None) -> None:
    left = speaker.case_id
    speaker.case_id = case_id
    session.flush()
    if case_id is not None:
        tell(session, case=one(session, Case, case_id).name)
        cases.tie(session, speaker.document_id, case_id)
    others = session.scalar(
        select(func.count(Speaker.id)).where(
            Speaker.document_id == speaker.document_id, Speaker.case_id == left
        )
    )
    if left is not None and not others:
        cases.untie(session, speaker.document_id, left)
