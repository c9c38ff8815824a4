"""The edition as one HTML page, and as plain text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.browser import story
from tests.projects import build


def test_a_single_page_keeps_anchors_unique_and_its_links_at_home(project: Path) -> None:
    html = (build(project, "singlehtml") / "index.html").read_text("utf-8")
    body = html[html.index('<article role="main"') :]
    ids = Counter(re.findall(r'<[^>]+\sid="([^"]+)"', body))
    assert [name for name, times in ids.items() if times > 1] == []
    linked = set(re.findall(r'href="#([^"]+)"', body))
    assert linked - set(ids) == set()
    assert len([each for each in linked if re.search(r"-p\d+(-s\d+)?$", each)]) > 20
    assert [
        each for each in re.findall(r'href="([^"#]*)#[^"]+"', body) if each and not re.match(r"\?|\w+://", each)
    ] == []


def test_plain_text_has_every_word_with_its_number_and_notes_after(hard: Path) -> None:
    text = " ".join((build(hard, "text") / "corpus" / "argus.txt").read_text("utf-8").split())
    assert f"{story.NEW} on the water" in text
    assert story.DELETED in text
    assert re.search(r"\[\d+\] Some fifty boats", text)
    assert "Word for word in" in text
    for leftover in ("{corpus", ":::", "}`", "<a ", "data-number"):
        assert leftover not in text
