"""What was noted with a step, ready to be put into a sentence of the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qualtool.core.names import excerpted

About = Mapping[str, str | int | None]


class Told(dict[str, object]):
    """The words noted with a step: long names cut, "…" for what was not noted."""

    def __init__(self, about: About) -> None:
        super().__init__(
            (field, excerpted(value) if isinstance(value, str) else value)
            for field, value in about.items()
            if value is not None and value != ""
        )

    def __missing__(self, field: str) -> str:
        return "…"

    def number(self, field: str) -> int:
        """A count that was noted; 1 where none was."""
        value = self.get(field, 1)
        return value if isinstance(value, int) else 1


Say = Callable[[Told], str]
