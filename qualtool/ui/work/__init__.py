"""How the work was done: the trail, snapshots, phases, coverage and self-review."""
