"""What is gone through in an open project while it is being shown already.

To read a large file from end to end and to copy it takes longer than to show it. That nothing is
written into a file that is not whole, and nothing before its backup, holds all the same: whoever
wants to write waits for this first.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

Cautions = tuple[str, ...]


class Assurance:
    """The work, begun in a thread of its own."""

    def __init__(self, work: Callable[[], Cautions]) -> None:
        threads = ThreadPoolExecutor(1, thread_name_prefix="qualtool-assurance")
        self._found: Future[Cautions] = threads.submit(work)
        threads.shutdown(wait=False)

    @property
    def ended(self) -> bool:
        """Whether what it found is known, and asking for it takes no time."""
        return self._found.done()

    def settle(self) -> None:
        """Wait until it has ended, however it ends."""
        self._found.exception()

    def result(self) -> Cautions:
        """Wait for what there is to caution of. Raises QualtoolError where the file is damaged."""
        return self._found.result()
