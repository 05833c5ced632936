"""Nothing is coded where several code and it is not known who does: that is asked first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from qualtool.analysis import codebook
from qualtool.store.project import Project

Given = ParamSpec("Given")
Made = TypeVar("Made")


class Signing:
    """Knows whether a coding can be signed; `ask` is given what waits until it can."""

    def __init__(
        self, project: Project, ask: Callable[[Callable[[], object]], object] | None = None
    ) -> None:
        self._project = project
        self._ask = ask

    def put_off(self, act: Callable[[], object]) -> bool:
        """Let an act wait until it is known who codes; False where there is nothing to ask."""
        if self._ask is None or self._project.coder_id is not None:
            return False
        with self._project.read() as session:
            known = codebook.coders(session)
        if known:
            self._ask(act)
        return bool(known)


class Signs(Protocol):
    """Whoever codes."""

    signing: Signing


Coding = TypeVar("Coding", bound=Signs)


def signed(
    act: Callable[Concatenate[Coding, Given], Made],
) -> Callable[Concatenate[Coding, Given], Made | None]:
    """Let a method that codes wait until it is known who does; it gives back None then."""

    @wraps(act)
    def sign(acts: Coding, /, *given: Given.args, **named: Given.kwargs) -> Made | None:
        if acts.signing.put_off(lambda: act(acts, *given, **named)):
            return None
        return act(acts, *given, **named)

    return sign
