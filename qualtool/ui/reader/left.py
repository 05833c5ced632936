"""How a document was left: where the caret was, and what stood at the top of the view."""

from __future__ import annotations

from dataclasses import dataclass

from qualtool.ui.reader.caret import Caret


@dataclass(frozen=True, slots=True)
class Top:
    """What is at the top of the view: an offset, and how far below its line's top that is."""

    offset: int
    below: int


@dataclass(frozen=True, slots=True)
class Left:
    """How a document was left."""

    caret: Caret
    top: Top


@dataclass(frozen=True, slots=True)
class Held:
    """What was brought to the top, and the height of the page that was there then.

    As long as that height is at the top nobody has moved the text, and a view that was meanwhile
    of another width brings back the same words.
    """

    top: Top
    height: int
