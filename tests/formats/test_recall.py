"""How much of each fixture is found: turns, speakers and time stamps, against what is in it.

What is in the files stands in `tests/data/formats/expected/turns.txt`, for people to read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from qualtool.core.times import milliseconds

FOLDER: Final = Path(__file__).parents[1] / "data" / "formats"
_ROW: Final = re.compile(r"(?P<closes>→?)(?P<time>[\d:.]*) +(?P<who>\S.*?)? *\| (?P<words>.+)")
_HEAD: Final = re.compile(r"== (?P<name>\S+) · (?P<kind>.+)")


@dataclass
class Said:
    """A turn, or words in no turn (who is ""), with each moment and where in the words it is."""

    who: str
    words: str = ""
    moments: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str, time: str, *, closes: bool) -> None:
        """Words that follow, with the moment before or, where it `closes` them, behind them."""
        start = len(self.words) + 1 if self.words else 0
        self.words = f"{self.words} {words}" if self.words else words
        if time:
            self.moments.append((len(self.words) if closes else start, milliseconds(time)))


def _expected() -> Iterator[tuple[str, str, list[Said]]]:
    pages = (FOLDER / "expected" / "turns.txt").read_text(encoding="utf-8").split("\n\n")
    for page in pages:
        head, *rows = page.strip().split("\n")
        if match := _HEAD.fullmatch(head):
            yield match["name"], match["kind"], list(_said(rows))


def _said(rows: Sequence[str]) -> Iterator[Said]:
    one = Said("")
    for row in rows:
        match = _ROW.fullmatch(row)
        assert match, row
        if match["who"] != "…":
            if one.words:
                yield one
            one = Said(match["who"] or "")
        one.add(match["words"], match["time"], closes=bool(match["closes"]))
    yield one


def _found(source: Source) -> list[Said]:
    """The same of a document that was read."""
    found = []
    at = 0
    for turn in source.turns:
        found += [Said("", each) for each in source.text[at : turn.start].split("\n") if each]
        who = "?" if turn.speaker is None else source.speakers[turn.speaker].label
        one = Said(who, source.text[turn.start : turn.end].replace("\n", " "))
        if turn.end_ms is not None and source.facts["recogniser"] == "f4":
            one.moments = [(len(one.words), turn.end_ms)]
        else:
            one.moments = [
                (each.offset - turn.start, each.ms)
                for each in source.anchors
                if turn.start <= each.offset < turn.end
            ]
        found.append(one)
        at = turn.end
    return found + [Said("", each) for each in source.text[at:].split("\n") if each]


def _counts(said: Sequence[Said]) -> tuple[int, int, int]:
    """How many turns, speakers and moments."""
    turns = [one for one in said if one.who]
    names = {one.who for one in turns} - {"?"}
    return len(turns), len(names), sum(len(one.moments) for one in turns)


EXPECTED: Final = list(_expected())


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, _kind, said in EXPECTED])
def test_all_turns_speakers_and_times_of_a_file_are_found(name: str, said: list[Said]) -> None:
    assert _found(plugins.read_file(FOLDER / name)) == said


@pytest.mark.parametrize(
    ("name", "key"),
    [("zoom-nasty-en.vtt", "speaker_inherited"), ("zoom-nb.vtt", "speaker_inherited"),
     ("typed-slips-nb.txt", "label_slip"), ("whisper-nasty-nb.json", "invented_lines"),
     ("whisper-nb.srt", "invented_lines"), ("teams-en.docx", "roles_guessed")],
)  # fmt: skip
def test_what_is_uncertain_is_told(name: str, key: str) -> None:
    assert key in {caution.key for caution in plugins.read_file(FOLDER / name).cautions}


def test_there_are_two_files_of_each_kind_and_a_norwegian_one() -> None:
    names = defaultdict(list)
    for name, kind, _said in EXPECTED:
        names[kind].append(Path(name).stem)
    assert len(names) >= 15
    for kind, stems in names.items():
        assert len(stems) >= 2, kind
        assert any(stem.endswith(("-nb", "-nn")) for stem in stems), kind


def test_the_table_of_what_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Found is what stands in both: the same words by the same person, the same moment there."""
    wanted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for name, kind, said in EXPECTED:
        read = _found(plugins.read_file(FOLDER / name))
        turns = [one for one in read if any(one.words == other.words for other in said)]
        moments = [
            Said(one.who, one.words, [each for each in one.moments if each in other.moments])
            for one, other in zip(read, said, strict=False)
            if one.who == other.who
        ]
        both = (*_counts(turns)[:2], _counts(moments)[2])
        for at, (one, other) in enumerate(zip((1, *_counts(said)), (1, *both), strict=True)):
            wanted[kind][at] += one
            found[kind][at] += other
    with capsys.disabled():
        print(f"\n{'':18}{'files':>7}{'turns':>11}{'speakers':>11}{'times':>11}")
        for kind, (files, *counts) in wanted.items():
            shares = (f"{f}/{w}" for f, w in zip(found[kind][1:], counts, strict=True))
            print(f"{kind:18}{files:>7}" + "".join(f"{share:>11}" for share in shares))
    assert found == wanted
