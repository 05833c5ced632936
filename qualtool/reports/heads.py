"""The columns that each table of the report can have: keys, heads, widths and what they hold."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.reports.columns import Heads

THEMES: Final[Heads] = {
    "theme": (mark("Main theme"), 1.3, "text"),
    "subtheme": (mark("Sub-theme"), 1.4, "text"),
    "examples": (mark("Examples of meaning units"), 2.6, "text"),
}
EXCERPTS: Final[Heads] = {
    "number": (mark("No."), 0.4, "number"),
    "theme": (mark("Theme"), 1.5, "text"),
    "code": (mark("Sub-theme/code"), 1.7, "text"),
    "excerpt": (mark("Excerpt"), 4.6, "text"),
    "informant": (mark("Informant"), 1.0, "text"),
    "source": (mark("Source"), 1.8, "text"),
    "valence": (mark("Valence"), 0.9, "text"),
    "depth": (mark("Depth"), 0.9, "text"),
    "comment": (mark("Comment"), 1.6, "text"),
    "coder": (mark("Coded by"), 0.9, "text"),
}
CODEBOOK: Final[Heads] = {
    "theme": (mark("Theme"), 1.5, "text"),
    "subtheme": (mark("Sub-theme"), 1.5, "text"),
    "code": (mark("Code"), 1.4, "text"),
    "definition": (mark("Definition"), 2.6, "text"),
    "use": (mark("Used when / not when"), 2.4, "text"),
    "example": (mark("Example"), 2.6, "text"),
    "excerpts": (mark("Excerpts (n)"), 0.6, "number"),
    "informants": (mark("Informants (n)"), 0.6, "number"),
}
MEMOS: Final[Heads] = {
    "date": (mark("Date"), 1.1, "date"),
    "kind": (mark("Kind"), 1.2, "text"),
    "memo": (mark("Memo"), 4.2, "text"),
    "about": (mark("Written on"), 1.5, "text"),
    "passage": (mark("Excerpt"), 2.3, "text"),
    "codes": (mark("Codes"), 1.2, "text"),
    "coder": (mark("Written by"), 1.0, "text"),
}
SUMMARY: Final[Heads] = {
    "theme": (mark("Main theme"), 1.5, "text"),
    "subtheme": (mark("Sub-theme"), 1.1, "text"),
    "summary": (mark("Summary of findings"), 2.6, "text"),
}
CONDENSATION: Final[Heads] = {
    "unit": (mark("Meaning unit (source)"), 2.4, "text"),
    "meaning": (mark("Condensed meaning"), 2.0, "text"),
    "theme": (mark("Theme"), 1.0, "text"),
}
CODEBOOK_HISTORY: Final[Heads] = {
    "date": (mark("Date"), 1.0, "date"),
    "action": (mark("What was done"), 3.0, "text"),
    "codes": (mark("Codes and themes"), 1.8, "text"),
    "reason": (mark("Reason"), 2.4, "text"),
    "coder": (mark("Who"), 1.2, "text"),
}
MATERIAL: Final[Heads] = {
    "phase": (mark("Phase"), 1.2, "text"),
    "type": (mark("Data type"), 1.4, "text"),
    "count": (mark("Count"), 0.6, "number"),
    "period": (mark("Period"), 1.4, "text"),
    "collector": (mark("Collected by"), 1.2, "text"),
    "documentation": (mark("Documentation"), 2.0, "text"),
    "group": (mark("Group of informants"), 1.8, "text"),
}
ACTIVITIES: Final[Heads] = {
    "number": (mark("No."), 0.5, "text"),
    "phase": (mark("Phase"), 1.2, "text"),
    "name": (mark("Activity"), 2.0, "text"),
    "date": (mark("Date"), 1.4, "text"),
    "content": (mark("Content, purpose and comments"), 4.2, "text"),
    "participants": (mark("Participants"), 1.6, "text"),
    "documents": (mark("Documents"), 1.4, "text"),
}
BARRIERS: Final[Heads] = {
    "theme": (mark("Theme"), 1.5, "text"),
    "subtheme": (mark("Sub-theme"), 1.6, "text"),
}

CLAIMS: Final[Heads] = {
    "claim": (mark("Claim"), 2.4, "text"),
    "support": (mark("Support (n of N)"), 1.3, "text"),
    "against": (mark("Against"), 1.2, "text"),
    "excerpts": (mark("Excerpts"), 3.6, "text"),
}
QUOTATIONS_USED: Final[Heads] = {
    "number": (mark("No."), 0.4, "number"),
    "informant": (mark("Informant"), 1.2, "text"),
    "source": (mark("Source"), 1.8, "text"),
    "form": (mark("Verbatim / edited"), 1.6, "text"),
    "used": (mark("Used in"), 2.4, "text"),
}

# By the table's name; of what has more columns beside these, they are the project's own.
OF: Final[dict[str, Heads]] = {
    "themes": THEMES,
    "excerpts": EXCERPTS,
    "codebook": CODEBOOK,
    "memos": MEMOS,
    "summary": SUMMARY,
    "condensation": CONDENSATION,
    "codebook-history": CODEBOOK_HISTORY,
    "material": MATERIAL,
    "activities": ACTIVITIES,
    "claims": CLAIMS,
    "quotations-used": QUOTATIONS_USED,
}
_WITH_OWN: Final = frozenset({"summary"})
_ASKED_FOR: Final = {
    "excerpts": frozenset({"depth", "coder"}),
    "activities": frozenset({"phase", "participants", "documents"}),
}


def known(name: str) -> Heads | None:
    """All columns that a table can have; None where some are the project's own."""
    return None if name in _WITH_OWN else OF.get(name)


def among(name: str) -> Heads | None:
    """The columns to choose among, where others are there because something else is chosen."""
    return OF.get(name) if name in _WITH_OWN else None


def usual(name: str) -> tuple[str, ...]:
    """The columns that a table shows by itself: all but those that must be asked for."""
    asked_for = _ASKED_FOR.get(name, frozenset())
    return tuple(key for key in OF.get(name, {}) if key not in asked_for)
