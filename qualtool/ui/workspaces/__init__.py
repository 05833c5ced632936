"""The workspaces of the rail, in the order of the work."""
