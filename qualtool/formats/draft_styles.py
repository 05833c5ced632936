"""Which paragraph styles set words as a quotation, by the names they go by."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = re.compile(
    r"quot|sitat|citat|zitat|cita\b|block ?text|blockquote|blokktekst", re.IGNORECASE
)
_OTHERS: Final = re.compile(r"sitatliste|citation list|bibliogra", re.IGNORECASE)


def is_quotation_style(name: str) -> bool:
    """Whether a style of this name is for quotations: “Quote”, “Sterkt sitat”, “Quotations”."""
    return bool(_NAMES.search(name)) and not _OTHERS.search(name)
