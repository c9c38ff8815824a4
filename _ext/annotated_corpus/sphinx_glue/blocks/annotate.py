"""Turn the anchors of an article's page into things that the domain knows, numbered and marked."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from annotated_corpus.anchors import checksum, grammar
from annotated_corpus.model import BlockKind
from annotated_corpus.pages.phrases import BLOCK
from annotated_corpus.sphinx_glue.blocks.head import CURRENT, NEAR
from annotated_corpus.sphinx_glue.blocks.numbers import block_number
from annotated_corpus.sphinx_glue.blocks.paragraphs import fill, gathered, sentences
from annotated_corpus.sphinx_glue.blocks.roles import claim_start
from annotated_corpus.sphinx_glue.domain.objects import AnchorEntry, Page, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_KINDS = {kind.letter: kind for kind in BlockKind}
_GRAVE = "corpus-note-tombstone"
_BESIDE = {"corpus-note-match", "corpus-note-revision"}
"""Notes of these kinds stand beside their block on a wide screen."""
_OURS = {"corpus-note", "corpus-company", "corpus-guide", "corpus-citing"}
"""Boxes in the language of the edition, whatever that of the article."""
_TALLEST = 4
"""A note may stand beside this many blocks, if those after the first have none of their own."""


class AnnotateArticle(SphinxTransform):
    """Number the blocks of an article's page, mark each claim, and put paragraphs together.

    Runs when docutils has moved the ``(label)=`` targets to the paragraphs below them (priority 260).
    """

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Change the tree of the page and fill the domain's record of it."""
        slug = self.env.current_document.get(CURRENT)
        page = corpus_domain(self.env).page(self.env.current_document.docname) if slug else Page()
        if slug:
            self._number(slug, page)
            lang = page.article.stated.lang if page.article else ""
            compared = any("corpus-company" in node["classes"] for node in self.document.findall(nodes.container))
            near = self.env.current_document.get(NEAR, frozenset()) if compared else None
            _compose(self.document, lang if lang != self.config.language else "", near)
            for box in self.document.findall(nodes.Element) if lang != self.config.language else ():
                if _OURS & set(box["classes"]):
                    box["classes"].append(f"language-{self.config.language}")
            if page.article and (title := next(self.document.findall(nodes.title), None)):
                page.article = page.article._replace(title=title.astext())
        else:
            self._note_former()
        for parent in {id(each.parent): each.parent for each in self.document.findall(claim_start)}.values():
            stretches = sentences(parent)
            claims = [claim for claim, _ in stretches if claim]
            block = _block_name(page, parent) if slug else ""
            for number, claim in enumerate(claims, 1):
                name = f"{block}:{number}" if len(claims) > 1 else block
                page.anchors[claim] = AnchorEntry("claim", slug or "", name)
            if isinstance(parent, nodes.paragraph) and (prose := gathered(parent, stretches)):
                parent.parent.replace(parent, prose)
            else:
                parent.clear()
                fill(parent, stretches)

    def _note_former(self) -> None:
        """Note the anchors on the page of an article that was removed, or has another slug: they can be cited still."""
        docname = self.env.current_document.docname
        slug = docname.rpartition("/")[2]
        found: dict[str, AnchorEntry] = {}
        for node in self.document.findall(nodes.Element):
            for id_ in node["ids"]:
                if (parts := grammar.parse(id_)) and parts.slug == slug:
                    found[id_] = _former(slug, parts)
        if found:
            found[slug] = AnchorEntry("article", slug, slug)
            corpus_domain(self.env).page(docname).anchors |= found

    def _number(self, slug: str, page: Page) -> None:
        for node in list(self.document.findall(nodes.Element)):
            for id_ in node["ids"]:
                found = _parse(slug, id_)
                if found is None:
                    if (parts := grammar.parse(id_)) and parts.slug == slug:
                        page.anchors[id_] = _former(slug, parts)  # a sentence that stands no longer
                    continue
                kind, number = found
                page.anchors[id_] = AnchorEntry("paragraph", slug, _name(kind, number))
                shown = number if kind is BlockKind.PARAGRAPH else f"{kind.letter}{number}"
                if _GRAVE in node["classes"]:
                    if number and (words := next(node.findall(nodes.paragraph), None)):
                        words.insert(0, block_number("", anchor=id_, number=shown, name=_name(kind, number)))
                    break
                node["classes"] += ["corpus-block", f"corpus-{kind}"]
                if isinstance(node, nodes.paragraph) and number:
                    lookup = corpus_domain(self.env).lookup
                    block = lookup.blocks.get(id_) if lookup else None
                    sum_ = checksum(block.text if block else node.astext())
                    name = _name(kind, number)
                    node.insert(0, block_number("", anchor=id_, number=shown, name=name, checksum=sum_))
                    break


