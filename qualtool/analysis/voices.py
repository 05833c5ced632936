"""Whose voices are heard in a stretch of a document, as the cases behind its speakers."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.bare_reading import rows
from qualtool.store.kept import Passed, kept
from qualtool.store.schema import DocumentCase, DocumentText, Speaker
from qualtool.store.selecting import given, listed, packed

_NOBODY: Final = 0  # no case has this number
_TABLES: Final = ("document_text", "speaker", "document_case")
# Built once, as that takes longer than to read the few rows of a document.
_SPEAKERS: Final = select(Speaker.document_id, Speaker.number, Speaker.case_id).where(
    Speaker.document_id.in_(given()),
    Speaker.case_id.is_not(None),
    Speaker.role != "interviewer",
)
_CONCERNED: Final = select(DocumentCase.document_id, DocumentCase.case_id).where(
    DocumentCase.document_id.in_(given())
)
_TURNS: Final = select(DocumentText.document_id, DocumentText.turns).where(
    DocumentText.document_id.in_(given())
)


@dataclass(frozen=True, slots=True)
class Voices:
    """Where the turns of a document begin and end (code points), and the case speaking in each.

    `known` says whether any speaker is a case; `concerned` are the cases of the whole document.
    """

    starts: array[int]
    ends: array[int]
    cases: array[int]
    known: bool
    concerned: frozenset[int]

    def heard(self, start: int, end: int) -> frozenset[int]:
        """The cases of those who speak in a stretch."""
        first = last = bisect_right(self.ends, start)
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        return frozenset(self.cases[first:last]) - {_NOBODY}

    def about(self, start: int, end: int) -> frozenset[int]:
        """The cases a stretch is about: those heard; of a document without any, all concerned."""
        return self.heard(start, end) if self.known else self.concerned


def voices(session: Session, document_ids: Iterable[int]) -> dict[int, Voices]:
    """The voices of documents, by the documents' numbers."""
    held = held_voices(session)
    wanted = set(document_ids)
    held.now.update(_read(session, wanted - held.now.keys()))
    return {document_id: held.now[document_id] for document_id in wanted}


@dataclass(slots=True)
class HeldVoices:
    """Those that have been read, and those that the last step has changed as they were before."""

    now: dict[int, Voices]
    before: dict[int, Voices]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Forget the voices of documents that a step touched."""
        self.before.clear()
        for document_id in touched_documents(passed, session):
            if document_id in self.now:
                self.before[document_id] = self.now.pop(document_id)
        return True


def held_voices(session: Session) -> HeldVoices:
    """The voices that have been read from an open project."""
    return kept(session, "voices", frozenset(_TABLES), lambda: HeldVoices({}, {}))


def touched_documents(passed: Passed, session: Session) -> set[int]:
    """The documents whose voices a step touched."""
    found: set[int] = set()
    for table in (DocumentText, Speaker, DocumentCase):
        ids = passed.changes.ids(table.__tablename__)
        if ids:
            now = select(table.document_id).where(table.id.in_(listed(ids)))
            found.update(session.scalars(now))
            before = passed.former(table.__tablename__).values()
            found.update(row["document_id"] for row in before if row is not None)
    return found


def _read(session: Session, document_ids: Collection[int]) -> dict[int, Voices]:
    if not document_ids:
        return {}
    behind: dict[int, dict[int, int]] = defaultdict(dict)
    ids = packed(document_ids)
    for document_id, number, case_id in rows(session, _SPEAKERS, ids=ids):
        behind[document_id][number] = case_id or _NOBODY
    concerned: dict[int, set[int]] = defaultdict(set)
    for document_id, case_id in rows(session, _CONCERNED, ids=ids):
        concerned[document_id].add(case_id)
    turns = dict(rows(session, _TURNS, ids=packed(behind)) if behind else ())
    return {
        document_id: _voices(
            turns.get(document_id, "[]"),
            behind.get(document_id, {}),
            frozenset(concerned.get(document_id, ())),
        )
        for document_id in document_ids
    }


def _voices(written: str, behind: Mapping[int, int], concerned: frozenset[int]) -> Voices:
    turns = json.loads(written) if behind else []
    return Voices(
        array("q", [turn[0] for turn in turns]),
        array("q", [turn[1] for turn in turns]),
        array("q", [behind.get(turn[2], _NOBODY) for turn in turns]),
        bool(behind),
        concerned,
    )
