"""Those who are told what each step touched."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable

from qualtool.store.journal import Changes

Listener = Callable[[Changes], None]


class Listeners:
    """Tells everyone, in the order the steps were made, each of them after it is on the disk.

    A step made by a listener is told when everyone has heard of the one before. An error in a
    listener can neither take the step back nor keep the others from hearing: it goes to
    `sys.excepthook`, where all faults of ours end, and not to whoever made the step.
    """

    def __init__(self) -> None:
        self._listeners: dict[object, Listener] = {}
        self._waiting: deque[Changes] = deque()
        self._telling = False

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` from now on; returns what ends that."""
        token = object()
        self._listeners[token] = listener

        def end() -> None:
            self._listeners.pop(token, None)

        return end

    def tell(self, changes: Changes) -> None:
        """Tell everyone of a step, after those before it."""
        self._waiting.append(changes)
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                self._tell_all(self._waiting.popleft())
        finally:
            self._telling = False

    def _tell_all(self, changes: Changes) -> None:
        for token, listener in tuple(self._listeners.items()):
            if token not in self._listeners:  # ended by one that heard before
                continue
            try:
                listener(changes)
            except Exception:
                sys.excepthook(*sys.exc_info())
