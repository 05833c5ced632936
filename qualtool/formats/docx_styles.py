"""How a Word file from Qualtool looks: its styles, settings and footer.

Word's own styles (headings, caption, quotation) carry the look where there are any, so that a
table pasted into a thesis takes on the thesis's look; the table's are ours by name.
"""

from __future__ import annotations

from typing import Final

from qualtool.formats.docx_looks import MUTED, OWN, field
from qualtool.formats.markup import escaped, language_tag
from qualtool.formats.package import XML
from qualtool.i18n import words

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

_SERIF: Final = "Cambria"
_THIN: Final = "BFC2C7"


def styles(language: str) -> str:
    """styles.xml, with the style names that are ours in the report's language."""
    _ = words(language).gettext
    context = _("Context")  # apart, so that it is found for translation
    tag = language_tag(language)
    fonts = " ".join(f'w:{each}="{_SERIF}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        + _style("Normal", "Normal", first=True)
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(_heading(level, size) for level, size in ((1, 32), (2, 26), (3, 22)))
        + _style(
            "Title",
            "Title",
            '<w:keepNext/><w:keepLines/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/>',
            '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>',
        )
        + _contents()
        + _style(
            "Caption",
            "caption",
            "<w:keepLines/>"
            '<w:spacing w:before="120" w:after="100" w:line="240" w:lineRule="auto"/>',
            f'<w:i/><w:iCs/><w:color w:val="{MUTED}"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
        )
        + _style(
            "Quote",
            "Quote",
            '<w:spacing w:before="60" w:after="160"/><w:ind w:left="567" w:right="567"/>',
        )
        + _style(
            "ListBullet",
            "List Bullet",
            '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>',
        )
        + _style(
            "Figure",
            _("Figure"),
            '<w:keepLines/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>',
            own=True,
        )
        + _style(
            "Footer",
            "footer",
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>',
            f'<w:color w:val="{MUTED}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
        )
        + _style(
            "TableText",
            _("Table text"),
            '<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>',
            '<w:sz w:val="20"/><w:szCs w:val="20"/>',
            own=True,
        )
        + _style(
            "TableHead",
            _("Table head"),
            "<w:keepNext/><w:suppressAutoHyphens/>",
            "<w:b/><w:bCs/>",
            based="TableText",
            own=True,
        )
        + _style(
            "TableGroup",
            _("Table group"),
            '<w:keepNext/><w:spacing w:before="100"/>',
            "<w:b/><w:bCs/>",
            based="TableText",
            own=True,
        )
        + _style(
            "TableNote",
            _("Table note"),
            '<w:spacing w:before="80" w:after="240"/>',
            f'<w:color w:val="{MUTED}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
            based="TableText",
            own=True,
        )
        + _style(
            "LineNumber",
            _("Line number"),
            '<w:jc w:val="right"/>',
            f'<w:color w:val="{MUTED}"/><w:sz w:val="16"/><w:szCs w:val="16"/>',
            based="TableText",
            own=True,
        )
        + _style(
            "Margin",
            _("Margin"),
            "<w:suppressAutoHyphens/>",
            '<w:sz w:val="17"/><w:szCs w:val="17"/>',
            based="TableText",
            own=True,
        )
        + f'<w:style w:type="character" w:customStyle="1" w:styleId="Context">'
        f'<w:name w:val="{escaped(context)}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:qFormat/><w:rPr><w:color w:val="{MUTED}"/></w:rPr></w:style>'
        + _table_style(_("Table with rules"))
        + "</w:styles>"
    )


def _contents() -> str:
    """The styles Word itself gives a table of contents, so that it stays as it is when updated."""
    entries = "".join(
        _style(
            f"TOC{level}",
            f"toc {level}",
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
            f'<w:spacing w:after="60"/><w:ind w:left="{240 * (level - 1)}" w:right="567"/>',
        )
        for level in (1, 2, 3)
    )
    return (
        _style("TOCHeading", "TOC Heading", '<w:outlineLvl w:val="9"/>', based="Heading1")
        + entries
        + _style(
            "TableofFigures",
            "table of figures",
            '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
            '<w:spacing w:after="60"/><w:ind w:right="567"/>',
        )
        + _style(
            "ContentsPart",
            "Contents Part",
            '<w:keepNext/><w:spacing w:before="240" w:after="80"/>',
            "<w:b/><w:bCs/>",
            own=True,
        )
    )


def numbering() -> str:
    """numbering.xml: the points of a list."""
    return (
        f'{XML}<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _style(
    key: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based: str = "Normal",
    first: bool = False,
    own: bool = False,
) -> str:
    kind = ' w:default="1"' if first else ' w:customStyle="1"' if own else ""
    above = "" if first else f'<w:basedOn w:val="{based}"/>'
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{key}"><w:name w:val="{escaped(name)}"/>'
        f"{above}<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _heading(level: int, size: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        '<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
        f'<w:spacing w:before="{360 if level == 1 else 280}" w:after="120" w:line="240"'
        f' w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _table_style(name: str) -> str:
    rule = 'w:val="single" w:sz="8" w:space="0" w:color="auto"'
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{_THIN}"'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="RuledTable">'
        f'<w:name w:val="{escaped(name)}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:top {rule}/><w:bottom {rule}/><w:insideH {thin}/>"
        '</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0"'
        ' w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"<w:bottom {rule}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def settings(language: str) -> str:
    """settings.xml: a modern document, long words divided at line ends, the comma or the point."""
    comma, separator = (".", ",") if language == "en" else (",", ";")
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:hyphenationZone w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}"/>'
        f'<w:decimalSymbol w:val="{comma}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def fonts() -> str:
    """fontTable.xml: what to set the text in where the font is missing."""
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{_SERIF}"><w:altName w:val="Caladea"/>'
        '<w:panose1 w:val="02040503050406030204"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def footer() -> str:
    """footer1.xml: the number of the page."""
    return (
        f'{XML}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{field(' PAGE ', '1', OWN)}</w:p></w:ftr>"
    )
