"""The claims of a draft, and how many stand behind each, from the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualtool import cli_work
from qualtool.core.claim_amounts import Amount, impossible
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

if TYPE_CHECKING:
    from qualtool.analysis.claims import ClaimRow
    from qualtool.core.claims import FoundClaim
    from qualtool.store.project import Project, Session

Data = dict[str, Any]
Pair = tuple["FoundClaim | None", "ClaimRow | None"]  # as it stands in a draft, as it is known


def claims(study: Path, draft: Path | None, keep: bool, as_json: bool) -> int:
    """Tell the claims of a project, or those of a draft; `keep` takes these into the project."""
    if draft is None:
        with cli_work.reading(study) as project:
            pairs = _known(project)
    elif keep:
        with cli_work.changing(study, None) as project:
            pairs = _taken_in(project, draft)
    else:
        with cli_work.reading(study) as project, project.read() as session:
            pairs = _found(session, draft)
    if as_json:
        cli_work.say_json([_data(each) for each in pairs])
    else:
        cli_work.say("\n".join(_lines(pairs)))
    return cli_work.DONE


def _known(project: Project) -> list[Pair]:
    from qualtool.analysis.claims import claims as known

    with project.read() as session:
        return [(None, row) for row in known(session)]


def _found(session: Session, draft: Path) -> list[Pair]:
    """The claims of a draft, each with what is known of it in the project, which stays as it is."""
    from qualtool.analysis.claim_finding import claims_in, study_words
    from qualtool.analysis.claims import claims as known
    from qualtool.core.claim_matching import matched
    from qualtool.core.names import same
    from qualtool.formats import drafts

    written = drafts.read(drafts.load(draft), draft.name)
    found = claims_in(written, study_words(session))
    rows = {row.id: row for row in known(session) if same(row.draft, draft.name)}
    keys = matched({row.id: row.text for row in rows.values()}, [each.text for each in found])
    return [(each, rows.get(keys.get(at, 0))) for at, each in enumerate(found)]


def _taken_in(project: Project, draft: Path) -> list[Pair]:
    from qualtool.analysis.claim_finding import claims_in, study_words
    from qualtool.analysis.claims import claims as known
    from qualtool.formats import drafts as files
    from qualtool.operations import claims as claiming
    from qualtool.operations import drafts

    data = files.load(draft)
    written = files.read(data, draft.name)
    with project.read() as session:
        found = claims_in(written, study_words(session))
    with project.edit("check_claims") as session:
        draft_id = drafts.ensure(session, draft.name, drafts.content_hash(data))
        sentences = [claiming.Sentence(each.text, each.number) for each in found]
        claiming.take_in(session, draft_id, sentences)
    with project.read() as session:
        return [(None, row) for row in known(session, draft_id=draft_id)]


def _lines(pairs: Sequence[Pair]) -> Iterator[str]:
    if not pairs:
        yield _("No sentence was found that says how many of the informants said something.")
        return
    for found, row in pairs:
        yield _head(found, row)
        if row is not None and (row.tie is not None or _judged(row)):
            if row.tied_to:
                yield "    " + _("Tied to “{name}”").format(name=row.tied_to)
            yield "    " + _("Support: {count} of {total}").format(
                count=len(row.supporting), total=len(row.voices)
            ) + _names([each.case for each in row.supporting])  # fmt: skip
            if row.against:
                yield (
                    "    "
                    + _("Against: {count}").format(count=len(row.against))
                    + _names([each.case for each in row.against])
                )
            yield f"    {row.held.reason}"
        elif (cannot := impossible(_amounts(found, row))) is not None:
            yield f"    {cannot.reason}"
    yield ""
    yield ngettext("{count} claim", "{count} claims", len(pairs)).format(count=len(pairs))


def _head(found: FoundClaim | None, row: ClaimRow | None) -> str:
    text = found.text if found is not None else (row.text if row is not None else "")
    if found is not None:
        place = _("Paragraph {number}").format(number=found.number)
    else:
        place = ", ".join(part for part in (row.draft, row.place) if part) if row else ""
    aside = "  " + _("(set aside)") if row is not None and row.aside else ""
    return f"{place}: {text}{aside}" if place else f"{text}{aside}"


def _judged(row: ClaimRow) -> bool:
    return bool(row.judged_excerpts) or any(each.judged for each in row.voices)


def _names(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _data(pair: Pair) -> Data:
    found, row = pair
    amounts = _amounts(found, row)
    cannot = impossible(amounts)
    text = found.text if found is not None else (row.text if row is not None else "")
    number = found.number if found is not None else (row.paragraph if row is not None else None)
    known = row is not None and (row.tie is not None or _judged(row))
    return {
        "text": text,
        "draft": (row.draft or None) if row is not None else None,
        "paragraph": number,
        "amounts": [_amount(each) for each in amounts],
        "aside": row is not None and row.aside,
        "tied_to": {"kind": row.tie.kind, "name": row.tied_to} if row and row.tie else None,
        "support": len(row.supporting) if row and known else None,
        "of": len(row.voices) if row and known else None,
        "supporting": [each.case for each in row.supporting] if row and known else [],
        "against": [each.case for each in row.against] if row and known else [],
        "stands": row.held.stands if row and known else (cannot.stands if cannot else "unsaid"),
        "reason": row.held.reason if row and known else (cannot.reason if cannot else None),
    }


def _amounts(found: FoundClaim | None, row: ClaimRow | None) -> tuple[Amount, ...]:
    if found is not None:
        return found.amounts
    return row.amounts if row is not None else ()


def _amount(amount: Amount) -> Data:
    return {
        "kind": amount.key,
        "written": amount.written,
        "count": amount.count,
        "of": amount.of,
        "group": amount.group or None,
    }
