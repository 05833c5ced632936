"""What tells who somebody is, in words: "telephone numbers: 2; e-mail addresses: 1"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.core.direct_identifiers import Kind
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

KINDS: Final[Mapping[Kind, str]] = {
    "name": mark("capitalised words that may be names: {count}"),
    "phone": mark("telephone numbers: {count}"),
    "email": mark("e-mail addresses: {count}"),
    "birth_number": mark("birth numbers: {count}"),
}


def numbers_said(counts: Mapping[Kind, int]) -> str:
    """How many there are of each kind; "" where there are none."""
    said = [_(words).format(count=counts[kind]) for kind, words in KINDS.items() if kind in counts]
    return _("In this text: {found}").format(found="; ".join(said)) if said else ""
