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
    _settle_letters_in_order(roles)
    unsaid = [label for label, role in roles.items() if role is None]
    if not unsaid:
        return [Speaker(label, role or "other") for label, role in roles.items()], []
    asked = "interviewer" in roles.values()
    asker = "" if asked else _the_one_who_asks(labels, asks)
    asker = asker if asker in unsaid else ""
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
        if all(roles[label] == "participant" for label in others):
            return  # "I1", "I2", "P1": two who ask
        for label in letters:
            roles[label] = None
    elif len(letters) == 1 and (asker := _the_one_who_asks(list(roles), asks, ratio=3.0)) in others:
        if roles[asker] is None:  # "S" and "I": who asks, and the informant
            roles[asker], roles[letters[0]] = "interviewer", "participant"
    elif not others and len(letters) > 1:
        asker = _the_one_who_asks(letters, asks)
        for label in letters:
            roles[label] = "interviewer" if label == asker or not asker else "participant"


def _settle_letters_in_order(roles: dict[str, Role | None]) -> None:
    """ "A" and "B" say nothing of who asks, unless another label does."""
    if "interviewer" not in roles.values() and {"a", "b"} <= {key_of(label) for label in roles}:
        for label in roles:
            if len(key_of(label)) == 1:
                roles[label] = None


def _the_one_who_asks(labels: Sequence[str], asks: dict[str, float], *, ratio: float = 1.5) -> str:
    """The label that asks clearly more than the others; "" where none does."""
    if len(labels) < 2:
        return ""
    ranked = sorted(labels, key=lambda label: -asks.get(label, 0.0))
    first, second = asks.get(ranked[0], 0.0), asks.get(ranked[1], 0.0)
    return ranked[0] if first >= 0.2 and first >= ratio * second else ""
