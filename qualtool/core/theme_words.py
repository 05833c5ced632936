"""The words for what a theme is so far, and for how an excerpt fits it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.i18n import mark

STATES: Final[Mapping[str, str]] = {
    "candidate": mark("candidate"),
    "kept": mark("kept"),
    "aside": mark("set aside"),
}
TO_STATE: Final[Mapping[str, str]] = {
    "candidate": mark("Make it a candidate"),
    "kept": mark("Keep it"),
    "aside": mark("Set it aside"),
}
FITS: Final[Mapping[str, str]] = {
    "fits": mark("Fits"),
    "stretches": mark("Stretches"),
    "against": mark("Speaks against"),
}
FIT: Final[Mapping[str, str]] = {
    "fits": mark("fits"),
    "stretches": mark("stretches"),
    "against": mark("speaks against"),
}
FIELDS: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "concept": mark("Central organising concept"),
    "definition": mark("Definition"),
    "in_scope": mark("Belongs here"),
    "out_of_scope": mark("Does not belong here"),
    "question_relation": mark("What it says of the research question"),
    "report_title": mark("Title in the report"),
    "label": mark("Short label for tables"),
    "decision_rules": mark("Decision rules"),
    "note": mark("Notes"),
    "description": mark("Description"),
    "use_when": mark("Used when"),
    "use_not": mark("Not when"),
}
