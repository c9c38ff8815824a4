"""Checksums of texts: SHA-256 over UTF-8, and the short form that citations carry."""

from __future__ import annotations

import hashlib
import re

from annotated_corpus.language.letters import seen
from annotated_corpus.model import Article

SHORT = 12
_SPACE = re.compile(r"\s{2,}|[^\S ]")  # a single space stays as it is


def fingerprint(article: Article) -> str:
    """Return a digest of an article as far as claims and names depend on it: its text, blocks and sentences."""
    parts = [article.id, article.seed.sha256, article.seed.metadata.lang]
    for block in article.blocks:
        spans = " ".join(f"{each.start}-{each.end}" for each in block.furniture)
        ends = " ".join(f"{each.id}:{each.start}-{each.end}" for each in block.sentences)
        parts.append(f"{block.id} {block.kind} {block.start} {block.end} [{spans}] {ends}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def digest(text: str) -> str:
    """Return the SHA-256 of ``text`` in 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def checksum(text: str) -> str:
    """Return the checksum that a citation carries: ``sha256:`` and 12 digits."""
    return f"sha256:{digest(text)[:SHORT]}"


def plain(text: str) -> str:
    """Return ``text`` as readers see it, each run of white space as one space: re-wrapping a line changes no words."""
    return _SPACE.sub(" ", seen(text)).strip()
