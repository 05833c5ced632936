"""Lists and trees as Qt wants them: they show rows and change nothing."""