def _compose(document: nodes.document, lang: str, near: Set[str] | None) -> None:
    """Mark the section of the article, the blocks without a match, and how many blocks a note may stand beside.

    ``near`` are the anchors of blocks that match none, but come near one; None if the article stands alone.
    """
    section = next(document.findall(nodes.section), None)
    if section is None:
        return
    section["classes"].append("corpus-edition")
    if lang:
        section["classes"].append(f"language-{lang}")
    # The id that docutils makes of the headline says nothing that ours do not, and may be another article's too.
    made = {document.nameids[name] for name in section["names"] if document.nametypes.get(name) is False}
    section["ids"] = [id_ for id_ in section["ids"] if id_ not in made] or section["ids"]
    _give_room(section)
    _mark_noted(section)
    if near is not None:
        for block in section.children:
            if not isinstance(block, nodes.paragraph) or not near.isdisjoint(block["ids"]):
                continue
            if not _noted(block) and any(block.findall(claim_start)):
                block["classes"].append("corpus-alone")
                for number in block.findall(block_number):
                    number["alone"] = True


def _give_room(section: nodes.section) -> None:
    """Let each note stand beside the blocks without a note that follow its own: a class says how many rows."""
    rows: list[nodes.Element | None] = []
    for child in section.children:
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.title | nodes.Invisible):
            continue
        if _BESIDE & set(child["classes"]) and rows and rows[-1] is None:
            rows[-1] = child
        else:
            rows.append(None)
    for place, note in enumerate(rows):
        if note is not None:
            free = next((at for at in range(place + 1, len(rows)) if rows[at] is not None), len(rows)) - place
            note["classes"].append(f"corpus-beside-{min(free, _TALLEST)}")


def _mark_noted(section: nodes.section) -> None:
    """Mark the blocks that have a note on their matches: print sets its number there."""
    last: nodes.Element | None = None
    for child in section.children:
        if isinstance(child, nodes.Element) and "corpus-note-match" in child["classes"]:
            if last is not None:
                last["classes"].append("corpus-noted")
        elif isinstance(child, nodes.title) or "corpus-block" in _classes(child):
            last = child if isinstance(child, nodes.Element) else None


def _noted(block: nodes.Element) -> bool:
    following = block.next_node(descend=False, siblings=True)
    while isinstance(following, nodes.Element) and "corpus-note" in following["classes"]:
        if "corpus-note-match" in following["classes"]:
            return True
        following = following.next_node(descend=False, siblings=True)
    return False


def _parse(slug: str, id_: str) -> tuple[BlockKind, str] | None:
    """Return kind and number of a block's anchor, None if ``id_`` is none of this article."""
    parts = grammar.parse(id_)
    if parts is None or parts.slug != slug or parts.sentence:
        return None
    return _KINDS[parts.letter], parts.number


def _former(slug: str, parts: grammar.Parts) -> AnchorEntry:
    name = _name(_KINDS[parts.letter], parts.number)
    return AnchorEntry("claim" if parts.sentence else "paragraph", slug, name)


def _name(kind: BlockKind, number: str) -> str:
    word = BLOCK[kind]
    return f"{word}{number}" if word == "¶" else f"{word} {number}".strip()


def _block_name(page: Page, node: nodes.Element) -> str:
    holder = node.parent if isinstance(node, nodes.title) else node
    return next((page.anchors[id_].name for id_ in holder["ids"] if id_ in page.anchors), "")


def _classes(node: nodes.Node) -> list[str]:
    return list(node["classes"]) if isinstance(node, nodes.Element) else []


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_transform(AnnotateArticle)
