"""Codings: codes put on passages, and what is noted on a passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from qualtool.core.depth import DEPTHS
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import excerpts, theme_codes
from qualtool.operations.finding import gone, many, names, one
from qualtool.operations.resizing import resize
from qualtool.store.bare_reading import rows
from qualtool.store.bare_rows import put_in, take_away
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coder, Coding, Document, Excerpt, Valence
from qualtool.store.selecting import given, listed, packed

# By the excerpt alone: asked for its coder too, the database may go through all that one has coded.
_ON_EXCERPT: Final = (
    select(Coding.id, Coding.code_id, Coding.coder_id)
    .where(Coding.excerpt_id == bindparam("excerpt_id"))
    .order_by(Coding.id)
)
_STANDING: Final = (
    select(Coding.id, Coding.code_id, Coding.coder_id, Coding.excerpt_id, Excerpt.document_id)
    .join(Excerpt, Excerpt.id == Coding.excerpt_id)
    .where(Coding.id.in_(given()))
)


def apply(
    session: Session,
    document_id: int,
    start: int,
    end: int,
    code_ids: Iterable[int],
    *,
    coder_id: int | None,
    valence: str | None = None,
    comment: str = "",
    origin: str = "hand",
) -> list[int]:
    """Code a passage; the codings, one for each code, in the order of the codes.

    `start` to `end` are code points, end exclusive. An excerpt with the same span is used again,
    and a coding of it with the same code by the same coder stays as it is, but for a valence or
    comment that is given now. `origin` is `hand`, `rule` or `import`.
    Raises QualtoolError: "range", "valence_unknown", "gone".
    """
    document = excerpts.check_span(session, document_id, start, end)
    wanted = list(dict.fromkeys(code_ids))
    called = names(session, Code, wanted)
    _check_valence(session, valence)
    if coder_id is not None:
        names(session, Coder, [coder_id])
    _tell_codes(session, called)
    tell(session, document=document.name)
    excerpt_id = excerpts.at(session, document_id, start, end)
    return [
        _coding(session, excerpt_id, code_id, coder_id, valence, comment, origin)
        for code_id in wanted
    ]


def apply_theme(
    session: Session,
    document_id: int,
    start: int,
    end: int,
    theme_ids: Iterable[int],
    *,
    coder_id: int | None,
    valence: str | None = None,
    comment: str = "",
    origin: str = "hand",
) -> list[int]:
    """Code a passage with themes: with a code of each theme's name under it, made if missing.

    Otherwise as `apply`.
    """
    excerpts.check_span(session, document_id, start, end)
    return apply(
        session,
        document_id,
        start,
        end,
        [theme_codes.code_of(session, theme_id) for theme_id in theme_ids],
        coder_id=coder_id,
        valence=valence,
        comment=comment,
        origin=origin,
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and the code it is to have; otherwise as the arguments of `apply`."""

    document_id: int
    start: int
    end: int
    code_id: int
    coder_id: int | None = None
    valence: str | None = None
    comment: str = ""
    origin: str = "hand"
    starred: bool = False
    unsigned: bool = False  # no coder was named: a coding that is nobody's is the same


def apply_many(session: Session, passages: Sequence[Passage]) -> list[int]:
    """Code many passages; the coding of each. What is coded so already is used again.

    As `apply`, but for a table of thousands: nothing but the passages' own places is looked up
    one by one. Raises QualtoolError "range" or "gone" before anything is done.
    """
    document_ids = {passage.document_id for passage in passages}
    lengths = {row.id: row.length for row in many(session, Document, document_ids)}
    many(session, Code, {passage.code_id for passage in passages})
    for passage in passages:
        if not 0 <= passage.start < passage.end <= lengths[passage.document_id]:
            excerpts.check_span(session, passage.document_id, passage.start, passage.end)
    spans = excerpts.all_in(session, document_ids)
    for passage in passages:
        span = (passage.document_id, passage.start, passage.end)
        if span not in spans:
            spans[span] = Excerpt(document_id=span[0], start=span[1], end=span[2])
            session.add(spans[span])
        if passage.starred and not spans[span].do_not_quote:
            spans[span].starred = True
    session.flush()
    there = {
        (row.excerpt_id, row.code_id, row.coder_id): row
        for row in session.scalars(
            select(Coding)
            .where(Coding.excerpt_id.in_(listed(row.id for row in spans.values())))
            .order_by(Coding.id.desc())
        )
    }
    found: list[Coding] = []
    for passage in passages:
        excerpt = spans[passage.document_id, passage.start, passage.end]
        key = (excerpt.id, passage.code_id, passage.coder_id)
        if passage.unsigned and (nobodys := (excerpt.id, passage.code_id, None)) in there:
            key = nobodys
        if key not in there:
            there[key] = Coding(
                excerpt_id=excerpt.id,
                code_id=passage.code_id,
                coder_id=passage.coder_id,
                origin=passage.origin,
                comment="",
            )
            session.add(there[key])
        _note(there[key], passage.valence, passage.comment)
        found.append(there[key])
    session.flush()
    return [coding.id for coding in found]


