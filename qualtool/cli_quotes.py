"""The quotations of a draft checked from the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualtool import cli_work
from qualtool.core.quotation_words import VERDICTS, verdict_said
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

if TYPE_CHECKING:
    from qualtool.analysis.quotations import QuotationRow, Said
    from qualtool.core.draft import Draft
    from qualtool.store.draft_rows import LinkOutcome
    from qualtool.store.project import Project

Data = dict[str, Any]


def quotes(study: Path, draft: Path, comments: Path | None, link: bool, as_json: bool) -> int:
    """Check each quotation of a draft; with `comments`, write a copy with notes in the margin.

    With `link`, those that were found are tied to their excerpts in the project.
    """
    from qualtool.analysis import quotations
    from qualtool.formats import drafts

    data = drafts.load(draft)
    written = drafts.read(data, draft.name)
    with cli_work.changing(study, None) if link else cli_work.reading(study) as project:
        with project.read() as session:
            rows = quotations.check_draft(session, written)
            spread = quotations.spread(rows)
        outcome = _linked(project, data, written, rows) if link else None
    if comments is not None:
        from qualtool.reports.quotation_notes import annotated
        from qualtool.reports.saving import write_whole

        if comments.resolve() == draft.resolve():
            cli_work.refuse(_("The draft itself is never changed: choose another file name."))
            return cli_work.REFUSED
        write_whole(comments, annotated(data, written, rows))
    if as_json:
        cli_work.say_json([_data(row) for row in rows])
    else:
        cli_work.say("\n".join((*_lines(rows), *_spread(spread.informants))))
        if outcome is not None:
            cli_work.say(_told(outcome))
    return cli_work.DONE


def _linked(
    project: Project, data: bytes, written: Draft, rows: Sequence[QuotationRow]
) -> LinkOutcome:
    from qualtool.analysis.quotations import to_link
    from qualtool.operations import drafts

    with project.edit("link_quotations") as session:
        return drafts.link(session, written.name, drafts.content_hash(data), to_link(rows))


def _told(outcome: LinkOutcome) -> str:
    words = ngettext(
        "{count} quotation was tied to its excerpt.",
        "{count} quotations were tied to their excerpts.",
        outcome.quotations,
    )
    return words.format(count=outcome.quotations)


def _lines(rows: Sequence[QuotationRow]) -> Iterator[str]:
    from qualtool.reports.quotation_notes import told

    if not rows:
        yield _("No quotations were found in the draft.")
        return
    for row in rows:
        head = _("Paragraph {number}: {verdict}").format(
            number=row.paragraph, verdict=verdict_said(row.checked.verdict)
        )
        yield f"{head}  {_short(row.quotation.text)}"
        yield from (f"    {line}" for line in list(told(row))[1:])
    counts = Counter(row.checked.verdict for row in rows)
    yield ""
    yield ", ".join(f"{verdict_said(each)} {counts[each]}" for each in VERDICTS if counts[each])


def _spread(informants: Sequence[tuple[str, int]]) -> Iterator[str]:
    for name, count in informants:
        said = ngettext("{count} quotation", "{count} quotations", count).format(count=count)
        yield f"{name}: {said}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 72 else words[:71] + "…"


def _data(row: QuotationRow) -> Data:
    first = row.said[0] if row.said else None
    return {
        "text": row.quotation.text,
        "verdict": row.checked.verdict,
        "score": row.checked.score,
        "document": first.document if first else None,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "differences": [
            {"quoted": each.quoted, "said": each.said} for each in row.checked.differences
        ],
        "paragraph": row.paragraph,
        "sign": row.quotation.sign,
        "reference": row.quotation.reference or None,
        "ascribed": {"to": row.ascribed.to, "said_by": row.ascribed.said_by}
        if row.ascribed
        else None,
        "places": row.checked.places,
        "passages": [_passage(said) for said in row.said],
    }


def _passage(said: Said) -> Data:
    return {
        "document": said.document,
        "start": said.start,
        "end": said.end,
        "place": said.place,
        "informant": said.informant,
        "interviewer": said.interviewer,
        "codes": list(said.codes),
        "themes": list(said.themes),
        "do_not_quote": said.do_not_quote,
        "consent": not said.closed,
    }
