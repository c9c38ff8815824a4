"""Slugs of articles: what one may look like, and how a file name becomes one.

A slug starts every anchor of its article, so no slug may look like an anchor, take a name that
the edition needs for itself, or be changed by docutils (``docutils.nodes.make_id``).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
RESERVED = frozenset("index comparison people places sources person place story match search genindex modindex".split())
PREFIXES = ("person-", "place-", "story-", "match-", "articles-", "people-", "places-", "comparison-")
_ANCHOR_TAIL = re.compile(r"-(?:[phcxb]\d+[a-z]*|title\d*|s\d+[a-z]*)$")


def objection(slug: str) -> str:
    """Say what is wrong with ``slug`` and what to do, or return an empty string."""
    if not SLUG.fullmatch(slug):
        return f"slug {slug!r} must be small letters a to z, digits and single hyphens, and start with a letter"
    if slug in RESERVED:
        return f"slug {slug!r} is a name that the edition needs for itself; choose another"
    if slug.startswith(PREFIXES):
        return f"slug {slug!r} starts like the entries of the edition ({', '.join(PREFIXES)}); choose another"
    if found := _ANCHOR_TAIL.search(slug):
        return f"slug {slug!r} ends like an anchor ({found[0]}); choose another"
    return ""


def from_stem(stem: str) -> str:
    """Return a slug for the file name ``stem`` (without ``.txt``): ``000_8bc2`` gives ``seed-000-8bc2``.

    What Latin script cannot spell is replaced by a checksum of the name, so that it stays stable.
    """
    plain = unicodedata.normalize("NFKD", stem).casefold()
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    slug = re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
    if re.search(r"[^\W_]", re.sub(r"[a-z0-9]", "", kept)):
        slug = f"{slug}-{_short(stem)}".strip("-")
    if not slug:
        slug = _short(stem)
    if not slug[0].isalpha() or slug in RESERVED or slug.startswith(PREFIXES):
        slug = f"seed-{slug}"
    if _ANCHOR_TAIL.search(slug):
        slug = f"{slug}-{_short(stem)}"
    return slug


def _short(stem: str) -> str:
    # The letter in front keeps a checksum of digits and one small letter from looking like an anchor's tail.
    return "n" + hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
