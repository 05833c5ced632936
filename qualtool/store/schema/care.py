"""How the work was done: what was read, what waits for another look, phases and self-review."""

from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Row, goes_with, may_point_to, now_ms, owned_by


class ReadThrough(Row):
    """That a document was read, listened to or checked from beginning to end, once more."""

    __tablename__ = "read_through"
    document_id: Mapped[int] = owned_by("document")
    coder_id: Mapped[int | None] = may_point_to("coder")
    kind: Mapped[str] = mapped_column(default="read")  # read, listened or checked
    note: Mapped[str] = mapped_column(default="")
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class LookAgain(Row):
    """A coding that waits for another look, because what its code means was changed.

    The memo is the decision, which holds the old wording and the reason.
    """

    __tablename__ = "look_again"
    coding_id: Mapped[int] = owned_by("coding")
    memo_id: Mapped[int | None] = goes_with("memo")
    state: Mapped[str] = mapped_column(default="waiting")  # waiting, kept or changed
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class WorkPhase(Row):
    """When a phase of the method was worked in; phases come again, so there may be several."""

    __tablename__ = "work_phase"
    key: Mapped[str]  # of the profile's phases
    date_from: Mapped[str | None]  # ISO, YYYY-MM-DD
    date_to: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class SelfReview(Row):
    """The researcher's own answer to a question of self-review."""

    __tablename__ = "self_review"
    key: Mapped[str]  # of the profile's questions
    text: Mapped[str] = mapped_column(default="")
