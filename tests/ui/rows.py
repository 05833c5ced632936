"""Rows for the tests of the window, with only what matters said."""

from __future__ import annotations

from dataclasses import replace

from qualtool.store.rows import CodeRow, CodingRow, DocumentRow, ExcerptRow, ThemeRow

_CODE = CodeRow(
    id=1,
    guid="c1",
    parent_id=None,
    name="møteplass",
    colour="blue",
    own_colour="",
    description="",
    use_when="",
    use_not="",
    decision_rules="",
    state="in_use",
    pin=None,
    position=0,
    theme_ids=(),
    excerpts=0,
    cases=0,
)
_THEME = ThemeRow(
    id=1,
    guid="t1",
    frame_id=1,
    parent_id=None,
    name="Struktur",
    report_title="",
    label="",
    colour="blue",
    concept="",
    definition="",
    in_scope="",
    out_of_scope="",
    decision_rules="",
    state="candidate",
    collapsed=False,
    position=0,
    code_ids=(),
    excerpts=0,
    cases=0,
)
_DOCUMENT = DocumentRow(
    id=1,
    guid="d1",
    name="Informant 1",
    kind="interview",
    language="nb",
    format="vtt",
    date="2024-03-14",
    place="",
    form="",
    duration_ms=None,
    checked=False,
    quoting_allowed=True,
    note="",
    position=0,
    words=1200,
    length=7000,
    excerpts=0,
    codings=0,
    cases=(),
)
_CODING = CodingRow(
    id=1,
    excerpt_id=1,
    document_id=1,
    start=0,
    end=5,
    code_id=1,
    code="møteplass",
    colour="blue",
    coder_id=None,
    coder="",
    valence=None,
    depth=None,
    comment="",
    starred=False,
    do_not_quote=False,
)
_EXCERPT = ExcerptRow(
    id=1,
    document_id=1,
    document="Informant 1",
    start=0,
    end=5,
    text="Vi sto i gangen.",
    before="",
    after="",
    starred=False,
    do_not_quote=False,
    display_text=None,
    paragraph=1,
    place="avsnitt 1",
    start_ms=None,
    speaker="Informant 1",
    role="participant",
    case="Informant 1",
    codings=(),
)


def code(number: int, name: str, **fields: object) -> CodeRow:
    """A code with this id and name."""
    return replace(_CODE, id=number, guid=f"c{number}", name=name, **fields)  # type: ignore[arg-type]


def theme(number: int, name: str, **fields: object) -> ThemeRow:
    """A theme with this id and name."""
    return replace(_THEME, id=number, guid=f"t{number}", name=name, **fields)  # type: ignore[arg-type]


def document(number: int, name: str, **fields: object) -> DocumentRow:
    """A document with this id and name."""
    return replace(_DOCUMENT, id=number, guid=f"d{number}", name=name, **fields)  # type: ignore[arg-type]


def coding(number: int, **fields: object) -> CodingRow:
    """A coding with this id."""
    return replace(_CODING, id=number, **fields)  # type: ignore[arg-type]


def excerpt(number: int, text: str, **fields: object) -> ExcerptRow:
    """An excerpt with this id and words."""
    return replace(_EXCERPT, id=number, text=text, **fields)  # type: ignore[arg-type]
