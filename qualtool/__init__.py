"""Qualtool: code interviews and build themes from them, offline and in confidence."""

__version__ = "0.1.0"
