"""The teacher's pages, behind the door."""
