"""Presentations for tests, put together from the XML of their parts."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats.word_files import packed

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def shape(*words: str, kind: str = "") -> str:
    """A shape with paragraphs; `kind` is what it is for, such as a title."""
    what = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else "<p:nvPr/>"
    said = "".join(f"<a:p><a:r><a:t>{each}</a:t></a:r></a:p>" for each in words)
    return f"<p:sp><p:nvSpPr>{what}</p:nvSpPr><p:txBody>{said}</p:txBody></p:sp>"


def slide(*shapes: str, notes: str = "", hidden: bool = False) -> tuple[str, str]:
    """A slide and its notes as XML."""
    shown = ' show="0"' if hidden else ""
    tree = f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld>"
    said = f"<p:cSld><p:spTree>{shape(notes, kind='body')}</p:spTree></p:cSld>"
    return (
        f"<p:sld {NAMES}{shown}>{tree}</p:sld>",
        f"<p:notes {NAMES}>{said}</p:notes>" if notes else "",
    )


def presentation(*slides: tuple[str, str], order: Sequence[int] = ()) -> bytes:
    """A presentation; `order` is that of its slides, from 1, where it is another."""
    parts: dict[str, str | bytes] = {}
    ids = "".join(f'<p:sldId id="{n}" r:id="r{n}"/>' for n in order or range(1, len(slides) + 1))
    parts["ppt/presentation.xml"] = (
        f"<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    )
    targets = [(f"r{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
    parts["ppt/_rels/presentation.xml.rels"] = _relations(targets)
    for number, (content, notes) in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = content
        if notes:
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = notes
            target = ("r1", "notesSlide", f"../notesSlides/notesSlide{number}.xml")
            parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations([target])
    return packed(parts)


def _relations(targets: Sequence[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{number}" Type="{KIND}/{kind}" Target="{target}"/>'
        for number, kind, target in targets
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'
