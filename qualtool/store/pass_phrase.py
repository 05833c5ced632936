"""From a pass phrase to the key a project is encrypted with."""

from __future__ import annotations

import hashlib
import unicodedata

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

SALT_LENGTH = 16  # bytes: an encrypted file begins with its salt
_ROUNDS = 256_000


def key(pass_phrase: str, salt: bytes) -> str:
    """The key of a file with this salt, as SQLCipher takes it ready-made.

    It is what SQLCipher 4 itself makes of a pass phrase (PBKDF2 with HMAC-SHA512), so any
    SQLCipher program opens the file with the phrase. We make it ourselves because it takes a
    quarter of a second, and a backup and its check would each pay that again. The phrase is
    composed (NFC) first, since one system types å as one character and another as two.
    Raises QualtoolError for a phrase with control characters.
    """
    typed = unicodedata.normalize("NFC", pass_phrase)
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in typed):
        raise QualtoolError(
            "pass_phrase_impossible",
            _("The pass phrase has a character that is no letter or sign. Type it by hand."),
        )
    made = hashlib.pbkdf2_hmac("sha512", typed.encode(), salt, _ROUNDS, 32)
    return f"{made.hex()}{salt.hex()}"
