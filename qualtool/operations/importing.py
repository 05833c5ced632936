"""Files on their way in: read and shown first, then taken into the project in one step."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool import plugins
from qualtool.core import date_finding, document_kind, language_guess
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices
from qualtool.core.names import by_number, free, tidy
from qualtool.core.reading import Reading
from qualtool.core.source import Caution, Source
from qualtool.core.speakers import case_names
from qualtool.i18n import gettext as _
from qualtool.operations import documents, survey
from qualtool.operations.survey import Survey
from qualtool.store.journal import tell
from qualtool.store.schema import Document, Original, Study

REGISTER: Final = "register"  # what is told of a table that is rather one of meetings
SURVEY: Final = "survey"  # the reader of tables of answers, and the kind of document they are
Progress = Callable[[int, int, str], None]  # files read, files in all, the name of the next


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it was read, before anything enters the project.

    Either `source` is there or `error` says in a sentence why it is not (`error_key` is stable).
    `duplicate_of` names the document or file with the same content; such a file is not `wanted`
    unless the researcher says so. `cases` names the case behind each speaker (None: none), or the
    one case of a document without speakers. `keep_original` is False where names were replaced:
    the file itself holds them. A table of answers to a survey has its columns and rows in
    `survey`, also where none of them could be told for an answer; it comes in as one document, or
    as one `per_case`. All of it may be changed with `dataclasses.replace`.
    """

    path: Path
    name: str
    source: Source | None = None
    error: str = ""
    error_key: str = ""
    content_hash: str = ""  # SHA-256, hexadecimal
    duplicate_of: str = ""
    kind: str = "interview"
    language: str = "nb"
    cases: tuple[str | None, ...] = ()
    wanted: bool = True
    facts: Mapping[str, object] = field(default_factory=dict)  # as `documents.describe` takes them
    keep_original: bool | None = None  # None: as the study says
    reader: str = ""  # what the file was read as, and how
    choices: Choices = UNCHOSEN
    survey: Survey | None = None
    per_case: bool = False


def examine(
    paths: Iterable[Path],
    *,
    progress: Progress = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
    known_hashes: Mapping[str, str] | None = None,
    language: str = "nb",
) -> list[Incoming]:
    """Read files, and all files in folders that a reader knows; what each one holds.

    Touches no project, so it can run beside the window. A file that cannot be read is told of and
    stops none of the others. `known_hashes` are the contents the project has already, each with
    the name of its document; `language` is taken where a text does not tell its own. When
    `cancelled` says so, what has been read so far is returned.
    """
    files = list(opened(paths))
    seen = dict(known_hashes or {})
    found: list[Incoming] = []
    for done, path in enumerate(files):
        if cancelled():
            return found
        progress(done, len(files), path.name)
        incoming = _examined(path, seen, language)
        if incoming.content_hash:
            seen.setdefault(incoming.content_hash, path.name)
        found.append(incoming)
    progress(len(files), len(files), "")
    return found


def opened(paths: Iterable[Path]) -> Iterator[Path]:
    """The files meant by files and folders, each once: in a folder, those that can be read."""
    endings = {f".{ending.lower().lstrip('.')}" for r in plugins.readers() for ending in r.endings}
    met: set[Path] = set()
    for path in paths:
        for file in _in_folder(path, endings) if path.is_dir() else (path,):
            key = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
            if key not in met:
                met.add(key)
                yield file


def take_in(
    session: Session,
    incoming: Iterable[Incoming],
    *,
    progress: Progress = lambda done, total, name: None,
) -> list[int]:
    """Make documents of what is wanted and could be read; their ids.

    A name that is taken gets " (2)". The files themselves are kept in the project only if the
    study says so, and only where they are still as they were read: `not_kept` names the others.
    """
    wanted = [each for each in incoming if each.wanted and each.source is not None]
    taken = list(session.scalars(select(Document.name)))
    keep = session.scalar(select(Study.keep_originals).limit(1))
    names: list[str] = []
    for each in wanted:
        names.append(free(tidy(each.name) or _("Untitled"), [*taken, *names]))
    if names:
        tell(session, document=names[0], documents=sum(map(_documents, wanted)))
    made: list[int] = []
    for done, (each, name) in enumerate(zip(wanted, names, strict=True)):
        progress(done, len(wanted), name)
        kept = bool(keep if each.keep_original is None else each.keep_original)
        made += _taken_in(session, each, name, kept=kept)
        if kept:
            _keep_original(session, each)
    return made


def not_kept(session: Session, incoming: Iterable[Incoming]) -> list[str]:
    """Names of the files that came in and should have been kept, but had changed or were gone."""
    keep = session.scalar(select(Study.keep_originals).limit(1))
    return [
        each.path.name
        for each in incoming
        if each.wanted and each.source is not None
        if (keep if each.keep_original is None else each.keep_original)
        and session.get(Original, each.content_hash) is None
    ]


