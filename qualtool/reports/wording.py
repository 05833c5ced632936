"""How a report puts numbers, quotations and the names behind them, in the report's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from qualtool.core.report import Cell, Paragraph, Run, cell
from qualtool.i18n import words
from qualtool.store.rows import ExcerptRow

_MARKS: Final = {"nb": "«»", "nn": "«»"}
# A space that does not break and is narrower than that between words.
_NARROW: Final = "\u202f"
# How edits are marked: something in square brackets, or left out as (…).
_EDIT: Final = re.compile(r"\[[^\]]*\]|\((?:…|\.\.\.)\)")


def number(count: int, language: str) -> str:
    """A whole number with its thousands told apart as the language does: 12 345 or 12,345."""
    grouped = f"{count:,}"
    return grouped if language == "en" else grouped.replace(",", _NARROW)


def count_cell(count: int, language: str) -> Cell:
    """A cell that says a number and, in a spreadsheet, is one."""
    return cell(number(count, language), value=count)


def how_many(excerpts: int, informants: int, language: str) -> str:
    """How many excerpts there are and from how many informants: the two always go together."""
    parts = [excerpts_said(excerpts, language)]
    if informants:
        parts.append(informants_said(informants, language))
    return " · ".join(parts)


def excerpts_said(count: int, language: str) -> str:
    """A number of excerpts in words."""
    said = words(language).ngettext("{count} excerpt", "{count} excerpts", count)
    return said.format(count=number(count, language))


def informants_said(count: int, language: str) -> str:
    """A number of informants in words."""
    said = words(language).ngettext("{count} informant", "{count} informants", count)
    return said.format(count=number(count, language))


def marks(chosen: str | None, language: str) -> tuple[str, str]:
    """The quotation marks of a report: those chosen, or those of the language."""
    pair = chosen or _MARKS.get(language, "“”")
    return pair[0], pair[1]


def quoted_words(excerpt: ExcerptRow) -> str:
    """What is shown of an excerpt: the edited form where there is one, else what was said."""
    return (excerpt.display_text or "").strip() or excerpt.text.strip()


def informant(excerpt: ExcerptRow, language: str) -> str:
    """Whose words an excerpt holds. A speaker's label is never used: it may be a real name."""
    if excerpt.case:
        return excerpt.case
    interviewer = excerpt.role == "interviewer"
    return words(language).gettext("Interviewer") if interviewer else ""


def document(name: str, number: int, attribution: str, language: str) -> str:
    """What a document is called: by its number where nobody is named, since its name may do so."""
    if attribution != "none":
        return name
    return f"{words(language).gettext('Document')} {number}"


def source(excerpt: ExcerptRow) -> str:
    """The document an excerpt is from, and where in it."""
    return f"{excerpt.document}, {excerpt.place}"


def quotation(
    excerpt: ExcerptRow,
    *,
    language: str,
    spoken: str,
    pair: tuple[str, str],
    attribution: str,
) -> Paragraph:
    """A quotation in its marks, with who said it in brackets after it.

    `spoken` is the language of the document where it is not the report's.
    """
    said = Run(f"{pair[0]}{quoted_words(excerpt)}{pair[1]}", language=spoken, excerpt_id=excerpt.id)
    who = informant(excerpt, language)
    match attribution:
        case "pseudonym":
            behind = who
        case "place":
            behind = ", ".join(part for part in (who or excerpt.document, excerpt.place) if part)
        case _:
            behind = ""
    return Paragraph((said, Run(f" ({behind})")) if behind else (said,))


def edits_note(excerpts: Iterable[ExcerptRow], language: str) -> str:
    """What the marks in edited quotations mean, where there are any."""
    if any(_EDIT.search(each.display_text or "") for each in excerpts):
        return words(language).gettext(
            "In quotations, […] shows that words have been left out, and [ ] that they were added."
        )
    return ""
