"""Verdicts and what goes with them, in words."""

from __future__ import annotations

from qualtool.core.ascription import Ascribed
from qualtool.core.quotation_words import VERDICTS, cautions_said, difference_said, verdict_said
from qualtool.core.quotes import Difference


def test_every_verdict_has_words_of_its_own() -> None:
    said = [verdict_said(each) for each in VERDICTS]
    assert len(set(said)) == len(VERDICTS)


def test_what_differs_is_said_from_the_quotations_side() -> None:
    assert difference_said(Difference("mandag", "fredag")) == "“mandag” where “fredag” was said"
    assert difference_said(Difference("", "liksom")) == "left out: “liksom”"
    assert difference_said(Difference("bare", "")) == "put in: “bare”"


def test_cautions_are_said_one_by_one() -> None:
    every = cautions_said(
        reference="(Clark, 2021)", do_not_quote=True, closed=True, interviewer=True
    )
    assert len(list(every)) == 4
    wrong = Ascribed("Informant 5", "Informant 3")
    told = cautions_said(
        reference="", do_not_quote=False, closed=False, interviewer=False, ascribed=wrong
    )
    assert list(told) == ["Ascribed to Informant 5, said by Informant 3."]
    none = cautions_said(reference="", do_not_quote=False, closed=False, interviewer=False)
    assert list(none) == []
