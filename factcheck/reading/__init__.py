"""From a path, standard input, bytes or a string to an Article."""
