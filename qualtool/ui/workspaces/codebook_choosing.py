"""What is done with the rows chosen in the codebook by key or from the palette."""

from __future__ import annotations

from qualtool.store.rows import CodeRow
from qualtool.ui.panels.codebook_tree import CodebookTree
from qualtool.ui.workspaces.codebook_asking import CodebookAsking


class CodebookChoosing:
    """Merging and retiring, of the codes that are chosen."""

    def __init__(self, tree: CodebookTree, asking: CodebookAsking) -> None:
        self._tree = tree
        self._asking = asking

    def merge(self) -> None:
        """Ask into which code the chosen ones are to go: that at the cursor, or of one, any."""
        rows = self._codes()
        if len(rows) == 1:
            self._asking.merge_one(rows[0].id)
        elif rows:
            here = self._tree.current_code()
            into = here.id if here in rows else rows[0].id
            self._asking.merge([row.id for row in rows if row.id != into], into)

    def retire(self) -> None:
        """Take the chosen codes out of use, or where all are out of use, into use again."""
        rows = self._codes()
        if rows:
            on = any(row.state != "retired" for row in rows)
            self._asking.retire([row.id for row in rows], on)

    def show_life(self) -> None:
        """Show what became of the chosen code since it was made."""
        if rows := self._codes():
            self._asking.show_life(rows[0].id)

    def _codes(self) -> list[CodeRow]:
        found = {node.code.id: node.code for node in self._tree.nodes() if node.code}
        return list(found.values())
