"""The commands, a file each, imported when one is asked for."""
