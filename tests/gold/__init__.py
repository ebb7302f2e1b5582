"""Gold pages: written by hand with the answers marked in the text; never derived from what the program prints."""
