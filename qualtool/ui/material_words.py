"""Kinds of documents, languages, roles and formats in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qualtool.core.dates import span
from qualtool.core.source import Source
from qualtool.i18n import gettext as _
from qualtool.i18n import language, mark
from qualtool.reports.wording import number
from qualtool.store.rows import DocumentRow

KINDS = {
    "interview": mark("Interview"),
    "focus_group": mark("Focus group"),
    "conversation": mark("Conversation"),
    "observation": mark("Observation"),
    "minutes": mark("Minutes"),
    "report": mark("Report"),
    "survey": mark("Survey answers"),
    "other": mark("Other"),
}
LANGUAGES = {
    "nb": mark("Bokmål"),
    "nn": mark("Nynorsk"),
    "en": mark("English"),
    "other": mark("Another language"),
}
ROLES = {
    "interviewer": mark("Interviewer"),
    "participant": mark("Participant"),
    "other": mark("Other"),
}
FORMS = {
    "": mark("Not said"),
    "in_person": mark("In person"),
    "phone": mark("By phone"),
    "digital": mark("On screen"),
}
FORMATS = {
    "docx": mark("Word"),
    "vtt": mark("VTT"),
    "srt": mark("SRT"),
    "text": mark("Text"),
    "markdown": mark("Markdown"),
    "odt": mark("OpenDocument"),
    "rtf": mark("RTF"),
    "pdf": mark("PDF"),
    "html": mark("Web page"),
    "pptx": mark("Presentation"),
    "json": mark("JSON"),
    "table": mark("Table"),
    "survey": mark("Survey answers"),
    "noscribe": mark("noScribe"),
    "otranscribe": mark("oTranscribe"),
}
_WRITTEN_BY = {
    "teams": "Teams",
    "zoom": "Zoom",
    "whisper": "Whisper",
    "whisperx": "Whisper",
    "atrain": "aTrain",
    "noscribe": "noScribe",
    "nvivo": "NVivo",
    "otter": "Otter",
    "word_transcribe": "Transcribe",
    "f4": "f4",
    "meet": "Google Meet",
    "webex": "Webex",
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ASKS = {"nb": "Intervjuer", "nn": "Intervjuar", "en": "Interviewer"}


def kind_name(kind: str) -> str:
    """A kind of document; the key itself where it is none of ours."""
    return _(KINDS[kind]) if kind in KINDS else kind


def language_name(code: str) -> str:
    """The language of a document; the code itself where it is none of ours."""
    return _(LANGUAGES[code]) if code in LANGUAGES else code


def format_name(key: str) -> str:
    """The format a document came in; the key itself for the format of a plugin."""
    return _(FORMATS[key]) if key in FORMATS else key


def recognised_as(source: Source) -> str:
    """What a file was recognised as: "Teams · VTT", "Word"."""
    words = format_name(source.format)
    written_by = _WRITTEN_BY.get(str(source.facts.get("recogniser", "")))
    if not written_by or written_by == words:
        return words
    return f"{written_by} · {words}"


def interviewer_label(code: str) -> str:
    """What who asks is called in a text of this language."""
    return _ASKS.get(code, _ASKS["en"])


def counted(count: int) -> str:
    """A whole number with its thousands told apart."""
    return number(count, language())


def minutes(row: DocumentRow) -> str:
    """How long a document lasts, in whole minutes; nothing where it is not known."""
    if not row.duration_ms:
        return ""
    return _("{minutes} min").format(minutes=max(1, round(row.duration_ms / 60_000)))


def short_date(written: str) -> str:
    """An ISO date as it stands in a table, anything else as it was written."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    if language() == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def date_kept(written: str) -> str:
    """What is kept of a date: a day in the form of ISO 8601, anything vaguer as it was written."""
    first, last = span(written)
    return first if first is not None and first == last else written


def private_said(columns: Iterable[tuple[str, bool]]) -> str:
    """Which columns that may tell who somebody is are left out, and which come in all the same."""
    by_use: dict[bool, list[str]] = {True: [], False: []}
    for head, comes_in in columns:
        by_use[comes_in].append(head)
    said: list[str] = []
    if by_use[False]:
        words = _("Left out, as it may tell who somebody is: {columns}.")
        said.append(words.format(columns=", ".join(by_use[False])))
    if by_use[True]:
        words = _("May tell who somebody is, and comes in: {columns}.")
        said.append(words.format(columns=", ".join(by_use[True])))
    return " ".join(said)