def remove(session: Session, coding_ids: Iterable[int], *, by: int | None = None) -> None:
    """Take codings away, and the excerpts that hold nothing after that (`excerpts.sweep`).

    A memo on a coding stays, with the excerpt. Where a coder does it (`by`), the history says
    whose the codings of others were.
    """
    codings = _standing(session, coding_ids)
    _tell_codings(session, codings)
    others = {each.coder_id for each in codings if each.coder_id not in (None, by)}
    if by is not None and others:
        tell(session, whose=", ".join(names(session, Coder, filter(None, others))))
    taken = [coding.id for coding in codings]
    touched = {coding.excerpt_id for coding in codings}
    tell(session, passages=len(touched))
    excerpts.keep_memos(session, taken)
    take_away(session, Coding, taken)
    excerpts.sweep(session, touched)


def set_valence(session: Session, coding_ids: Iterable[int], valence: str | None) -> None:
    """Say how codings are to be read: a key of the project's valences, or None for neither."""
    name = _check_valence(session, valence)
    codings = many(session, Coding, coding_ids)
    _tell_codings(session, _standing(session, coding_ids))
    tell(session, valence=name)
    for coding in codings:
        coding.valence = valence


def set_depth(session: Session, coding_ids: Iterable[int], depth: str | None) -> None:
    """Say whether codings stay with what is said (`semantic`) or go beneath it (`latent`).

    None takes it away. Raises QualtoolError: "depth_unknown", "gone".
    """
    if depth is not None and depth not in DEPTHS:
        raise QualtoolError(
            "depth_unknown",
            _("“{depth}” is neither “semantic” nor “latent”."),
            depth=depth,
        )
    codings = many(session, Coding, coding_ids)
    _tell_codings(session, _standing(session, coding_ids))
    if depth is not None:
        tell(session, depth=depth)
    for coding in codings:
        coding.depth = depth


def set_comment(session: Session, coding_id: int, comment: str) -> None:
    """Write the comment on a coding; empty takes it away."""
    coding = one(session, Coding, coding_id)
    _tell_codings(session, _standing(session, [coding_id]))
    coding.comment = comment


def set_star(session: Session, excerpt_ids: Iterable[int], on: bool) -> None:
    """Mark excerpts as quotable, or no longer.

    Raises QualtoolError "not_quotable" where one of them must not be quoted.
    """
    found = many(session, Excerpt, excerpt_ids)
    if on and (held := sum(excerpt.do_not_quote for excerpt in found)):
        raise QualtoolError("not_quotable", _not_quotable(held, len(found)))
    _tell_excerpts(session, found)
    tell(session, on=int(on))
    for excerpt in found:
        excerpt.starred = on
    if not on:
        excerpts.sweep(session, [excerpt.id for excerpt in found])


def set_do_not_quote(session: Session, excerpt_ids: Iterable[int], on: bool) -> None:
    """Mark excerpts as never to be quoted, which takes their stars off, or no longer."""
    found = many(session, Excerpt, excerpt_ids)
    _tell_excerpts(session, found)
    tell(session, on=int(on))
    if on and (stars := sum(excerpt.starred for excerpt in found)):
        tell(session, stars=stars)
    for excerpt in found:
        excerpt.do_not_quote = on
        excerpt.starred = excerpt.starred and not on
    if not on:
        excerpts.sweep(session, [excerpt.id for excerpt in found])


