"""Footnote: a quiz program whose every answer shows its source."""

__version__ = "0.1.0"
