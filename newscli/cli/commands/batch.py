"""``newscli batch``."""
