"""What generated pages are made of: directives, roles and nodes, and how each is drawn in every format."""
