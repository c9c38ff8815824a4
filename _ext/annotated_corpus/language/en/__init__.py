"""English: its words, their stems and spellings, its outlets and units."""
