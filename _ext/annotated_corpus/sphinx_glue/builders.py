"""Builders by what they make."""

from __future__ import annotations

SITES = ("html", "dirhtml")
"""Builders whose output folder is a site of many pages."""
