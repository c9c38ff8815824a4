"""The language of generated pages: each kind of block as a value, with ``write`` and ``read``.

Pages are written by it, and what draws them reads by it; nothing else knows how a block is spelled.
"""
