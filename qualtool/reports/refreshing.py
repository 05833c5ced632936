"""A report in a document of the researcher's own: each block put in once, and renewed after.

What lies around the blocks is not touched. The document is written whole or not at all, and where
something in a block had been changed by hand, the document as it was is kept beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from qualtool.analysis import report_list
from qualtool.core import report as model
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.formats.drafts import load
from qualtool.i18n import gettext as _
from qualtool.reports import catalogue, saving, whole
from qualtool.reports.whose_codings import with_whose
from qualtool.store.project import Session

Pictures = Callable[[Report], Report]  # gives the figures of a report their points
_USUAL: Final = "usual-"  # blocks of the usual appendix are known by their names


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on its way into a document: known by `key` for ever, called `title` now.

    `once` are the other keys by which it may have been put in: a block of the usual appendix is
    known otherwise once its report is kept.
    """

    key: str
    title: str
    report: Report
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """What became of a document: the titles of the blocks that were renewed and that came new.

    `left` are the titles of blocks in the document that the report has no longer; they stay.
    `edited` are those in which something had been changed by hand; `kept` is then the document
    as it was before.
    """

    path: Path
    replaced: tuple[str, ...]
    added: tuple[str, ...]
    left: tuple[str, ...]
    edited: tuple[str, ...]
    kept: Path | None
    cautions: tuple[Caution, ...]


def as_they_are(report: Report) -> Report:
    """A report whose figures are left as they are."""
    return report


def refresh(
    session: Session,
    report_id: int | None,
    path: Path,
    *,
    to: Path | None = None,
    language: str = "",
    pictures: Pictures = as_they_are,
) -> RefreshOutcome:
    """Renew the blocks of a report, or of the usual appendix, in a Word document.

    The document is written in its place, or `to` another. Raises QualtoolError where the report
    is gone, or as `into` does.
    """
    parts, cautions = placed(session, report_id, language=language)
    return into(path, [replace(each, report=pictures(each.report)) for each in parts], to, cautions)


def placed(
    session: Session, report_id: int | None, *, language: str = ""
) -> tuple[list[Placed], tuple[Caution, ...]]:
    """The blocks of a report as they stand in it, and what is to be known of those left out.

    Without a report, those of the usual appendix. Raises QualtoolError "gone".
    """
    if report_id is None:
        made = whole.usual_parts(session, language=language)
        keys = {id(part): f"{_USUAL}{part.row.name}" for part in made}
        once = report_list.gone_guids(session)
    else:
        made = whole.parts(session, report_id, language=language)
        guids = report_list.guids(session, report_id)
        keys = {id(part): guids[part.row.id] for part in made}
        named = Counter(part.row.name for part in made)
        once = {name: (f"{_USUAL}{name}",) for name, count in named.items() if count == 1}
    found = []
    for part in made:
        if part.report is None:
            continue
        alone = part.row.frozen_ms is not None or part.row.name in catalogue.OF_THE_WORK
        report = part.report if alone else with_whose(session, part.report)
        known = once.get(part.row.name, ())
        found.append(Placed(keys[id(part)], part.report.title, report, known))
    left_out = tuple(
        caution for part in made if part.report is None for caution in whole.told_of(part)
    )
    return found, left_out


def into(
    path: Path,
    parts: Sequence[Placed],
    to: Path | None = None,
    cautions: tuple[Caution, ...] = (),
) -> RefreshOutcome:
    """Put blocks into a Word document, in its place or `to` another file.

    Raises QualtoolError: "not_docx", "document_open" where it is open in Word or LibreOffice, what
    the document cannot be read or changed for, or as `saving.write_whole` does.
    """
    from qualtool.formats import refresh_docx

    goal = to or path
    for each in dict.fromkeys((path, goal)):
        if each.suffix.lower() != ".docx":
            raise QualtoolError(
                "not_docx",
                _(
                    "“{file}” is not a Word document (.docx). Save your document as one in Word or "
                    "LibreOffice and choose that."
                ),
                file=each.name,
            )
    _refuse_open(goal)
    before = load(path)
    done = refresh_docx.refresh(
        before,
        [refresh_docx.Placed(each.key, each.title, each.report, each.once) for each in parts],
        name=path.name,
    )
    kept = None
    if done.edited and goal == path:
        kept = _beside(path)
        saving.write_whole(kept, before)
    if done.data != before or goal != path:
        saving.write_whole(goal, done.data)
    titles = {each.key: each.title for each in parts}
    return RefreshOutcome(
        goal,
        tuple(titles[key] for key in done.replaced),
        tuple(titles[key] for key in done.added),
        done.left,
        done.edited,
        kept,
        (*cautions, *_said(parts), *done.cautions),
    )


def _said(parts: Sequence[Placed]) -> Iterator[Caution]:
    told = [(each.title, caution) for each in parts for caution in model.cautions(each.report)]
    yield from whole.named(list(dict.fromkeys(told)), alone=len(parts) == 1)


def _refuse_open(path: Path) -> None:
    """Raises QualtoolError "document_open" where another program holds the document open."""
    name = path.name
    # Word leaves out the first letters of a longer name, how many depends on its length.
    traces = (*(f"~${name[less:]}" for less in range(3)), f".~lock.{name}#")
    trace = next((each for each in traces if (path.parent / each).exists()), None)
    if trace is not None:
        raise QualtoolError(
            "document_open",
            _(
                "“{file}” is open in Word or LibreOffice. Close it there and try again. If it is "
                "open nowhere, delete “{trace}” beside it first."
            ),
            file=name,
            trace=trace,
        )


def _beside(path: Path) -> Path:
    """A name for the document as it was, that no other file has."""
    number = 1
    while True:
        words = _("before refresh") if number == 1 else _("before refresh {number}")
        beside = path.with_name(f"{path.stem} ({words.format(number=number)}){path.suffix}")
        if not beside.exists():
            return beside
        number += 1
