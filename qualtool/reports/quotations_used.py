"""The quotations that are used in drafts and findings, and how they are spread: for the researcher.

It names informants even where the report names nobody, since it is how one sees that one voice is
heard too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualtool.analysis.used_quotations import Use, UsedRow, spread, used_quotations
from qualtool.core.report import (
    Cell,
    Column,
    Group,
    Heading,
    Report,
    Row,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import QUOTATIONS_USED
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The report with two tables: each quotation with its uses, and how many are of whom."""
    language = language_of(session, options)
    said = words(language).gettext
    title = said("Quotations used")
    everything = used_quotations(session, language=language)
    found = [row for row in everything if not row.without_consent]
    rows = tuple(_row(number, row, language) for number, row in enumerate(found, 1))
    used = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Quotations and where they are used"),
        columns=columns(QUOTATIONS_USED, language),
        groups=(Group(title, rows),) if rows else (),
        caption_above=options.caption_above,
        landscape=bool(options.landscape),
        note=_note(found, language),
        empty=said("No quotation has been tied to a draft or put into the findings yet."),
        cautions=tuple(_cautions(everything)),
    )
    if not rows:
        return Report(title, language, (Heading(title), used))
    counts = tuple(
        Row((cell(name or said("No informant")), wording.count_cell(count, language)))
        for name, count in spread(session, found)
    )
    caption = said("Quotations by informant")
    by_informant = Table(
        label=said("Table"),
        number=options.number + 1,
        caption=caption,
        columns=(
            Column("name", said("Informant"), 2.0),
            Column("quotations", said("Quotations (n)"), 1.0, "number"),
        ),
        groups=(Group(caption, counts),),
        caption_above=options.caption_above,
        landscape=bool(options.landscape),
    )
    private = said("For the researcher: this is not for others, since it tells who is quoted.")
    opening = Text((paragraph(private),))
    return Report(title, language, (Heading(title), opening, used, by_informant))


def _row(number: int, row: UsedRow, language: str) -> Row:
    who = wording.informant(row.excerpt, language)
    forms = [_form(use, language) for use in row.uses]
    if len(set(forms)) == 1:
        forms = forms[:1]
    return Row(
        (
            wording.count_cell(number, language),
            cell(who or words(language).gettext("No informant")),
            cell(wording.source(row.excerpt)),
            Cell(tuple(map(paragraph, forms))),
            Cell(tuple(paragraph(_where(use, language)) for use in row.uses)),
        )
    )


def _form(use: Use, language: str) -> str:
    said = words(language).gettext
    match use.verdict:
        case "marked":
            return said("Verbatim, with marked omissions or other typography")
        case "joined":
            return said("Edited: joined from several places")
    return said("Verbatim") if use.form == "verbatim" else said("Edited")


def _where(use: Use, language: str) -> str:
    said = words(language).gettext
    if use.draft:
        return said("{draft}, paragraph {number}").format(draft=use.draft, number=use.paragraph)
    return said("Findings: {theme}").format(theme=use.theme)


def _note(found: Sequence[UsedRow], language: str) -> str:
    often = sum(len(row.uses) > 1 for row in found)
    if not often:
        return ""
    said = words(language).ngettext(
        "{count} quotation is used more than once.",
        "{count} quotations are used more than once.",
        often,
    )
    return said.format(count=wording.number(often, language))


def _cautions(rows: Sequence[UsedRow]) -> Iterator[Caution]:
    if any(not row.without_consent for row in rows):
        yield Caution(
            "for_the_researcher",
            _("This table is for you: it names informants even where the report names nobody."),
        )
    without = sum(row.without_consent for row in rows)
    if without:
        message = ngettext(
            "{count} quotation in use is of a participant without consent: it must go.",
            "{count} quotations in use are of participants without consent: they must go.",
            without,
        )
        yield Caution("no_consent", message.format(count=without))
    closed = sum(row.closed and not row.without_consent for row in rows)
    if closed:
        message = ngettext(
            "{count} quotation in use is marked as not to be quoted.",
            "{count} quotations in use are marked as not to be quoted.",
            closed,
        )
        yield Caution("not_quotable", message.format(count=closed))
    asked = sum(row.excerpt.role == "interviewer" for row in rows)
    if asked:
        message = ngettext(
            "{count} quotation in use is of what the interviewer said.",
            "{count} quotations in use are of what the interviewer said.",
            asked,
        )
        yield Caution("interviewer_quoted", message.format(count=asked))
