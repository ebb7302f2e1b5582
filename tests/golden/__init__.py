"""What the program prints now, byte for byte, on small pages."""
