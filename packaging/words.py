"""Bring the catalogues of bokmål and nynorsk up to date with the words in the source.

    .venv/bin/python packaging/words.py

New messages enter `resources/locale/*/LC_MESSAGES/qualtool.po` without a translation, those that
are gone leave it, and `qualtool.mo`, which the program reads, is compiled anew. The same words
always give the same bytes: no dates, no line numbers.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
LANGUAGES: Final = {"nb": "bokmål", "nn": "nynorsk"}
# `said` is what a report calls the words of a language of its own.
KEYWORDS: Final = {"_": None, "gettext": None, "said": None, "mark": None, "ngettext": (1, 2)}


class Words(Catalog):
    """A catalogue whose head says what is needed to read it and nothing that changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The fields at the head of the file."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    @mime_headers.setter
    def mime_headers(self, _found: object) -> None:
        pass  # what a file says of itself is not kept


def place(language: str) -> Path:
    """The catalogue that is translated, of `nb` or `nn`."""
    return ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "qualtool.po"


def compiled_place(language: str) -> Path:
    """The catalogue that the program reads, of `nb` or `nn`."""
    return place(language).with_suffix(".mo")


def extracted() -> Catalog:
    """Every message in the source."""
    catalogue = Catalog()
    for module in sorted((ROOT / "qualtool").rglob("*.py")):
        name = module.relative_to(ROOT).as_posix()
        for line, message, _comments, _context in extract_from_file("python", module, KEYWORDS):
            catalogue.add(message, locations=[(name, line)])
    return catalogue


def read(language: str) -> Catalog:
    """A catalogue as it has been translated so far; empty where there is none yet."""
    catalogue = Words(locale=language, fuzzy=False)
    file = place(language)
    if file.exists():
        PoFileParser(catalogue, abort_invalid=True).parse(
            file.read_text(encoding="utf-8").splitlines()
        )
    catalogue.header_comment = (
        f"# Qualtool in {LANGUAGES[language]}. English stands in the source; see CONTRIBUTING.md."
    )
    return catalogue


def updated(language: str) -> Catalog:
    """A catalogue with the messages that the source has now, and their translations if any."""
    catalogue = read(language)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as the file that is translated."""
    file = io.BytesIO()
    write_po(
        file, catalogue, width=0, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue as the file that the program reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its head."""
    return (message for message in catalogue if message.id)


def is_translated(message: Message) -> bool:
    """Whether every form of a message has its words, and nobody doubts them."""
    forms = (message.string,) if isinstance(message.string, str) else (message.string or ("",))
    return all(forms) and not message.fuzzy


def main() -> None:
    """Update and compile both catalogues, and say what is left to translate."""
    for language, name in LANGUAGES.items():
        catalogue = updated(language)
        place(language).parent.mkdir(parents=True, exist_ok=True)
        place(language).write_bytes(as_po(catalogue))
        compiled_place(language).write_bytes(as_mo(catalogue))
        left = sum(not is_translated(message) for message in messages(catalogue))
        print(f"{name}: {len(catalogue)} messages, {left} to translate")


if __name__ == "__main__":
    main()
