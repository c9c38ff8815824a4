"""What formats other than HTML need of their own."""
