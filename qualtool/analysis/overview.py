"""The project and its documents as plain data, for other programs and for the command line."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from qualtool.analysis.codebook import coders, codes, themes, valences
from qualtool.analysis.documents import documents, reading
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.study import counts, study
from qualtool.store.rows import CodingRow, ExcerptRow

Data = dict[str, Any]


def project(session: Session) -> Data:
    """The study, counts per table, and documents, codes and themes with their counts."""
    row = study(session)
    all_codes, all_themes = codes(session), themes(session)
    code_names = {code.id: code.name for code in all_codes}
    theme_names = {theme.id: theme.name for theme in all_themes}
    return {
        "name": row.name,
        "language": row.language,
        "research_question": row.research_question,
        "template": row.template,
        "counts": dict(counts(session)),
        "documents": [
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "language": each.language,
                "format": each.format,
                "date": each.date,
                "length": each.length,
                "words": each.words,
                "excerpts": each.excerpts,
                "codings": each.codings,
                "cases": list(each.cases),
            }
            for each in documents(session)
        ],
        "codes": [
            {
                "id": code.id,
                "name": code.name,
                "parent": code_names.get(code.parent_id or 0),
                "themes": [theme_names[theme_id] for theme_id in code.theme_ids],
                "state": code.state,
                "excerpts": code.excerpts,
                "cases": code.cases,
            }
            for code in all_codes
        ],
        "themes": [
            {
                "id": theme.id,
                "name": theme.name,
                "parent": theme_names.get(theme.parent_id or 0),
                "codes": [code_names[code_id] for code_id in theme.code_ids],
                "excerpts": theme.excerpts,
                "cases": theme.cases,
            }
            for theme in all_themes
        ],
        "valences": [
            {"key": each.key, "name": each.name, "sign": each.sign} for each in valences(session)
        ],
        "coders": [{"name": each.name, "codings": each.codings} for each in coders(session)],
    }


def document(session: Session, document_id: int) -> Data:
    """A document's text, its turns and its excerpts; offsets in code points, ends exclusive."""
    page = reading(session, document_id)
    row = next(each for each in documents(session) if each.id == document_id)
    who = {speaker.number: speaker for speaker in page.speakers}
    of_code = {code.id: code.theme_ids for code in codes(session)}
    theme_names = {theme.id: theme.name for theme in themes(session)}
    turns: list[Data] = []
    for turn in page.turns:
        speaker = who.get(-1 if turn.speaker is None else turn.speaker)
        turns.append(
            {
                "speaker": speaker.label if speaker else None,
                "role": speaker.role if speaker else None,
                "case": (speaker.case or None) if speaker else None,
                "start": turn.start,
                "end": turn.end,
                "start_ms": turn.start_ms,
                "end_ms": turn.end_ms,
            }
        )

    def coding(each: CodingRow) -> Data:
        return {
            "code": each.code,
            "themes": [theme_names[theme_id] for theme_id in of_code.get(each.code_id, ())],
            "coder": each.coder or None,
            "valence": each.valence,
            "depth": each.depth,
            "comment": each.comment,
        }

    def excerpt(each: ExcerptRow) -> Data:
        return {
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "place": each.place,
            "speaker": each.speaker or None,
            "case": each.case or None,
            "starred": each.starred,
            "do_not_quote": each.do_not_quote,
            "display_text": each.display_text,
            "codings": [coding(row) for row in each.codings],
        }

    return {
        "id": document_id,
        "name": page.name,
        "kind": row.kind,
        "language": page.language,
        "length": len(page.text),
        "words": row.words,
        "text": page.text,
        "turns": turns,
        "excerpts": [excerpt(each) for each in excerpts(session, document_ids=[document_id])],
    }
