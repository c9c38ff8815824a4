"""Words that carry grammar, not matter: they do not make a match."""

from __future__ import annotations

_WORDS = """
a about above after again against ago all also although am among an and any are aren't around as at away
be became because become been before behind being below between both but by
can can't cannot could couldn't
did didn't do does doesn't doing don't down during
each either else even ever every
few for from further
had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how however
i i'd i'll i'm i've if in into is isn't it it's its itself
just
let's like
many may me might more most much must my myself
near neither no nor not now
of off on once one only onto or other our ours ourselves out over own
per
quite
rather really
same shall she she'd she'll she's should shouldn't since so some still such
than that that's the their theirs them themselves then there there's these they they'd they'll they're they've
this those though through to too toward towards
under until up upon us
very via
was wasn't we we'd we'll we're we've well were weren't what what's when where whether which while who who's whom
whose why will with within without won't would wouldn't
yet you you'd you'll you're you've your yours yourself
mr mrs ms dr
say told tell according add
"""

FUNCTION_WORDS = frozenset(_WORDS.split())

COMMONEST = frozenset(
    "a an the of in on at to for by and as it is are was were be been being say tell add mr mrs ms dr".split()
)
"""Words that any two sentences may share."""
