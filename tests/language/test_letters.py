"""Letters as readers see them: what is not shown and how letters are put together makes no difference."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.anchors.checksums import plain
from annotated_corpus.language.letters import seen, seen_at
from annotated_corpus.language.words import words, written
from annotated_corpus.text.cues import words as cue_words
from tests.entities.test_resolution import named, of

NAME = "José Peña"
APART = unicodedata.normalize("NFD", NAME)


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (NAME, APART),
        ("Ṣọlá Ògúnbọ̀wálé", unicodedata.normalize("NFD", "Ṣọlá Ògúnbọ̀wálé")),
        ("Berlin fell.", "Ber\u200blin fell."),
        ("government", "govern\u00adment"),
        ("Sheffield", "Shef\ufb01eld".replace("f\ufb01", "\ufb03")),
        ("the first office", "the \ufb01rst o\ufb03ce"),
        ("İstanbul", "Istanbul"),
        ("it’s his", "it\u200b’s his"),
        ("U.S. troops", "U.\u2060S. troops"),
    ],
)
def test_two_ways_to_write_the_same_are_the_same_words(a: str, b: str) -> None:
    assert forms(a) == forms(b)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (APART, [NAME.split(maxsplit=1)[0], NAME.split()[1]]),
        ("Ṣọlá Ògúnbọ̀wálé left", ["Ṣọlá", "Ògúnbọ̀wálé", "left"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("go \u0301 there \ufe0f", ["go", "there"]),
        ("❤\ufe0f you", ["you"]),
        ("re\u00adsign", ["re\u00adsign"]),
    ],
)
def test_a_mark_belongs_to_its_word(text: str, found: list[str]) -> None:
    shown_words = [unicodedata.normalize("NFC", text[start:end]) for start, end in written(text)]
    assert shown_words == [unicodedata.normalize("NFC", each) for each in found]


def test_lines_of_a_page_have_the_same_words() -> None:
    assert cue_words(APART) == cue_words(NAME)
    assert cue_words("sub\u00adscribe now") == ("subscribe", "now")


HOSTILE = st.text(st.sampled_from([*"aB é.,'’-1$", "\u0301", "\u00ad", "\u200b", "\ufb01", "ọ", "İ", "\ufe0f", "中"]))


@given(st.one_of(st.text(), HOSTILE))
def test_words_lie_in_their_text_in_order(text: str) -> None:
    at = 0
    for start, end in written(text):
        assert at <= start < end <= len(text)
        assert not text[start:end].isspace()
        at = end
    assert [(word.start, word.end) for word in words(text)] == list(written(text))


@given(st.one_of(st.text(), HOSTILE))
def test_what_is_shown_knows_where_it_stands(text: str) -> None:
    clean, places = seen_at(text)
    assert clean == seen(text)
    assert len(places) == len(clean) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)
    assert seen(clean) == clean


def test_a_seed_in_another_normal_form_has_the_same_wording() -> None:
    assert plain(f"{APART} left\u00ad.") == plain(f"{NAME} left.")


@pytest.mark.parametrize(
    ("text", "name", "shown_as"),
    [
        (f"President {APART} spoke.\nMr. {APART.split()[1]} left.", NAME, [APART, APART.split()[1]]),
        ("He flew to Ber\u200blin on Monday.", "Berlin", ["Ber\u200blin"]),
        ("He flew to İstanbul on Monday.", "Istanbul", ["İstanbul"]),
        ("He was born in Shef\ufb01eld, England.".replace("f\ufb01", "\ufb03"), "Sheffield", ["She\ufb03eld"]),
        ("President Moon Jae-in spoke in Seoul.", "Moon Jae-in", ["Moon Jae-in"]),
        ("Unification Minister Lee In-young spoke in Seoul.", "Lee In-young", ["Lee In-young"]),
        ("The train to Rostov-on-Don was late.", "Rostov", ["Rostov-on-Don"]),
        ("He lives in Stoke-on-Trent.", "Stoke-on-Trent", ["Stoke-on-Trent"]),
        ("He lives in Stratford-upon-Avon.", "Stratford-upon-Avon", ["Stratford-upon-Avon"]),
    ],
)
def test_names_are_recognised_as_readers_see_them(text: str, name: str, shown_as: list[str]) -> None:
    found = {unicodedata.normalize("NFC", key): mentions for key, mentions in named(of(text)).items()}
    assert found.get(name) == shown_as
