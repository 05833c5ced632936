"""The board: codes as cards, themes as columns, painted in one go and moved by mouse and keys."""
