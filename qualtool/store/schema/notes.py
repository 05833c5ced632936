"""What the researcher writes along the way: memos, summaries, claims and snapshots."""

from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Row, goes_with, may_point_to, now_ms, owned_by


class Memo(Row):
    """A dated and signed note."""

    __tablename__ = "memo"
    kind: Mapped[str] = mapped_column(default="analytic")
    interpretation: Mapped[str] = mapped_column(default="")  # first, second, third order
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = may_point_to("coder")
    private: Mapped[bool] = mapped_column(default=False)
    date: Mapped[str] = mapped_column(default="")
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class MemoLink(Row):
    """What a memo is tied to: one of these; none of them means the whole project."""

    __tablename__ = "memo_link"
    memo_id: Mapped[int] = owned_by("memo")
    document_id: Mapped[int | None] = goes_with("document")
    excerpt_id: Mapped[int | None] = goes_with("excerpt")
    coding_id: Mapped[int | None] = goes_with("coding")
    code_id: Mapped[int | None] = goes_with("code")
    theme_id: Mapped[int | None] = goes_with("theme")
    case_id: Mapped[int | None] = goes_with("case")
    activity_id: Mapped[int | None] = goes_with("activity")
    # How an expectation stands against the theme, and why: see `core.expectation`.
    stands: Mapped[str] = mapped_column(default="", server_default="")


class Summary(Row):
    """The researcher's own words in a cell of a matrix: a case by a theme or a question."""

    __tablename__ = "summary"
    case_id: Mapped[int] = owned_by("case")
    theme_id: Mapped[int | None] = goes_with("theme")
    question_id: Mapped[int | None] = goes_with("question")
    text: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")  # how strong
    state: Mapped[str] = mapped_column(default="")  # not_asked, declined, nothing_said
    rating: Mapped[str] = mapped_column(default="", server_default="")  # judged on a scale


class SummaryExcerpt(Row):
    """An excerpt behind a summary."""

    __tablename__ = "summary_excerpt"
    summary_id: Mapped[int] = owned_by("summary")
    excerpt_id: Mapped[int] = owned_by("excerpt")


class Claim(Row):
    """A sentence in the findings, to be held against who said what."""

    __tablename__ = "claim"
    text: Mapped[str]
    theme_id: Mapped[int | None] = may_point_to("theme")
    code_id: Mapped[int | None] = may_point_to("code")
    position: Mapped[int] = mapped_column(default=0)
    question_id: Mapped[int | None] = may_point_to("question")
    draft_id: Mapped[int | None] = may_point_to("draft")
    place: Mapped[str] = mapped_column(default="", server_default="")  # where in the draft
    state: Mapped[str] = mapped_column(default="", server_default="")  # aside: no claim after all


class ClaimSupport(Row):
    """A case, or an excerpt, that supports a claim or speaks against it."""

    __tablename__ = "claim_support"
    claim_id: Mapped[int] = owned_by("claim")
    case_id: Mapped[int | None] = goes_with("case")
    excerpt_id: Mapped[int | None] = goes_with("excerpt")
    stands: Mapped[str] = mapped_column(default="for")  # for, against or neither


class Snapshot(Row):
    """Codebook, themes and board as they were at a named moment (JSON)."""

    __tablename__ = "snapshot"
    name: Mapped[str]
    content: Mapped[str] = mapped_column(default="{}")
    created_ms: Mapped[int] = mapped_column(default=now_ms)
