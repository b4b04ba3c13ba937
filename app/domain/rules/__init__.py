"""The scoring rules, one small module for each family, and their names."""
