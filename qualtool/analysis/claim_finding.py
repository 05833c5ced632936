"""The claims of a draft, found with the words that a study has for those it is about."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core import case_kind
from qualtool.core.claims import FoundClaim, claims
from qualtool.core.draft import Draft
from qualtool.core.language_guess import guess
from qualtool.i18n import LANGUAGES
from qualtool.store.schema import Case

_NOBODY: Final = frozenset({"participant", "event", "matter"})  # known anyhow, or not people


def study_words(session: Session) -> frozenset[str]:
    """What the study calls those it is about besides informants: "kontor", "school"."""
    kinds = set(session.scalars(select(Case.kind).distinct())) - _NOBODY
    return frozenset(
        case_kind.name(kind, language).casefold() for kind in kinds for language in LANGUAGES
    )


def claims_in(draft: Draft, words: frozenset[str] = frozenset()) -> list[FoundClaim]:
    """The claims of a draft in order, with the words of `study_words`; needs no project."""
    from qualtool.language.sentences import sentences

    text = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    language = guess(text)
    return claims(draft, lambda paragraph: sentences(paragraph, language), words)
