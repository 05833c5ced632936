"""The coded text for print: line by line, with its codes in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qualtool.analysis.codebook import valences
from qualtool.analysis.consent import closed_spans
from qualtool.analysis.documents import documents
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.spans import marked_spans
from qualtool.analysis.study import study
from qualtool.analysis.texts import readings
from qualtool.core.lines import line_starts
from qualtool.core.margins import Stretch, joined, line_ends, pieces
from qualtool.core.places import turn_at
from qualtool.core.report import Block, Heading, Line, Margined, Mark, Report, Run, Text, paragraph
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.project import Session
from qualtool.store.rows import DocumentRow, ExcerptRow, Reading, ValenceRow

Spans = Sequence[tuple[int, int]]


def build(session: Session, options: Options) -> Report:
    """Each document, or the one that is chosen, under a heading of its own.

    Words that may not be quoted are […]; a document that may not be quoted at all, or is about
    somebody without consent alone, is left out. Speakers go by their case or their role: a label
    may be a real name. Where nobody is to be named, they go by their role alone.
    """
    language = language_of(session, options)
    attribution = options.attribution or study(session).attribution
    said = words(language).gettext
    title = said("Coded transcripts")
    closed, marked = closed_spans(session), marked_spans(session)
    shown: list[DocumentRow] = []
    numbers: dict[int, int] = {}
    left_out = 0
    for number, row in enumerate(documents(session), 1):
        numbers[row.id] = number
        if options.document_id not in (None, row.id):
            continue
        if row.quoting_allowed and closed.get(row.id) != ((0, row.length),):
            shown.append(row)
        else:
            left_out += 1
    pages = readings(session, [row.id for row in shown])
    coded: dict[int, list[ExcerptRow]] = defaultdict(list)
    for excerpt in excerpts(session, document_ids=[row.id for row in shown], language=language):
        coded[excerpt.document_id].append(excerpt)
    signs = {row.key: row for row in valences(session)}
    heads = said("Line"), said("Who"), said("Text"), said("Codes")
    blocks: list[Block] = [Heading(title)]
    hidden_words = False
    for row in shown:
        hidden = joined([*marked.get(row.id, ()), *closed.get(row.id, ())])
        hidden_words = hidden_words or bool(hidden)
        page = pages[row.id]
        if attribution == "none":
            page = replace(page, speakers=tuple(replace(who, case="") for who in page.speakers))
        lines = _lines(page, coded[row.id], hidden, signs, language)
        name = wording.document(row.name, numbers[row.id], attribution, language)
        blocks.append(Heading(name, 2))
        blocks.append(Margined(heads, tuple(lines), landscape=bool(options.landscape)))
    if not shown:
        blocks.append(Text((paragraph(said("There is no document that may be shown.")),)))
    return Report(title, language, tuple(blocks), tuple(_cautions(left_out, hidden_words)))


def _lines(
    page: Reading,
    coded: Sequence[ExcerptRow],
    hidden: Spans,
    signs: Mapping[str, ValenceRow],
    language: str,
) -> Iterator[Line]:
    starts = page.lines or line_starts(page.text)
    beginning: dict[int, list[ExcerptRow]] = defaultdict(list)
    for excerpt in coded:
        if not _inside(excerpt, hidden):
            beginning[bisect_right(starts, excerpt.start) - 1].append(excerpt)
    stretches = [
        Stretch(each.start, each.end, each.codings[0].colour) for each in coded if each.codings
    ]
    open_ones: list[Stretch] = []
    waiting = iter(sorted(stretches, key=lambda each: each.start))
    coming = next(waiting, None)
    speaking: object = None
    for number, (start, end) in enumerate(line_ends(starts, len(page.text)), start=1):
        while coming is not None and coming.start < end:
            open_ones.append(coming)
            coming = next(waiting, None)
        open_ones = [each for each in open_ones if each.end > start]
        near = [span for span in hidden if span[0] < end and span[1] > start]
        parts = pieces(page.text, start, end, open_ones, near)
        runs = [Run(part.text, tint=part.colour, language=_own(page, language)) for part in parts]
        if not "".join(part.text for part in parts).strip():
            continue
        turn = turn_at(page.turns, start)
        who = turn.speaker if turn else None
        aside = _who(page, who, language) if turn and (who, turn.start) != speaking else ""
        if turn:
            speaking = (who, turn.start)
        margin = [mark for each in beginning[number - 1] for mark in _marks(each, signs)]
        yield Line(str(number), aside, _trimmed(runs), tuple(margin))


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without the line break or the blank that the line ends with."""
    *rest, last = runs
    kept = last.text.rstrip()
    return (*rest, Run(kept, tint=last.tint, language=last.language)) if kept else tuple(rest)


def _own(page: Reading, language: str) -> str:
    return "" if page.language == language else page.language


def _inside(excerpt: ExcerptRow, hidden: Spans) -> bool:
    return any(start <= excerpt.start and excerpt.end <= end for start, end in hidden)


def _who(page: Reading, number: int | None, language: str) -> str:
    said = words(language).gettext
    speaker = next((each for each in page.speakers if each.number == number), None)
    if speaker is None:
        return ""
    if speaker.case:
        return speaker.case
    if speaker.role == "interviewer":
        return said("Interviewer")
    return said("Speaker {number}").format(number=speaker.number)


def _marks(excerpt: ExcerptRow, signs: Mapping[str, ValenceRow]) -> Iterator[Mark]:
    for coding in excerpt.codings:
        valence = signs.get(coding.valence or "")
        sign = f" {valence.sign.replace('-', '−')}" if valence and valence.sign else ""
        yield Mark(f"{coding.code}{sign}", coding.colour)


def _cautions(left_out: int, hidden: bool) -> Iterator[Caution]:
    if left_out:
        message = ngettext(
            "{count} document that may not be quoted was left out.",
            "{count} documents that may not be quoted were left out.",
            left_out,
        )
        yield Caution("documents_closed", message.format(count=left_out))
    if hidden:
        yield Caution("words_hidden", _("Words that may not be quoted are […] in the transcripts."))
    yield Caution(
        "whole_transcripts",
        _("Whole transcripts are printed. Read them through before anybody else does."),
    )
