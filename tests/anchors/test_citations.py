"""What is read in a pasted citation."""

import pytest

from annotated_corpus.anchors import Citation, checksum, read_citations, verify
from annotated_corpus.pages.citation import Place, Work, forms
from tests.anchors.helpers import PARAGRAPHS, attached

FIRST = attached(*PARAGRAPHS)
NEW = attached(*PARAGRAPHS, after=FIRST, slug="new")
NOTE = "in the edition “E”; new; sha256:0123456789ab; first at https://www.example.com/ferry/"


@pytest.mark.parametrize(
    ("citation", "article"),
    [
        ("new", "new"),
        ("ferry", "ferry"),
        ("new sha256:0123456789ab", "new"),
        ("#new", "new"),
        ("corpus/new.html", "new"),
        ("new.html", "new"),
        ("https://example.org/corpus/new.html sha256:0123456789ab", "new"),
        ("https://example.org/corpus/new/", "new"),
        ("Ada Lund, “Ferry”, in: E. https://example.org/corpus/new.html sha256:0123456789ab", "new"),
        (f"@misc{{new,\n  title = {{Ferry}},\n  note = {{{NOTE}}},\n}}", "new"),
        (f"TY  - NEWS\nN1  - {NOTE}\nER  - ", "new"),
        (f'[{{"id": "new", "note": "{NOTE}"}}]', "new"),
        ("[](inv:edition:corpus:article#new)", "new"),
        ("{corpus:article}`new`", "new"),
        (f"Ada Lund, “Ferry”. sha256:{NEW.articles[0].seed.sha256[:12]}", "new"),
        ("https://example.org/corpus/new.html#new-p1", "new-p1"),
        ("#top", None),
        ("a new day", None),
        ("https://example.org/new/other", None),
    ],
)
def test_citations_of_articles(citation: str, article: str | None) -> None:
    assert [each.anchor for each in read_citations(citation, NEW.register)] == ([article] if article else [])


@pytest.mark.parametrize(
    "citation",
    [
        "https://example.org/corpus/a.html#seed-000-8bc2-p7a-s2 sha256:0123456789ab",
        "@misc{x, url = {https://example.org/a\\_b.html\\#seed-000-8bc2-p7a-s2}, note = {sha256:0123456789ab}}",
        "@misc{x, url = {https://example.org/a{\\_}b.html{\\#}seed-000-8bc2-p7a-s2},\n note = {sha256:0123456789ab}}",
        "TY  - WEB\r\nUR  - https://example.org/a.html#seed-000-8bc2-p7a-s2\r\nN1  - sha256:0123456789ab\r\nER  - ",
        '[{"URL": "https://example.org/a.html#seed-000-8bc2-p7a-s2", "note": "sha256:0123456789abcdef"}]',
        "“Words,” Reuters, ¶7, https://example.org/a.html%23seed-000-8bc2-p7a-s2 (sha256:0123456789ab).",
        "{corpus:para}`seed-000-8bc2-p7a-s2` sha256:0123456789ab",
        "seed-000-8bc2-p7a-s2, SHA256:0123456789AB",
    ],
)
def test_citations_of_every_format(citation: str) -> None:
    (read,) = read_citations(citation)
    assert (read.anchor, read.checksum, read.unclear) == ("seed-000-8bc2-p7a-s2", "sha256:0123456789ab", "")


@pytest.mark.parametrize("citation", ["", "no anchor here", "https://example.org/#top", "co-operation in re-entry"])
def test_what_is_no_citation(citation: str) -> None:
    assert read_citations(citation) == ()


TITLE = NEW.articles[0].title
WORK = Work(title=TITLE, edition="The “Test”", source="Wire (AP)", authors=("Ada Lund",), date="2021-12-02", lang="en")
LINK = "https://e.org/corpus/new.html#new-p2"
REFERENCE = f"(“{TITLE}”, Wire (AP), ¶2, in: E. {LINK} sha256:0123456789ab)"


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (f"“Words cited.” {REFERENCE}", "Words cited."),
        (f'"Words cited." {REFERENCE}', "Words cited."),
        (f"„Words cited“ {REFERENCE}", "Words cited"),
        (f"«Words cited» {REFERENCE}", "Words cited"),
        (f"‘Words it isn’t’ {REFERENCE}", "Words it isn’t"),
        (f"“‘No,’ she said.” {REFERENCE}", "‘No,’ she said."),
        (f'“"No," she said.” {REFERENCE}', '"No," she said.'),
        (f'""No," she said." {REFERENCE}', '"No," she said.'),
        (f'"She said "no" to it." {REFERENCE}', 'She said "no" to it.'),
        (f"““No,” she said.” {REFERENCE}", "“No,” she said."),
        (f"“No,” she said, “not now.” {REFERENCE}", "No, … not now."),
        (f"Lund said “no (never)” there {REFERENCE}", "no (never)"),
        (f"She said so {REFERENCE}", None),
        (f"“Words,” Reuters, ¶2, {LINK}", "Words,"),
        (f"(“Words”, Reuters, ¶2, {LINK})", "Words"),
        (f"Wire, “{TITLE},” ¶2: “Words” {LINK}", "Words"),
        (f"{LINK}: “Words”", "Words"),
        (f'<a class="x" href="{LINK}">“Words”</a>', "Words"),
        (f'<a class="x" href="{LINK}">words</a>', None),
        (f"[“Words”](<{LINK}>)", "Words"),
        (f"“{TITLE}” {REFERENCE}", TITLE),
        (f"“{TITLE}”, Wire, {LINK}", None),
        (f"“{TITLE}”, Wire, in: The “Test”. {LINK}", None),
        (f"“{TITLE}” ({LINK.replace('p2', 'title')})", TITLE),
        ("¶2 in the edition “Test”; new-p2; sha256:0123456789ab", None),
        ("new-p2", None),
    ],
)
def test_words_quoted(citation: str, words: str | None) -> None:
    (read,) = read_citations(citation, NEW.register, NEW.articles)
    assert (read.quoted, read.unclear) == (words, "")


