"""The tables of a report, built from the project and ready to be written."""
