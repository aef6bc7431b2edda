"""From an Article and its claims to flags."""
