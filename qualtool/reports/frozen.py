"""A block as it was when it was frozen, as long as all of it may still be shown.

Since then somebody may have taken back consent, words may have been marked as not to be quoted, an
attribute may have been held back, and it may be read by who works blind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qualtool.analysis import consent, report_list
from qualtool.analysis.documents import documents
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.spans import marked_spans
from qualtool.analysis.texts import readings
from qualtool.core import report_json
from qualtool.core.errors import QualtoolError
from qualtool.core.lines import line_starts
from qualtool.core.report import Figure, Report, Table, Text, paragraph
from qualtool.core.report_texts import Piece, excerpt_ids, pieces
from qualtool.i18n import gettext as _
from qualtool.reports.catalogue import OF_THE_WORK
from qualtool.reports.frozen_attributes import withheld
from qualtool.reports.quotable import Unconsented, quotable
from qualtool.reports.whose_codings import whose
from qualtool.store.project import Session

_SAME: Final = 12  # letters of a line from which its words are taken for those of somebody
_BETWEEN_NAMES: Final = re.compile(r"[,;:()\n]")
_SAID: Final = frozenset({"line", "cell", "quotation"})
_NAMING: Final = frozenset({"cell", "column", "group", "picture", "speaker", "text"})


def kept(session: Session, block_id: int, now: Callable[[], Report]) -> Report:
    """What was frozen of a block; `now` makes the block as it is today.

    Where only some coders' codings are in it, it says so. Raises QualtoolError "frozen_of_others"
    where those of coders are in it who are not read now, "frozen_withheld" where it shows more of
    an attribute than may be shown, "frozen_closed" where it shows what else the block would hold
    back today, and what `report_json.read` raises.
    """
    report = _whose(session, block_id, report_json.read(report_list.frozen(session, block_id)))
    if names := withheld(session, report):
        raise QualtoolError(
            "frozen_withheld",
            _(
                "What is frozen here shows “{attribute}” in another way than it may be shown now. "
                "Let it follow the project again."
            ),
            attribute=", ".join(names),
        )
    found = frozenset(_closed(session, report))
    if found and found - frozenset(_closed(session, now())):
        raise QualtoolError(
            "frozen_closed",
            _(
                "What is frozen here holds words that may not be quoted any more, or somebody "
                "without consent. Let it follow the project again."
            ),
        )
    return report


def _whose(session: Session, block_id: int, report: Report) -> Report:
    """The report, with whose codings are in it where nothing in it says so yet."""
    row = report_list.block(session, block_id)
    if row is None or row.name in OF_THE_WORK:
        return report
    read = whose(session, report.language)
    if read is None:
        told = any(
            report.method in each.note for each in report.blocks if isinstance(each, Table | Figure)
        )
        last = () if told or not report.method else (Text((paragraph(report.method),)),)
        return replace(report, blocks=(*report.blocks, *last))
    if report.method != read[0]:
        raise QualtoolError(
            "frozen_of_others",
            _(
                "What is frozen here holds codings of others than are read now. It is shown again "
                "when everybody’s codings are read."
            ),
        )
    return report


def _closed(session: Session, report: Report) -> Iterator[int | str]:
    """What of a report may not be shown: excerpts, words, and the names of those without consent.

    An excerpt that is gone may be shown as long as somebody who may be quoted still says its words.
    """
    rows, marked = excerpts(session), marked_spans(session)
    ids = excerpt_ids(report)
    known = {row.id for row in rows}
    rows += excerpts(session, excerpt_ids=ids - known) if ids - known else []
    known |= {row.id for row in rows}
    shut = {row.id for row in documents(session) if not row.quoting_allowed}
    spans = consent.closed_spans(session)
    may_leave = quotable(
        rows,
        shut,
        starred=False,
        context=0,
        unconsented=Unconsented(consent.closed_excerpts(session), spans),
        marked=marked,
        among=ids,
    )
    yield from ids & known - {row.id for row in may_leave.excerpts}
    texts = list(pieces(report))
    names = {each.case for each in consent.closed_cases(session)}
    yield from names & {name for each in texts for name in _names(each)}
    gone = ids - known
    if gone:
        said = [row.text for row in readings(session, _open_documents(session)).values()]
        for each in texts:
            for part in each.quoted:
                words = each.text[part.start : part.end].strip("«»“”\"'„‘’ ")
                if part.excerpt_id in gone and not any(words in text for text in said):
                    yield part.excerpt_id
    told = "\n".join(each.text for each in texts if each.part in _SAID)
    if told:
        hidden = _hidden(session, marked, shut, spans)
        yield from (words for words in hidden if len(words) >= _SAME and words in told)


def _names(piece: Piece) -> Iterator[str]:
    if piece.part in _NAMING:
        yield piece.text.strip()
        yield from (each.strip() for each in _BETWEEN_NAMES.split(piece.text))


def _open_documents(session: Session) -> list[int]:
    return [row.id for row in documents(session) if row.quoting_allowed]


def _hidden(
    session: Session,
    marked: dict[int, list[tuple[int, int]]],
    shut: set[int],
    spans: dict[int, tuple[tuple[int, int], ...]],
) -> Iterator[str]:
    """The words that may not be quoted, in the lines that a transcript is printed in."""
    wanted = {each for each, held in spans.items() if held} | shut | marked.keys()
    for document_id, page in readings(session, wanted).items():
        here = [*spans.get(document_id, ()), *marked.get(document_id, ())]
        if document_id in shut:
            here = [(0, len(page.text))]
        edges = [*(page.lines or line_starts(page.text)), len(page.text)]
        for start, end in here:
            for first, last in pairwise(edges):
                if first < end and last > start:
                    yield page.text[max(first, start) : min(last, end)].strip()
