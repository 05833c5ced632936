"""Things in a transcript that a researcher should know, beside its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from qualtool.core.source import Caution
from qualtool.formats.pieces import Findings, Piece
from qualtool.i18n import ngettext

# What speech recognition puts into silence, learnt from subtitles.
_STOCK: Final = re.compile(
    r"(?i)^\W*(?:transcribed by https?://otter\.ai|undertekst(?:er|ing) av |teksting av "
    r"|teksta av |tekstet av |subtitles by |takk for at du så på|thanks for watching"
    r"|thank you for watching)"
)


def note_stock_phrases(pieces: Iterable[Piece], findings: Findings) -> None:
    """A caution when speech recognition seems to have made something up; nothing is removed."""
    count = sum(1 for piece in pieces if len(piece.text) < 120 and _STOCK.match(piece.text))
    if count:
        said = ngettext(
            "{count} line looks like one that speech recognition invents in silence "
            "(such as “Undertekster av …”). It was left in the text.",
            "{count} lines look like those that speech recognition invents in silence "
            "(such as “Undertekster av …”). They were left in the text.",
            count,
        )
        findings.cautions.append(Caution("invented_lines", said.format(count=count)))
