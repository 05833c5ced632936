"""Words replaced from the command line, in texts and wherever else they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualtool import cli_work
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

if TYPE_CHECKING:
    from qualtool.core.word_finding import Wanted
    from qualtool.operations.replacing import Replaced
    from qualtool.store.correcting_rows import FieldHit, FoundWords, TextHit

Data = dict[str, Any]


def replace(
    study: Path,
    words: str,
    replacement: str,
    whole_words: bool,
    match_case: bool,
    endings: bool,
    dry_run: bool,
    forget_originals: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    """Replace words in a whole project, or with `dry_run` tell where they stand."""
    from qualtool.analysis import replacing
    from qualtool.core.word_finding import Wanted
    from qualtool.operations import originals
    from qualtool.operations import replacing as operations

    wanted = Wanted(words, whole_words, match_case, endings)
    if not words.strip():
        cli_work.refuse(_("There are no words to look for."))
        return cli_work.REFUSED
    if dry_run:
        with cli_work.reading(study) as project, project.read() as session:
            found = replacing.find(session, wanted)
        if as_json:
            cli_work.say_json(_found_data(found, wanted, replacement))
        else:
            cli_work.say("\n".join(_found_lines(found, wanted, replacement)))
        return cli_work.DONE
    with cli_work.changing(study, coder) as project:
        with project.read() as session:
            found = replacing.find(session, wanted)
        with project.edit("replace_words") as session:
            made = operations.replace(
                session, wanted, replacement, hits=found.texts, fields=found.fields
            )
            if forget_originals:
                originals.forget(session, made.originals)
    names = {hit.document_id: hit.document for hit in found.texts}
    kept = () if forget_originals else made.originals
    if as_json:
        cli_work.say_json(_made_data(found, made, names, kept))
    else:
        cli_work.say("\n".join(_made_lines(made, kept)))
    return cli_work.DONE


def _found_lines(found: FoundWords, wanted: Wanted, replacement: str) -> Iterator[str]:
    from qualtool.core.word_finding import replaced, worded

    for hit in found.texts:
        becomes = worded(hit.words, wanted, replacement)
        yield f"{hit.document}, {hit.place}: {hit.before}[{hit.words} → {becomes}]{hit.after}"
    for field in found.fields:
        name = f"{field.what} ({field.owner})" if field.owner else field.what
        line = field.text.replace("\n", " ")
        yield f"{name}: {line} → {replaced(line, wanted, replacement)}"
    if not found.texts and not found.fields:
        yield _("These words stand nowhere.")


def _made_lines(made: Replaced, kept: tuple[int, ...]) -> Iterator[str]:
    if not made.places and not made.fields:
        yield _("These words stand nowhere.")
        return
    places = ngettext("{count} place in texts", "{count} places in texts", made.places)
    fields = ngettext("{count} name or note", "{count} names and notes", made.fields)
    yield _("Replaced: {places}, {fields}.").format(
        places=places.format(count=made.places), fields=fields.format(count=made.fields)
    )
    if made.lost:
        count = len(made.lost)
        yield ngettext(
            "{count} excerpt has lost its words and waits for a decision.",
            "{count} excerpts have lost their words and wait for a decision.",
            count,
        ).format(count=count)
    if kept:
        yield ngettext(
            "The original file of {count} document is kept and still holds the old words; "
            "--forget-originals lets go of it.",
            "The original files of {count} documents are kept and still hold the old words; "
            "--forget-originals lets go of them.",
            len(kept),
        ).format(count=len(kept))
    yield _("The history and earlier backups still hold the old words, so this can be undone.")


def _found_data(found: FoundWords, wanted: Wanted, replacement: str) -> Data:
    from qualtool.core.word_finding import replaced, worded

    def place(hit: TextHit) -> Data:
        return {
            "document": hit.document,
            "start": hit.start,
            "end": hit.end,
            "paragraph": hit.paragraph,
            "place": hit.place,
            "words": hit.words,
            "becomes": worded(hit.words, wanted, replacement),
            "excerpts": hit.excerpts,
        }

    def field(hit: FieldHit) -> Data:
        return {
            "table": hit.table,
            "column": hit.column,
            "id": hit.row_id,
            "owner": hit.owner,
            "text": hit.text,
            "becomes": replaced(hit.text, wanted, replacement),
        }

    return {
        "texts": list(map(place, found.texts)),
        "fields": list(map(field, found.fields)),
        "originals": list(found.originals),
    }


def _made_data(
    found: FoundWords, made: Replaced, names: dict[int, str], kept: tuple[int, ...]
) -> Data:
    places = Counter(hit.document_id for hit in found.texts)
    return {
        "places": made.places,
        "fields": made.fields,
        "documents": [
            {
                "id": each.document_id,
                "document": names[each.document_id],
                "places": places[each.document_id],
                "excerpts_moved": each.moved,
                "excerpts_changed": each.changed,
                "excerpts_lost": len(each.lost),
            }
            for each in made.documents
        ],
        "originals": list(kept),
    }
