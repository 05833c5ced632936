"""The framework matrix in the window: cases by themes, each cell summed up by the researcher."""
