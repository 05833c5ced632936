"""What went wrong and what the researcher can do about it."""

from __future__ import annotations


class QualtoolError(Exception):
    """Something the researcher can act on.

    `key` is stable and for programs; `message` is a sentence in the researcher's language that
    says what happened and the way out, with named fields filled from `data`. Neither may hold
    interview text. Any other exception is a fault of ours.
    """

    def __init__(self, key: str, message: str, **data: object) -> None:
        super().__init__(message.format(**data) if data else message)
        self.key = key
        self.data = data
