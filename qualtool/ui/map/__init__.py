"""The thematic map in the window: drawn, arranged by hand, and written as a picture."""
