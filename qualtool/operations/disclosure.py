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


def decide_all(
    session: Session,
    matters: Iterable[Matter],
    decision: str = "fine",
    reason: str = "",
    *,
    coder_id: int | None = None,
) -> list[int]:
    """Remember the same about several matters; their ids.

    A matter without a place holds everywhere, for what is written later as well.
    """
    wanted = list(dict.fromkeys(matters))
    tell(session, count=len(wanted))
    return [
        decide(session, *matter, decision=decision, reason=reason, coder_id=coder_id)
        for matter in wanted
    ]


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
        coding.set_display_text(
            session, excerpt_id, _wider(session, excerpt_id, words, instead=instead)
        )
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


def generalise_all(
    session: Session,
    places: Iterable[tuple[Matter, int, str]],
    instead: str,
    *,
    reason: str = "",
    coder_id: int | None = None,
) -> list[int]:
    """Put one wider word into many excerpts; `places` are matters, excerpts, and words in them.

    Raises QualtoolError "words_gone" where the words of one do not stand in it any more.
    """
    matters: list[Matter] = []
    by_excerpt: dict[int, list[str]] = {}
    for matter, excerpt_id, words in places:
        matters.append(matter)
        by_excerpt.setdefault(excerpt_id, []).append(words)
    tell(session, count=len(by_excerpt))
    for excerpt_id, words_there in by_excerpt.items():
        text = _wider(session, excerpt_id, *words_there, instead=instead)
        coding.set_display_text(session, excerpt_id, text)
    return decide_all(session, matters, "generalised", reason, coder_id=coder_id)


def withhold_all(
    session: Session,
    matters: Iterable[Matter],
    excerpt_ids: Iterable[int],
    *,
    reason: str = "",
    coder_id: int | None = None,
) -> list[int]:
    """Keep many excerpts from being quoted, because of these matters in them."""
    excerpt_ids = list(dict.fromkeys(excerpt_ids))
    tell(session, count=len(excerpt_ids))
    coding.set_do_not_quote(session, excerpt_ids, True)
    return decide_all(session, matters, "withheld", reason, coder_id=coder_id)


def _wider(session: Session, excerpt_id: int, *words: str, instead: str) -> str:
    """What is shown of an excerpt with `[instead]` for these words, where they stand alone."""
    shown = _shown(session, excerpt_id)
    instead = tidy(instead)
    said = f"[{instead}]" if instead else "[…]"
    for each in words:
        if not each or not _alone(each).search(shown):
            raise QualtoolError(
                "words_gone", _("“{words}” does not stand in what is shown of it."), words=each
            )
    # The longest first: "NAV" stands in "NAV-lederen" too.
    return _alone(*sorted(set(words), key=len, reverse=True)).sub(lambda match: said, shown)


def _alone(*words: str) -> re.Pattern[str]:
    """Finds any of these words where nothing is joined to it."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


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
