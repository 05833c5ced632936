"""Who asks and who answers, from the labels and, where they do not say, from what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from qualtool.core.source import Caution, Role, Speaker
from qualtool.formats.known_labels import key_of, role_of
from qualtool.formats.pieces import Piece
from qualtool.i18n import gettext as _


def speakers_of(
    pieces: Iterable[Piece], labels: Sequence[str]
) -> tuple[list[Speaker], list[Caution]]:
    """The speakers in the order of their labels, each with a role; a caution where guessed."""
    if not labels:
        return [], []
    roles: dict[str, Role | None] = {label: role_of(label) for label in labels}
    asks = _asking(pieces)
    _settle_the_letter_i(roles, asks)
    unsaid = [label for label, role in roles.items() if role is None]
    if not unsaid:
        return [Speaker(label, role or "other") for label, role in roles.items()], []
    asked = "interviewer" in roles.values()
    asker = "" if asked else _the_one_who_asks(unsaid, asks)
    for label in unsaid:
        roles[label] = "interviewer" if label == asker else "participant"
    if not asked and not asker and "participant" not in map(role_of, labels):
        roles.update(dict.fromkeys(unsaid, "other"))
        said = _("Who asks and who answers could not be told; choose the roles.")
        caution = Caution("roles_unknown", said)
    else:
        said = _("The roles of the speakers were guessed from who asks; look them over.")
        caution = Caution("roles_guessed", said)
    return [Speaker(label, role or "other") for label, role in roles.items()], [caution]


def _asking(pieces: Iterable[Piece]) -> dict[str, float]:
    """How much of what each speaker says is questions, from 0 to 1 for each 20 words."""
    questions: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for piece in pieces:
        if piece.speaker is not None:
            questions[piece.speaker] += piece.text.count("?")
            words[piece.speaker] += piece.text.count(" ") + 1
    return {label: questions[label] * 20 / words[label] for label in words}


def _settle_the_letter_i(roles: dict[str, Role | None], asks: dict[str, float]) -> None:
    """ "I" is the interviewer, but an informant where another label is plainly the interviewer."""
    letters = [label for label in roles if key_of(label).rstrip(" 0123456789") == "i"]
    if not letters:
        return
    others = [label for label, role in roles.items() if label not in letters]
    if any(roles[label] == "interviewer" for label in others):
        for label in letters:
            roles[label] = "participant"
    elif len(letters) > 1 and others:
        for label in letters:
            roles[label] = None
    elif not others and len(letters) > 1:
        asker = _the_one_who_asks(letters, asks)
        for label in letters:
            roles[label] = "interviewer" if label == asker or not asker else "participant"


def _the_one_who_asks(labels: Sequence[str], asks: dict[str, float]) -> str:
    """The label that asks clearly more than the others; "" where none does."""
    if len(labels) < 2:
        return ""
    ranked = sorted(labels, key=lambda label: -asks.get(label, 0.0))
    first, second = asks.get(ranked[0], 0.0), asks.get(ranked[1], 0.0)
    return ranked[0] if first >= 0.2 and first >= 1.5 * second else ""
