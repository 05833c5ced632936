"""Short signs for people who work on the same thing, so that each can be told from the others."""

from __future__ import annotations

from collections.abc import Iterable


def initials(names: Iterable[str]) -> list[str]:
    """A sign for each name, no two alike: "Marte Berg" MB, "Jonas" Jo, another Jonas Jon.

    Where names of several words share theirs, and where a name has no more letters, a number is
    added.
    """
    found: list[str] = []
    for name in names:
        words = name.split()
        letters = "".join(words)
        signs = [word[0].upper() for word in words]
        wishes = ["".join((*signs[:1], *signs[-1:]))] if len(words) > 1 else []
        wishes += [letters[:count] for count in range(2, max(len(letters), 2) + 1)]
        wishes = [wish[:1].upper() + wish[1:] for wish in wishes if wish] or ["?"]
        taken = set(found)
        free = next((wish for wish in wishes if wish not in taken), "")
        number = 2
        while not free:
            free = f"{wishes[0]}{number}" if f"{wishes[0]}{number}" not in taken else ""
            number += 1
        found.append(free)
    return found
