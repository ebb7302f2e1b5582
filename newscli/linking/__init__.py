"""Linking: from quantities to numeric facts with subject, place and period."""

from newscli.linking.link import link

__all__ = ["link"]
