"""The findings as headed text: each theme with its definition, the quotations chosen for it, and
what the researcher has written between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qualtool.analysis import consent
from qualtool.analysis.documents import documents
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.findings import Part, ThemeFindings, findings
from qualtool.analysis.memo_filter import fitting
from qualtool.analysis.memos import memos
from qualtool.analysis.spans import marked_spans
from qualtool.core import memo_kind, prose
from qualtool.core.report import Block, Heading, Paragraph, Report, Run, Text, paragraph
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.findings_summary import inside
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.quotable import Quotable, Unconsented, quotable
from qualtool.store.project import Session
from qualtool.store.rows import ExcerptRow


def build(session: Session, options: Options) -> Report:
    """The skeleton of the findings chapter; its cautions name what was left out, and what lacks.

    While nothing at all is written or chosen, each theme shows its starred excerpts and the memos
    on it, private ones only where `options.memos` asks for them. Quotations are blocks of their own
    and have no quotation marks, unless these are asked for.
    """
    material = gather(session, replace(options, starred=False), starred=False)
    said = words(material.language).gettext
    if options.marks is None:
        material = replace(material, pair=("", ""))
    found = inside(
        findings(session, options.frame_id, language=material.language), options.theme_id
    )
    title = said("Findings")
    blocks: list[Block] = [Heading(title)]
    begun = _begun(found)
    notes = _notes(session, options, material.language) if _with_memos(options, begun) else {}
    for each in found:
        blocks += _theme(each, material, begun)
        blocks += notes.get(each.theme.id, [])
    if not found:
        blocks.append(Text((paragraph(said("There are no themes yet.")),)))
    note = wording.edits_note(_shown(found, material), material.language)
    if note:
        blocks.append(Text((paragraph(note),)))
    cautions = (*_held_back(session, found), *_bare(found, material))
    return Report(title, material.language, tuple(blocks), cautions)


def held_back(session: Session, parts: Iterable[Part]) -> frozenset[int]:
    """The excerpts of these parts that no report would quote."""
    rows = [part.excerpt for part in parts if part.excerpt is not None]
    kept = {row.id for row in _quotable(session, rows).excerpts}
    return frozenset(row.id for row in rows if row.id not in kept)


def _begun(found: Iterable[ThemeFindings]) -> bool:
    """Whether the researcher has begun to write or quote: from then on only that is shown."""
    return any(each.parts or each.summary.strip() for each in found)


def _theme(each: ThemeFindings, material: Material, begun: bool) -> Iterator[Block]:
    theme = each.theme
    yield Heading(theme.report_title or theme.name, min(each.depth + 2, 3))
    if theme.definition.strip():
        yield Text(tuple(map(paragraph, _paragraphs(theme.definition))))
    if each.summary.strip():
        yield Text(tuple(map(paragraph, _paragraphs(each.summary))))
    by_id = {row.id: row for row in material.excerpts}
    if not begun:
        quotations = [material.quotation(row) for row in _starred(each, material)]
        yield from (Text((quotation,), "quotation") for quotation in quotations)
    for part in each.parts:
        if part.text.strip():
            yield Text(tuple(map(paragraph, _paragraphs(part.text))))
        if part.excerpt is not None and part.excerpt.id in by_id:
            yield Text((material.quotation(by_id[part.excerpt.id]),), "quotation")


def _with_memos(options: Options, begun: bool) -> bool:
    return not begun if options.with_memos is None else options.with_memos


def _notes(session: Session, options: Options, language: str) -> dict[int, list[Text]]:
    """The memos on themes, by theme: when each was written, its title, and its text."""
    found: dict[int, list[Text]] = defaultdict(list)
    for memo in fitting(memos(session, target="theme", language=language), options.memos):
        if memo.target_id is None:
            continue
        kind = " · ".join(
            part for part in (memo_kind.kind(memo.kind, language), memo.title) if part
        )
        head = Paragraph((Run(kind, bold=True),))
        found[memo.target_id].append(Text((head, *prose.paragraphs(memo.text))))
    return found


def _starred(each: ThemeFindings, material: Material) -> Iterator[ExcerptRow]:
    codes = set(each.theme.code_ids)
    direct = set(material.direct.get(each.theme.id, ()))
    for row in material.excerpts:
        in_it = row.id in direct or any(coding.code_id in codes for coding in row.codings)
        if row.starred and in_it:
            yield row


def _shown(found: Iterable[ThemeFindings], material: Material) -> Iterator[ExcerptRow]:
    by_id = {row.id: row for row in material.excerpts}
    found = list(found)
    begun = _begun(found)
    for each in found:
        for part in each.parts:
            if part.excerpt is not None and part.excerpt.id in by_id:
                yield by_id[part.excerpt.id]
        if not begun:
            yield from _starred(each, material)


def _quotable(session: Session, rows: Iterable[ExcerptRow]) -> Quotable:
    """What of these may be quoted, of all that is marked in their documents."""
    wanted = {row.id for row in rows}
    where = {row.document_id for row in rows}
    if not wanted:
        return Quotable((), ())
    closed = {each.id for each in documents(session) if not each.quoting_allowed}
    everything = excerpts(session, document_ids=where)
    return quotable(
        [row for row in everything if row.id in wanted or row.do_not_quote],
        closed,
        starred=False,
        context=0,
        unconsented=Unconsented(consent.closed_excerpts(session), consent.closed_spans(session)),
        marked=marked_spans(session),
    )


def _held_back(session: Session, found: Iterable[ThemeFindings]) -> Iterator[Caution]:
    parts = [part for each in found for part in each.parts]
    count = len(held_back(session, parts))
    if count:
        message = ngettext(
            "{count} chosen quotation may not be quoted and was left out.",
            "{count} chosen quotations may not be quoted and were left out.",
            count,
        )
        yield Caution("not_quotable", message.format(count=count))


def _bare(found: Sequence[ThemeFindings], material: Material) -> Iterator[Caution]:
    begun = _begun(found)
    bare = [
        each.theme.name
        for each in found
        if each.theme.code_ids
        and not (each.parts or each.summary.strip())
        and (begun or not any(_starred(each, material)))
    ]
    if bare:
        message = _("Nothing is written or quoted yet of: {names}.")
        yield Caution("no_findings", message.format(names=", ".join(bare)))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
