"""How a library comes from an older revision to the newest. Loaded only where its revision is another one."""
