"""Particles of names: the small words that stand before or between the parts of one, in any language. Data only."""

from __future__ import annotations

PARTICLES = frozenset(
    """
    af al abu av bin bint ben da das de degli dei del della delle dello den der des di do dos du e el ibn ka la las le
    les lo los op ould te ten ter ud ul van van't vom von y zu zum zur 't
    """.split()
)
"""Casefolded: "van den Berg", "de los Santos", "Ortega y Gasset", "Ali ibn Saud"."""

ELIDED = frozenset({"d", "l", "dall", "degl", "dell", "all"})
"""Those that have lost a vowel and lean on a name by an apostrophe: "d'Ambrosio"."""
