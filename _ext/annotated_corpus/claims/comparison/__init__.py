"""Two claims side by side: which words, names, dates and acts of the one the other has."""
