"""English as the word lists and the rules beside them have it."""
