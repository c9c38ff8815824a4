"""What is known of words, names and numbers: in any language here, of one language in a folder of its own."""
