"""What the words of RTF mean: signs, places that hold no text, and the alphabets of fonts."""

from __future__ import annotations

import codecs
from typing import Final

SIGNS: Final = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
"""Words that stand for a sign."""

SYMBOLS: Final = {"~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
"""Signs behind a backslash that stand for one; the others say nothing."""

NO_TEXT: Final = frozenset(
    """colortbl pict objdata objclass header headerl headerr headerf footer footerl footerr footerf
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst bkmkstart bkmkend listtable
    listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping datastore
    latentstyles pn pnseclvl nonshppict mmathPr atnid atnauthor atndate atnref atntime
    atrfstart atrfend tc tcn xe revtbl filetbl author operator company manager subject keywords
    comment doccomm hlinkbase buptim printim creatim revtim category template shprslt sp
    falt panose fontemb passwordhash protusertbl upr""".split()
)
"""Groups whose content is not the document's text; some tell who wrote it."""

KEPT_WHEN_STARRED: Final = frozenset(
    ("footnote", "annotation", "shpinst", "shptxt", "shppict", "ud", "do", "dptxbxtext")
)
"""Groups that programs of today know though they are marked as new."""

_ALPHABETS: Final = {
    "0": "",
    "77": "mac_roman",
    "128": "cp932",
    "129": "cp949",
    "134": "gbk",
    "136": "cp950",
    "161": "cp1253",
    "162": "cp1254",
    "163": "cp1258",
    "177": "cp1255",
    "178": "cp1256",
    "186": "cp1257",
    "204": "cp1251",
    "222": "cp874",
    "238": "cp1250",
}


def alphabet(charset: str) -> str:
    """The encoding a font's letters are in; "" where the document's own holds."""
    return _ALPHABETS.get(charset, "")


def code_page(number: str) -> str:
    """The encoding of a Windows code page, Windows-1252 where Python knows it not."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
