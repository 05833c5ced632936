"""The transcript as it is read and coded."""
