"""What large editions cost: corpora made up to any size, and the commands that measure on them."""
