"""The knowledge: one folder a kind, rules beside their tables."""
