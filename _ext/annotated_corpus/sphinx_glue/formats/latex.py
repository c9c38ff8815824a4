"""The printed edition: what LaTeX needs for the parts of an article, every script and both directions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_SET = {f"corpus-{kind}": f"corpus{kind}" for kind in ("highlight", "caption", "credit")}
"""Environments of corpus-type.sty by the class of a paragraph."""
_STYLES = Path(__file__).parent.parent.parent / "static_latex"
_LETTERS = {
    "babel": r"\usepackage[bidi=basic]{babel}",
    "polyglossia": "",
    "fontpkg": r"\usepackage{corpus-letters}",
}
"""What Sphinx is told under LuaLaTeX, the one engine that looks for a missing letter in other fonts."""


class SetHead(SphinxPostTransform):
    """Print what is stated of an article as one line, with its rights below."""

    default_priority = 590
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Replace the field lists at the heads of articles."""
        for fields in list(self.document.findall(nodes.field_list)):
            if "corpus-head" not in fields["classes"]:
                continue
            line, below = nodes.paragraph(), nodes.paragraph()
            for field in fields.findall(nodes.field):
                words = [child for part in field[1].children for child in part.children]
                if "corpus-head-rights" in field["classes"]:
                    below += words
                else:
                    line += [*([nodes.Text(" · ")] if line.children else []), *words]
            fields.replace_self(
                [node for each in (line, below) if each.children for node in _inside("corpushead", each)]
            )


class SetParagraphs(SphinxPostTransform):
    """Set highlights, captions and credits as what they are, and each paragraph the way that its letters run.

    As in browsers, the first letter with a direction decides.
    """

    default_priority = 595
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Put environments around paragraphs."""
        for paragraph in list(self.document.findall(nodes.paragraph)):
            for class_ in paragraph["classes"]:
                if class_ in _SET:
                    paragraph.replace_self(list(_inside(_SET[class_], paragraph)))
            if language := _language(paragraph.astext()):
                paragraph.replace_self(list(_inside("corpusrtl", paragraph, language)))


def _inside(environment: str, node: nodes.Node, argument: str = "") -> Iterator[nodes.Node]:
    stated = f"{{{argument}}}" if argument else ""
    yield nodes.raw("", f"\n\n\\begin{{{environment}}}{stated}\n", format="latex")
    yield node
    yield nodes.raw("", f"\n\n\\end{{{environment}}}\n\n", format="latex")


def _language(text: str) -> str:
    """Return the language whose rules set a text that runs from right to left, empty for any other."""
    direction = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), "")
    return {"R": "hebrew", "AL": "arabic"}.get(direction, "")


def _choose(_app: Sphinx, config: Config) -> None:
    """Set fonts and directions under LuaLaTeX, where conf.py says nothing of them; no page depends on the value."""
    if config.latex_engine == "lualatex":
        config.latex_elements = {**_LETTERS, **config.latex_elements}


def _add(app: Sphinx) -> None:
    if app.builder.name == "latex":
        app.config.latex_additional_files = [
            *app.config.latex_additional_files,
            *(str(path) for path in sorted(_STYLES.glob("*.sty"))),
        ]


def register(app: Sphinx) -> None:
    """Add the transforms and the packages."""
    app.add_post_transform(SetHead)
    app.add_post_transform(SetParagraphs)
    app.connect("config-inited", _choose)
    app.connect("builder-inited", _add)
    app.add_latex_package("corpus-type", None, after_hyperref=True)
