"""Files of questions and sources to values and back. No database, no Qt."""
