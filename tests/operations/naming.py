"""A study in which one name stands in every place there is."""

from __future__ import annotations

import json

from sqlalchemy.orm import Session

from qualtool.core.source import Source
from qualtool.operations import cases, codes, coding, documents, memos, study, themes
from qualtool.store.schema import Attribute, Original, Snapshot
from tests.operations.rich import Rich

TEXT = "Kari kom først.\nDa KARI gikk, tok Ola Karis sykkel. Karin lo."


def name_everywhere(session: Session, r: Rich) -> None:
    """Let Kari be spoken of in a new document, whose file is kept, and wherever else."""
    document_id = documents.add(
        session,
        Source(TEXT, "text"),
        name="Samtale med Kari",
        kind="conversation",
        content_hash="h",
        note="Karis egne ord",
    )
    session.add(Original(content_hash="h", content=TEXT.encode()))
    documents.set_speaker(session, r.answerer, label="KARI")
    cases.add(session, "Kari")
    cases.describe(session, r.office, note="Kari leder det")
    memos.add(session, text="Kari, igjen", title="Om Kari", target="code", target_id=r.time)
    coding.set_comment(session, r.lone_coding, "jf. Kari")
    coding.set_display_text(session, r.both, "[Kari] nøler")
    codes.add(session, "Karis vaner")
    themes.add(session, "Rundt Kari")
    study.describe(session, research_question="Hva sier Kari?")
    session.get_one(Attribute, r.role).choices = json.dumps(['Kari "K"', "ingen"])
    session.add(Snapshot(name="mai", content=json.dumps({"codes": [{"name": "Karis vaner"}]})))
    coding.apply(session, document_id, 0, 4, [r.time], coder_id=r.anne)
    coding.apply(session, document_id, 19, 34, [r.forms], coder_id=r.anne)
