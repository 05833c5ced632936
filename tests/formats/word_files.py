"""Word documents for tests, put together from the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Min"><w:name w:val="Min overskrift"/>
  <w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Tittel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Niva3"><w:name w:val="Niva3"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Nummer"><w:name w:val="Nummer"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Tabell"><w:name w:val="heading 9"/></w:style>
</w:styles>"""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def document(body: str, *, styles: str = STYLES, namespace: str = W) -> bytes:
    """A Word document with the XML of its body."""
    root = (
        f'<w:document xmlns:w="{namespace}" xmlns:mc="{MC}" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    return packed(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": root, "word/styles.xml": styles}
    )


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; a run may be words or XML, and `**words**` are bold."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(map(run, runs))}</w:p>"


def run(words: str) -> str:
    """A run of words; XML is left as it is."""
    if words.startswith("<"):
        return words
    bold = "<w:rPr><w:b/></w:rPr>" if words.startswith("**") else ""
    plain = words.removeprefix("**").removesuffix("**") if bold else words
    text = plain.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraphs(*texts: str) -> bytes:
    """A Word document of plain paragraphs; `\\n` in one is a line break."""
    return document("".join(map(paragraph, texts)))
