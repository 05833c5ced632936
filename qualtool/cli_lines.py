"""The lines that the command line prints, and the same as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from qualtool import cli_names
from qualtool.analysis.history import worded
from qualtool.cli_names import likely
from qualtool.core.names import excerpted
from qualtool.core.places import clock
from qualtool.core.pseudonyms import Naming
from qualtool.core.quotes import Difference
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.operations.coded_table import Coded, Outcome
from qualtool.operations.importing import Incoming
from qualtool.store.rows import DocumentRow, Reading, StepRow

Data = dict[str, Any]


def imported(incoming: Incoming, row: DocumentRow | None) -> str:
    """What became of a file that could be read."""
    if row is None and incoming.source is not None and not incoming.duplicate_of:
        said = " ".join(caution.message for caution in incoming.source.cautions)
        return _("{file}: skipped. {why}").format(file=incoming.path.name, why=said)
    if row is None:
        return _("{file}: skipped, it has the same content as “{other}”").format(
            file=incoming.path.name, other=incoming.duplicate_of
        )
    words = ngettext("{count} word", "{count} words", row.words).format(count=row.words)
    line = _("{file}: “{name}”, {words}").format(
        file=incoming.path.name, name=row.name, words=words
    )
    if incoming.source is not None and incoming.source.speakers:
        labels = ", ".join(speaker.label for speaker in incoming.source.speakers)
        line = _("{line}, speakers: {labels}").format(line=line, labels=labels)
    cautions = incoming.source.cautions if incoming.source is not None else ()
    told = [*(caution.message for caution in cautions), cli_names.likely_said(likely(incoming))]
    return "\n".join((line, *(f"  {each}" for each in told if each)))


def namings(found: Sequence[Naming], *, remembered: bool) -> Iterator[str]:
    """Who is who where names were replaced, and where that is kept."""
    for each in found:
        yield _("{name} → {pseudonym}").format(name=each.name, pseudonym=each.pseudonym)
    if found and remembered:
        yield _("Who is who is remembered on this computer, apart from the project.")
    elif found:
        yield _("Who is who is not kept anywhere. Note it down, apart from the project.")


def imported_data(
    incoming: Incoming,
    row: DocumentRow | None,
    namings: Sequence[Naming] = (),
    *,
    hides: bool = False,
) -> Data:
    """The same as plain data; with what may still tell who somebody is where names are hidden."""
    source = incoming.source
    left = cli_names.left(incoming, namings) if hides and row else {}
    return {
        "file": str(incoming.path),
        "document": row.name if row else None,
        "error": incoming.error or None,
        "duplicate_of": incoming.duplicate_of or None,
        "format": source.format if source else None,
        "words": row.words if row else None,
        "length": row.length if row else None,
        "speakers": [
            {"label": speaker.label, "role": speaker.role}
            for speaker in (source.speakers if source else ())
        ],
        "cautions": [caution.message for caution in (source.cautions if source else ())],
        "likely_names": likely(incoming) if row else [],
        "may_identify": [
            {"kind": kind, "words": each.words, "paragraphs": list(each.paragraphs)}
            for kind, there in left.items()
            for each in there
        ],
    }


def outcome(row: Outcome) -> str:
    """What became of a row of a table of codings."""
    return _("row {number}: {document}, “{code}”: {what}").format(
        number=row.line.number,
        document=row.line.document or "–",
        code=excerpted(row.line.code) or "–",
        what=_what(row),
    )


def _what(row: Outcome) -> str:
    match row.state:
        case "refused":
            return row.message
        case "not_found" if row.score:
            return _("not found (the nearest is {score} % like it)").format(
                score=decimal(row.score)
            )
        case "not_found":
            return _("not found")
        case "approximate":
            told = ", ".join(map(_difference, row.differences[:8]))
            more = ", …" if len(row.differences) > 8 else ""
            what = _("approximate, {score} %: {differences}").format(
                score=decimal(row.score), differences=f"{told}{more}" or _("punctuation")
            )
        case "folded":
            what = _("folded")
        case "exact":
            what = _("exact")
        case _:
            what = _("placed")
    if row.places > 1:
        places = ngettext("{count} place", "{count} places", row.places)
        what = _("{what}, the first of {places}").format(
            what=what, places=places.format(count=row.places)
        )
    return what if row.added else _("{what}, coded already").format(what=what)


def _quoted(name: str) -> str:
    return _("“{name}”").format(name=excerpted(name))


def decimal(number: float) -> str:
    """A number as the program's language writes it: 97.2 or 97,2, and 85 for 85.0."""
    written = f"{number:g}"
    return written if language() == "en" else written.replace(".", ",")


