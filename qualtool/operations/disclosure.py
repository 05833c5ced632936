"""What is done about words that may tell who somebody is, and remembered with who and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, tidy
from qualtool.i18n import gettext as _
from qualtool.operations import attributes, coding
from qualtool.operations.finding import many, one
from qualtool.store.disclosure_rows import Matter
from qualtool.store.journal import tell
from qualtool.store.schema import Coder, DisclosureDecision, DocumentText, Excerpt

DECISIONS: Final = ("fine", "withheld", "generalised", "changed")


def decide(
    session: Session,
    kind: str,
    words: str,
    place: str = "",
    decision: str = "fine",
    reason: str = "",
    *,
    coder_id: int | None = None,
) -> int:
    """Remember what was decided about words of a kind, in one place or ("") everywhere; its id.

    A decision on the same matter is taken back by it. Raises ValueError for no such decision.
    """
    if decision not in DECISIONS:
        raise ValueError(f"no such decision: {decision}")
    if coder_id is not None:
        one(session, Coder, coder_id)
    for row in _on(session, Matter(kind, words, place)):
        session.delete(row)
    row = DisclosureDecision(
        kind=kind,
        words=words,
        place=place,
        decision=decision,
        reason=reason.strip(),
        coder_id=coder_id,
    )
    session.add(row)
    session.flush()
    # The words may be a name, and the history is read by others than the project is.
    tell(session, decision=decision, count=1, everywhere=int(not place))
    return row.id


def take_back(session: Session, decision_ids: Iterable[int]) -> None:
    """Let what was decided be open again; what was changed because of it stays changed."""
    rows = many(session, DisclosureDecision, decision_ids)
    tell(session, count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()


def change(
    session: Session,
    matter: Matter,
    excerpt_id: int,
    text: str,
    *,
    reason: str = "",
    coder_id: int | None = None,
) -> int:
    """Let an excerpt be shown in other words; the decision's id."""
    coding.set_display_text(session, excerpt_id, text)
    return decide(session, *matter, decision="changed", reason=reason, coder_id=coder_id)


def generalise(
    session: Session,
    matter: Matter,
    *,
    attribute_id: int | None = None,
    grouping: str = "",
    excerpt_id: int | None = None,
    words: str = "",
    instead: str = "",
    reason: str = "",
    coder_id: int | None = None,
) -> int:
    """Say less: the groups of an attribute in place of its values, or a wider word in an excerpt.

    `words` of the excerpt become `instead` in square brackets wherever they stand in what is shown
    of it. Raises QualtoolError "grouping_unreadable", "words_gone", and ValueError where neither
    an attribute nor an excerpt is given.
    """
    if attribute_id is not None:
        attributes.set_visibility(session, attribute_id, "grouped", grouping)
    elif excerpt_id is not None:
        coding.set_display_text(session, excerpt_id, _wider(session, excerpt_id, words, instead))
    else:
        raise ValueError("nothing to say less of")
    return decide(session, *matter, decision="generalised", reason=reason, coder_id=coder_id)


def withhold(
    session: Session,
    matter: Matter,
    *,
    attribute_id: int | None = None,
    excerpt_id: int | None = None,
    reason: str = "",
    coder_id: int | None = None,
) -> int:
    """Keep an attribute for the analysis alone, or an excerpt from being quoted.

    Raises ValueError where neither is given.
    """
    if attribute_id is not None:
        attributes.set_visibility(session, attribute_id, "analysis")
    elif excerpt_id is not None:
        coding.set_do_not_quote(session, [excerpt_id], True)
    else:
        raise ValueError("nothing to withhold")
    return decide(session, *matter, decision="withheld", reason=reason, coder_id=coder_id)


def _wider(session: Session, excerpt_id: int, words: str, instead: str) -> str:
    """What is shown of an excerpt with `[instead]` for these words, where they stand alone."""
    shown = _shown(session, excerpt_id)
    instead = tidy(instead)
    said = f"[{instead}]" if instead else "[…]"
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    text, count = pattern.subn(lambda match: said, shown) if words else (shown, 0)
    if not count:
        raise QualtoolError(
            "words_gone", _("“{words}” does not stand in what is shown of it."), words=words
        )
    return text


def _shown(session: Session, excerpt_id: int) -> str:
    excerpt = one(session, Excerpt, excerpt_id)
    if (excerpt.display_text or "").strip():
        return str(excerpt.display_text)
    text = session.scalars(
        select(DocumentText.text).where(DocumentText.document_id == excerpt.document_id)
    ).one()
    return text[excerpt.start : excerpt.end]


def _on(session: Session, matter: Matter) -> list[DisclosureDecision]:
    rows = session.scalars(select(DisclosureDecision).where(DisclosureDecision.kind == matter.kind))
    wanted = folded(matter.words), folded(matter.place)
    return [row for row in rows if (folded(row.words), folded(row.place)) == wanted]
