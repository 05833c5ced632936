"""Files on their way in: read and shown first, then taken into the project in one step."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool import plugins
from qualtool.core import date_finding, document_kind, language_guess
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices
from qualtool.core.names import by_number, free, tidy
from qualtool.core.reading import Reading
from qualtool.core.source import Source
from qualtool.core.speakers import case_names
from qualtool.i18n import gettext as _
from qualtool.operations import documents
from qualtool.store.journal import tell
from qualtool.store.schema import Document, Original, Study

Progress = Callable[[int, int, str], None]  # files read, files in all, the name of the next


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it was read, before anything enters the project.

    Either `source` is there or `error` says in a sentence why it is not (`error_key` is stable).
    `duplicate_of` names the document or file with the same content; such a file is not `wanted`
    unless the researcher says so. `cases` names the case behind each speaker (None: none), or the
    one case of a document without speakers. `keep_original` is False where names were replaced:
    the file itself holds them. All of it may be changed with `dataclasses.replace`.
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
    study says so.
    """
    wanted = [each for each in incoming if each.wanted and each.source is not None]
    taken = list(session.scalars(select(Document.name)))
    keep = session.scalar(select(Study.keep_originals).limit(1))
    names: list[str] = []
    for each in wanted:
        names.append(free(tidy(each.name) or _("Untitled"), [*taken, *names]))
    if names:
        tell(session, document=names[0], documents=len(names))
    made: list[int] = []
    for each, name in zip(wanted, names, strict=True):
        progress(len(made), len(wanted), name)
        assert each.source is not None
        made.append(
            documents.add(
                session,
                each.source,
                name=name,
                kind=each.kind,
                language=each.language,
                content_hash=each.content_hash,
                reading=Reading(each.reader, each.choices),
                case_for=_renamed(each.cases, each.name, name),
                **each.facts,
            )
        )
        if keep if each.keep_original is None else each.keep_original:
            _keep_original(session, each)
    return made


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
        reader=reader,
        choices=choices,
    )


def _examined(path: Path, seen: Mapping[str, str], language: str) -> Incoming:
    name = tidy(path.stem) or path.name
    try:
        return recognised(plugins.load(path), path, seen=seen, language=language)
    except QualtoolError as error:
        return Incoming(path, name, error=str(error), error_key=error.key, wanted=False)
    except Exception:  # a fault of a reader must not cost the other files
        message = _(
            "“{file}” could not be read because of a fault in the program. The other files are "
            "not affected."
        )
        return Incoming(
            path, name, error=message.format(file=path.name), error_key="fault", wanted=False
        )


def _in_folder(folder: Path, endings: set[str]) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=by_number)
        for file in sorted(files, key=by_number):
            hidden = file.startswith((".", "~$"))  # "~$" is how Word marks an open file
            if not hidden and Path(file).suffix.lower() in endings:
                yield Path(place) / file


def _renamed(cases: Sequence[str | None], was: str, now: str) -> list[str | None]:
    """Cases that are called after the document follow when it has to be called otherwise."""
    return [now if case == was else case for case in cases]


def _keep_original(session: Session, incoming: Incoming) -> None:
    data = plugins.load(incoming.path)
    digest = hashlib.sha256(data).hexdigest()
    if digest == incoming.content_hash and session.get(Original, digest) is None:
        session.add(Original(content_hash=digest, content=data))
