"""Particles of names in any language: ``particles.txt``."""

from __future__ import annotations

from annotated_corpus.language.tables import words

PARTICLES = words(__package__, "particles.txt", "particle")
"""Casefolded: "van den Berg", "de los Santos", "Ortega y Gasset", "Ali ibn Saud"."""
LEADING = PARTICLES - words(__package__, "particles.txt", "within")
"""Those with which a name may begin: "von der Leyen"."""
ARTICLES = words(__package__, "particles.txt", "article")
"""Those of them that follow another one, and alone begin no name in running text: "de la Cruz", "along la Seine"."""
ELIDED = words(__package__, "particles.txt", "elided")
"""Those that have lost a vowel and lean on a name by an apostrophe: "d'Ambrosio"."""
HYPHENED = words(__package__, "particles.txt", "hyphened")
"""Those that lean on a name by a hyphen: "al-Assad"."""
OF_PLACES = words(__package__, "particles.txt", "of places")
"""What joins the parts of a place's name by hyphens: "Stoke-on-Trent"."""
CAPITAL = frozenset(word.capitalize() for word in words(__package__, "particles.txt", "capital"))
"""Those that are particles with a capital too: "Van"."""
FILED = frozenset(word.capitalize() for word in words(__package__, "particles.txt", "filed"))
"""Those that begin a surname where they have a capital: "Van Buren"; small ones ("von", "de la") do not."""
