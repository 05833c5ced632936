"""What a screen reader is told as the caret moves: the place, the codes there, and the words.

PySide lets no widget offer its text as Qt's own text fields do, so the words are announced.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from qualtool.core.places import worded
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodingRow
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.characters import word_at
from qualtool.ui.reader.page import Page, clock


def place_words(page: Page, offset: int) -> str:
    """Where an offset stands, for the foot of the window: "Paragraph 15 · 05:05"."""
    place, moment = page.place_at(offset), page.moment_at(offset)
    words = worded(place)
    words = words[:1].upper() + words[1:]
    if moment is None or place.kind == "time":
        return words
    return _("{number} · {time}").format(number=words, time=clock(moment))


def description(page: Page, caret: Caret, codings: Sequence[CodingRow]) -> str:
    """All that is known of the caret's place: speaker, number, time, codes, selection."""
    parts = [page.speaker(page.pieces.at(caret.position)), place_words(page, caret.position)]
    if codings:
        names = ", ".join(dict.fromkeys(map(_named, codings)))
        parts.append(_("Coded: {codes}").format(codes=names))
    if caret.selection is not None:
        start, end = caret.selection
        words = _short(" ".join(page.reading.text[start : min(end, start + 400)].split()))
        parts.append(_("Selected: {words}").format(words=words))
    return ". ".join(part for part in parts if part)


def said(page: Page, before: Caret, after: Caret) -> str:
    """The words to be said after a move: what was selected, or what the caret now stands at."""
    text = page.reading.text
    if after.selection is not None:
        start, end = sorted((before.position, after.position))
        words = _short(text[start:end])
        return _("{words}, selected").format(words=words) if words.strip() else ""
    number = page.pieces.at(after.position)
    piece = page.shown(number)
    line = piece.laid.line_at(after.position - piece.start)
    first, last = piece.laid.line_span(line)
    if not piece.start + first <= before.position <= piece.start + last:
        words = text[piece.start + first : piece.start + last].strip()
        if page.pieces.at(before.position) == number:
            return words
        return ". ".join(part for part in (page.speaker(number), words) if part)
    here = after.position - piece.start
    if before.position - piece.start in (piece.laid.before(here), piece.laid.after(here)):
        return text[after.position : piece.start + piece.laid.after(here)]
    start, end = word_at(text, piece.start, piece.end, after.position)
    return text[start:end]


def chosen_words(whole: Sequence[CodingRow], pointed: CodingRow | None) -> str:
    """What is chosen: the codes of an excerpt, or one of them and which of how many it is."""
    names = [each.code for each in whole]
    if pointed is not None and len(whole) > 1:
        number = next(n for n, each in enumerate(whole, start=1) if each.id == pointed.id)
        pattern = _("{code}, code {number} of {count}")
        return pattern.format(code=pointed.code, number=number, count=len(whole))
    words = ngettext("{count} code: {codes}", "{count} codes: {codes}", len(names))
    return words.format(count=len(names), codes=", ".join(names)) if names else ""


def announce(widget: QWidget, words: str) -> None:
    """Say words through the screen reader, where one is listening."""
    if words.strip() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _short(words: str, most: int = 200) -> str:
    return words if len(words) <= most else f"{words[:most]} …"


def _named(coding: CodingRow) -> str:
    """A code, and whose coding it is where several coders' are shown."""
    return f"{coding.code} ({coding.coder})" if coding.initials else coding.code