def recognised(
    data: bytes,
    path: Path,
    *,
    seen: Mapping[str, str] | None = None,
    language: str = "nb",
    reader: str = "",
    choices: Choices = UNCHOSEN,
) -> Incoming:
    """What the bytes of one file hold. Raises QualtoolError where they cannot be read.

    `reader` names the kind of file and `choices` how it is read, where the researcher has chosen.
    """
    name = tidy(path.stem) or path.name
    digest = hashlib.sha256(data).hexdigest()
    if not reader and (known := plugins.choose(data, path.name)) is not None:
        reader = known.name
    answers: Survey | None = None
    if reader == SURVEY:
        answers = survey.read(data, path.name, columns=choices.columns, encoding=choices.encoding)
        source, kind = survey.all_answers(answers), SURVEY
    else:
        source = plugins.read(data, path.name, reader=reader, choices=choices)
        opening = "" if source.speakers else source.text.partition("\n")[0]
        kind = document_kind.guess(name, opening)
    duplicate_of = (seen or {}).get(digest, "")
    date = "" if source.facts.get("date") else date_finding.in_name(name)
    if not date and not source.facts.get("date"):
        date = date_finding.in_text(source.text)
    return Incoming(
        path,
        name,
        source=source,
        content_hash=digest,
        duplicate_of=duplicate_of,
        kind=kind,
        language=language_guess.guess(source.text, otherwise=language),
        cases=case_names(source, name, kind),
        wanted=not duplicate_of,
        facts={"date": date_finding.kept(date)} if date else {},
        keep_original=False if answers is not None and _tells(answers) else None,
        reader=reader,
        choices=choices,
        survey=answers,
    )


def _tells(answers: Survey) -> bool:
    """Whether the file of a survey holds who somebody is, where that is left out of the project."""
    return any(column.private and column.use == "leave" for column in answers.columns)


def _examined(path: Path, seen: Mapping[str, str], language: str) -> Incoming:
    name = tidy(path.stem) or path.name
    try:
        data = plugins.load(path)
        found = recognised(data, path, seen=seen, language=language)
        if found.survey is not None and survey.looks_like_register(data, path.name):
            return _left_out(found)
        return found
    except QualtoolError as error:
        incoming = Incoming(path, name, error=str(error), error_key=error.key, wanted=False)
        if error.key == "table_without_answers":
            columns = survey.read_columns(plugins.load(path), path.name)
            return replace(incoming, reader=SURVEY, kind=SURVEY, survey=columns)
        return incoming
    except Exception:  # a fault of a reader must not cost the other files
        message = _(
            "“{file}” could not be read because of a fault in the program. The other files are "
            "not affected."
        )
        return Incoming(
            path, name, error=message.format(file=path.name), error_key="fault", wanted=False
        )


def _left_out(found: Incoming) -> Incoming:
    """A register of meetings among other files: not answers to a survey unless somebody says so."""
    assert found.source is not None
    message = _(
        "This looks like an activity register, so it is left out here. Take it in under "
        "Activities, from a spreadsheet."
    )
    cautions = (*found.source.cautions, Caution(REGISTER, message))
    return replace(found, source=replace(found.source, cautions=cautions), wanted=False)


def _in_folder(folder: Path, endings: set[str]) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=by_number)
        for file in sorted(files, key=by_number):
            hidden = file.startswith((".", "~$"))  # "~$" is how Word marks an open file
            if not hidden and Path(file).suffix.lower() in endings:
                yield Path(place) / file


def _documents(incoming: Incoming) -> int:
    """How many documents a file becomes."""
    assert incoming.source is not None
    return len(incoming.source.speakers) if incoming.per_case else 1


def _taken_in(session: Session, incoming: Incoming, name: str, *, kept: bool) -> list[int]:
    assert incoming.source is not None
    # What the columns were called is of use with the file alone, and may hold a name.
    choices = incoming.choices if kept else replace(incoming.choices, columns=())
    said: dict[str, Any] = {
        "name": name,
        "kind": incoming.kind,
        "language": incoming.language,
        "content_hash": incoming.content_hash,
        "reading": Reading(incoming.reader, choices),
        "case_for": _renamed(incoming.cases, incoming.name, name),
        **incoming.facts,
    }
    if incoming.survey is None:
        return [documents.add(session, incoming.source, **said)]
    answers, source = incoming.survey, incoming.source
    return survey.take_in(session, answers, source=source, per_case=incoming.per_case, **said)


def _renamed(cases: Sequence[str | None], was: str, now: str) -> list[str | None]:
    """Cases that are called after the document follow when it has to be called otherwise."""
    return [now if case == was else case for case in cases]


def _keep_original(session: Session, incoming: Incoming) -> None:
    try:
        data = plugins.load(incoming.path)
    except QualtoolError:  # gone since it was read: `not_kept` tells of it
        return
    digest = hashlib.sha256(data).hexdigest()
    if digest == incoming.content_hash and session.get(Original, digest) is None:
        session.add(Original(content_hash=digest, content=data))
