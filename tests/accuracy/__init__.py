"""How much of what a careful reader finds the program finds: precision and recall per kind on the gold pages of ``seeds/``."""
