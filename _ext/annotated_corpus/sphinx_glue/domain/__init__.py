"""The domain ``corpus``: what can be cited, what is cited, and where it leads."""
