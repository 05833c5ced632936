"""Qt's own words follow the program's language; words of nobody are left as they are."""

from __future__ import annotations

import gettext

import pytest

from qualtool import i18n
from qualtool.ui.qt_words import WORDS, QtWords


class _Norwegian(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return {"Cancel": "Avbryt", "Size": "Størrelse"}.get(message, message)


def test_qts_words_come_from_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_current", _Norwegian())
    words = QtWords()
    assert words.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert words.translate("QPlatformTheme", "&Cancel") == "Avbryt"


def test_what_is_not_qts_own_or_not_translated_stays_as_it_is() -> None:
    words = QtWords()
    assert words.translate("Anything", "&Undo") == "&Undo"
    assert words.translate("Anything", "Something %n of %1") == "Something %n of %1"
    assert not words.isEmpty()


def test_the_words_of_ordinary_dialogs_and_fields_are_there() -> None:
    assert {"OK", "Cancel", "Copy", "Paste", "Select All", "Save", "Undo"} <= WORDS
