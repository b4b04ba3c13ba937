"""Files in other people's formats to our questions: recognise a file, read its items, make them into one set."""
