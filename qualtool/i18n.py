"""The words of the program in English, bokmål and nynorsk.

English stands in the source; the catalogues lie in ``resources/locale``. The window and the
command line speak one language at a time (`set_language`); a report may be written in another
(`words`). The language of a *document* is a property of the document and has nothing to do here.
"""

from __future__ import annotations

import gettext as _gettext_module
import io
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from typing import Final

LANGUAGES: Final = ("nb", "nn", "en")
Catalogue = _gettext_module.NullTranslations

_current: Catalogue = _gettext_module.NullTranslations()
_current_code = "en"
_meanwhile: ContextVar[str | None] = ContextVar("meanwhile", default=None)


@cache
def words(language: str) -> Catalogue:
    """The catalogue of a language (`nb`, `nn` or `en`); any other gives English.

    Use its ``gettext`` and ``ngettext`` for text that is written in a language of its own,
    such as an exported table.
    """
    if language not in ("nb", "nn"):
        return _gettext_module.NullTranslations()
    file = resources.files("qualtool.resources") / "locale" / language / "LC_MESSAGES"
    file = file / "qualtool.mo"
    if not file.is_file():
        return _gettext_module.NullTranslations()
    return _gettext_module.GNUTranslations(io.BytesIO(file.read_bytes()))


def set_language(language: str) -> None:
    """Let the program speak `nb`, `nn` or `en` from now on."""
    global _current, _current_code
    _current_code = language if language in LANGUAGES else "en"
    _current = words(_current_code)


def language() -> str:
    """The language the program speaks now."""
    return _meanwhile.get() or _current_code


def system_language() -> str:
    """The language this computer is set to, as one of ours: `nb`, `nn` or `en`."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _nearest(value)
    return _nearest(locale.getlocale()[0] or "")


def _nearest(name: str) -> str:
    name = name.lower()
    if name.startswith(("nn", "norwegian-nynorsk")):
        return "nn"
    if name.startswith(("nb", "no", "norwegian")):
        return "nb"
    return "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let words be said in another language meanwhile, as for a text that is written in one.

    Only what is said inside is meant, by whoever asks for it: the window speaks on as before.
    """
    token = _meanwhile.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _meanwhile.reset(token)


def gettext(message: str) -> str:
    """A message in the language the program speaks."""
    return _spoken().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """A message that names a number, in the form that fits the number."""
    return _spoken().ngettext(singular, plural, count)


def _spoken() -> Catalogue:
    meanwhile = _meanwhile.get()
    return words(meanwhile) if meanwhile is not None else _current


def mark(message: str) -> str:
    """Mark a message for the catalogue where it is written, to be looked up where it is shown."""
    return message


_ = gettext
