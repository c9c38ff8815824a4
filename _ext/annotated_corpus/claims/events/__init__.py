"""Which articles tell of one event, and so are worth a comparison."""
