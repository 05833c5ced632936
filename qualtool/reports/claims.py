"""Claims and support: what is said of how many, with how many stand for it and against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from qualtool.analysis.claims import ClaimRow, Voice, claims
from qualtool.core.names import by_number
from qualtool.core.report import (
    Cell,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import CLAIMS
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.store.project import Session
from qualtool.store.rows import ExcerptRow

_SHOWN: Final = 3  # quotations for a claim, where the researcher has not chosen otherwise


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each claim that is tied to something or judged.

    By itself a claim shows a quotation of up to three informants who support it and of one who
    speaks against it; `starred` chooses those with a star alone (True), or all (False).
    """
    material = gather(session, replace(options, starred=bool(options.starred)), starred=False)
    language = material.language
    said = words(language).gettext
    everything = [row for row in claims(session) if not row.aside]
    found = [row for row in everything if _counted(row) and not row.gone]
    title = said("Claims and support")
    made = _Rows(material, options.starred is False)
    groups = [
        Group(draft, tuple(made.row(row) for row in found if row.draft == draft))
        for draft in dict.fromkeys(row.draft for row in found)
    ]
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Claims, who supports them, and who speaks against them"),
        columns=columns(CLAIMS, language),
        groups=tuple(replace(group, title=group.title or title) for group in groups),
        caption_above=options.caption_above,
        headed=options.headed and len(groups) > 1,
        landscape=bool(options.landscape),
        note=_note(found, made.quoted, language),
        empty=said("No claim has been tied to what was said yet."),
        cautions=tuple(_cautions(everything, found, material)),
    )
    opening = Text(
        (paragraph(said("The table holds what is said of how many against who said it.")),)
    )
    blocks = (Heading(title), opening, table) if found else (Heading(title), table)
    return Report(title, language, blocks)


def _counted(row: ClaimRow) -> bool:
    judged = any(each.judged for each in row.voices) or bool(row.judged_excerpts)
    return row.tie is not None or judged


class _Rows:
    """The rows of the table; `quoted` are the excerpts that they show."""

    def __init__(self, material: Material, everything: bool) -> None:
        self._material = material
        self._by_id = {row.id: row for row in material.excerpts}
        self._everything = everything
        self.quoted: list[ExcerptRow] = []

    def row(self, claim: ClaimRow) -> Row:
        said = words(self._material.language).gettext
        count = said("{count} of {total}").format(
            count=len(claim.supporting), total=len(claim.voices)
        )
        return Row(
            (
                cell(claim.text),
                self._who(count, claim.supporting),
                self._who(str(len(claim.against)), claim.against),
                self._quotations(claim),
            )
        )

    def _who(self, count: str, voices: Sequence[Voice]) -> Cell:
        if not voices or self._material.attribution == "none":
            return cell(count)
        names = ", ".join(sorted((each.case for each in voices), key=by_number))
        return Cell((paragraph(count), paragraph(names)))

    def _quotations(self, claim: ClaimRow) -> Cell:
        said = words(self._material.language).gettext
        shown = list(self._chosen([each.supporting for each in claim.supporting], _SHOWN))
        against = list(self._chosen([each.against for each in claim.against], 1))
        self.quoted += (*shown, *against)
        lines = [self._material.quotation(each) for each in shown]
        for each in against:
            quotation = self._material.quotation(each)
            lead = Run(said("Against: "), italic=True)
            lines.append(Paragraph((lead, *quotation.runs)))
        return Cell(tuple(lines))

    def _chosen(self, by_voice: Iterable[Sequence[int]], most: int) -> Iterator[ExcerptRow]:
        """One excerpt of each informant, a starred one first; all where everything is shown."""
        taken: set[int] = set()
        for ids in by_voice:
            rows = [self._by_id[each] for each in ids if each in self._by_id and each not in taken]
            if not self._everything:
                rows = sorted(rows, key=lambda row: not row.starred)[:1]
            for row in rows:
                if self._everything or len(taken) < most:
                    taken.add(row.id)
                    yield row


def _note(found: Sequence[ClaimRow], quoted: Sequence[ExcerptRow], language: str) -> str:
    if not found:
        return ""
    said = words(language).gettext
    parts = [said("The count is of all informants in the material who have agreed to take part.")]
    if any(each.stands == "both" for row in found for each in row.voices):
        parts.append(said("Some say things both for and against, and stand in both columns."))
    parts.append(wording.edits_note(quoted, language))
    return " ".join(part for part in parts if part)


def _cautions(
    everything: Sequence[ClaimRow], found: Sequence[ClaimRow], material: Material
) -> Iterator[Caution]:
    loose = sum(not _counted(row) for row in everything)
    if loose:
        message = ngettext(
            "{count} claim is tied to nothing and was left out.",
            "{count} claims are tied to nothing and were left out.",
            loose,
        )
        yield Caution("claims_untied", message.format(count=loose))
    gone = sum(_counted(row) and row.gone for row in everything)
    if gone:
        message = ngettext(
            "{count} claim stands in its draft no longer and was left out.",
            "{count} claims stand in their drafts no longer and were left out.",
            gone,
        )
        yield Caution("claims_gone", message.format(count=gone))
    wrong = [row for row in found if row.held.stands == "disagrees"]
    if wrong:
        message = ngettext(
            "{count} claim says another number than the count.",
            "{count} claims say another number than the count.",
            len(wrong),
        )
        yield Caution("claims_disagree", message.format(count=len(wrong)))
    if found:
        yield from material.cautions
