"""The card of a code stands for the sub-codes that are in the theme with it."""

from __future__ import annotations

from qualtool.operations import codes, coding
from qualtool.store.project import Project
from qualtool.ui.board.contents import contents
from tests.ui.studies import furnish


def test_a_card_counts_the_sub_codes_that_follow_it_each_excerpt_once(project: Project) -> None:
    study = furnish(project)
    with project.edit("x") as session:
        under = codes.add(session, "torsdagene", parent_id=study.places)
        coding.apply(
            session, study.document, *study.excerpt, [under], coder_id=1, valence="barrier"
        )
        coding.apply(session, study.document, 0, 8, [under], coder_id=1)
    board = contents(project, None)
    section = board.section(study.structure)
    assert section is not None
    (card,) = section.cards
    assert card.id == study.places
    assert card.counts.startswith("2 excerpts · ")
    assert card.counts.endswith(" · 1 sub-code")
    assert section.counts.startswith("2 excerpts")
    assert sum(card.balance.values()) == 2
    loose = board.section(0)
    assert loose is not None
    assert under not in {each.id for each in loose.cards}
