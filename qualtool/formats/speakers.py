"""Which of the words that open lines are speakers.

A label counts when it is a known word for a speaker ("Intervjuer", "Informant 3", "SPEAKER_00"),
or when it opens three paragraphs or more and is no lead-in such as "Viktig". Initials count when
they return or meet other labels. A slip ("Infomant 4") is taken for the label it resembles, and
said so. What stays uncertain is left in the text, and counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qualtool.core.source import Caution
from qualtool.formats import known_labels as known
from qualtool.formats.label_acceptance import accept
from qualtool.formats.label_answers import answering
from qualtool.formats.label_candidates import Candidate
from qualtool.formats.label_slips import find_slips
from qualtool.formats.labels import SIGNED, Opening, opening, stamp_before
from qualtool.formats.pieces import Line
from qualtool.formats.transcript_head import lines_of_head, only_names_people
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

_ENOUGH = 3
_FEW_MINUTES = 5 * 60_000


@dataclass(slots=True)
class Chosen:
    """The openings that count, by the number of their line, and what to say of the others."""

    openings: dict[int, Opening] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)


def choose(lines: Sequence[Line], *, full_names: bool = False) -> Chosen:
    """Find the speakers of a document.

    `full_names` accepts a name of two words or more even once, as in the cues of a meeting
    program, where nothing else is written before a colon.
    """
    stamps = stamps_are_of_a_recording(lines)
    found = {
        number: one
        for number, line in enumerate(lines)
        if (one := opening(line, stamps=stamps)) and _may_count(line, one)
    }
    alone = Counter(one.label for one in found.values() if one.form == "alone" and one.label)
    found = {
        number: one
        for number, one in found.items()
        if one.form != "alone" or alone[one.label] != 1 or known.is_known(one.label)
    }
    head = lines_of_head(lines, found)
    candidates: dict[str, Candidate] = defaultdict(Candidate)
    for number, one in found.items():
        if one.label and number not in head:
            candidate = candidates[known.key_of(one.label)]
            candidate.spellings[one.label] += 1
            candidate.forms[one.form] += 1
            candidate.bold += one.bold
            candidate.stamped += one.start_ms is not None
    paragraphs = sum(not line.continues for line in lines)
    accepted = accept(candidates, paragraphs, full_names)
    if only_names_people(found, head, accepted):
        accepted = set()
    else:
        accepted |= answering(lines, found, head, candidates, accepted, cues=full_names)
    slips = find_slips(candidates, accepted)
    chosen = Chosen()
    display = {key: candidates[key].label for key in accepted}
    display |= {slip: display[meant] for slip, meant in slips.items()}
    labelled = any(candidates[key].count > candidates[key].forms["alone"] for key in accepted)
    for number, one in found.items():
        key = known.key_of(one.label)
        if not one.label:
            chosen.openings[number] = one
        elif (
            number not in head
            and key in display
            and _counts(one, candidates[key], labelled or lines[number].kind == "heading")
        ):
            label = display[key]
            chosen.openings[number] = Opening(label, one.rest, one.form, one.start_ms, one.bold)
            if label not in chosen.labels:
                chosen.labels.append(label)
        elif one.start_ms is not None:
            chosen.openings[number] = _only_the_stamp(lines[number], one)
    _say(chosen, candidates, accepted, slips)
    return chosen


def stamps_are_of_a_recording(lines: Sequence[Line]) -> bool:
    """Whether stamps at the beginning of lines tell time in a recording, or by the clock.

    With hours, or beginning within the first minutes and never going back, they do: "09:15" at
    the head of a note is a time of day.
    """
    first: int | None = None
    last = back = 0
    for line in lines:
        if found := stamp_before(line.text.lstrip("\f ")):
            ms, _end, hours = found
            if hours:
                return True
            first = ms if first is None else first
            back += ms < last
            last = ms
    return first is not None and first < _FEW_MINUTES and back <= 1


def _may_count(line: Line, one: Opening) -> bool:
    if line.kind == "table_row":
        return one.form == "tab" and known.is_known(one.label)
    if line.kind == "heading":
        return one.form == "alone" and known.is_known(one.label)
    if line.continues and one.label[:1].islower():
        return known.is_known(one.label)  # else it is a word in the middle of what is said
    return True


def _counts(one: Opening, candidate: Candidate, doubtful: bool) -> bool:
    """A label alone on its line counts where that is how the document writes it.

    It is doubtful as a heading, and where other labels stand before words.
    """
    if one.form == "alone":
        enough = 1 if known.is_known(one.label) and not doubtful else _ENOUGH
        return candidate.forms["alone"] >= enough
    if one.form in SIGNED:
        return known.is_known(one.label) or candidate.forms[one.form] > 1
    return True


def _only_the_stamp(line: Line, one: Opening) -> Opening:
    found = stamp_before(line.text.lstrip("\f "))
    if found is None:  # the stamp stands behind the label that was not one
        return Opening("", line.text, "alone")
    pages = line.text[: len(line.text) - len(line.text.lstrip("\f "))]
    return Opening("", pages + line.text.lstrip("\f ")[found[1] :], "alone", one.start_ms)


def _say(
    chosen: Chosen,
    candidates: Mapping[str, Candidate],
    accepted: set[str],
    slips: Mapping[str, str],
) -> None:
    for slip, meant in slips.items():
        said = _("The label “{slip}” was taken for “{meant}”.")
        said = said.format(slip=candidates[slip].label, meant=candidates[meant].label)
        chosen.cautions.append(Caution("label_slip", said))
    left = sum(
        candidate.forms["colon"]
        for key, candidate in candidates.items()
        if key not in accepted
        and key not in slips
        and known.is_name(candidate.label)
        and not known.is_lead_in(candidate.label)
    )
    if accepted and left:
        said = ngettext(
            "{count} line opens with what may be a speaker’s name and was left in the text.",
            "{count} lines open with what may be a speaker’s name and were left in the text.",
            left,
        )
        chosen.cautions.append(Caution("labels_left", said.format(count=left)))
