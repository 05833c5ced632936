"""What is counted of a label before it is judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Candidate:
    """All lines that may open with one label."""

    spellings: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    bold: int = 0
    stamped: int = 0

    @property
    def count(self) -> int:
        return self.forms.total()

    @property
    def plain(self) -> int:
        """How many are in a shape that hardly anything but a label has."""
        return self.forms["colon"] + self.forms["tab"] + self.forms["bold"]

    @property
    def label(self) -> str:
        return self.spellings.most_common(1)[0][0]
