"""What may be wrong inside a project file: places, links and trees that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from qualtool.core.ordering import above
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.schema import (
    Case,
    Code,
    Coding,
    Document,
    DocumentText,
    Excerpt,
    Theme,
    Valence,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: a stable key, how many, and a sentence for the researcher."""

    key: str
    count: int
    message: str


def faults(session: Session) -> list[Fault]:
    """Everything that is found wrong; empty for a sound project."""
    return [
        *_integrity(session),
        *_orphans(session),
        *_excerpts(session),
        *_texts(session),
        *_doubles(session),
        *_valences(session),
        *_circles(session),
    ]


def _integrity(session: Session) -> Iterator[Fault]:
    said = list(session.execute(text("PRAGMA integrity_check(100)")).scalars())
    if said != ["ok"]:
        yield Fault(
            "damaged",
            len(said),
            _("The file is damaged. Open the newest backup beside it, and keep this one apart."),
        )


def _orphans(session: Session) -> Iterator[Fault]:
    count = len(session.execute(text("PRAGMA foreign_key_check")).all())
    if count:
        yield Fault(
            "orphans",
            count,
            ngettext(
                "{count} row belongs to something that is not there.",
                "{count} rows belong to something that is not there.",
                count,
            ).format(count=count),
        )


def _excerpts(session: Session) -> Iterator[Fault]:
    lost = session.scalar(select(func.count(Excerpt.id)).where(Excerpt.lost.is_(True))) or 0
    if lost:
        yield Fault(
            "lost",
            lost,
            ngettext(
                "{count} excerpt has lost its words in a correction and waits for a decision.",
                "{count} excerpts have lost their words in a correction and wait for a decision.",
                lost,
            ).format(count=lost),
        )
    outside = session.scalar(
        select(func.count(Excerpt.id))
        .join(Document, Document.id == Excerpt.document_id)
        .where(
            Excerpt.lost.is_(False),
            or_(
                Excerpt.start < 0,
                Excerpt.end <= Excerpt.start,
                Excerpt.end > Document.length,
            ),
        )
    )
    if outside:
        yield Fault(
            "outside",
            outside,
            ngettext(
                "{count} excerpt lies outside its document.",
                "{count} excerpts lie outside their documents.",
                outside,
            ).format(count=outside),
        )


def _texts(session: Session) -> Iterator[Fault]:
    rows = session.execute(
        select(Document.id, Document.length, func.group_concat(func.length(DocumentText.text)))
        .outerjoin(DocumentText, DocumentText.document_id == Document.id)
        .group_by(Document.id)
    )
    count = sum(held != str(length) for _id, length, held in rows)
    if count:
        yield Fault(
            "texts",
            count,
            ngettext(
                "{count} document does not have the one text it should have.",
                "{count} documents do not have the one text they should have.",
                count,
            ).format(count=count),
        )


def _doubles(session: Session) -> Iterator[Fault]:
    same = (
        select(func.count(Coding.id).label("many"))
        .group_by(Coding.excerpt_id, Coding.code_id, Coding.coder_id)
        .having(func.count(Coding.id) > 1)
        .subquery()
    )
    count = session.scalar(select(func.count()).select_from(same)) or 0
    if count:
        yield Fault(
            "doubles",
            count,
            ngettext(
                "{count} excerpt has the same code twice by one coder.",
                "{count} excerpts have the same code twice by one coder.",
                count,
            ).format(count=count),
        )


def _valences(session: Session) -> Iterator[Fault]:
    known = select(Valence.key)
    count = session.scalar(
        select(func.count(Coding.id)).where(
            Coding.valence.is_not(None), Coding.valence.not_in(known)
        )
    )
    if count:
        yield Fault(
            "valences",
            count,
            ngettext(
                "{count} coding has a valence that the project does not have.",
                "{count} codings have a valence that the project does not have.",
                count,
            ).format(count=count),
        )


def _circles(session: Session) -> Iterator[Fault]:
    count = 0
    for kind in (Code, Theme, Case):
        parents = dict(session.execute(select(kind.id, kind.parent_id)).all())
        for row_id in parents:
            line = above(row_id, parents)
            count += bool(line) and parents.get(line[-1]) is not None
    if count:
        yield Fault(
            "circles",
            count,
            ngettext(
                "{count} code, theme or case stands under itself.",
                "{count} codes, themes or cases stand under themselves.",
                count,
            ).format(count=count),
        )
