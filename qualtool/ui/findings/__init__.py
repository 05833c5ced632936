"""The findings in the window: themes in order, with what is written and quoted of each."""
