"""How much of what a careful reader finds the program finds, on the gold pages of ``seeds/``."""
