"""Footnotes and endnotes of a document, which come last in its text, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qualtool.core.source import Caution
from qualtool.formats.pieces import Line
from qualtool.i18n import ngettext


def note_lines(notes: Iterable[tuple[str, list[Line]]]) -> Iterator[Line]:
    """One line for each note: its number or sign, and its paragraphs joined."""
    for sign, lines in notes:
        words = " ".join(text for line in lines if (text := line.text.strip()))
        if words:
            yield Line(f"{sign} {words}".strip(), "note")


def note_caution(count: int) -> Iterator[Caution]:
    """What is said where notes were moved; nothing where there are none."""
    if count:
        said = ngettext(
            "{count} footnote was moved to the end of the text.",
            "{count} footnotes were moved to the end of the text.",
            count,
        )
        yield Caution("notes_at_end", said.format(count=count))


def left_out(counts: dict[str, int]) -> Iterator[Caution]:
    """What a document has beside its text, as `comments`, `hidden` and `tracked` count it."""
    if count := counts.get("comments", 0):
        said = ngettext("{count} comment was left out.", "{count} comments were left out.", count)
        yield Caution("comments_left_out", said.format(count=count))
    if count := counts.get("hidden", 0):
        said = ngettext(
            "{count} stretch of hidden text was left out.",
            "{count} stretches of hidden text were left out.",
            count,
        )
        yield Caution("hidden_left_out", said.format(count=count))
    if count := counts.get("tracked", 0):
        said = ngettext(
            "{count} tracked change was read as accepted.",
            "{count} tracked changes were read as accepted.",
            count,
        )
        yield Caution("changes_accepted", said.format(count=count))
