"""The codebook and the board as they were can be held against how they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.core.codebook_moment import compared, unpacked
from qualtool.core.errors import QualtoolError
from qualtool.operations import codes, snapshots, themes
from qualtool.store.schema import Snapshot
from tests.operations.rich import furnish, start


def test_what_was_done_since_a_snapshot_is_told(tmp_path: Path) -> None:
    with start(tmp_path / "studie.qualtool") as project:
        r = furnish(project)
        with project.edit("take_snapshot") as session:
            taken = snapshots.take(session, "Etter runde 1", note="Før møtet")
            kept = unpacked(session.get_one(Snapshot, taken).content)
            assert compared(kept, snapshots.moment(session)) == ()
            assert kept.note == "Før møtet"
            counted = {label.name: label.excerpts for label in kept.labels if label.kind == "code"}
            assert counted["samtykke"] >= 1
            codes.rename(session, r.time, "knapp tid")
            themes.describe(session, r.culture, concept="vaner", state="kept")
            themes.take_codes_out(session, r.culture, [r.consent])
            codes.merge(session, [r.secrecy], r.consent)
            changes = compared(kept, snapshots.moment(session))
        told = {(each.name, each.change) for each in changes}
        assert ("knapp tid", "renamed") in told
        assert ("taushetsplikt", "merged") in told
        assert {("Kultur", "redefined"), ("Kultur", "state"), ("Kultur", "codes")} <= told


def test_a_snapshot_has_a_name(tmp_path: Path) -> None:
    with start(tmp_path / "studie.qualtool") as project, project.edit("x") as session:
        first = snapshots.take(session, "Runde 1")
        snapshots.rename(session, first, "Etter runde 1")
        assert session.get_one(Snapshot, first).name == "Etter runde 1"
        with pytest.raises(QualtoolError):
            snapshots.take(session, " ")
        snapshots.remove(session, [first])
        snapshots.remove(session, [])
        assert session.get(Snapshot, first) is None
