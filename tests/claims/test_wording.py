from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from annotated_corpus.language.en.stems import stem
from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import differing, quotations, unshared, words


def shown(text: str, spans) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_case_punctuation_quotation_marks_and_hyphens_are_no_difference() -> None:
    assert differing("“A well-known fact,” he said.", "a WELL known fact – he said") == ((), ())


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    a, b = "Ukraine says 90,000 troops are near.", "Kyiv says more than 90,000 troops are there."
    left, right = differing(a, b)
    assert shown(a, left) == ["Ukraine", "near"]
    assert shown(b, right) == ["Kyiv", "more than", "there"]


TEXT = st.text(st.sampled_from("ab c.,’'“”-1"), max_size=60)


@given(TEXT, TEXT)
@example("a b", "b a")
def test_spans_lie_in_order_inside_their_text_and_what_is_left_is_equal(a: str, b: str) -> None:
    left, right = differing(a, b)
    rest = []
    for text, spans in ((a, left), (b, right)):
        ends = [point for span in spans for point in (span.start, span.end)]
        assert ends == sorted(ends)
        assert all(0 <= point <= len(text) for point in ends)
        rest.append([w.form for w in words(text) if not any(s.start <= w.start < s.end for s in spans)])
    assert rest[0] == rest[1]
    assert differing(b, a) == (right, left)


@given(st.text(max_size=80))
def test_words_and_quotations_lie_inside_any_text(text: str) -> None:
    for each in (*words(text), *quotations(text), *quotations(text, inside=True)):
        assert 0 <= each.start < each.end <= len(text)


def test_quotations_with_curly_straight_and_missing_marks() -> None:
    text = 'He said “one” and "two", then “three'
    assert shown(text, quotations(text)) == ["“one”", '"two"', "“three"]
    text = "and so on,” he said."
    assert shown(text, quotations(text, inside=True)) == ["and so on,”"]
    text = 'and so on," he said.'
    assert shown(text, quotations(text, inside=True)) == ['and so on,"']
    assert shown("And so on.", quotations("And so on.", inside=True)) == ["And so on."]
    text = "Oslo says ‘we don’t mind’"
    assert shown(text, quotations(text)) == ["‘we don’t mind’"]
    assert quotations("Russia’s plan and Ukraine’s") == ()


def test_forms_of_a_word_have_one_stem() -> None:
    for forms in (
        "warn warns warned warning",
        "try tries tried trying",
        "say says said saying",
        "plan plans planned planning",
        "deploy deploys deployed deployment",
        "meet meets met meeting",
    ):
        assert len({stem(form) for form in forms.split()}) == 1, forms


def test_strangers_keep_their_stems() -> None:
    for one, two in (("news", "new"), ("police", "policy"), ("general", "generous"), ("us", "use")):
        assert stem(one) != stem(two)


def test_numbers_abbreviations_and_the_united_states() -> None:
    text = "Three Sens. of the U.S. told us on Dec. 3"
    terms = [term(word) for word in words(text)]
    assert terms[0] == "3"
    assert {"usa", "us", term(words("December")[0])} <= set(terms)
    assert re.fullmatch("[a-z]+", term(words("Rep. Smith")[0]))


@given(st.text(alphabet="abc d.“”-", max_size=30), st.lists(st.text(alphabet="abc d.“”-", max_size=30), max_size=3))
def test_a_word_is_marked_if_and_only_if_no_other_text_has_it(text: str, others: list[str]) -> None:
    known = {word.form for other in others for word in words(other)}
    spans = unshared(text, others)
    for word in words(text):
        marked = any(span.start <= word.start and word.end <= span.end for span in spans)
        assert marked is (word.form not in known)
    assert list(spans) == sorted(spans)
