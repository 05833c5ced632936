"""A file as it stands, for a look at it beside what is made of it."""

from __future__ import annotations

from qualtool.core.errors import QualtoolError

LONGEST = 20_000  # code points: a look needs no more


def raw_text(data: bytes, name: str, *, encoding: str = "") -> str:
    """The beginning of the text in a file, labels, time stamps and all; "" where there is none.

    `encoding` is the one the file was read in, where that is known.
    """
    from qualtool.formats.decoding import decode
    from qualtool.formats.read_docx import lines_of

    try:
        if data.startswith(b"PK\x03\x04"):
            text = "\n".join(line.text for line in lines_of(data, name)[0])
        else:
            text = decode(data, name, encoding).text
    except QualtoolError:
        return ""
    return text[:LONGEST]
