"""From the flow back to the document, for what is asked for in the order of the page."""

from __future__ import annotations

from sys import maxsize

from newscli.model import Flow, Span, make_span


class WayBack:
    """Says what :meth:`Flow.locate` says; where each run begins behind the one before, without a search."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.starts = [*flow.starts, maxsize]
        self.origins = flow.origins
        self.piece = 0
        """Which piece of the document the run lay in that was asked for last."""

    def locate(self, start: int, end: int) -> Span:
        """Return where a non-empty run of the flow stands in the document, breaks inside it included."""
        starts, piece = self.starts, self.piece
        if start < starts[piece]:
            return self.flow.locate(start, end)
        while starts[piece + 1] <= start:
            piece += 1
        self.piece = piece
        if end > starts[piece + 1]:
            return self.flow.locate(start, end)
        shift = self.origins[piece] - starts[piece]
        return make_span((start + shift, end + shift))
