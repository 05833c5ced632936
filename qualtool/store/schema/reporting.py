"""What leaves the project: reports of blocks, drafts that were checked, and what was decided."""

from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Row, goes_with, may_point_to, now_ms, owned_by


class Report(Row):
    """A document made of blocks, such as the appendix of a thesis."""

    __tablename__ = "report"
    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="nb")
    contents: Mapped[bool] = mapped_column(default=True)  # whether it begins with a list of them
    position: Mapped[int] = mapped_column(default=0)


class ReportBlock(Row):
    """A table, picture or text of a report, and what was chosen about it (JSON)."""

    __tablename__ = "report_block"
    report_id: Mapped[int] = owned_by("report")
    name: Mapped[str]  # which block it is, of `reports.catalogue`
    title: Mapped[str] = mapped_column(default="")  # the researcher's own heading
    opening: Mapped[str] = mapped_column(default="")  # the researcher's own words before it
    options: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class ReportFreeze(Row):
    """A block as it was when it was frozen: the document model as JSON."""

    __tablename__ = "report_freeze"
    block_id: Mapped[int] = owned_by("report_block")
    content: Mapped[str]
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class Draft(Row):
    """A draft of the researcher's that was held against the material; only its name is kept."""

    __tablename__ = "draft"
    name: Mapped[str]
    content_hash: Mapped[str] = mapped_column(default="")  # SHA-256 of the file
    checked_ms: Mapped[int] = mapped_column(default=now_ms)


class DraftQuotation(Row):
    """A quotation of a draft, or a part of one, with the excerpt it is from.

    `number` counts the draft's quotations from 1, `part` the parts of one that is joined from
    several places; `place` is where in the draft it stands, in words.
    """

    __tablename__ = "draft_quotation"
    draft_id: Mapped[int] = owned_by("draft")
    excerpt_id: Mapped[int | None] = may_point_to("excerpt")
    number: Mapped[int]
    part: Mapped[int] = mapped_column(default=1)
    text: Mapped[str] = mapped_column(default="")
    verdict: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")


class DisclosureDecision(Row):
    """What was decided about words that may tell who somebody is."""

    __tablename__ = "disclosure_decision"
    kind: Mapped[str]
    words: Mapped[str]
    place: Mapped[str] = mapped_column(default="")  # what it holds for; everywhere, where empty
    decision: Mapped[str] = mapped_column(default="fine")  # fine, withheld, generalised, changed
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = may_point_to("coder")
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class Comparison(Row):
    """A theme or question held across all cases: how it stands as a whole, and why."""

    __tablename__ = "comparison"
    theme_id: Mapped[int | None] = goes_with("theme")
    question_id: Mapped[int | None] = goes_with("question")
    rating: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")  # how strong