def _not_quotable(held: int, among: int) -> str:
    if among == 1:
        return _(
            "This excerpt is marked as not to be quoted, and so cannot be starred as quotable."
            " Let it be quoted first (!)."
        )
    return ngettext(
        "{count} of the excerpts is marked as not to be quoted, so none was starred.",
        "{count} of the excerpts are marked as not to be quoted, so none was starred.",
        held,
    ).format(count=held)


def set_display_text(session: Session, excerpt_id: int, text: str | None) -> None:
    """Give an excerpt an edited form to be shown in reports; None takes it away."""
    excerpt = one(session, Excerpt, excerpt_id)
    _tell_excerpts(session, [excerpt])
    tell(session, on=int(text is not None))
    excerpt.display_text = text
    if text is None:
        excerpts.sweep(session, [excerpt_id])


def star_passage(session: Session, document_id: int, start: int, end: int) -> int:
    """Mark a passage as quotable, whether it is coded or not; its excerpt."""
    excerpts.check_span(session, document_id, start, end)
    excerpt_id = excerpts.at(session, document_id, start, end)
    set_star(session, [excerpt_id], True)
    return excerpt_id


def _check_valence(session: Session, valence: str | None) -> str | None:
    if valence is None:
        return None
    name = session.scalar(select(Valence.name).where(Valence.key == valence))
    if name is None:
        raise QualtoolError(
            "valence_unknown",
            _("The project has no valence called “{valence}”."),
            valence=valence,
        )
    return name


def _coding(
    session: Session,
    excerpt_id: int,
    code_id: int,
    coder_id: int | None,
    valence: str | None,
    comment: str,
    origin: str,
) -> int:
    for coding_id, *with_what in rows(session, _ON_EXCERPT, excerpt_id=excerpt_id):
        if with_what == [code_id, coder_id]:
            if valence is not None or comment:
                _note(one(session, Coding, coding_id), valence, comment)
            return int(coding_id)
    return put_in(
        session,
        Coding,
        excerpt_id=excerpt_id,
        code_id=code_id,
        coder_id=coder_id,
        valence=valence,
        comment=comment,
        origin=origin,
    )


def _note(coding: Coding, valence: str | None, comment: str) -> None:
    """Note on a coding what is said of it now; what is not said stays."""
    if valence is not None:
        coding.valence = valence
    if comment:
        coding.comment = comment


class _Standing(NamedTuple):
    """A coding, and where it stands."""

    id: int
    code_id: int
    coder_id: int | None
    excerpt_id: int
    document_id: int


def _standing(session: Session, coding_ids: Iterable[int]) -> list[_Standing]:
    """Codings with these numbers, as `many` gives them."""
    wanted = list(dict.fromkeys(coding_ids))
    found = {row[0]: _Standing(*row) for row in rows(session, _STANDING, ids=packed(wanted))}
    if len(found) < len(wanted):
        raise gone()
    return [found[coding_id] for coding_id in wanted]


def _tell_codes(session: Session, called: Sequence[str]) -> None:
    if called:
        tell(session, code=called[0], codes=len(called))


def _tell_codings(session: Session, codings: Sequence[_Standing]) -> None:
    _tell_codes(session, names(session, Code, sorted({coding.code_id for coding in codings})))
    tell(session, count=len(codings))  # before the excerpts are counted: the first count stays
    _tell_document(session, {coding.document_id for coding in codings})


def _tell_excerpts(session: Session, excerpts_told: Sequence[Excerpt]) -> None:
    tell(session, count=len(excerpts_told))
    _tell_document(session, {excerpt.document_id for excerpt in excerpts_told})


def _tell_document(session: Session, document_ids: set[int]) -> None:
    if len(document_ids) == 1:
        tell(session, document=names(session, Document, document_ids)[0])


__all__ = [
    "Passage",
    "apply",
    "apply_many",
    "apply_theme",
    "remove",
    "resize",
    "set_comment",
    "set_depth",
    "set_display_text",
    "set_do_not_quote",
    "set_star",
    "set_valence",
    "star_passage",
]
