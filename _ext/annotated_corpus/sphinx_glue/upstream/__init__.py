"""What Sphinx and docutils lack or do otherwise: each module works around one thing, and goes when that does."""
