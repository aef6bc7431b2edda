"""Cases on disk."""
