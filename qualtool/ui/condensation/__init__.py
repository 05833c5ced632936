"""Meaning condensed in the window: units, what they say in short, and the sub-groups they make."""
