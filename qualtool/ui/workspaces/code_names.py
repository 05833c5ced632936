"""The names of codes in the coding workspace: told apart, and refused while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qualtool.core.errors import QualtoolError
from qualtool.core.names import required, tidy
from qualtool.operations import code_tree, theme_tree
from qualtool.store.project import Project
from qualtool.ui.models.codebook import Node
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.reader import Reader
from qualtool.ui.workspaces.coding_on import CodingOn


class CodeNames:
    """Answers the codebook and the reader, who ask before they let go of what was typed."""

    def __init__(
        self, project: Project, panel: CodebookPanel, reader: Reader, coding_on: CodingOn
    ) -> None:
        self._project = project
        self._tree = panel.tree
        panel.tree.delegate.refusing = self.of_row
        reader.refuse_names(self.of_new)
        coding_on.refusing = self.of_new
        reader.tell_apart(lambda: panel.apart)

    def leave(self) -> None:
        """Let what is half written in the codebook become the name, or let it go."""
        self._tree.finish_naming()

    def of_row(self, name: str, node: Node) -> str:
        """Why a theme or code of the codebook cannot be called so."""
        code, theme = node.code, node.theme
        if not tidy(name):
            return ""  # then it keeps the name it has

        def check(session: Any) -> None:
            if code is not None:
                code_tree.check_name(session, required(name), code.parent_id, but=[code.id])
            elif theme is not None:
                theme_tree.check_name(
                    session, required(name), theme.frame_id, theme.parent_id, but=[theme.id]
                )

        return self._words(check)

    def of_new(self, new: Candidate, placed: bool) -> str:
        """Why a code that is to be made cannot be called so; where `placed`, not there."""

        def check(session: Any) -> None:
            name = required(new.name)
            if placed:
                code_tree.check_name(session, name, new.parent_id)

        return self._words(check)

    def _words(self, check: Callable[[Any], object]) -> str:
        try:
            with self._project.read() as session:
                check(session)
        except QualtoolError as error:
            return str(error)
        return ""
