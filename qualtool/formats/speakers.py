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
from qualtool.formats.labels import Opening, opening, stamp_before
from qualtool.formats.pieces import Line
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

_ENOUGH = 3
_FEW_MINUTES = 5 * 60_000
_MOST = 100  # speakers in one document; beyond that the labels are something else


@dataclass(slots=True)
class Chosen:
    """The openings that count, by the number of their line, and what to say of the others."""

    openings: dict[int, Opening] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)


@dataclass(slots=True)
class _Candidate:
    """All lines that may open with one label."""

    spellings: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    bold: int = 0
    stamped: int = 0

    @property
    def count(self) -> int:
        return self.forms.total()

    @property
    def label(self) -> str:
        return self.spellings.most_common(1)[0][0]


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
    head = _head(lines, found)
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    for number, one in found.items():
        if one.label and number not in head:
            candidate = candidates[known.key_of(one.label)]
            candidate.spellings[one.label] += 1
            candidate.forms[one.form] += 1
            candidate.bold += one.bold
            candidate.stamped += one.start_ms is not None
    accepted = _accept(candidates, len(lines), full_names)
    slips = _slips(candidates, accepted)
    chosen = Chosen()
    display = {key: candidates[key].label for key in accepted}
    display |= {slip: display[meant] for slip, meant in slips.items()}
    labelled = any(candidates[key].count > candidates[key].forms["alone"] for key in accepted)
    for number, one in found.items():
        key = known.key_of(one.label)
        if not one.label:
            chosen.openings[number] = one
        elif number not in head and key in display and _counts(one, candidates[key], labelled):
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
    return True


def _head(lines: Sequence[Line], found: Mapping[int, Opening]) -> frozenset[int]:
    """Lines such as "Dato: 3.4.2024" and "Intervjuer: Kari N" at the top that are not speech."""
    number, last, passed = 0, -1, []
    times = Counter(known.key_of(one.label) for one in found.values())
    while number < min(len(lines), 15):
        one = found.get(number)
        if one is not None and one.form == "colon":
            passed.append(number)
            if known.is_metadata(one.label):
                last = number
        elif len(lines[number].text.split()) > 12:
            break
        number += 1
    if last < 0:
        return frozenset()
    head = set()
    for number in passed:
        one = found[number]
        value = one.rest.rstrip()
        short = len(value.split()) <= 6 and (
            not value.endswith((".", "?", "!", "…")) or (value != "" and known.is_name(value))
        )
        once = times[known.key_of(one.label)] == 1
        if number <= last and not known.is_metadata(one.label):
            once = once or short
        if known.is_metadata(one.label) or (once and short and abs(number - last) <= 6):
            head.add(number)
    return frozenset(head)


def _accept(candidates: Mapping[str, _Candidate], lines: int, full_names: bool) -> set[str]:
    accepted: set[str] = set()
    initials: set[str] = set()
    for key, candidate in candidates.items():
        if not key:
            continue
        if known.is_known(candidate.label):
            accepted.add(key)
        elif known.is_initials(candidate.label):
            initials.add(key)
        elif not known.is_lead_in(candidate.label) and _returns(candidate, full_names):
            accepted.add(key)
    for key in initials:
        others = len(accepted) + len(initials) > 1
        plain = candidates[key].count - candidates[key].forms["alone"]
        if (plain and (others or plain > 1)) or candidates[key].forms["alone"] >= _ENOUGH:
            accepted.add(key)
    if not accepted:
        accepted = _short_conversation(candidates, lines)
    if len(accepted) > _MOST:
        ranked = sorted(accepted, key=lambda key: -candidates[key].count)
        return set(ranked[:_MOST])
    if accepted:
        accepted |= _seldom(candidates, accepted)
    return accepted


