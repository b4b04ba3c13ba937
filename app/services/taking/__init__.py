"""Taking a quiz: what an attempt holds, one step of it, grading, and its result."""
