"""``newscli explain``."""
