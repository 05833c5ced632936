"""What a memo would be written on: something that is chosen, or a passage that is selected."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A table's name and a row, or a `span` (document, start, end); neither is the study."""

    kind: str = ""
    id: int | None = None
    span: tuple[int, int, int] | None = None
