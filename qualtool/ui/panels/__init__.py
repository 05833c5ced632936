"""Parts of a workspace: each shows one thing and says what was wished for."""
