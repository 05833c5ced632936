"""Which blocks the usual appendix has: those of a study's tables that have something in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, literal, or_, select
from sqlalchemy.orm import Session

from qualtool.store.schema import (
    Activity,
    Case,
    Claim,
    Code,
    Coding,
    Comparison,
    Condensate,
    Condensation,
    Document,
    Phase,
    Summary,
    Theme,
    WorkPhase,
)

_THEMES: Final = exists().where(Theme.state.not_in(("merged", "aside")))
_DATED: Final = or_(
    exists().where(Activity.date_from.is_not(None)),
    exists().where(Document.date_from.is_not(None)),
    exists().where(Phase.date_from.is_not(None)),
)
# In the order of a reader: who and what, how, what was found, what it rests on. Each with what
# has to be there for it. What is for the researcher alone (memos, self-review, coverage, where
# each quotation was used, a whole transcript) and the text of the chapter itself are not here.
USUAL: Final[Mapping[str, ColumnElement[bool]]] = {
    "participants": exists().where(Case.kind == "participant"),
    "material": exists().where(Document.id > 0),
    "activities": exists().where(Activity.id > 0),
    "timeline": _DATED,
    "method-facts": exists().where(Document.id > 0),
    "themes": _THEMES,
    "map": _THEMES,
    "theme-bars": _THEMES & exists().where(Coding.id > 0),
    "summary": exists().where(Theme.findings != "", Theme.state.not_in(("merged", "aside"))),
    "barriers": exists().where(Coding.valence.is_not(None)),
    "framework": exists().where(
        Summary.theme_id.is_not(None), or_(Summary.text != "", Summary.state != "")
    ),
    "cross-case": or_(exists().where(Comparison.id > 0), exists().where(Summary.rating != "")),
    "condensation": or_(
        exists().where(Condensation.text != ""), exists().where(Condensate.text != "")
    ),
    "excerpts": exists().where(Coding.id > 0),
    "claims": exists().where(Claim.state == ""),
    "codebook": exists().where(Code.state == "in_use"),
    "codebook-history": exists().where(Code.id > 0),
    "phase-log": exists().where(WorkPhase.id > 0),
    "checklist": exists().where(Document.id > 0),
}


# What is said of each excerpt in an appendix: not the comments, which are notes to oneself.
_OF_EXCERPTS: Final = ("number", "theme", "code", "excerpt", "informant", "source", "valence")


def blocks(session: Session) -> dict[str, str]:
    """The blocks of the usual appendix that have something in them, in the order of a reader.

    By name, with what is chosen about each, as `reports.saved_options` writes it.
    """
    asked: list[Any] = [there.label(name) for name, there in USUAL.items()]
    found = session.execute(select(literal(1), *asked)).one()._mapping
    columns = [key for key in _OF_EXCERPTS if key != "valence" or found["barriers"]]
    chosen = {
        "excerpts": json.dumps({"columns": columns, "headed": True}),
        "codebook": json.dumps({"headed": True}),
    }
    return {name: chosen.get(name, "") for name in USUAL if found[name]}
