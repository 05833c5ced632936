"""The sample study: an invented project, built from its sources as a researcher would build it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from qualtool.core.coding_table import Line, lines
from qualtool.core.names import folded, tidy
from qualtool.core.source import Speaker
from qualtool.operations import (
    activities,
    attributes,
    cases,
    coded_table,
    coders,
    codes,
    importing,
    memos,
    new_project,
    phases,
    study,
    themes,
)
from qualtool.operations.named import code_called, code_for, document_called, theme_for
from qualtool.store.journal import tell
from qualtool.store.project import Project

Progress = Callable[[int, int, str], None]  # steps done, steps in all, what is being done
Facts = Mapping[str, Any]

_MINUTE: Final = 60_000


def own_copy(folder: Path, *, progress: Progress = lambda done, total, name: None) -> Path:
    """The researcher's own copy of the sample study in `folder`, built on first use; its path.

    Raises QualtoolError where the folder does not let us write.
    """
    name = str(_facts()["name"])
    path = folder / f"{tidy(name)}.qualtool"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        build(unfinished, progress=progress).close()
        unfinished.replace(path)
    return path


def build(path: Path, *, progress: Progress = lambda done, total, name: None) -> Project:
    """Make the sample study at `path` with the program's own operations, and open it.

    Raises QualtoolError as `new_project.start` does; nothing is left behind then.
    """
    facts = _facts()
    groups = _codings()
    first = groups[0][0]
    project = new_project.start(path, name=facts["name"], language=facts["language"], coder=first)
    try:
        steps = list(_steps(project, facts, groups))
        for done, (name, step) in enumerate(steps):
            progress(done, len(steps), name)
            step()
        with project.edit("finish_sample"):
            pass  # from here on it is the researcher's: undo takes nothing of the study apart
        progress(len(steps), len(steps), "")
        project.coder_id = _coder(project, first)
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


def _steps(
    project: Project, facts: Facts, groups: list[tuple[str, str, list[Line]]]
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Everything that was done, in order: what it is called, and doing it."""
    yield "study.json", partial(_describe, project, facts)
    yield "interviews", partial(_import, project, facts)
    yield "study.json", partial(_attributes, project, facts)
    yield "codebook.csv", partial(_codebook, project)
    for coder, document, rows in groups:
        yield document, partial(_code, project, coder, rows)
    yield "activities.csv", partial(_activities, project)
    yield "study.json", partial(_phases, project, facts)
    for row in _rows("memos.csv"):
        yield row["title"], partial(_memo, project, row)
    yield "findings.csv", partial(_findings, project)


def _describe(project: Project, facts: Facts) -> None:
    with project.edit("describe_study") as session:
        study.describe(session, research_question=facts["research_question"])


def _import(project: Project, facts: Facts) -> None:
    incoming = [_incoming(document, facts["language"]) for document in facts["documents"]]
    with project.edit("import_documents") as session:
        tell(session, document=incoming[0].name, documents=len(incoming))
        for case in facts["cases"]:
            cases.ensure(session, case["name"], kind=case["kind"])
        importing.take_in(session, incoming)


def _incoming(document: Facts, language: str) -> importing.Incoming:
    file = _folder().joinpath(*document["file"].split("/"))
    found = importing.recognised(file.read_bytes(), Path(file.name), language=language)
    assert found.source is not None
    roles = {folded(label): role for label, role in document["speakers"].items()}
    speakers = tuple(
        Speaker(each.label, roles.get(folded(each.label), each.role))
        for each in found.source.speakers
    )
    behind = [document["case"] if each.role == "participant" else None for each in speakers]
    return replace(
        found,
        name=document["name"],
        kind=document["kind"],
        language=document["language"],
        source=replace(found.source, speakers=speakers),
        cases=tuple(behind) if speakers else (document["case"],),
        facts={
            "date": document["date"],
            "place": document["place"],
            "form": document["form"],
            "checked": document["checked"],
            "collected_by": document["collected_by"],
            "duration_ms": document["duration_min"] * _MINUTE,
        },
    )


