"""A folder of seeds and sidecars: what is read, and what is said when it cannot be."""

import hashlib
from pathlib import Path

import pytest

from annotated_corpus.diagnostics import Code, CorpusError
from annotated_corpus.model import BlockKind, Metadata
from annotated_corpus.text import load_seeds, read

SEEDS = Path(__file__).parents[2] / "seeds"


def folder(path: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        target = path / name.replace("__", ".")
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def said(path: Path) -> list[str]:
    with pytest.raises(CorpusError) as stopped:
        load_seeds(path, "seeds")
    return [str(each) for each in stopped.value.diagnostics]


def test_seeds_by_name_with_their_sidecars(tmp_path: Path) -> None:
    sidecar = (
        'slug = "ferry"\ntitle = "A  Ferry"\nsource = "Post"\nauthors = ["Ada Example"]\ndate = 2021-12-02\n'
        'url = "https://example.org/a"\nlang = "en-GB"\nrights = "All"\ndisplay = "excerpt"\nlabel = "P"\n'
    )
    folder(tmp_path, b__txt="Two.", a__txt="\ufeffOne.", a__toml=sidecar, decisions__toml="", c__md="no seed")
    seeds, notes = load_seeds(tmp_path)
    assert [(seed.file, seed.text) for seed in seeds] == [("a.txt", "One."), ("b.txt", "Two.")]
    assert notes == ()
    assert seeds[0].metadata == Metadata(
        "ferry",
        "A Ferry",
        "Post",
        "P",
        ("Ada Example",),
        "2021-12-02",
        "https://example.org/a",
        "en-GB",
        "All",
        "excerpt",
    )
    assert seeds[0].sha256 == hashlib.sha256("\ufeffOne.".encode()).hexdigest()


def test_what_was_meant_to_be_read_and_is_not_is_told(tmp_path: Path) -> None:
    folder(tmp_path, a__txt="One.", a__TOML="", b__TXT="Two.", c__toml="", e__md="no seed", decisions__toml="")
    (tmp_path / "d.txt").mkdir()
    seeds, notes = load_seeds(tmp_path, "seeds")
    assert [seed.file for seed in seeds] == ["a.txt"]
    assert [note.path for note in notes] == ["seeds/a.TOML", "seeds/b.TXT", "seeds/c.toml", "seeds/d.txt"]
    for note, told in zip(notes, ("name it a.toml", "name it b.txt", "c.txt is not there", "as a file"), strict=True):
        assert told in note.message


def test_a_folder_without_a_text_tells_what_was_passed_over(tmp_path: Path) -> None:
    assert len(said(folder(tmp_path, A__TXT="One."))) == 2


@pytest.mark.parametrize(
    ("given", "kept"), [("2021", "2021"), ('"2021-12"', "2021-12"), ("2021-12-02T10:00:00Z", "2021-12-02")]
)
def test_dates(tmp_path: Path, given: str, kept: str) -> None:
    seeds, _ = load_seeds(folder(tmp_path, a__txt="One.", a__toml=f"date = {given}"))
    assert seeds[0].metadata.date == kept


def test_no_folder_and_no_seeds(tmp_path: Path) -> None:
    assert said(tmp_path / "none") == [
        "seeds: there is no such folder; make it and put at least one .txt file into it [corpus.seeds]"
    ]
    assert said(tmp_path) == ["seeds: no .txt file in it; put the source texts there [corpus.seeds]"]


def test_a_file_for_a_folder_is_told(tmp_path: Path) -> None:
    folder(tmp_path, a__txt="One.")
    assert said(tmp_path / "a.txt") == ["seeds: is a file; name the folder that holds the .txt files [corpus.seeds]"]


def test_two_seeds_of_the_same_bytes_are_a_warning(tmp_path: Path) -> None:
    folder(tmp_path, a__txt="One.", b__txt="One.\n", c__txt="One.", d__txt="One.")
    _, notes = load_seeds(tmp_path, "seeds")
    assert [str(each) for each in notes] == [
        f"seeds/{name}.txt: is byte for byte seeds/a.txt; remove one of the two, with its sidecar [corpus.seeds]"
        for name in "cd"
    ]


def test_control_characters_and_empty_values_are_warnings_with_their_lines(tmp_path: Path) -> None:
    folder(
        tmp_path,
        a__txt="One\r\ntwo\ttabs.\r\nBell \x07, \x1b[31m.\n\x00",
        a__toml='date = 2021\ntitle = " "\nslug = ""',
    )
    folder(tmp_path, b__txt="One \u202e \x0c\x85 \u2028 .", b__toml='title = "B"\nurl = ""')
    _, notes = load_seeds(tmp_path, "seeds")
    assert [str(each).partition(";")[0].partition(":  ")[0][:62] for each in notes] == [
        "seeds/a.toml:2: title is empty and has no effect: the title is",
        "seeds/a.toml:3: slug is empty and has no effect: the slug is m",
        "seeds/a.txt:3: holds control characters (U+0000, U+0007, U+001",
    ]


def test_everything_wrong_is_said_at_once_with_file_and_line(tmp_path: Path) -> None:
    folder(
        tmp_path,
        a__txt=b"ok\nb\xe4d",
        b__txt=" \n\u2028",
        c__txt="x",
        c__toml='slug = "a-p7"\n\nauthor = "Ada"\ndate = "tomorrow"\ndisplay = "half"\n'
        'url = "example.org"\nlang = "English, UK"\nsource = "Pa\\u0007per"\nauthors = ["A\\u0000"]',
        d__txt="x",
        d__toml="title = Ferry",
        e__txt="x",
        e__toml='slug = "same"',
        f__txt="x",
        f__toml='slug = "same"',
        g__txt="x",
        g__toml=b"\xff",
    )
    messages = said(tmp_path)
    for number, start in enumerate(
        (
            "seeds/a.txt:2: not UTF-8 at byte 4 (0xe4)",
            "seeds/b.txt: the file has no text",
            "seeds/c.toml:1: slug 'a-p7' ends like an anchor",
            "seeds/c.toml:3: unknown key author; known are: slug, title",
            "seeds/c.toml:4: date must be",
            'seeds/c.toml:5: display must be "full" or "excerpt"',
            "seeds/c.toml:6: url must start with",
            "seeds/c.toml:7: lang must be",
            "seeds/c.toml:8: source holds control characters (U+0007); remove them",
            "seeds/c.toml:9: authors holds control characters (U+0000); remove them",
            "seeds/d.toml:1: not valid TOML",
            "seeds/g.toml: not UTF-8 at byte 0",
            "seeds/f.toml:1: slug 'same' is already that of e.txt",
        )
    ):
        assert messages[number].startswith(start)


@pytest.mark.parametrize("text", ["\u200b\n", " \n\ufeff\n", "\u00ad\u202e\u2066", "\x00\x07", "\ufe0f\u0301"])
def test_a_file_of_invisible_characters_has_no_text(tmp_path: Path, text: str) -> None:
    (message,) = said(folder(tmp_path, a__txt=text))
    assert message.startswith("seeds/a.txt: the file has no text")


@pytest.mark.parametrize("value", ["true", '""', "3", "[1]", '["Ada", ""]', "2021-13-01"])
@pytest.mark.parametrize("key", ["authors", "date", "title"])
def test_no_value_makes_a_traceback(tmp_path: Path, key: str, value: str) -> None:
    folder(tmp_path, a__txt="One.", a__toml=f"{key} = {value}")
    try:
        load_seeds(tmp_path)
    except CorpusError as stopped:
        assert all(each.line == 1 and each.code is Code.SIDECAR for each in stopped.diagnostics)


def test_a_stated_title_wins(tmp_path: Path) -> None:
    text = "News\n\nFerry sails again\n\nThe ferry sailed on Thursday."
    seeds, _ = load_seeds(folder(tmp_path, a__txt=text, a__toml='title = "Ferry sails again"'))
    readings, notes = read(seeds)
    assert [block.kind for block in readings[0].blocks][1] is BlockKind.TITLE
    assert (readings[0].title, notes) == ("Ferry sails again", ())
    seeds, _ = load_seeds(folder(tmp_path, a__toml='title = "Another"'))
    readings, notes = read(seeds)
    assert (readings[0].title, notes) == ("Another", ())
    assert readings[0].blocks[1].kind is BlockKind.TITLE


@pytest.mark.parametrize("printed", ["Ferry sails again after nine days.", "Nine days. Ferry sails again, at last"])
def test_a_corrected_title_leaves_the_printed_one_a_title(tmp_path: Path, printed: str) -> None:
    body = "The ferry sailed on Thursday.\n\nThe captain was glad to be at sea again."
    for stated in (printed, f"{printed} today", printed.replace("Ferry", "Boat")):
        seeds, _ = load_seeds(folder(tmp_path, a__txt=f"{printed}\n\n{body}", a__toml=f'title = "{stated}"'))
        reading = read(seeds)[0][0]
        assert [block.kind for block in reading.blocks] == [BlockKind.TITLE, *[BlockKind.PARAGRAPH] * 2]
        assert reading.title == stated
    seeds, _ = load_seeds(folder(tmp_path, a__txt=body, a__toml='title = "A ferry to the islands sails on Thursday"'))
    assert read(seeds)[0][0].blocks[0].kind is BlockKind.PARAGRAPH


def test_a_missing_title_is_supplied_in_brackets_with_a_warning() -> None:
    seeds, _ = load_seeds(SEEDS, "seeds")
    bare = [type(seed)(seed.file, seed.text, seed.sha256, Metadata()) for seed in seeds]
    readings, notes = read(bare)
    assert readings[0].title == "Blinken confronts Russia’s Lavrov on Ukraine, warns of ‘severe costs’"
    assert readings[1].title.startswith("[U.S. Secretary of State Antony Blinken")
    assert readings[1].title.endswith("…]")
    assert [(note.code, note.path) for note in notes] == [(Code.TITLE, seeds[1].file)]
    assert "title =" in notes[0].message


def test_the_two_seeds() -> None:
    kinds = []
    debris = []
    for reading in read(load_seeds(SEEDS)[0])[0]:
        counted: dict[str, int] = {}
        for block in reading.blocks:
            counted[block.kind] = counted.get(block.kind, 0) + 1
            debris += [block.text[span.start - block.start : span.end - block.start] for span in block.furniture]
        kinds.append(counted)
    assert kinds == [
        {"title": 1, "highlight": 5, "paragraph": 24, "furniture": 8, "credit": 4},
        {"furniture": 2, "caption": 1, "credit": 1, "paragraph": 22},
    ]
    assert debris == ["read more", "read more"]
