"""Values and pure functions of the field: questions, responses, sources and scores. No Qt, no database, no files."""
