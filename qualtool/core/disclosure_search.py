"""Everything in a text that may give somebody away: what a project knows, and what looks so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qualtool.core.disclosure import LEVELS, Finding
from qualtool.core.job_titles import jobs
from qualtool.core.known_places import is_allowed, known_findings
from qualtool.core.known_words import TOKEN, Known
from qualtool.core.prose_names import named_in_prose
from qualtool.core.spoken_numbers import FEWEST, FIGURES, spoken_numbers
from qualtool.core.unknown_names import unknown_names
from qualtool.core.written_ages import ages
from qualtool.core.written_contacts import contacts
from qualtool.core.written_numbers import numbers


def search(
    text: str, known: Known, *, strangers: bool = False, prose: bool = False
) -> tuple[Finding, ...]:
    """All that a text gives away, in order.

    Findings are apart, but that a job's words hold the workplace that is a finding of its own.
    `strangers`: people the project does not know are told of too, by their first names, as in what
    somebody said. `prose`: so they are in what the researcher wrote, by whole names or beside
    numbers. Pronouns are not among the findings: see `gender_pronouns.pronouns`.
    """
    tokens = set(TOKEN.findall(text))
    by_words = known_findings(text, known, tokens)
    written = [*numbers(text), *contacts(text), *ages(text)]
    if len(FIGURES & tokens) >= FEWEST:
        written += spoken_numbers(text)
    if strangers or prose:
        held = {at for each in by_words for at in range(each.start, each.end)}
        others = unknown_names(text) if strangers else named_in_prose(text, written)
        written += (each for each in others if held.isdisjoint(range(each.start, each.end)))
    titles = jobs(text, by_words, tokens)
    if not (by_words or written or titles):
        return ()
    index = known.index
    apart = _apart([*written, *by_words])
    spans = {(each.start, each.end) for each in apart}
    found = [
        each
        for each in (*apart, *(one for one in titles if (one.start, one.end) not in spans))
        if not is_allowed(each, text, index)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that lie in or across a longer or a surer one.

    A link that holds what the project knows is likelier than another.
    """
    chosen: list[Finding] = []
    ordered = sorted(
        findings, key=lambda one: (one.start - one.end, LEVELS.index(one.level), one.start)
    )
    held: set[int] = set()
    for one in ordered:
        if held.isdisjoint(range(one.start, one.end)):
            if one.kind == "link" and any(
                each.known and one.start <= each.start and each.end <= one.end for each in findings
            ):
                one = replace(one, level="likely")
            held.update(range(one.start, one.end))
            chosen.append(one)
    return chosen
