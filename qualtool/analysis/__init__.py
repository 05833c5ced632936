"""What a project can be asked: counts, lists and tables, read from the store."""
