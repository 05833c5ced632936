"""Texts in old and new encodings come out as they were written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.errors import QualtoolError
from qualtool.formats.decoding import decode, peek

NORWEGIAN = (
    "Jeg så på «kåken» – og «ÆØÅ» var blå … “ja”, sa han. Én øl, å få åtte år.\n"
    "Hilsen Åse, 5 °C og 100 % fornøyd. Idé på kafé: rømmegrøt!\n"
)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("windows-1252", "windows-1252"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_norwegian_is_read_in_every_encoding_without_a_word(encoding: str, named: str) -> None:
    decoded = decode(NORWEGIAN.encode(encoding), "x.txt")
    assert (decoded.text, decoded.encoding, decoded.cautions) == (NORWEGIAN, named, ())


@pytest.mark.parametrize(
    "words", ["blåbær", "Å gå", "grøt", "ÆRE", "«hei»", "på – og av", "idé", "ÅSE", "så …"]
)
@pytest.mark.parametrize("encoding", ["windows-1252", "mac-roman"])
def test_one_word_is_enough_to_tell_the_encoding(words: str, encoding: str) -> None:
    decoded = decode(f"dette er {words} her\n".encode(encoding), "x.txt")
    assert decoded.text == f"dette er {words} her\n"


@pytest.mark.parametrize("words", ["blåbær", "Å gå", "grøt", "ÆRE", "ÅSE", "sånn ærlig, øl"])
@pytest.mark.parametrize("encoding", ["cp865", "cp850"])
def test_norwegian_of_dos_is_known_by_where_its_letters_stand(words: str, encoding: str) -> None:
    decoded = decode(f"dette er {words} her\n".encode(encoding), "x.txt")
    assert decoded.text == f"dette er {words} her\n"
    assert decoded.encoding in ("cp865", "cp850")
    assert decoded.cautions == ()


def test_latin_1_is_read_with_its_own_line_ends() -> None:
    decoded = decode("Blåbær\x85grøt\x85på\x85".encode("iso-8859-1"), "x.txt")
    assert decoded.text == "Blåbær\ngrøt\npå\n"
    assert decoded.encoding == "iso-8859-1"


def test_an_uncertain_encoding_is_told_with_the_alternatives() -> None:
    decoded = decode("Привет, как дела сегодня".encode("windows-1251"), "x.txt")
    assert [caution.key for caution in decoded.cautions] == ["encoding_uncertain"]
    assert "windows-1252" in decoded.cautions[0].message
    assert "mac-roman" in decoded.cautions[0].message
    assert "cp865, cp850" in decoded.cautions[0].message


def test_a_chosen_encoding_is_used() -> None:
    data = "Привет".encode("windows-1251")
    assert decode(data, "x.txt", "windows-1251").text == "Привет"
    lossy = decode(b"bl\xe5", "x.txt", "utf-8")
    assert lossy.text == "bl�"
    assert [caution.key for caution in lossy.cautions] == ["signs_lost"]


@pytest.mark.parametrize("name", ["klingon", "zip", "idna\0"])
def test_an_unknown_encoding_is_refused_by_name(name: str) -> None:
    with pytest.raises(QualtoolError) as refused:
        decode(b"hei", "intervju.txt", name)
    assert refused.value.key == "encoding_unknown"
    assert "intervju.txt" in str(refused.value)


def test_text_that_was_encoded_twice_is_put_right_and_said_so() -> None:
    twice = "Blåbær på «tunet» – ja".encode().decode("windows-1252").encode()
    decoded = decode(twice, "x.txt")
    assert decoded.text == "Blåbær på «tunet» – ja"
    assert [caution.key for caution in decoded.cautions] == ["encoded_twice"]
    half = ("Ã¸ Ã¸ " + "ł").encode()
    assert decode(half, "x.txt").text == half.decode()


def test_a_few_wrong_bytes_in_utf_8_are_read_as_windows() -> None:
    data = ("På blåbærtur med rømmegrøt på tunet. " * 2).encode() + b"\xab\xe5\xbb"
    decoded = decode(data, "x.txt")
    assert decoded.text.endswith("«å»")
    assert [caution.key for caution in decoded.cautions] == ["encoding_mixed"]
    assert "3 signs" in decoded.cautions[0].message


def test_halves_of_characters_are_joined_or_marked() -> None:
    data = "ja \ud83d\ude00 nei \ud800 så".encode("utf-8", "surrogatepass")
    decoded = decode(data, "x.txt")
    assert decoded.text == "ja 😀 nei � så"
    assert [caution.key for caution in decoded.cautions] == ["signs_lost"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\r\nb\rc\vd\x85e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("\ufeffa\u200bb\u00adc\u2060d\x00e\x07f", "abcdef"),
        ("1\u00a0000\u202f000\u2007kr", "1 000 000 kr"),
        ("A\u030a og e\u0301", "Å og é"),
        ("ﬁnne ﬂagg eﬀekt", "finne flagg effekt"),
        ("x² ½ ™ Ⅳ", "x² ½ ™ Ⅳ"),
        ("\uf0b7 punkt", "• punkt"),
        ("👩\u200d👧 a\u200db", "👩\u200d👧 ab"),
        ("side\fside", "side\fside"),
    ],
)
def test_what_cannot_be_seen_is_evened_out_and_nothing_else(written: str, kept: str) -> None:
    assert decode(written.encode(), "x.txt").text == kept


@pytest.mark.parametrize(
    "data", [b"\x00" * 500, bytes(range(256)) * 20, b"ab\x01\x02\x03\x04\xff\xfe\x00\x01" * 50]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(QualtoolError) as refused:
        decode(data, "bilde.txt")
    assert refused.value.key == "file_not_text"
    assert "bilde.txt" in str(refused.value)
    assert peek(b"\x00" * 500) == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_peek_shows_the_beginning(encoding: str) -> None:
    assert peek(("WEBVTT\n" + NORWEGIAN).encode(encoding)).startswith("WEBVTT\nJeg så")


def test_thousands_of_accents_on_one_letter_are_cut() -> None:
    decoded = decode(("a" + "\u0301\u0323" * 200_000 + " b…" + "…" * 200).encode(), "x.txt")
    assert len(decoded.text) < 300
    assert decoded.text.endswith(" b" + "…" * 201)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x.txt")
    except QualtoolError as error:
        refusal = str(error)
    else:
        assert unicodedata.is_normalized("NFC", decoded.text)
        assert "\r" not in decoded.text
        assert decoded.text.encode().decode() == decoded.text  # no half characters
        return
    assert "x.txt" in refusal


@given(st.text(alphabet="abcdeæøåÆØÅ «»–….,\n", min_size=1, max_size=200))
def test_norwegian_text_comes_back_from_windows_1252(text: str) -> None:
    decoded = decode(text.encode("windows-1252"), "x.txt", "windows-1252")
    assert decoded.text == text
