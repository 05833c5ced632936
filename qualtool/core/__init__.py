"""Plain values and functions: no files, no database, no window."""
