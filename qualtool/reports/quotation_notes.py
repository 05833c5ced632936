"""A copy of a Word draft with a comment in the margin beside each quotation.

The words of the draft stay as they are; the draft itself is not touched.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from qualtool.analysis.quotations import QuotationRow
from qualtool.core.draft import Draft
from qualtool.core.errors import QualtoolError
from qualtool.core.quotation_words import cautions_said, difference_said, verdict_said
from qualtool.formats.draft_docx import BODY
from qualtool.formats.unpacking import damaged
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_AUTHOR: Final = "Qualtool"
_INITIALS: Final = "Q"
_WORD_PARAGRAPH: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def annotated(data: bytes, draft: Draft, rows: Sequence[QuotationRow]) -> bytes:
    """The draft as a new Word document with comments.

    Quotations in footnotes get none, since Word allows no comments there. Raises `QualtoolError`
    for a draft that is no Word document.
    """
    if not data.startswith(b"PK\x03\x04") or not draft.name.lower().endswith((".docx", ".docm")):
        raise QualtoolError(
            "draft_without_comments",
            _(
                "Comments can only be put beside the text of a Word document (.docx). Save "
                "“{file}” as one and try again."
            ),
            file=draft.name,
        )
    import docx
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError) as fault:
        raise damaged(draft.name) from fault
    elements = list(document.element.iter(_WORD_PARAGRAPH))
    for row in rows:
        held = draft.paragraphs[row.quotation.paragraph]
        if held.part != BODY or held.element >= len(elements):
            continue
        runs = _runs(Paragraph(elements[held.element], document), row)
        if runs:
            document.add_comment(runs, "\n".join(told(row)), _AUTHOR, _INITIALS)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def told(row: QuotationRow) -> Iterator[str]:
    """What is said of a quotation, a line each: its verdict, whose it is, and what differs.

    A speaker's label is never told: it may be a real name, and the copy may be read by others.
    """
    verdict = verdict_said(row.checked.verdict)
    yield verdict[:1].upper() + verdict[1:] + "."
    for said in row.said:
        who = f": {said.informant}" if said.for_others else ""
        yield f"{said.document}, {said.place}{who}"
    yield from map(difference_said, row.checked.differences)
    yield from cautions_said(
        reference=row.quotation.reference if row.checked.verdict == "not_found" else "",
        do_not_quote=any(said.do_not_quote for said in row.said),
        closed=any(said.closed for said in row.said),
        interviewer=any(said.interviewer for said in row.said),
        ascribed=row.ascribed,
    )


def _runs(paragraph: Paragraph, row: QuotationRow) -> list[Run]:
    """The runs that a quotation lies in; all of the paragraph if its text is more than they."""
    runs = [run for run in paragraph.runs if run.text]
    text = "".join(run.text for run in runs)
    at = text.find(row.quotation.text)
    if at < 0:
        return runs
    end = at + len(row.quotation.text)
    found: list[Run] = []
    place = 0
    for run in runs:
        if place < end and at < place + len(run.text):
            found.append(run)
        place += len(run.text)
    return found
