"""What dates and figures in a text mean: two grammars that reading, splitting and checking share."""
