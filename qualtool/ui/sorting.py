"""Sorting the way a Norwegian reader expects: æ, ø and å last, numbers in names by their value."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCollator, QLocale, Qt


@cache
def collator() -> QCollator:
    """What compares two names. Norwegian in every language of the program, as the material is."""
    found = QCollator(QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway))
    found.setNumericMode(True)
    found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return found


def before(one: object, other: object) -> bool:
    """Whether one value stands before another in a column; nothing comes after something."""
    if one is None or other is None or one == "" or other == "":
        return (other is None or other == "") and not (one is None or one == "")
    if isinstance(one, str) and isinstance(other, str):
        return collator().compare(one, other) < 0
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one < other
    return str(one) < str(other)
