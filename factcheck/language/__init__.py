"""English, known once: its sentences and quotation marks, its calendar, names and titles, and the word lists that every room reads.

The lists are TOML files in `data/`, which say where their words come from; `lexicon` reads them. Nothing here needs a parse.
"""
