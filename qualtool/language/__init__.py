"""What the program knows of Norwegian and English sentences."""
