"""A study and a draft that quotes it well and badly, for the tests of the checks."""

from __future__ import annotations

from pathlib import Path

from qualtool.ui.jobs import Job, Progress

DRAFT = """# Funn

En sa at det «fantes ikke noe fast sted hvor vi møttes» da.

En annen la vekt på at «det fantes ikke noe godt rom hvor vi møttes, så alt hang på telefonen».

Slik spurte jeg: «Hvordan var det i starten?»

Clark kaller dette «institusjonell logikk» (Clark, 2021).

Alle informantene sa at de tok telefonen. De fleste møttes aldri.
"""


def write(folder: Path, words: str = DRAFT, name: str = "funn.md") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def run(job: Job) -> None:
    """Do a job at once, as the window does it beside itself."""
    job.done(job.work(Progress(lambda _done, _total, _words: None)))
