"""When the material came to be, phase by phase: documents and activities along the months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from qualtool.analysis.phases import dated, schemes, swimlanes
from qualtool.core import document_kind, timeline
from qualtool.core.colours import PALETTE
from qualtool.core.report import Report
from qualtool.formats.font_widths import measure
from qualtool.formats.paper_colours import paper
from qualtool.i18n import words
from qualtool.reports.options import Options
from qualtool.reports.picturing import across, charted, nothing
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import LaneItem
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The picture, by the phases of a scheme, or by kinds of documents without one.

    What has no date that can be told is left out and counted below.
    """
    language = language_of(session, options)
    said = words(language).gettext
    title = said("Timeline")
    lanes, without = _by_phase(session, options.scheme_id, language) or _by_kind(session, language)
    if not any(lane.moments for lane in lanes):
        return nothing(title, said("No document or activity has a date yet."), language)
    note = ""
    if without:
        note = (
            words(language)
            .ngettext(
                "{count} document or activity has no date and is not shown.",
                "{count} documents and activities have no date and are not shown.",
                without,
            )
            .format(count=without)
        )
    legend = said("Document"), said("Activity")
    return charted(
        title,
        said("When documents and activities came to be"),
        timeline.parts(lanes, measure, paper(), across(options), legend=legend),
        _told(lanes, language),
        language=language,
        options=options,
        note=note,
    )


def _by_phase(
    session: Session, scheme_id: int | None, language: str
) -> tuple[list[timeline.Lane], int] | None:
    scheme = next((row for row in schemes(session) if scheme_id in (None, row.id)), None)
    if scheme is None:
        return None
    shown = swimlanes(session, scheme.id)
    lanes = [
        timeline.Lane(
            lane.phase.name,
            lane.phase.colour or PALETTE[number % len(PALETTE)],
            _moments(lane.items),
            _day(lane.phase.date_from),
            _day(lane.phase.date_to),
        )
        for number, lane in enumerate(shown.lanes)
    ]
    if shown.between:
        lanes.append(
            timeline.Lane(words(language).gettext("In no phase"), "slate", _moments(shown.between))
        )
    return lanes, len(shown.undated)


def _by_kind(session: Session, language: str) -> tuple[list[timeline.Lane], int]:
    kinds: dict[str, list[LaneItem]] = defaultdict(list)
    items = dated(session)
    for item in items:
        name = document_kind.name(item.kind, language) if item.target == "document" else ""
        kinds[name or words(language).gettext("Activities")].append(item)
    lanes = [
        timeline.Lane(name, PALETTE[number % len(PALETTE)], _moments(held))
        for number, (name, held) in enumerate(kinds.items())
    ]
    return [each for each in lanes if each.moments], sum(each.date_from is None for each in items)


def _moments(items: Iterable[LaneItem]) -> tuple[timeline.Moment, ...]:
    found = []
    for item in items:
        days = [day for day in (_day(item.date_from), _day(item.date_to)) if day]
        if days:
            found.append(timeline.Moment(min(days), max(days), item.target == "activity"))
    return tuple(sorted(found, key=lambda each: (each.first, each.last)))


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _told(lanes: Sequence[timeline.Lane], language: str) -> str:
    said = words(language)
    lines = []
    for lane in lanes:
        activities = sum(each.activity for each in lane.moments)
        documents = len(lane.moments) - activities
        counts = []
        if documents:
            pattern = said.ngettext("{count} document", "{count} documents", documents)
            counts.append(pattern.format(count=documents))
        if activities:
            pattern = said.ngettext("{count} activity", "{count} activities", activities)
            counts.append(pattern.format(count=activities))
        lines.append(f"{lane.title}: {', '.join(counts) or said.gettext('nothing')}.")
    return " ".join(lines)
