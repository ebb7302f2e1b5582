"""Headlines (标题)."""

from newscli.extractors.headline.read import read_headline

__all__ = ["read_headline"]