def _returns(candidate: _Candidate, full_names: bool) -> bool:
    """Whether an unknown label stands often enough, in a shape that labels have."""
    colons = candidate.forms["colon"] + candidate.forms["tab"]
    if full_names and colons and known.is_name(candidate.label):
        return len(candidate.label.split()) > 1 or colons > 1
    if candidate.bold >= _ENOUGH or (candidate.stamped >= 2 and colons >= 2):
        return True
    if colons >= _ENOUGH:
        return known.is_name(candidate.label) or len(candidate.label.split()) <= 3
    return False


def _short_conversation(candidates: Mapping[str, _Candidate], lines: int) -> set[str]:
    """All labels of a short text in which nearly every line opens with one."""
    names = {
        key
        for key, candidate in candidates.items()
        if key and known.is_name(candidate.label) and not known.is_lead_in(candidate.label)
    }
    spoken = sum(candidates[key].forms["colon"] for key in names)
    if len(names) >= 2 and spoken >= 4 and spoken >= 0.8 * lines:
        return {key for key in names if candidates[key].forms["colon"]}
    alone = {key for key in names if candidates[key].forms["alone"] >= _ENOUGH}
    if len(alone) >= 2 and sum(candidates[key].count for key in alone) >= 0.3 * lines:
        return alone
    return set()


def _seldom(candidates: Mapping[str, _Candidate], accepted: set[str]) -> set[str]:
    """Names that open a line or two in the very shape that the other labels have."""
    total = sum(candidates[key].count for key in accepted) or 1
    bold = sum(candidates[key].bold for key in accepted) > 0.8 * total
    stamped = sum(candidates[key].stamped for key in accepted) > 0.8 * total
    return {
        key
        for key, candidate in candidates.items()
        if key not in accepted
        and candidate.forms["colon"] == candidate.count
        and known.is_name(candidate.label)
        and not known.is_lead_in(candidate.label)
        and ((bold and candidate.bold) or (stamped and candidate.stamped))
        and not _resembled(key, candidates, accepted)
    }


def _slips(candidates: Mapping[str, _Candidate], accepted: set[str]) -> dict[str, str]:
    """Labels that stand once or twice and are a letter or two off one that stands more often."""
    slips: dict[str, str] = {}
    if len(accepted) >= _MOST:
        return slips
    for key, candidate in candidates.items():
        colons = candidate.forms["colon"]
        if not key or not colons or candidate.count > 2:
            continue
        if key in accepted and not known.is_known(candidate.label):
            continue
        if meant := _resembled(key, candidates, accepted - {key}):
            slips[key] = meant
    accepted.difference_update(slips)
    return {slip: meant for slip, meant in slips.items() if meant not in slips}


def _resembled(key: str, candidates: Mapping[str, _Candidate], accepted: set[str]) -> str:
    from rapidfuzz.distance import OSA

    figures = [sign for sign in key if sign.isdigit()]
    word = known.is_known(key) or any(known.is_known(one) for one in accepted)
    if len(key) < (5 if word else 8):
        return ""
    for one in accepted:
        if candidates[one].count <= candidates[key].count or len(one) < 5:
            continue
        if figures != [sign for sign in one if sign.isdigit()]:
            continue
        allowed = 2 if known.is_known(one) and len(one) > 7 else 1
        if 0 < OSA.distance(key, one, score_cutoff=allowed) <= allowed:
            return one
    return ""


def _counts(one: Opening, candidate: _Candidate, labelled: bool) -> bool:
    """A label alone on its line counts where that is how the document writes it."""
    if one.form == "alone":
        enough = 1 if known.is_known(one.label) and not labelled else _ENOUGH
        return candidate.forms["alone"] >= enough
    return one.form != "bracket" or known.is_known(one.label)


def _only_the_stamp(line: Line, one: Opening) -> Opening:
    found = stamp_before(line.text.lstrip("\f "))
    if found is None:  # the stamp stands behind the label that was not one
        return Opening("", line.text, "alone")
    pages = line.text[: len(line.text) - len(line.text.lstrip("\f "))]
    return Opening("", pages + line.text.lstrip("\f ")[found[1] :], "alone", one.start_ms)


def _say(
    chosen: Chosen,
    candidates: Mapping[str, _Candidate],
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