def _difference(difference: Difference) -> str:
    return _("“{said}” for “{quoted}”").format(said=difference.said, quoted=difference.quoted)


def coded(result: Coded) -> Iterator[str]:
    """What a table of codings came to."""
    count = result.added
    yield ngettext("{count} new coding", "{count} new codings", count).format(count=count)
    for words, made in (
        (_("New codes: {names}"), result.codes),
        (_("New themes: {names}"), result.themes),
        (_("New coders: {names}"), result.coders),
    ):
        if made:
            yield words.format(names=", ".join(_quoted(name) for name in made))


def coded_data(result: Coded) -> Data:
    """The same as plain data."""
    return {
        "added": result.added,
        "made": {
            "codes": list(result.codes),
            "themes": list(result.themes),
            "coders": list(result.coders),
        },
        "rows": [
            {
                "row": row.line.number,
                "document": row.line.document,
                "code": row.line.code,
                "state": row.state,
                "start": row.start if row.coded else None,
                "end": row.end if row.coded else None,
                "score": row.score,
                "differences": [
                    {"quoted": each.quoted, "said": each.said} for each in row.differences
                ],
                "places": row.places,
                "added": row.added,
                "message": row.message or None,
            }
            for row in result.outcomes
        ],
    }


def info(data: Mapping[str, Any]) -> Iterator[str]:
    """What a project holds, from `analysis.overview.project`."""
    yield data["name"]
    if data["research_question"]:
        yield data["research_question"]
    yield ""
    yield _("Documents")
    for each in data["documents"]:
        words = ngettext("{count} word", "{count} words", each["words"])
        yield "  {name}: {words}, {excerpts}".format(
            name=each["name"],
            words=words.format(count=each["words"]),
            excerpts=_excerpts(each["excerpts"]),
        )
    yield _("Themes")
    for each in data["themes"]:
        indent = "    " if each["parent"] else "  "
        yield f"{indent}{each['name']}: {_much(each)}"
    yield _("Codes")
    for each in data["codes"]:
        yield f"  {each['name']}: {_much(each)}"


def _much(data: Mapping[str, Any]) -> str:
    cases = ngettext("{count} case", "{count} cases", data["cases"]).format(count=data["cases"])
    return f"{_excerpts(data['excerpts'])}, {cases}"


def _excerpts(count: int) -> str:
    return ngettext("{count} excerpt", "{count} excerpts", count).format(count=count)


def text(page: Reading) -> Iterator[str]:
    """A document's text, with who speaks before each turn, and when where that is known.

    What stands between the turns, such as a heading, comes as it is.
    """
    labels = {each.number: each.label for each in page.speakers}
    at = 0
    for turn in page.turns:
        yield from _paragraphs(page.text[at : turn.start])
        said = page.text[turn.start : turn.end].strip()
        who = labels.get(turn.speaker, "") if turn.speaker is not None else ""
        when = f"[{clock(turn.start_ms)}]" if turn.start_ms is not None else ""
        before = " ".join(part for part in (when, f"{who}:" if who else "") if part)
        yield f"{before} {said}".strip()
        at = turn.end
    yield from _paragraphs(page.text[at:])


def _paragraphs(between: str) -> Iterator[str]:
    if said := between.strip():
        yield said


def step(row: StepRow) -> str:
    """A step of the history."""
    when = datetime.fromtimestamp(row.created_ms / 1000, UTC).astimezone()
    line = f"{when:%Y-%m-%d %H:%M}  {worded(row, with_reason=True)}"
    line = f"{line}  ({row.coder or _('nobody named')})"
    return _("{line}  [taken back]").format(line=line) if row.undone else line


def step_data(row: StepRow) -> Data:
    """The same as plain data."""
    return {
        "id": row.id,
        "action": row.action,
        "says": worded(row),
        "coder": row.coder or None,
        "created_ms": row.created_ms,
        "reason": row.reason or None,
        "undone": row.undone,
        "about": dict(row.about),
    }
