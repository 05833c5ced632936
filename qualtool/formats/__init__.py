"""What a file holds, read into plain values, and plain values written to files."""
