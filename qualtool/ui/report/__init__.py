"""The report workspace: blocks at the left, pages in the middle, choices and checks beside."""
