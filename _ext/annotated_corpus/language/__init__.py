"""What is known of words, names and numbers: in any language here, of one language in a folder of its own.

A language has a folder called as its code ("en"), a package of tables and modules. One that has none gets what holds
for any: figures, quotation marks, equal strings.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def known() -> frozenset[str]:
    """Return the codes of the languages that have a folder."""
    folders = files(__package__).iterdir()
    return frozenset(each.name for each in folders if each.is_dir() and each.joinpath("__init__.py").is_file())


def folder(tag: str) -> str:
    """Return which folder a language has by its tag (BCP 47), empty if it has none: "en" for "en-GB", none for "de".

    A text whose language nobody states is taken for English, which this project was made for.
    """
    code = tag.replace("_", "-").split("-")[0].casefold() or "en"
    return code if code in known() else ""
