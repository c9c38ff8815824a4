"""A small run of the mutation study; ``python tests/anchors/study.py`` runs ten thousand histories."""

from tests.anchors.study import study


def test_edit_histories() -> None:
    result = study(500, seed=7)
    assert result.wrong() == 0, "\n".join(result.examples)
    assert result.there_kept >= 0.99 * result.there
    assert result.stopped_without_swaps <= 0.01 * result.without_swaps
