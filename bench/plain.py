"""The same pages for plain Sphinx with MyST: labels, ``{ref}`` and ordinary markup where ours has roles of its own.

What plain Sphinx has no markup for (targets of sentences, pictures, controls) is left out, so that the comparison
errs in its favour. Layout, sections, toctrees and glossary are ours: articles are orphans, as its users would do
it, since a toctree of all of them is drawn beside every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from annotated_corpus.edition import Lookup

CONF = """\
project = "Plain"
version = release = "1"
extensions = ["myst_parser", "sphinx_design"]
myst_enable_extensions = ["colon_fence"]
include_patterns = ["index.md", "corpus/*.md"]
smartquotes = False
html_theme = "furo"
html_copy_source = False
"""

_ROLE = re.compile(r"\{corpus:([a-z]+)\}(`+)(.*?)\2")
_BLOCK = re.compile(r"^((?:  )?:{3,})\{corpus:([a-z]+)\}[ ]?(.*)$")
_OPTION = re.compile(r"^:[a-z0-9]+: ")
_SAID = re.compile(r"- (\S+?)(, said by .+)?")
_MATCH = re.compile(r"\* (\S+?)(?:: (\S+) (\S+))?")
_DROPPED = ("picture", "controls", "atlas", "spot")


def pages(rendered: Mapping[str, str], lookup: Lookup) -> dict[str, str]:
    """Return the pages by file name, made from ours as :func:`annotated_corpus.pages.render` gives them."""
    home = {block.id: block for block in lookup.blocks.values()}
    names = {claim.id: claim.block for claim in lookup.corpus.claims}
    articles = {each.id: each for each in lookup.corpus.articles}

    def named(block: str) -> str:
        article, _, number = block.rpartition("-")
        label = articles[article].label if article in articles else ""
        return f"{label}, {number.replace('p', '¶')}" if home.get(block) else block

    def role(found: re.Match[str]) -> str:
        name, content = found[1], found[3].strip()
        if name in ("s", "at"):
            return ""
        if name in ("claim", "p"):
            block = names.get(content, content)
            return f"{{ref}}`{named(block)} <{block}>`"
        if name == "article":
            return f"{{ref}}`{content}`"
        if name == "compare":
            return f"{{ref}}`Compare <{content}>`"
        return re.sub(r"([*_`\[\]{}<>~$&\\])", r"\\\1", found[3].strip(" "))

    return {name: _page(name, text, role, articles) for name, text in rendered.items()}


def _mention(line: str, role: object) -> list[str]:
    """Return a line of a concordance as a list of its own, as ordinary markup has it."""
    found = re.fullmatch(r"( *)(\S+) (\d+)-(\d+) (.*)", line)
    if found is None:
        return []
    start, end, words = int(found[3]), int(found[4]), found[5]
    shown = "".join(
        re.sub(r"([*_`\[\]{}<>~$&\\])", r"\\\1", part) for part in (words[:start], words[start:end], words[end:])
    )
    cited = _ROLE.sub(role, f"{{corpus:p}}`{found[2]}`")  # type: ignore[call-overload] # a function of a match
    name = re.sub(r"([*_`\[\]{}<>~$&\\])", r"\\\1", words[start:end])
    return [f"{found[1]}- {cited}: {shown.replace(name, f'**{name}**', 1) if name else shown}"]


def _cut(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each row."""
    starts = [number for number, line in enumerate(lines) if line.startswith("= ")]
    for start, end in pairwise([*starts, len(lines)]):
        yield list(lines[start:end])


def _row(lines: list[str], fence: str, role: object) -> list[str]:
    """Return a row of a comparison as containers, quotes and lists, as ordinary markup has it."""
    caption = next((line for line in lines if line and line[0] not in "=+-* "), "")
    folded = next((line[2:] for line in lines if line.startswith("+ ")), "")
    outer = fence if caption else f":{fence}"
    out = [f"{outer}{{container}} corpus-row", "", *([caption, ""] if caption else [])]
    side = ""
    verdicts: list[str] = []
    for head, words in pairwise(lines):
        if said := _SAID.fullmatch(head):
            cited = _ROLE.sub(role, f"{{corpus:claim}}`{said[1]}`")  # type: ignore[call-overload] # a function
            if caption:
                out.append(f"- {cited}: {words.strip()}")
                continue
            if (slug := said[1].rsplit("-", 2)[0]) != side:
                out += [*([fence] if side else []), "", f"{fence}{{container}} corpus-side", ""]
                side = slug
            out += [f"{cited}{said[2] or ''}", "", f"> {words.strip()}", ""]
        elif match := _MATCH.fullmatch(head):
            out += [fence, ""] if side else []
            side = ""
            between = " and ".join(f"{{corpus:claim}}`{each}`" for each in match.groups()[1:] if each)
            cited = _ROLE.sub(role, between)  # type: ignore[call-overload] # a function of a match
            target, shown = f"({match[1]})=", f"- {cited}{': ' if cited else ''}{words.strip()}"
            out += [target] if folded else [target, "", shown]
            verdicts.append(shown)
    if folded:
        out += [folded, "", f"{fence}{{container}} corpus-folded", "", "What each match rests on", "", *verdicts, fence]
    return [*out, outer]


def _page(name: str, text: str, role: object, articles: Mapping[str, object]) -> str:
    out: list[str] = []
    skipped = ""
    head = ""
    options = False
    rows: str | None = None
    row: list[str] = []
    for line in text.splitlines():
        block = _BLOCK.match(line)
        if skipped:
            if line.strip() == skipped.strip():
                skipped = ""
            continue
        if rows is not None:
            if line.strip() == rows.strip():
                for each in _cut(row):
                    out += [*_row(each, rows, role), ""]
                rows, row = None, []
            elif row:
                row.append(line)
            else:
                out += _mention(line, role)
            continue
        if block:
            fence, kind, argument = block[1], block[2], block[3]
            if kind in ("mentions", "rows"):
                rows, row = fence, [""] if kind == "rows" else []
                continue
            if kind in _DROPPED:
                skipped = fence
                continue
            options = True
            if kind == "toctree":
                out.append(f"{fence}{{toctree}}" if name == "index.md" else f"{fence}{{container}} contents")
                skipped = "" if name == "index.md" else fence
                if skipped:
                    out.pop()
                continue
            head = kind
            title = f" {argument}" if kind == "folded" else ""
            out.append(f"{fence}{{container}} corpus-{kind}")
            if title:
                out += ["", title.strip()]
            continue
        if options and _OPTION.match(line):
            if head == "article":
                key, _, value = line[1:].partition(": ")
                out.append(f"\n{key}: {value}" if key in ("source", "date", "rights") else "")
            elif line.startswith(":hidden:"):
                out.append(line)
            continue
        options = options and not line
        ids = re.findall(r"\{corpus:at\}`([^`]+)`", line)
        shown = _ROLE.sub(role, line)  # type: ignore[arg-type] # a function of a match
        if ids and line.startswith("  "):  # an entry of the glossary
            out += [*(f"  ({each})=" for each in ids), shown]
        else:
            out += [*(f"({each})=" for each in ids), shown]
    shown = name in ("index.md", "comparison.md", "people.md", "places.md", "sources.md")
    front = "" if shown else "---\norphan: true\n---\n"
    body = "\n".join(out)
    return (body if body.startswith("---") else front + body) + "\n"
