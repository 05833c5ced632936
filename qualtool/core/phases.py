"""Into which phases a span of time falls: phases may overlap, be open at an end, or leave gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """A phase's first and last day (ISO, YYYY-MM-DD); None for an end that is open."""

    id: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A phase that a span falls into; `straddles` where part of the span lies outside it."""

    phase_id: int
    straddles: bool


def places(first: str | None, last: str | None, phases: Iterable[Bounds]) -> tuple[Place, ...]:
    """The phases that hold any day from `first` to `last`, in the order given.

    A span whose days cannot be told falls into none; nor does anything into a phase without a
    first and a last day.
    """
    if first is None or last is None:
        return ()
    return tuple(
        Place(phase.id, not _holds(phase, first, last))
        for phase in phases
        if (phase.first or phase.last) and _touches(phase, first, last)
    )


def _touches(phase: Bounds, first: str, last: str) -> bool:
    return (phase.first is None or last >= phase.first) and (
        phase.last is None or first <= phase.last
    )


def _holds(phase: Bounds, first: str, last: str) -> bool:
    return (phase.first is None or first >= phase.first) and (
        phase.last is None or last <= phase.last
    )
