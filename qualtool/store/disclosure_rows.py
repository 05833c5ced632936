"""What is shown of decisions on words that may tell who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Matter(NamedTuple):
    """What a decision is about: words of a kind, and the place that it holds for.

    `kind` is that of `core.disclosure`; `words` are as the project knows them, or as they stand.
    `place` is a text (`core.fingerprint`) or a name; it is "" where the decision holds everywhere.
    """

    kind: str
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision: fine, withheld, generalised or changed; by whom, when (ms since 1970) and why."""

    id: int
    matter: Matter
    decision: str
    reason: str
    coder: str
    created_ms: int
