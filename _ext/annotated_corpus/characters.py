"""Characters that no page may hold: controls, and what Unicode says is no character; and those that show nothing."""

from __future__ import annotations

import re
import unicodedata

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""The controls of Unicode but for white space, and what is no character: XML allows few of them, readers see none."""


def controls(text: str) -> str:
    """Return the names of such characters in a text, as in "U+0000, U+0007"; empty if it has none."""
    return ", ".join(sorted({f"U+{ord(each):04X}" for each in CONTROL.findall(text)}))


_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
"""What acts on a terminal or ends a line instead of being seen: controls, marks of direction, half characters."""


def visible(text: str) -> str:
    r"""Return a text as one line of a message or a terminal, with what would act there spelled out: ESC as ``\x1b``."""
    return _ACTING.sub(lambda found: ascii(found[0])[1:-1], text)


def invisible(text: str) -> bool:
    """Whether readers would see nothing of a text: white space, controls, and marks that only shape what is beside."""
    return all(each.isspace() or unicodedata.category(each) in ("Cc", "Cf", "Mn") for each in text)
