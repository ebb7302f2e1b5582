"""Headlines (标题)."""

from newscli.extractors.headline.read import POINTS, read_headline

__all__ = ["POINTS", "read_headline"]
