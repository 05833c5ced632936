"""How fast a long PDF is read. Run with `pytest tests/benchmarks --benchmark-only`."""

from __future__ import annotations

import resource
from typing import Any

from qualtool import plugins
from tests.formats.pdf_files import paragraph, pdf

PAGES = 300
LINE = "Samarbeidet mellom kontorene tok tid, og det var sjelden noen sa hva de ville med det"


def long_report() -> bytes:
    """A report of full pages with a running head and page numbers."""
    return pdf(
        *(
            [
                (70.0, 800.0, 9.0, "Rapport om samarbeid"),
                (290.0, 40.0, 9.0, str(page + 1)),
                *paragraph(70, 760, *(f"{LINE} {page}.{line}" for line in range(45)), size=10),
            ]
            for page in range(PAGES)
        )
    )


def test_three_hundred_pages_of_pdf(benchmark: Any) -> None:
    data = long_report()
    source = benchmark.pedantic(plugins.read, args=(data, "rapport.pdf"), rounds=2)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"\n{PAGES} pages, {len(source.text):,} characters: "
        f"{benchmark.stats['min']:.2f} s, at most {most} MB"
    )
    assert len(source.locators) == PAGES
