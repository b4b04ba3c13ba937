"""Putting questions, sets, sources and works into the library: each as a version that never changes again."""
