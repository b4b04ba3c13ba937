"""Typed answers: reading words, numbers and dates as people write them, and comparing them with a key."""
