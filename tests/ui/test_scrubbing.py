"""A report of a fault says where it happened, and nothing that anybody said."""

from __future__ import annotations

import pytest

from qualtool.ui.scrubbing import report

SECRET = "Jeg sa det til mannen min den kvelden"


def fails_with(error: BaseException) -> BaseException:
    words = SECRET  # a local that a report must not hold
    try:
        raise error
    except BaseException as met:
        assert words
        return met


def told(error: BaseException) -> str:
    return report(type(error), error, error.__traceback__)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"could not convert: {SECRET}"),
        KeyError(SECRET),
        RuntimeError(SECRET),
        AssertionError(SECRET),
        IndexError(SECRET),
        UnicodeEncodeError("ascii", SECRET, 0, 1, SECRET),
        OSError(2, "No such file", f"/home/kari/{SECRET}.docx"),
        ModuleNotFoundError(SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_message_that_can_quote_is_kept(error: BaseException) -> None:
    words = told(fails_with(error))
    assert SECRET not in words
    assert "kari" not in words
    assert type(error).__name__ in words
    assert "fails_with" in words


def test_messages_about_the_program_alone_are_kept() -> None:
    words = told(fails_with(AttributeError("'Reader' object has no attribute 'zoom'")))
    assert "'Reader' object has no attribute 'zoom'" in words


def test_what_led_to_the_fault_is_told_too_and_scrubbed_too() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise TypeError("unsupported operand") from first
    except TypeError as error:
        words = told(error)
    assert words.index("KeyError") < words.index("TypeError: unsupported operand")
    assert SECRET not in words


def test_no_folder_of_the_researchers_is_named() -> None:
    words = told(fails_with(ValueError()))
    assert "/root" not in words
    assert "/home" not in words
    assert "Qualtool " in words.splitlines()[0]
