"""Which excerpts may leave the project: never one that is marked, nor words that it shares."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from qualtool.core.margins import joined
from qualtool.core.source import Caution
from qualtool.i18n import ngettext
from qualtool.store.rows import ExcerptRow

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Quotable:
    """The excerpts that may be shown, and a caution for those that were held back."""

    excerpts: tuple[ExcerptRow, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Unconsented:
    """Whose words may not be used: their excerpts, and in each document where they speak."""

    excerpt_ids: frozenset[int] = frozenset()
    spans: Mapping[int, Spans] = field(default_factory=dict)


def quotable(
    excerpts: Iterable[ExcerptRow],
    closed: Collection[int],
    *,
    starred: bool,
    context: int,
    unconsented: Unconsented = Unconsented(),
    marked: Mapping[int, Spans] = MappingProxyType({}),
    among: Collection[int] | None = None,
) -> Quotable:
    """Hold back what may not be quoted.

    That is every excerpt of somebody who has refused or withdrawn consent, every excerpt marked
    "do not quote", every excerpt of a `closed` document (by id), and every excerpt that shares
    words with a marked one. Context that reaches into such words is left out. `starred` keeps
    only those that are starred, `among` only these. `marked` are stretches of documents that may
    not be quoted besides those of the excerpts given, such as those of coders who are not read.
    """
    rows = list(excerpts)
    held_back = _marked(rows, marked)
    kept: list[ExcerptRow] = []
    without = held = shared = 0
    for row in rows:
        if (starred and not row.starred) or (among is not None and row.id not in among):
            continue
        spans = held_back.get(row.document_id, ())
        theirs = unconsented.spans.get(row.document_id, ())
        if row.id in unconsented.excerpt_ids or _meets(theirs, row.start, row.end):
            without += 1
        elif row.do_not_quote or row.document_id in closed:
            held += 1
        elif _meets(spans, row.start, row.end):
            shared += 1
        elif (spans or theirs) and context:
            kept.append(_without_marked_context(row, (spans, theirs), context))
        else:
            kept.append(row)
    return Quotable(tuple(kept), tuple(_cautions(without, held, shared)))


def _marked(rows: Iterable[ExcerptRow], more: Mapping[int, Spans]) -> Mapping[int, Spans]:
    """The stretches of each document that may not be quoted, joined and in order."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for document_id, spans in more.items():
        found[document_id] += spans
    for row in rows:
        if row.do_not_quote:
            found[row.document_id].append((row.start, row.end))
    return {document_id: joined(spans) for document_id, spans in found.items()}


def _meets(spans: Spans, start: int, end: int) -> bool:
    # The last stretch that begins before the end is the only one that can reach past the start.
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def _without_marked_context(row: ExcerptRow, kinds: Sequence[Spans], context: int) -> ExcerptRow:
    before = (
        "" if any(_meets(each, row.start - context, row.start) for each in kinds) else (row.before)
    )
    after = "" if any(_meets(each, row.end, row.end + context) for each in kinds) else row.after
    return replace(row, before=before, after=after)


def _cautions(without: int, held: int, shared: int) -> Iterable[Caution]:
    if without:
        message = ngettext(
            "{count} excerpt of a participant without consent was left out.",
            "{count} excerpts of participants without consent were left out.",
            without,
        )
        yield Caution("no_consent", message.format(count=without))
    if held:
        message = ngettext(
            "{count} excerpt may not be quoted and was left out.",
            "{count} excerpts may not be quoted and were left out.",
            held,
        )
        yield Caution("not_quotable", message.format(count=held))
    if shared:
        message = ngettext(
            "{count} excerpt shares words with one that may not be quoted and was left out.",
            "{count} excerpts share words with one that may not be quoted and were left out.",
            shared,
        )
        yield Caution("shares_words", message.format(count=shared))
