"""The probability that two claims say the same thing, from signals that a person can check by eye."""
