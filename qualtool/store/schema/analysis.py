"""What the researcher makes of it: codes, excerpts, codings and themes."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Row, may_point_to, now_ms, owned_by


class Coder(Row):
    """Whose work it is."""

    __tablename__ = "coder"
    name: Mapped[str]
    colour: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Valence(Row):
    """A way a theme can be read: barrier, opportunity, both; the project names its own."""

    __tablename__ = "valence"
    key: Mapped[str]  # stable: codings refer to it
    name: Mapped[str]
    sign: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Code(Row):
    """A label of any length, in a tree of any depth."""

    __tablename__ = "code"
    parent_id: Mapped[int | None] = may_point_to("code")
    name: Mapped[str]
    colour: Mapped[str] = mapped_column(default="")  # a key of the palette, such as "blue"
    description: Mapped[str] = mapped_column(default="")
    use_when: Mapped[str] = mapped_column(default="")
    use_not: Mapped[str] = mapped_column(default="")
    example_excerpt_id: Mapped[int | None] = may_point_to("excerpt")
    decision_rules: Mapped[str] = mapped_column(default="")
    provenance: Mapped[str] = mapped_column(default="material")  # theory or material
    source: Mapped[str] = mapped_column(default="")
    departure: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="in_use")  # in_use, merged, retired
    merged_into_id: Mapped[int | None] = may_point_to("code")
    pin: Mapped[int | None]  # 1 to 9: the number key that applies it
    position: Mapped[int] = mapped_column(default=0)
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class Excerpt(Row):
    """A stretch of one document, start to end (exclusive) in code points."""

    __tablename__ = "excerpt"
    # Found by its span: among twenty thousand of one document too, at each key that codes.
    __table_args__ = (
        Index("ix_excerpt_document_id", "document_id", "start", "end"),
        *Row.__table_args__,
    )
    document_id: Mapped[int] = owned_by("document", index=False)
    start: Mapped[int]
    end: Mapped[int]
    starred: Mapped[bool] = mapped_column(default=False)
    do_not_quote: Mapped[bool] = mapped_column(default=False)
    display_text: Mapped[str | None]
    lost: Mapped[bool] = mapped_column(default=False)  # its words are gone: to be decided on
    lost_words: Mapped[str] = mapped_column(default="", server_default="")  # what they were
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class Coding(Row):
    """One code on one excerpt by one coder."""

    __tablename__ = "coding"
    excerpt_id: Mapped[int] = owned_by("excerpt")
    code_id: Mapped[int] = owned_by("code")
    coder_id: Mapped[int | None] = may_point_to("coder")
    valence: Mapped[str | None]  # the key of a Valence
    depth: Mapped[str | None]  # semantic or latent
    comment: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="hand")  # hand, rule, import
    round: Mapped[int] = mapped_column(default=1)
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class Frame(Row):
    """One set of themes over the material; a project may hold several side by side."""

    __tablename__ = "frame"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Theme(Row):
    """A pattern of shared meaning around a central concept; with sub-themes under it."""

    __tablename__ = "theme"
    frame_id: Mapped[int] = owned_by("frame")
    parent_id: Mapped[int | None] = may_point_to("theme")
    name: Mapped[str]
    report_title: Mapped[str] = mapped_column(default="")
    label: Mapped[str] = mapped_column(default="")
    template_key: Mapped[str] = mapped_column(default="")  # which theme of the template it was
    concept: Mapped[str] = mapped_column(default="")
    definition: Mapped[str] = mapped_column(default="")
    in_scope: Mapped[str] = mapped_column(default="")
    out_of_scope: Mapped[str] = mapped_column(default="")
    decision_rules: Mapped[str] = mapped_column(default="")
    question_relation: Mapped[str] = mapped_column(default="")
    findings: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="candidate")  # candidate, kept, merged, aside
    merged_into_id: Mapped[int | None] = may_point_to("theme")
    colour: Mapped[str] = mapped_column(default="")
    collapsed: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)


class ThemeCode(Row):
    """A code belongs to a theme."""

    __tablename__ = "theme_code"
    theme_id: Mapped[int] = owned_by("theme")
    code_id: Mapped[int] = owned_by("code")
    position: Mapped[int] = mapped_column(default=0)


class ThemeExcerpt(Row):
    """An excerpt belongs to a theme, or speaks against it."""

    __tablename__ = "theme_excerpt"
    theme_id: Mapped[int] = owned_by("theme")
    excerpt_id: Mapped[int] = owned_by("excerpt")
    fit: Mapped[str | None]  # fits, stretches, against
    direct: Mapped[bool] = mapped_column(default=True)  # placed here itself, not through a code
    position: Mapped[int] = mapped_column(default=0)
