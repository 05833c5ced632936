"""What a memo can be: its kinds, its order of interpretation, and what it can be written on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.i18n import mark, words

KINDS: Final[Mapping[str, str]] = {
    "familiarisation": mark("Familiarisation"),
    "analytic": mark("Analytic"),
    "reflexive": mark("Reflexive"),
    "method": mark("Method"),
    "decision": mark("Decision"),
    "ethics": mark("Ethics"),
    "expectation": mark("Expectation"),
}
ORDERS: Final[Mapping[str, str]] = {
    "first": mark("First order"),
    "second": mark("Second order"),
    "third": mark("Third order"),
}
# The empty target is the study as a whole.
TARGETS: Final[Mapping[str, str]] = {
    "excerpt": mark("Excerpt"),
    "coding": mark("Coding"),
    "code": mark("Code"),
    "theme": mark("Theme"),
    "case": mark("Case"),
    "document": mark("Document"),
    "activity": mark("Activity"),
    "": mark("The study"),
}


def kind(key: str, language: str) -> str:
    """A kind in words of a language."""
    return _said(KINDS, key, language)


def order(key: str, language: str) -> str:
    """An order of interpretation in words of a language; nothing for none."""
    return _said(ORDERS, key, language)


def target(key: str, language: str) -> str:
    """What a memo is on, in words of a language."""
    return _said(TARGETS, key, language)


def _said(names: Mapping[str, str], key: str, language: str) -> str:
    return words(language).gettext(names[key]) if key in names else key
