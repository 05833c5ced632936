"""The project file: its tables, its steps and their history, its backups."""
