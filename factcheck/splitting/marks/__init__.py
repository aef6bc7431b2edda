"""What shows that something asserted or said cannot be looked up: one module a kind, each of small rules that give the words."""
