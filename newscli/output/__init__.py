"""From readings to rows, and from rows to files."""
