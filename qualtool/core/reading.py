"""How a document was read from its file, kept with it so that it can be read the same way again."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from qualtool.core.exchange import UNCHOSEN, Choices


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader that was used ("": the one that knows the content), and what was chosen.

    `forgotten`: the file itself is no longer to be shown, though it was kept. `speaker` is the
    one of several in the file whose words alone are in the document, as `Source.speakers` counts.
    """

    reader: str = ""
    choices: Choices = UNCHOSEN
    forgotten: bool = False
    speaker: int | None = None


def packed(reading: Reading) -> str:
    """A reading as JSON, with what differs from the usual only; "" where nothing does."""
    chosen: dict[str, object] = {"reader": reading.reader} if reading.reader else {}
    for field in fields(Choices):
        value = getattr(reading.choices, field.name)
        if value != getattr(UNCHOSEN, field.name):
            chosen[field.name] = sorted(value) if isinstance(value, frozenset) else value
    if reading.forgotten:
        chosen["forgotten"] = True
    if reading.speaker is not None:
        chosen["speaker"] = reading.speaker
    return json.dumps(chosen, ensure_ascii=False, separators=(",", ":")) if chosen else ""


def unpacked(text: str) -> Reading:
    """The reading a document was kept with; what cannot be understood is left to the reader."""
    try:
        chosen = json.loads(text or "{}")
    except ValueError:
        return Reading()
    if not isinstance(chosen, dict):
        return Reading()
    usual = {field.name: getattr(UNCHOSEN, field.name) for field in fields(Choices)}
    known: dict[str, Any] = {
        name: value
        for name, usually in usual.items()
        if (value := _like(usually, chosen.get(name))) is not None
    }
    reader, speaker = chosen.get("reader"), chosen.get("speaker")
    return Reading(
        reader if isinstance(reader, str) else "",
        Choices(**known),
        forgotten=chosen.get("forgotten") is True,
        speaker=speaker if type(speaker) is int and speaker >= 0 else None,
    )


def _like(usual: object, value: object) -> object:
    """A value of JSON as it stands in `Choices`; None where it is of another kind."""
    match usual, value:
        case frozenset(), list():
            return frozenset(one for one in value if isinstance(one, str))
        case tuple(), list():
            return tuple(tuple(one) if isinstance(one, list) else one for one in value)
        case (str(), str()) | (int(), int()):
            return value
    return None
