"""PDF documents for tests, put together from lines at their places."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Placed = tuple[float, float, float, str]  # from left, from below, size in points, words


def pdf(*pages: Sequence[Placed], trailer: str = "", packed: bytes | None = None) -> bytes:
    """A PDF of A4 pages; `packed` stands in for what is drawn on the first of them."""
    contents = [packed if packed and not n else _drawn(page) for n, page in enumerate(pages)]
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        font,
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (5 + 2 * number)
        )
        head = b"<</Length %d/Filter/FlateDecode>>" % len(content)
        objects.append(head + b"\nstream\n" + content + b"\nendstream")
    whole = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    described = f"<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>"
    whole += f"trailer\n{described}\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(whole)


def paragraph(left: float, top: float, *lines: str, size: float = 11) -> list[Placed]:
    """Lines one below the other."""
    return [(left, top - 1.25 * size * n, size, words) for n, words in enumerate(lines)]


def _drawn(page: Sequence[Placed]) -> bytes:
    parts = []
    for left, base, size, words in page:
        said = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"BT /F {size} Tf {left} {base} Td ({said}) Tj ET")
    return zlib.compress("\n".join(parts).encode("cp1252"))
