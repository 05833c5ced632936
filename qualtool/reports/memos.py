"""The memos as a table, each with what it was written on: the passage, its place, its codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from qualtool.analysis import consent
from qualtool.analysis.memo_filter import fitting
from qualtool.analysis.memos import memos
from qualtool.core import memo_kind, prose
from qualtool.core.report import (
    Cell,
    Column,
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
from qualtool.reports.heads import MEMOS as COLUMNS
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.plain_table import day_cell
from qualtool.store.project import Session
from qualtool.store.rows import ExcerptRow, MemoRow

Span = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Written:
    """The memos to be shown, and the passages that may be quoted with them.

    `closed` are the cases and documents, by target and id, of those without consent.
    """

    memos: tuple[MemoRow, ...]
    quotable: Mapping[Span, ExcerptRow]
    material: Material
    private: int  # how many were left out
    closed: frozenset[tuple[str, int]]


def build(session: Session, options: Options) -> Report:
    """The report with its one table, in the order in which the memos were written.

    `options.memos` says which; private ones are left out unless it asks for them. With
    `options.headed` they stand under a heading for each kind. A passage that may not be quoted
    is left out of the context.
    """
    found = _gather(session, options)
    language = found.material.language
    said = words(language).gettext
    title = said("Memos")
    keys = _columns(found)
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=title,
        columns=tuple(
            Column(key, said(title), width, kind, grouping=key == "kind")
            for key, (title, width, kind) in COLUMNS.items()
            if key in keys
        ),
        groups=tuple(_groups(found, keys, by_kind=options.headed or options.apart)),
        caption_above=options.caption_above,
        headed=options.headed,
        apart=options.apart,
        landscape=True if options.landscape is None else options.landscape,
        empty=said("There are no memos."),
        cautions=tuple(_cautions(found)),
    )
    if not found.memos:
        return Report(title, language, (Heading(title), table))
    opening = Text((paragraph(_how_many(found)),))
    return Report(title, language, (Heading(title), opening, table))


def _gather(session: Session, options: Options) -> _Written:
    material = gather(session, replace(options, context=0, starred=False), starred=False)
    wanted = options.memos
    every = fitting(memos(session, language=material.language), replace(wanted, private=True))
    shown = [memo for memo in every if wanted.private or not memo.private]
    return _Written(
        memos=tuple(shown),
        quotable={(each.document_id, each.start, each.end): each for each in material.excerpts},
        material=material,
        private=len(every) - len(shown),
        closed=frozenset(
            {("case", each.case_id) for each in consent.closed_cases(session)}
            | {("document", each) for each in consent.closed_documents(session)}
        ),
    )


def _columns(found: _Written) -> tuple[str, ...]:
    """The keys of the columns: those about passages only where a memo is on one."""
    on_passages = any(memo.span is not None for memo in found.memos)
    coded = any(memo.codes for memo in found.memos)
    unused = {key for key, used in (("passage", on_passages), ("codes", coded)) if not used}
    return tuple(key for key in COLUMNS if key not in unused)


def _how_many(found: _Written) -> str:
    language = found.material.language
    count = len(found.memos)
    said = words(language).ngettext("{count} memo", "{count} memos", count)
    return (
        words(language)
        .gettext("The table shows {memos}, in the order in which they were written.")
        .format(memos=said.format(count=wording.number(count, language)))
    )


def _groups(found: _Written, keys: tuple[str, ...], *, by_kind: bool) -> Iterator[Group]:
    language = found.material.language
    if not by_kind:
        if found.memos:
            title = words(language).gettext("Memos")
            yield Group(title, tuple(_rows(found, keys, found.memos)))
        return
    for kind in memo_kind.KINDS:
        here = [memo for memo in found.memos if memo.kind == kind]
        if here:
            said = words(language).ngettext("{count} memo", "{count} memos", len(here))
            note = said.format(count=wording.number(len(here), language))
            yield Group(memo_kind.kind(kind, language), tuple(_rows(found, keys, here)), note)


def _rows(found: _Written, keys: tuple[str, ...], shown: Iterable[MemoRow]) -> Iterator[Row]:
    language = found.material.language
    for memo in shown:
        kind = memo_kind.kind(memo.kind, language)
        order = memo_kind.order(memo.interpretation, language)
        cells = {
            "date": _day(memo.date, language),
            "kind": Cell(tuple(paragraph(each) for each in (kind, order) if each)),
            "memo": _memo(memo),
            "about": cell(_about(memo, found)),
            "passage": _passage(memo, found),
            "codes": Cell(tuple(paragraph(code) for code in memo.codes)),
            "coder": cell(memo.coder),
        }
        yield Row(tuple(cells[key] for key in keys))


def _day(written: str, language: str) -> Cell:
    try:
        return day_cell(date.fromisoformat(written), language)
    except ValueError:
        return cell(written)


def _memo(memo: MemoRow) -> Cell:
    said = prose.paragraphs(memo.text)
    if memo.title:
        return Cell((Paragraph((Run(memo.title, bold=True),)), *said))
    return Cell(said)


def _about(memo: MemoRow, found: _Written) -> str:
    """What the memo is on; neither who nor which document where nobody is named, or no longer."""
    material = found.material
    named = memo.target in ("code", "theme", "activity") or material.attribution != "none"
    kind = memo_kind.target(
        "excerpt" if memo.target == "coding" else memo.target, material.language
    )
    on = ("document", memo.span[0]) if memo.span else (memo.target, memo.target_id)
    named = named and on not in found.closed
    if not named or not memo.about:
        return kind
    return memo.about if memo.span is not None else f"{kind}: {memo.about}"


def _passage(memo: MemoRow, found: _Written) -> Cell:
    if memo.span is None:
        return Cell()
    excerpt = found.quotable.get(memo.span)
    if excerpt is None:
        held = words(found.material.language).gettext("[may not be quoted]")
        return Cell((Paragraph((Run(held, muted=True),)),))
    opening, closing = found.material.pair
    spoken = found.material.spoken[excerpt.document_id]
    said = f"{opening}{wording.quoted_words(excerpt)}{closing}"
    return Cell((paragraph(said, language=spoken, excerpt_id=excerpt.id),))


def _cautions(found: _Written) -> Iterator[Caution]:
    if found.private:
        message = ngettext(
            "{count} private memo was left out.",
            "{count} private memos were left out.",
            found.private,
        )
        yield Caution("private", message.format(count=found.private))
    held = sum(memo.span is not None and memo.span not in found.quotable for memo in found.memos)
    if held:
        message = ngettext(
            "{count} passage may not be quoted and was left out of its memo.",
            "{count} passages may not be quoted and were left out of their memos.",
            held,
        )
        yield Caution("not_quotable", message.format(count=held))
