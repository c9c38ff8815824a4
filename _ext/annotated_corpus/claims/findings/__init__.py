"""What is said of two matching claims: how they relate, on what basis they agree, in what they differ."""
