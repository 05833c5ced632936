"""The quotations that the researcher has used, in drafts and in the findings, and from whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.consent import closed_excerpts
from qualtool.analysis.documents import documents
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.findings import findings
from qualtool.analysis.informants import informants
from qualtool.core.quotation_check import Verdict
from qualtool.store.rows import ExcerptRow
from qualtool.store.schema import Draft, DraftQuotation, Frame

Form = Literal["verbatim", "edited"]


@dataclass(frozen=True, slots=True)
class Use:
    """Where a quotation is used: in a draft (`paragraph` counts from 1), or under a theme.

    `verdict` is that of the quotation check, for a draft. `form` is whether the words are those
    that were said, but for typography and what is marked as left out.
    """

    draft: str = ""
    paragraph: int = 0
    theme: str = ""
    form: Form = "verbatim"
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class UsedRow:
    """What was said, and where it is quoted.

    `without_consent` is of somebody who has refused or withdrawn; `closed` is marked as not to be
    quoted, or of a document that is.
    """

    excerpt: ExcerptRow
    uses: tuple[Use, ...]
    without_consent: bool
    closed: bool

    @property
    def form(self) -> Form:
        """Edited where it is in any of its uses."""
        return "edited" if any(each.form == "edited" for each in self.uses) else "verbatim"


def used_quotations(session: Session, *, language: str = "") -> list[UsedRow]:
    """Each passage that is quoted with its uses, in the order of the documents and their texts.

    Places are worded in `language`, or in the program's.
    """
    uses: dict[int, list[Use]] = defaultdict(list)
    for draft, excerpt_id, verdict, place in session.execute(
        select(Draft.name, DraftQuotation.excerpt_id, DraftQuotation.verdict, DraftQuotation.place)
        .join(Draft, Draft.id == DraftQuotation.draft_id)
        .where(DraftQuotation.excerpt_id.is_not(None))
        .order_by(Draft.id, DraftQuotation.number, DraftQuotation.part)
    ):
        form: Form = "verbatim" if verdict in ("verbatim", "marked") else "edited"
        use = Use(draft=draft, paragraph=int(place), form=form, verdict=cast("Verdict", verdict))
        if excerpt_id is not None and use not in uses[excerpt_id]:
            uses[excerpt_id].append(use)
    frames = session.scalars(select(Frame.id).order_by(Frame.position, Frame.id)).all()
    for each in (row for frame in frames for row in findings(session, frame, language=language)):
        for part in each.parts:
            if part.excerpt is not None:
                title = each.theme.report_title or each.theme.name
                form = "edited" if (part.excerpt.display_text or "").strip() else "verbatim"
                uses[part.excerpt.id].append(Use(theme=title, form=form))
    if not uses:
        return []
    without = closed_excerpts(session)
    shut = {row.id for row in documents(session) if not row.quoting_allowed}
    return [
        UsedRow(
            row,
            tuple(uses[row.id]),
            row.id in without,
            row.do_not_quote or row.document_id in shut,
        )
        for row in excerpts(session, excerpt_ids=uses, language=language)
    ]


def spread(session: Session, rows: Sequence[UsedRow]) -> list[tuple[str, int]]:
    """How many quotations are from each informant: the informants in order, with those of none.

    Who is quoted and is no informant comes last; "" is what no case is known for. What is quoted
    without consent is not counted.
    """
    counts = Counter(
        row.excerpt.case
        for row in rows
        if row.excerpt.role != "interviewer" and not row.without_consent
    )
    names = [name for _case_id, name in informants(session)]
    others = sorted(counts.keys() - set(names), key=lambda name: (not name, name))
    return [(name, counts[name]) for name in (*names, *others)]
