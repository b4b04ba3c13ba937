"""The tables, from documents at the bottom to attempts at the top."""

from app.storage.tables import attempts, questions, sources, upkeep
from app.storage.tables.base import metadata

__all__ = ["attempts", "metadata", "questions", "sources", "upkeep"]
