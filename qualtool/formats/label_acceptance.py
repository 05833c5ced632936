"""Which labels stand for speakers, by what they are and how often and in what shape they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from qualtool.formats import known_labels as known
from qualtool.formats.label_candidates import Candidate
from qualtool.formats.label_slips import MOST, resembled
from qualtool.formats.labels import SIGNED

_ENOUGH = 3
_SHARE = 0.15  # of all paragraphs
_MOST_OF_IT = 0.4  # likewise


def accept(candidates: Mapping[str, Candidate], lines: int, full_names: bool) -> set[str]:
    """The labels, as `known_labels.key_of` has them, that stand for speakers.

    `lines` counts the paragraphs; `full_names` accepts a name of two words even once.
    """
    accepted: set[str] = set()
    initials: set[str] = set()
    for key, candidate in candidates.items():
        if known.is_known(candidate.label):
            accepted.add(key)
        elif key in known.QUESTIONS | known.ANSWERS:
            continue  # settled below: one without the other is a lead-in
        elif known.is_initials(candidate.label):
            initials.add(key)
        elif not known.is_lead_in(candidate.label) and _returns(candidate, full_names):
            accepted.add(key)
    accepted |= _questions_and_answers(candidates)
    accepted |= _set_off(candidates, lines)
    initials -= _numbered_points(initials, candidates)
    for key in initials:
        others = len(accepted) + len(initials) > 1
        plain = candidates[key].plain
        if (plain and (others or plain > 1)) or candidates[key].forms["alone"] >= _ENOUGH:
            accepted.add(key)
    if not _carry_the_text(accepted, candidates, lines):
        accepted = set()
    if not accepted:
        accepted = _short_conversation(candidates, lines)
    if len(accepted) > MOST:
        ranked = sorted(accepted, key=lambda key: -candidates[key].count)
        return set(ranked[:MOST])
    if accepted:
        accepted |= _seldom(candidates, accepted)
        alone = sum(candidates[key].forms["alone"] for key in accepted)
        if alone > 0.5 * sum(candidates[key].count for key in accepted):
            accepted |= _on_own_lines(candidates)
    return accepted


def _questions_and_answers(candidates: Mapping[str, Candidate]) -> set[str]:
    """ "Spørsmål" and "Svar", where they take turns."""
    questions = {key for key in known.QUESTIONS & candidates.keys() if candidates[key].count > 1}
    answers = {key for key in known.ANSWERS & candidates.keys() if candidates[key].count > 1}
    return questions | answers if questions and answers else set()


def _set_off(candidates: Mapping[str, Candidate], lines: int) -> set[str]:
    """Names and initials in brackets, or before a dash or the like, where the text goes by them."""
    accepted: set[str] = set()
    for form in SIGNED:
        counts = {
            key: each.forms[form] + (each.forms["colon"] if known.is_known(key) else 0)
            for key, each in candidates.items()
        }
        seldom = max(1, max(counts.values(), default=0) // 5)
        found = {
            key
            for key, count in counts.items()
            if count > seldom and _may_be_a_name(candidates[key].label)
        }
        total = sum(counts[key] for key in found)
        many = total >= max(4, _MOST_OF_IT * lines)
        if len(found) > 1 and many and not _is_a_list(found):
            accepted |= found
    return accepted


def _may_be_a_name(label: str) -> bool:
    named = known.is_known(label) or known.is_initials(label) or known.is_name(label)
    return named and not known.is_lead_in(label)


def _is_a_list(keys: set[str]) -> bool:
    """Whether labels are the letters that points of a list have: a, b, c."""
    letters = sorted(keys)
    return len(letters) > 2 and letters == list("abcdefghijklmnopqrstuvwxyz"[: len(letters)])


def _numbered_points(initials: set[str], candidates: Mapping[str, Candidate]) -> set[str]:
    """Initials such as Q1, Q2, Q3 that each stand once: points of a list, not people."""
    points = defaultdict(set)
    for key in initials:
        if key[-1].isdigit():
            points[key.rstrip("0123456789 ")].add(key)
    return {
        key
        for keys in points.values()
        if len(keys) > 2 and all(candidates[one].count == 1 for one in keys)
        for key in keys
    }


def _carry_the_text(accepted: set[str], candidates: Mapping[str, Candidate], lines: int) -> bool:
    """Whether labels that are only names open enough of the paragraphs to be a conversation."""
    if any(
        known.is_known(candidates[key].label)
        or known.is_initials(candidates[key].label)
        or candidates[key].bold
        or candidates[key].stamped
        for key in accepted
    ):
        return True
    return sum(candidates[key].count for key in accepted) >= _SHARE * lines


def _returns(candidate: Candidate, full_names: bool) -> bool:
    """Whether an unknown label stands often enough, in a shape that labels have."""
    colons = candidate.forms["colon"] + candidate.forms["tab"]
    if full_names and colons and known.is_name(candidate.label):
        return len(candidate.label.split()) > 1 or colons > 1
    if candidate.bold >= _ENOUGH or (candidate.stamped >= 2 and colons >= 2):
        return True
    if colons >= _ENOUGH:
        return known.is_name(candidate.label) or len(candidate.label.split()) <= 3
    return False


def _short_conversation(candidates: Mapping[str, Candidate], lines: int) -> set[str]:
    """All labels of a short text in which nearly every line opens with one."""
    names = {
        key
        for key, candidate in candidates.items()
        if key and known.is_name(candidate.label) and not known.is_lead_in(candidate.label)
    }
    spoken = sum(candidates[key].forms["colon"] for key in names)
    returns = any(candidates[key].forms["colon"] > 1 for key in names)
    if len(names) >= 2 and returns and spoken >= 4 and spoken >= 0.8 * lines:
        return {key for key in names if candidates[key].forms["colon"]}
    alone = _on_own_lines(candidates)
    if len(alone) >= 2 and sum(candidates[key].count for key in alone) >= 0.3 * lines:
        return alone
    return set()


def _on_own_lines(candidates: Mapping[str, Candidate]) -> set[str]:
    return {
        key
        for key, candidate in candidates.items()
        if candidate.forms["alone"] >= _ENOUGH
        and key
        and known.is_name(candidate.label)
        and not known.is_lead_in(candidate.label)
    }


def _seldom(candidates: Mapping[str, Candidate], accepted: set[str]) -> set[str]:
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
        and not resembled(key, candidates, accepted)
    }
