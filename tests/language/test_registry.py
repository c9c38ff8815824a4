"""Which languages are known: a folder each, and whoever asks can see that there is none."""

from __future__ import annotations

import pytest

from annotated_corpus.language import folder, known


@pytest.mark.parametrize(
    ("tag", "found"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("", "en"), ("de", ""), ("zh-Hant", ""), ("e", ""), ("x", "")],
)
def test_a_language_has_a_folder_or_none(tag: str, found: str) -> None:
    assert folder(tag) == found


def test_english_is_known() -> None:
    assert known() == {"en"}
