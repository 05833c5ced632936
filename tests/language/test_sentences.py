"""A sentence is what a Norwegian reader takes for one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualtool.language.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["Altså … det tok jo tid.", "Så gikk det bedre."],
        ["Vi møttes f.eks. på kafeen kl. 10.30 den 3. mai.", "Det var fint."],
        ["Han sa: «Kom hit.»", "«Nei», sa jeg."],
        ["«Kan ikke dere bare møtes, da?» spurte han.", "Ja!"],
        ["Og så …", "Ja, det ble stille."],
        ["Vi drev med kurs, samlinger osv.", "Men ingen kom."],
        ["Dvs. at vi ventet, jf. avtalen m.m. og alt det der.", "Ikke sant?"],
        ["Det er ca. 30 stk. i kap. 4, pkt. 2.", "Det holder."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize("language", ["nb", "nn", "en", "other"])
def test_every_language_has_sentences(language: str) -> None:
    assert sentence_at("One thing. Another thing.", 14, language) == (11, 25)


def test_between_sentences_the_next_one_is_meant() -> None:
    text = "Det ene.   Det andre."
    assert sentence_at(text, 9) == (11, 21)
    assert sentence_at(text, 0) == (0, 8)
    assert sentence_at(text, len(text)) == (11, 21)


def test_an_empty_paragraph_has_no_sentence() -> None:
    assert sentence_at("", 0) == (0, 0)
    assert sentence_at("   ", 1) == (1, 1)


def test_in_a_very_long_paragraph_only_the_surroundings_are_read() -> None:
    text = "Så gikk vi hjem igjen. " * 10_000
    start, end = sentence_at(text, 120_000)
    assert text[start:end] == "Så gikk vi hjem igjen."
    assert start <= 120_000 <= end + 1


def test_spacy_is_not_loaded_before_a_sentence_is_asked_for() -> None:
    code = "import sys, qualtool.language.sentences; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
