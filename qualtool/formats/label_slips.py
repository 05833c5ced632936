"""Labels with a slip in them ("Infomant 4"), and what they most likely mean."""

from __future__ import annotations

from collections.abc import Mapping

from qualtool.formats import known_labels as known
from qualtool.formats.label_candidates import Candidate

MOST = 100  # speakers in one document; beyond that the labels are something else


def find_slips(candidates: Mapping[str, Candidate], accepted: set[str]) -> dict[str, str]:
    """Labels that stand once or twice and are a letter or two off one that stands more often."""
    slips: dict[str, str] = {}
    if len(accepted) >= MOST:
        return slips
    for key, candidate in candidates.items():
        colons = candidate.forms["colon"]
        if not colons or candidate.count > 2:
            continue
        if key in accepted and not known.is_known(candidate.label):
            continue
        if meant := resembled(key, candidates, accepted - {key}):
            slips[key] = meant
    slips = {slip: meant for slip, meant in slips.items() if meant not in slips}
    accepted.difference_update(slips)
    return slips


def resembled(key: str, candidates: Mapping[str, Candidate], accepted: set[str]) -> str:
    """The accepted label that a rarer one resembles so much that it may be a slip; or ""."""
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
