"""What themes are shaped with: what fits nowhere, the map, the findings, condensed meanings."""

from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Row, goes_with, may_point_to, owned_by


class RestCode(Row):
    """A code that fits no theme of a frame, put aside on its board."""

    __tablename__ = "rest_code"
    frame_id: Mapped[int] = owned_by("frame")
    code_id: Mapped[int] = owned_by("code")
    position: Mapped[int] = mapped_column(default=0)


class MapItem(Row):
    """Something drawn on a frame's map: a theme, a code, or a box of the researcher's own words.

    `x` and `y` are its middle. Places and sizes are in pixels of the map at 100 %; a size of 0 is
    as large as the words.
    """

    __tablename__ = "map_item"
    frame_id: Mapped[int] = owned_by("frame")
    theme_id: Mapped[int | None] = goes_with("theme")
    code_id: Mapped[int | None] = goes_with("code")
    text: Mapped[str] = mapped_column(default="")
    x: Mapped[int] = mapped_column(default=0)
    y: Mapped[int] = mapped_column(default=0)
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(default=False)


class MapLink(Row):
    """A line between two things on a map, with words or none."""

    __tablename__ = "map_link"
    from_item_id: Mapped[int] = owned_by("map_item")
    to_item_id: Mapped[int] = owned_by("map_item")
    text: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="line")  # line, arrow or both_ways


class FindingPart(Row):
    """A part of what is written about a theme: the researcher's own words, or a quotation."""

    __tablename__ = "finding_part"
    theme_id: Mapped[int] = owned_by("theme")
    kind: Mapped[str] = mapped_column(default="text")  # text or quotation
    text: Mapped[str] = mapped_column(default="")
    excerpt_id: Mapped[int | None] = goes_with("excerpt")
    position: Mapped[int] = mapped_column(default=0)


class Condensation(Row):
    """What an excerpt says, condensed (Kvale & Brinkmann), and the theme it then belongs to."""

    __tablename__ = "condensation"
    excerpt_id: Mapped[int] = owned_by("excerpt")
    coder_id: Mapped[int | None] = may_point_to("coder")
    theme_id: Mapped[int | None] = may_point_to("theme")
    text: Mapped[str] = mapped_column(default="")


class Condensate(Row):
    """What all in a sub-group say, in the first person, with its gold quotation (Malterud)."""

    __tablename__ = "condensate"
    theme_id: Mapped[int] = owned_by("theme")
    text: Mapped[str] = mapped_column(default="")
    analytic_text: Mapped[str] = mapped_column(default="")
    excerpt_id: Mapped[int | None] = may_point_to("excerpt")
