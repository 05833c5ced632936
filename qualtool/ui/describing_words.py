"""What attributes, consent and visibilities are called where the material is described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.describing_rows import AttributeRow

KINDS: Final[Mapping[str, str]] = {
    "text": mark("Text"),
    "choice": mark("Choice"),
    "number": mark("Number"),
    "date": mark("Date"),
    "yes_no": mark("Yes or no"),
}
VISIBILITIES: Final[Mapping[str, str]] = {
    "analysis": mark("Analysis only"),
    "shown": mark("May be shown"),
    "grouped": mark("May be shown grouped"),
}
_CONSENTS: Final[Mapping[str, str]] = {
    "none": "",
    "given": mark("given"),
    "refused": mark("refused"),
    "withdrawn": mark("withdrawn"),
}


def consent_word(state: str) -> str:
    """What is noted of a case's consent; empty where nothing is."""
    said = _CONSENTS.get(state, "")
    return _(said) if said else ""


def attribute_said(attribute: AttributeRow) -> str:
    """The kind of an attribute and how much of it may be shown."""
    said = f"{_(KINDS[attribute.kind])} · {_(VISIBILITIES[attribute.visibility])}"
    if attribute.visibility == "grouped" and attribute.grouping:
        said += f" ({attribute.grouping})"
    return said
