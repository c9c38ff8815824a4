"""Bad input gets one clear line and exit code 1, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.edition.conftest import Project

GLOBE = "seeds/003_f00094cdf8406b67"


def _no_seeds(project: Project) -> None:
    for path in (project.root / "seeds").iterdir():
        path.unlink()


def _no_folder(project: Project) -> None:
    _no_seeds(project)
    (project.root / "seeds").rmdir()


def _not_utf8(project: Project) -> None:
    project.write("seeds/latin.txt", "Le président a refusé.".encode("latin-1"))


def _empty(project: Project) -> None:
    project.write("seeds/nothing.txt", " \n\n")


def _one_slug_twice(project: Project) -> None:
    project.write("seeds/other.txt", "Another text altogether.\n\nIt has two paragraphs.\n")
    project.write("seeds/other.toml", 'slug = "globe"\ntitle = "Other"\n')


def _unknown_option(project: Project) -> None:
    project.write("conf.py", (project.root / "conf.py").read_text("utf-8") + '\ncorpus_seed = "seeds"\n')


def _bad_value(project: Project) -> None:
    project.write("conf.py", (project.root / "conf.py").read_text("utf-8") + "\ncorpus_threshold = 5\n")


def _unknown_search(project: Project) -> None:
    project.write("conf.py", (project.root / "conf.py").read_text("utf-8") + '\ncorpus_search = "lunr"\n')


def _pages_among_seeds(project: Project) -> None:
    project.write("conf.py", (project.root / "conf.py").read_text("utf-8") + '\ncorpus_pages = "seeds/pages"\n')


def _file_for_folder(project: Project) -> None:
    for path in (project.root / "corpus").iterdir():
        path.unlink()
    (project.root / "corpus").rmdir()
    project.write("corpus", "I am a file.\n")


def _in_the_way(project: Project) -> None:
    lines = (project.root / "corpus/manifest.txt").read_text("utf-8").splitlines(keepends=True)
    project.write("corpus/manifest.txt", "".join(line for line in lines if "globe.md" not in line))
    project.write("corpus/globe.md", "# My own page\n")


def _bad_toml(project: Project) -> None:
    project.write("seeds/decisions.toml", "\n\n[[match]\n")


def _bad_gazetteer(project: Project) -> None:
    project.write("seeds/gazetteer.tsv", "name\twikidata\nGeneva\t71\n")


def _bad_sidecar(project: Project) -> None:
    project.write(f"{GLOBE}.toml", 'slug = "globe"\nsauce = "The Globe and Mail"\n')


def _damaged_register(project: Project) -> None:
    project.replace("corpus/anchors.json", '"version": 1', '"version": 2')


def _smart_quotes(project: Project) -> None:
    project.replace("conf.py", "smartquotes = False", "smartquotes = True")


def _no_colon_fences(project: Project) -> None:
    project.replace("conf.py", '["colon_fence"]', "[]")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_no_seeds, ["seeds", ".txt"]),
        (_no_folder, ["seeds"]),
        (_not_utf8, ["seeds/latin.txt", "UTF-8", "byte 5"]),
        (_empty, ["seeds/nothing.txt", "empty"]),
        (_one_slug_twice, ["globe", "003_f00094cdf8406b67", "seeds/other"]),
        (_unknown_option, ["corpus_seed", "corpus_seeds"]),
        (_bad_value, ["corpus_threshold", "5", "from 0 to 1"]),
        (_unknown_search, ["corpus_search", "lunr", '"sphinx" or "pagefind"']),
        (_pages_among_seeds, ["corpus_pages", "seeds/pages"]),
        (_smart_quotes, ["conf.py", "smartquotes = False"]),
        (_no_colon_fences, ["conf.py", "colon_fence"]),
        (_file_for_folder, ["corpus"]),
        (_in_the_way, ["corpus/globe.md", "move"]),
        (_bad_toml, ["seeds/decisions.toml:3"]),
        (_bad_gazetteer, ["seeds/gazetteer.tsv:2", "wikidata", "Q1899"]),
        (_damaged_register, ["corpus/anchors.json:2", "version 2"]),
        (_bad_sidecar, [f"{GLOBE}.toml:2", "sauce", "source"]),
    ],
)
def test_one_line_and_exit_code_1(project: Project, spoil: Callable[[Project], None], told: list[str]) -> None:
    spoil(project)
    before = {**project.state("corpus"), **project.state("seeds")}
    done = project.build()
    assert done.code == 1, done.said
    assert len(done.errors) == 1, done.said
    for words in told:
        assert words in done.errors[0]
    assert "Traceback" not in done.said
    assert str(project.root) not in done.errors[0]
    assert {**project.state("corpus"), **project.state("seeds")} == before


def test_every_bad_seed_is_named_at_once(project: Project) -> None:
    _not_utf8(project)
    _empty(project)
    done = project.build()
    assert done.code == 1
    assert len(done.errors) == 2, done.said
