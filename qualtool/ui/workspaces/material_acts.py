"""What is done in the material workspace: each wish becomes one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from qualtool.core.errors import QualtoolError
from qualtool.core.names import free
from qualtool.operations import cases, documents, importing
from qualtool.operations.importing import Incoming
from qualtool.store.journal import tell
from qualtool.store.project import Project

Made = TypeVar("Made")


class MaterialActs:
    """Carries out what panels wish for; `refused` is told why something was not."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused

    def take_in(
        self, incoming: Sequence[Incoming], progress: importing.Progress = lambda *_far: None
    ) -> list[int] | None:
        """Import files in one step; the documents, None where it was refused."""
        return self._do(
            "import_documents", lambda s: importing.take_in(s, incoming, progress=progress)
        )

    def rename(self, document_id: int, name: str) -> None:
        """Give a document another name."""
        self._do("rename_document", lambda s: documents.rename(s, document_id, name))

    def describe(self, document_ids: Sequence[int], **fields: object) -> None:
        """Say the same of some documents."""

        def say(session: Any) -> None:
            tell(session, documents=len(document_ids))
            for document_id in document_ids:
                documents.describe(session, document_id, **fields)

        self._do("describe_document", say)

    def remove(self, document_ids: Sequence[int]) -> None:
        """Take documents away with what is coded in them."""
        if document_ids:
            self._do("remove_documents", lambda s: documents.remove(s, document_ids))

    def label_speaker(self, speaker_id: int, label: str) -> None:
        """Call a speaker otherwise."""
        self._do("set_speaker", lambda s: documents.set_speaker(s, speaker_id, label=label))

    def set_role(self, speaker_id: int, role: str) -> None:
        """Say what a speaker's part is."""
        self._do("set_speaker", lambda s: documents.set_speaker(s, speaker_id, role=role))

    def set_case(self, speaker_id: int, name: str) -> None:
        """Say which case is behind a speaker, made if missing; no name for none."""

        def say(session: Any) -> None:
            case_id = cases.ensure(session, name) if name else None
            documents.set_speaker(session, speaker_id, case_id=case_id)

        self._do("set_speaker", say)

    def tie(self, document_ids: Sequence[int], name: str) -> None:
        """Say that documents concern a case, made if missing."""

        def say(session: Any) -> None:
            case_id = cases.ensure(session, name)
            for document_id in document_ids:
                cases.tie(session, document_id, case_id)

        self._do("tie_case", say)

    def untie(self, document_id: int, case_id: int) -> None:
        """Say that a document does not concern a case."""
        self._do("untie_case", lambda s: cases.untie(s, document_id, case_id))

    def add_case(self, name: str, taken: Sequence[str]) -> int | None:
        """Make a case; a number is added where the name is taken."""
        return self._do("add_case", lambda s: cases.add(s, free(name, taken)))

    def rename_case(self, case_id: int, name: str) -> None:
        """Give a case another name."""
        self._do("rename_case", lambda s: cases.rename(s, case_id, name))

    def set_attribute(self, case_ids: Sequence[int], name: str, value: str) -> None:
        """Say the same of some cases."""

        def say(session: Any) -> None:
            tell(session, cases=len(case_ids))
            for case_id in case_ids:
                cases.set_attribute(session, case_id, name, value)

        self._do("set_attribute", say)

    def remove_cases(self, case_ids: Sequence[int]) -> None:
        """Take cases away; their documents stay."""
        if case_ids:
            self._do("remove_cases", lambda s: cases.remove(s, case_ids))

    def _do(self, action: str, act: Callable[[Any], Made]) -> Made | None:
        try:
            with self._project.edit(action) as session:
                return act(session)
        except QualtoolError as error:
            self._refused(error)
            return None