QUOTED = (
    "“We do not want conflicts,” he said. “Not now.”",
    '"We do not want conflicts," he said. "Not now."',
    "„Wir wollen keinen Krieg“, sagte er (und ging).",
    "«Нет», — сказал он…",
    "“A paragraph that opens and goes on in the next.",
    "A pipe of 6\" and 5' length, isn't it?",
    "It is 50%20 of {it}_all, see #top and @misc{x, or type-c1.",
    "He said (as “ever”) no.",
    "The release reads **kwargs* as <b>bold</b>, and that <i>tags</i> in notes had vanished.",
)
CITED = attached(*QUOTED, slug="new")


@pytest.mark.parametrize("name", ["Quotation", "BibTeX", "CSL-JSON", "RIS"])
@pytest.mark.parametrize("number", range(1, 10))
def test_what_pages_offer_is_read_and_stands(name: str, number: int) -> None:
    words = QUOTED[number - 1]
    place = Place(f"new-p{number}", f"¶{number}", checksum(words), LINK.replace("p2", f"p{number}"), words)
    made = forms(WORK, place)[name]
    (read,) = read_citations(made, CITED.register, CITED.articles)
    assert (read.anchor, read.checksum, read.unclear) == (place.anchor, place.checksum, "")
    assert (read.quoted is not None) is (name == "Quotation")
    said = verify(read.quoted, read.checksum, read.anchor, CITED.articles, CITED.register)
    assert said.good, said.message
    assert "whose checksum is that cited" in said.message or "unchanged" in said.message


@pytest.mark.parametrize("number", range(1, 10))
def test_what_pages_offer_does_not_stand_when_its_words_were_altered(number: int) -> None:
    words = QUOTED[number - 1]
    place = Place(f"new-p{number}", f"¶{number}", checksum(words), LINK, f"{words} And more")
    (read,) = read_citations(forms(WORK, place)["Quotation"].replace("new-p2", place.anchor), CITED.register)
    assert not verify(read.quoted, read.checksum, read.anchor, CITED.articles, CITED.register).good


A, B = "sha256:aaaaaaaaaaaa", "sha256:bbbbbbbbbbbb"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"“One” (#new-p1 {A}) and “two” (#new-p2 {B})", [("new-p1", A, "One"), ("new-p2", B, "two")]),
        (f"#new-p1 {A} “One” #new-p2 {B} “two”", [("new-p1", A, "One"), ("new-p2", B, "two")]),
        (f"new-p1, new-p2 {B}", [("new-p1", None, None), ("new-p2", B, None)]),
        (f"{A} new-p1; {B} new-p2", [("new-p1", A, None), ("new-p2", B, None)]),
        ("“One” (x/new.html#new-p1); “two” (#guardian-p2)", [("new-p1", None, "One"), ("guardian-p2", None, "two")]),
        ("“One” (#new-p1); “two” (#new-p1)", [("new-p1", None, "One"), ("new-p1", None, "two")]),
        ("new-p1 (x/new.html#new-p1)", [("new-p1", None, None)]),
        ("new-p1 or type-c1", [("new-p1", None, None)]),
        ("“One” and “two” (#new-p1)", [("new-p1", None, "One … two")]),
    ],
)
def test_several_citations_are_read_each(text: str, read: list[tuple[str, str | None, str | None]]) -> None:
    assert [*read_citations(text, NEW.register)] == [Citation(*each) for each in read]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"new-p1 {A} {B}", "which checksum"),
        (f"{A} new-p1 new-p2 {B} sha256:cccccccccccc", "which checksum"),
        (f"new-p1 {A}, new-p2 sha256:bb", "cannot be read"),
        ("“Words that never end (#new-p1)", "never closed"),
    ],
)
def test_what_is_not_clear_is_said(text: str, told: str) -> None:
    assert all(told in each.unclear for each in read_citations(text, NEW.register))
    assert read_citations(text, NEW.register)
