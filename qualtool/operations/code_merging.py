"""Codes merged into one, with everything that hung on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from qualtool.core.names import folded
from qualtool.core.ordering import above
from qualtool.i18n import gettext as _
from qualtool.operations.code_tree import (
    check_name,
    children,
    in_theme,
    put_into_theme,
    tree,
)
from qualtool.operations.finding import arrange, many, number, one
from qualtool.operations.map_merging import bring_code
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Claim, Code, Coding, MemoLink, ThemeCode, Valence
from qualtool.store.selecting import listed

_FILLED: Final = (
    "description",
    "use_when",
    "use_not",
    "example_excerpt_id",
    "decision_rules",
    "source",
    "departure",
    "pin",
)


def merge(session: Session, code_ids: Iterable[int], into: int) -> int:
    """Merge codes into another; the id of that one.

    Every excerpt is kept: codings move over, and where the same coder had put both codes on one
    excerpt, one coding is left, with the valence and comments of both. What stood under the
    merged codes comes under `into` (codes of one name there are merged in their turn), and so do
    themes, memos, lines on the map, and what `into` lacks of description. The merged codes are
    kept out of sight, as `merged`. Raises QualtoolError: "code_exists" where `into` stood under a
    merged code and its name is taken further up; "gone".
    """
    target = one(session, Code, into)
    codes = many(session, Code, (code_id for code_id in code_ids if code_id != into))
    going = [code.id for code in codes]
    _tell_merge(session, codes, target)
    _climb(session, target, set(going))
    parents = tree(session)
    # What is lower first: or a name it shares under `into` would take it in.
    for code in sorted(codes, key=lambda code: -len(above(code.id, parents))):
        _merge_one(session, code, target)
    return into


def _tell_merge(session: Session, codes: list[Code], target: Code) -> None:
    going = [code.id for code in codes]
    count = select(Coding.excerpt_id).where(Coding.code_id.in_(listed(going))).distinct()
    tell(
        session,
        code=codes[0].name if codes else target.name,
        codes=len(codes),
        into=target.name,
        count=len(session.scalars(count).all()),
    )


def _climb(session: Session, target: Code, going: set[int]) -> None:
    """Bring the target out from under the codes that are merged into it."""
    parents = tree(session)
    line = above(target.id, parents)
    merged_above = [index for index, code_id in enumerate(line) if code_id in going]
    if not merged_above:
        return
    top = line[merged_above[-1]]
    check_name(session, target.name, parents[top], but=going | {target.id})
    left = target.parent_id
    siblings = list(children(session, parents[top]))
    at = next(index for index, row in enumerate(siblings) if row.id == top)
    target.parent_id = parents[top]
    arrange(siblings, [target], at)
    session.flush()
    number(children(session, left))


def _merge_one(session: Session, code: Code, target: Code) -> None:
    _bring_children(session, code, target)
    _bring_codings(session, code.id, target.id)
    _bring_themes(session, code.id, target.id)
    bring_code(session, code.id, target.id)
    for link in (Attribute, Claim, MemoLink):
        session.execute(update(link).where(link.code_id == code.id).values(code_id=target.id))
    for field in _FILLED:
        if not getattr(target, field):
            setattr(target, field, getattr(code, field))
    session.execute(
        update(Code).where(Code.merged_into_id == code.id).values(merged_into_id=target.id)
    )
    code.state = "merged"
    code.merged_into_id = target.id
    code.pin = None
    session.flush()
    number(children(session, code.parent_id))
    session.flush()


def _bring_children(session: Session, code: Code, target: Code) -> None:
    there = list(children(session, target.id))
    by_name = {
        folded(row.name): row for row in there if row.state == "in_use" and row.id != code.id
    }
    for child in children(session, code.id):
        twin = by_name.get(folded(child.name)) if child.state == "in_use" else None
        if twin is not None:
            _merge_one(session, child, twin)
        else:
            child.parent_id = target.id
            there.append(child)
    number(there)
    session.flush()


def _bring_codings(session: Session, code_id: int, target_id: int) -> None:
    kept = {
        (coding.excerpt_id, coding.coder_id): coding
        for coding in session.scalars(
            select(Coding).where(
                Coding.code_id == target_id,
                Coding.excerpt_id.in_(select(Coding.excerpt_id).where(Coding.code_id == code_id)),
            )
        )
    }
    doubles: dict[int, int] = {}
    both = both_ways(session)
    for coding in session.scalars(select(Coding).where(Coding.code_id == code_id)).all():
        twin = kept.get((coding.excerpt_id, coding.coder_id))
        if twin is None:
            coding.code_id = target_id
        else:
            absorb(coding, twin, both)
            doubles[coding.id] = twin.id
    bring_memos(session, doubles)
    session.execute(delete(Coding).where(Coding.id.in_(listed(doubles))))


def both_ways(session: Session) -> str | None:
    """The valence that stands for both ways of reading, where the project has one."""
    return session.scalar(select(Valence.key).where(Valence.sign == "±").limit(1))


def absorb(coding: Coding, twin: Coding, both: str | None) -> None:
    """Let a coding that stays take over what is noted on one that goes.

    Two different valences become `both`, the project's valence for that; where it has none, the
    one that goes is kept in the comment.
    """
    comments = [*twin.comment.split("\n"), *coding.comment.split("\n")]
    if coding.valence and twin.valence and coding.valence != twin.valence:
        if both is None:
            comments.append(_("Valence also: {valence}").format(valence=coding.valence))
        else:
            twin.valence = both
    twin.valence = twin.valence or coding.valence
    twin.depth = twin.depth or coding.depth
    twin.comment = "\n".join(dict.fromkeys(line for line in comments if line.strip()))


def bring_memos(session: Session, into: Mapping[int, int]) -> None:
    """Tie the memos on codings that go to those that stay, given as coding by coding."""
    session.flush()
    for link in session.scalars(select(MemoLink).where(MemoLink.coding_id.in_(listed(into)))):
        if link.coding_id is not None:
            link.coding_id = into[link.coding_id]
    session.flush()


def _bring_themes(session: Session, code_id: int, target_id: int) -> None:
    themes = session.scalars(
        select(ThemeCode.theme_id).where(ThemeCode.code_id == code_id).order_by(ThemeCode.id)
    ).all()
    for theme_id in themes:
        put_into_theme(session, theme_id, target_id)
    session.execute(delete(ThemeCode).where(ThemeCode.code_id == code_id))
    for theme_id in themes:
        number(in_theme(session, theme_id))
