"""The report: readings as one self-contained page on which an editor checks every number against its text."""

from newscli.report.render import render_report

__all__ = ["render_report"]
