"""What is gone through in an open project while it is being shown already.

To read a large file from end to end and to copy it takes longer than to show it, and would make
the showing slower: it is begun when that is done. That nothing is written into a file that is not
whole, and nothing before its backup, holds all the same: whoever wants to write waits for this
first.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

Cautions = tuple[str, ...]


class Assurance:
    """The work, done in a thread of its own: once it is begun, or somebody waits for it."""

    def __init__(self, work: Callable[[], Cautions]) -> None:
        self._work = work
        self._found: Future[Cautions] | None = None

    @property
    def ended(self) -> bool:
        """Whether what it found is known, and asking for it takes no time."""
        return self._found is not None and self._found.done()

    def begin(self) -> Future[Cautions]:
        """Begin, where it is not begun yet; what it will have found."""
        if self._found is None:
            threads = ThreadPoolExecutor(1, thread_name_prefix="qualtool-assurance")
            self._found = threads.submit(self._work)
            threads.shutdown(wait=False)
        return self._found

    def settle(self) -> None:
        """Wait until it has ended, however it ends."""
        self.begin().exception()

    def result(self) -> Cautions:
        """Wait for what there is to caution of. Raises QualtoolError where the file is damaged."""
        return self.begin().result()
