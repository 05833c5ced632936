"""What the languages of a report are called."""

from __future__ import annotations

from qualtool.i18n import gettext as _


def language_name(code: str) -> str:
    """A language of the report in the program's language."""
    return {"nb": _("Bokmål"), "nn": _("Nynorsk"), "en": _("English")}[code]
