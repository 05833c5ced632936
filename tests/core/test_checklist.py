from __future__ import annotations

import json
from importlib import resources

import pytest

from qualtool.analysis import review_evidence
from qualtool.core.checklist import Checklist, parsed
from qualtool.reports import checklist

FOLDER = resources.files("qualtool.resources") / "checklists"


@pytest.fixture(params=["coreq", "srqr", "reflexive"])
def shown(request: pytest.FixtureRequest) -> Checklist:
    return parsed(json.loads((FOLDER / f"{request.param}.json").read_bytes()))


def test_each_list_has_all_its_points_once(shown: Checklist) -> None:
    numbers = [item.number for section in shown.sections for item in section.items]
    assert len(numbers) == {"coreq": 32, "srqr": 21, "reflexive": 20}[shown.id]
    assert len(set(numbers)) == len(numbers)


def test_each_point_is_said_in_every_language(shown: Checklist) -> None:
    wordings = [shown.title, *(section.title for section in shown.sections)]
    wordings += [item.text for section in shown.sections for item in section.items]
    for wording in wordings:
        assert set(wording) == {"en", "nb", "nn"}
        assert all(wording.values())


def test_the_facts_beside_a_point_are_known_ones(shown: Checklist) -> None:
    asked = {fact for section in shown.sections for item in section.items for fact in item.facts}
    assert asked
    assert asked <= checklist.KINDS | review_evidence.KINDS
