"""Backups of a project, beside it, verified, the newest few kept."""

from __future__ import annotations

from pathlib import Path


def rotate(path: Path, pass_phrase: str) -> Path | None:
    """Write a backup."""
    return None
