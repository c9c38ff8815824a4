"""The search for large editions, by Pagefind; Sphinx's own is mended in `upstream`."""