def _attributes(project: Project, facts: Facts) -> None:
    with project.edit("set_attribute") as session:
        names = {name for case in facts["cases"] for name in case["attributes"]}
        tell(session, attributes=len(names), cases=len(facts["cases"]))
        for case in facts["cases"]:
            case_id = cases.ensure(session, case["name"])
            for name, value in case["attributes"].items():
                if value is not None:
                    cases.set_attribute(session, case_id, name, str(value))
    for each in facts["attributes"]:
        with project.edit("show_attribute") as session:
            attribute_id = attributes.ensure(session, each["name"])
            attributes.retype(session, attribute_id, each.get("kind", "text"))
            attributes.set_visibility(
                session, attribute_id, each["visibility"], each.get("grouping")
            )


def _phases(project: Project, facts: Facts) -> None:
    with project.edit("add_scheme") as session:
        scheme_id = phases.add_scheme(session, facts["phases"]["name"])
        for each in facts["phases"]["phases"]:
            phases.add(session, scheme_id, each["name"], date_from=each["from"], date_to=each["to"])


def _findings(project: Project) -> None:
    for row in _rows("findings.csv"):
        with project.edit("describe_theme") as session:
            theme_id = theme_for(session, f"{row['theme']} / {row['subtheme']}")
            themes.describe(session, theme_id, findings=row["findings"])


def _codebook(project: Project) -> None:
    with project.edit("import_codebook") as session:
        rows = list(_rows("codebook.csv"))
        tell(session, codes=len(rows))
        for row in rows:
            path = " / ".join(each for each in (row["theme"], row["subtheme"]) if each)
            code_id = code_for(session, row["code"], theme_for(session, path) if path else None)
            codes.describe(
                session,
                code_id,
                description=row["description"],
                use_when=row["use_when"],
                use_not=row["use_not"],
            )


def _code(project: Project, coder: str, rows: list[Line]) -> None:
    project.coder_id = _coder(project, coder)
    with project.edit("code_table") as session:
        coded = coded_table.code(session, rows, table="codings.csv", coder_id=project.coder_id)
    lost = [outcome.line.number for outcome in coded.outcomes if not outcome.coded]
    if lost:
        raise ValueError(f"codings.csv of the sample study: rows {lost} are not in the texts")


def _activities(project: Project) -> None:
    with project.edit("import_activities") as session:
        rows = list(_rows("activities.csv"))
        tell(session, count=len(rows))
        for row in rows:
            activities.add(
                session,
                name=row["Aktivitet"],
                number=row["Nr"],
                date=row["Dato"],
                content=row["Innhold"],
                comment=row["Kommentar"],
                participants=row["Deltakere"],
            )


def _memo(project: Project, row: Mapping[str, str]) -> None:
    project.coder_id = _coder(project, row["coder"])
    with project.edit("add_memo") as session:
        memos.add(
            session,
            text=row["text"],
            title=row["title"],
            kind=row["kind"],
            interpretation=row["order"],
            target=row["target"] or None,
            target_id=_target(session, row["target"], row["target_name"]),
            coder_id=project.coder_id,
            date=row["date"],
        )


def _target(session: Session, kind: str, name: str) -> int | None:
    match kind:
        case "document":
            return document_called(session, name)
        case "code":
            return code_called(session, name)
        case "theme":
            return theme_for(session, name)
        case _:
            return None


def _coder(project: Project, name: str) -> int:
    with project.edit("add_coder") as session:  # leaves no step where the coder is there already
        return coders.ensure(session, name)


def _codings() -> list[tuple[str, str, list[Line]]]:
    """The codings by coder and document, each coder going through the documents in turn."""
    content = (_folder() / "codings.csv").read_text("utf-8-sig")
    rows = list(lines([list(csv.reader(io.StringIO(content)))], "codings.csv"))
    order = list(dict.fromkeys(row.coder for row in rows))
    rows.sort(key=lambda row: order.index(row.coder))
    return [
        (coder, document, list(group))
        for (coder, document), group in groupby(rows, key=lambda row: (row.coder, row.document))
    ]


def _rows(name: str) -> Iterator[dict[str, str]]:
    content = (_folder() / name).read_text("utf-8-sig")
    separator = ";" if content.partition("\n")[0].count(";") > 2 else ","
    yield from csv.DictReader(io.StringIO(content), delimiter=separator)


def _facts() -> Facts:
    content: Facts = json.loads((_folder() / "study.json").read_bytes())
    return content


def _folder() -> Traversable:
    return resources.files("qualtool.resources") / "sample"
