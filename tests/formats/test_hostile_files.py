"""Files that are broken, mistaken or made to do harm are refused in a sentence, or read."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.formats import sizes
from tests.formats.checking import read_or_refused
from tests.formats.word_files import W, document, packed, paragraph, paragraphs

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;">]>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FOLDER = Path(__file__).parents[1] / "data" / "formats"


def refused(data: bytes, name: str) -> QualtoolError:
    with pytest.raises(QualtoolError) as caught:
        plugins.read(data, name)
    assert f"“{name}”" in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b" \r\n\t \n", "file_without_text"),
        (b"\xef\xbb\xbf", "file_without_text"),
        ("\u200b\u00a0\f".encode(), "file_without_text"),
        (b"%PDF-1.7 \xe2\xe3", "file_damaged"),
        (b"{\\rtf1\\ansi {\\pict 00}}", "file_without_text"),
        (b"\x89PNG\r\n\x1a\n", "file_is_picture"),
        (b"\xff\xd8\xff\xe0JFIF", "file_is_picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "file_is_picture"),
        (b"\x00\x00\x00\x18ftypheic", "file_is_picture"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt", "file_is_recording"),
        (b"\x00\x00\x00\x18ftypM4A ", "file_is_recording"),
        (b"ID3\x03\x00", "file_is_recording"),
        (OLE, "file_is_old_office"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file_is_encrypted"),
        (b"SQLite format 3\x00" + bytes(90), "file_is_database"),
        (b"<!DOCTYPE html><html><body></body></html>", "file_without_text"),
        (b"\x1f\x8b\x08\x00", "file_is_archive"),
        (b"\x7fELF\x02\x01\x01" + bytes(50), "file_not_text"),
        (random.Random(1).randbytes(5000), "file_not_text"),
    ],
)
@pytest.mark.parametrize("name", ["intervju.txt", "intervju.docx", "intervju.vtt", "intervju.md"])
def test_what_is_no_transcript_is_named_for_what_it_is(data: bytes, key: str, name: str) -> None:
    assert refused(data, name).key == key


def test_json_without_words_is_refused_and_brackets_in_a_note_are_not() -> None:
    for empty in (b'{"segments": []}', b'{"text": 7}', b"[[[]]]", b'[{"timestamp": "x"}]'):
        assert refused(empty, "a.json").key == "file_without_text"
    assert refused(b'{"segments": [{"text": "Vi', "a.json").key == "file_damaged"
    assert refused(b"[" * 100_000, "a.json").key == "file_damaged"
    assert plugins.read(b"[latter] Ja.", "a.txt").text == "[latter] Ja."


def test_other_packed_files_are_named_for_what_they_are() -> None:
    assert refused(packed({"xl/workbook.xml": "x"}), "a.xlsx").key == "file_damaged"
    assert refused(packed({"mimetype": "application/x"}), "a.odt").key == "file_is_office"
    assert refused(packed({"a.txt": "hei"}), "a.zip").key == "file_is_archive"
    assert refused(packed({"a.txt": "hei"}), "a.docx").key == "docx_without_text"
    assert refused(b"PK\x03\x04 og tull", "a.zip").key in ("file_is_archive", "file_damaged")


def test_a_word_document_without_its_text_is_refused() -> None:
    no_text = packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"})
    assert refused(no_text, "a.docx").key == "docx_without_text"
    no_body = packed({"word/document.xml": f'<w:document xmlns:w="{W}"/>'})
    assert refused(no_body, "a.docx").key == "file_damaged"
    assert refused(document(paragraph("")), "a.docx").key == "file_without_text"
    relations = packed({"_rels/.rels": "<kaputt", "word/document.xml": "<w"})
    assert refused(relations, "a.docx").key == "file_damaged"


def test_a_cut_off_word_document_is_refused_wherever_it_is_cut() -> None:
    whole = paragraphs(*[f"Avsnitt nummer {n} om noe." for n in range(200)])
    for cut in range(4, len(whole) - 1, max(1, len(whole) // 40)):
        assert refused(whole[:cut], "a.docx").key == "file_damaged"


def test_a_word_document_with_flipped_bytes_is_read_or_refused() -> None:
    whole = bytearray(paragraphs(*[f"Avsnitt nummer {n} om noe." for n in range(50)]))
    chance = random.Random(2)
    for _ in range(120):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        read_or_refused(bytes(broken), "a.docx")


def test_an_encrypted_part_is_refused() -> None:
    whole = bytearray(paragraphs("Hei"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = whole.find(mark)
        while found >= 0:
            whole[found + at] |= 1
            found = whole.find(mark, found + 4)
    assert refused(bytes(whole), "a.docx").key == "file_is_encrypted"


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<!DOCTYPE a [<!ENTITY d SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    ],
)
def test_xml_with_declarations_is_refused(head: str) -> None:
    entity = "&d;" if "ENTITY" in head else "hei"
    body = f"<w:body><w:p><w:r><w:t>{entity}</w:t></w:r></w:p></w:body>"
    xml = f'{head}<w:document xmlns:w="{W}">{body}</w:document>'
    for encoding in ("utf-8", "utf-16"):
        data = packed({"word/document.xml": xml.encode(encoding)})
        assert refused(data, "a.docx").key == "file_damaged"


def test_endlessly_deep_xml_is_refused_and_deep_xml_is_read() -> None:
    deep = "<w:sdt>" * 100_000
    assert refused(document(deep + "</w:sdt>" * 100_000), "a.docx").key == "file_damaged"
    nested = "<w:sdt>" * 200 + paragraph("Dypt") + "</w:sdt>" * 200
    assert plugins.read(document(nested), "a.docx").text == "Dypt"


def test_zip_bombs_are_refused_before_they_unpack() -> None:
    bomb = packed({"word/document.xml": b"a" * 30_000_000})
    assert refused(bomb, "a.docx").key == "file_unpacks_too_large"
    many = packed({f"word/{n}.xml": "" for n in range(20_001)})
    assert refused(many, "a.docx").key == "file_unpacks_too_large"


def test_a_zip_that_lies_of_its_sizes_is_refused_while_it_unpacks() -> None:
    data = bytearray(packed({"word/document.xml": b"a" * (sizes.UNPACKED + 10)}))
    entry = data.find(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data), "a.docx").key in ("file_unpacks_too_large", "file_damaged")
    noise = random.Random(3).randbytes(300_000).hex().encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", noise * 30)
    assert refused(buffer.getvalue(), "a.docx").key == "file_unpacks_too_large"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"a" * (sizes.TEXT + 1)),
        ("a.md", b"a" * (sizes.MARKDOWN + 1)),
        ("a.txt", b"\n" * (sizes.LINES + 1)),
        ("a.txt", b"I: a\n" * (sizes.PARTS + 1)),
        ("a.md", b"a\n\n" * sizes.MARKDOWN_LINES),
        ("a.vtt", b"WEBVTT\n\n" + b"0:01.0 --> 0:02.0\na\n" * (sizes.PARTS + 1)),
        ("a.srt", b"0:01.0 --> 0:02.0\na\n" * (sizes.PARTS + 1)),
        ("a.docx", document("<w:p a='1'/>" * (sizes.PARTS + 1))),
    ],
)
def test_what_is_far_too_large_is_refused(name: str, data: bytes) -> None:
    assert refused(data, name).key in ("file_too_large", "file_too_long")


def test_a_file_on_disk_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "svær.txt"
    with huge.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    program = (
        "import resource, sys; from pathlib import Path; from qualtool import plugins\n"
        "resource.setrlimit(resource.RLIMIT_AS, (500 * 2**20, 500 * 2**20))\n"
        "try: plugins.read_file(Path(sys.argv[1]))\n"
        "except plugins.QualtoolError as error: print(error.key)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(huge)],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert done.stdout.strip() == "file_too_large"


ADVERSARIES = {
    "spaces": b"a" + b" " * 100_000 + b"b",
    "colons": b":" * 100_000,
    "brackets": b"[" * 100_000,
    "hashes": b"#" * 100_000,
    "stamps": b"[00:00:01] hei " * 6_000,
    "half stamps": b"00:00:00:" * 12_000,
    "dots": b"a." * 60_000,
    "closing": (b"a." + b")" * 2000 + b"b\n") * 100,
    "digits": b"1" * 100_000 + b":",
    "dashes": b"-" * 100_000,
    "tabs": b"a" + b"\t" * 60_000 + b"b",
    "names": b"Ab " * 40_000,
    "voices": b"WEBVTT\n\n0:01.0 --> 0:02.0\n" + b"<v a" * 100_000,
    "tags": b"WEBVTT\n\n0:01.0 --> 0:02.0\n" + b"<c." * 100_000,
    "entities": b"WEBVTT\n\n0:01.0 --> 0:02.0\n" + b"&#" * 100_000,
    "arrows": b"WEBVTT\n\n" + b"00:00:00.000 " * 5000 + b"--> \n",
    "front": b"---\n" + b"a: b\n" * 4_000,
    "comments": b"<!--" * 100_000,
    "backticks": b"".join(b"`" * n + b" " for n in range(400)),
    "quotes": b">" * 60_000 + b"a",
    "links": b"[a](" * 3_000,
    "rows": b"|a|b|\n|-|-|\n" + b"|c|d|\n" * 1500,
    "emphasis": b"a**a_" * 3_000,
}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.vtt", "a.srt"])
@pytest.mark.parametrize("adversary", ADVERSARIES)
def test_no_pattern_is_slow_on_any_input(adversary: str, name: str) -> None:
    """Bounded input that would take minutes with a pattern that tries twice what it has tried."""
    read_or_refused(ADVERSARIES[adversary], name)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.*")), ids=lambda path: path.name)
def test_mutated_files_are_read_or_refused(path: Path) -> None:
    chance = random.Random(path.name)
    whole = path.read_bytes()
    for _ in range(40):
        data = bytearray(whole)
        match chance.randrange(5):
            case 0:
                data = data[: chance.randrange(len(data))]
            case 1:
                at, length = chance.randrange(len(data)), chance.randrange(60)
                data[at:at] = data[at // 2 : at // 2 + length]
            case 2:
                for _ in range(8):
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 3:
                text = whole.decode("utf-8", "replace")
                encoding = chance.choice(["utf-16", "windows-1252", "mac-roman", "utf-16-be"])
                data = bytearray(text.encode(encoding, "replace"))
            case _:
                lines = bytes(data).split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
        read_or_refused(bytes(data), path.name)
