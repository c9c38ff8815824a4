"""The console script as a user calls it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotated_corpus import anchors

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [str(Path(sys.executable).with_name("annotated-corpus"))]


def run(*arguments: str | Path, cwd: Path = ROOT, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, input=typed)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path / "seeds"


def test_analyze_writes_every_table_and_leaves_the_seeds(seeds: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in seeds.iterdir()}
    done = run("analyze", seeds, "--out", tmp_path / "new" / "out")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.startswith("2 articles, ")
    names = ("articles", "blocks", "claims", "entities", "matches", "mentions")
    written = sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert written == sorted([f"{name}.jsonl" for name in names] + [f"{name}.schema.json" for name in names])
    assert {path: path.read_bytes() for path in seeds.iterdir()} == before


def test_analyze_imports_no_sphinx(seeds: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from annotated_corpus.cli import main; "
        f"assert main(['analyze', {str(seeds)!r}, '--out', {str(tmp_path / 'out')!r}]) == 0; "
        "unwanted = {'sphinx', 'docutils', 'myst_parser'}; "
        "sys.exit(' '.join(name for name in sys.modules if name.split('.')[0] in unwanted) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_same_bytes_whatever_the_hash_seed(seeds: Path, tmp_path: Path, seed: str) -> None:
    outputs = []
    for name, hashing in (("one", "7"), ("two", seed)):
        out = tmp_path / name
        command = [*COMMAND, "analyze", str(seeds), "--out", str(out)]
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": hashing})
        outputs.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert outputs[0] == outputs[1]


def test_a_folder_of_bare_texts_is_enough(tmp_path: Path) -> None:
    seeds = tmp_path / "texts"
    seeds.mkdir()
    (seeds / "one.txt").write_text("Rain fell\n\nRain fell on the town of Lund on Monday, Anna Berg said.\n", "utf-8")
    done = run("analyze", seeds, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    article = json.loads((tmp_path / "out/articles.jsonl").read_text("utf-8"))
    assert (article["id"], article["file"]) == ("one", "one.txt")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["analyze", "no-such-folder", "--out", "out"], "no-such-folder"),
        (["analyze", "seeds", "--out", "a-file/out"], "a-file"),
        (["analyze", "seeds", "--out", "out", "--register", "none.json"], "none.json"),
        (["analyze", "seeds", "--out", "seeds"], "among the texts"),
        (["analyze", "seeds", "--out", "out", "--threshold", "7"], "--threshold is 7.0"),
        (["analyze", "seeds", "--out", "out", "--engine", "sqlite"], "command line: --engine is 'sqlite'"),
        (["candidates", "--seeds", "nowhere"], "nowhere"),
        (["explain", "guardian", "3"], "guardian"),
        (["explain", "globe", "999999"], "999999"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_1(seeds: Path, arguments: list[str], told: str) -> None:
    (seeds.parent / "a-file").write_text("")
    done = run(*arguments, cwd=seeds.parent)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("error: ")
    assert told in done.stderr
    assert not (seeds.parent / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["globe-p1", "--register", "none.json"], "none.json"),
        (["globe-p1", "--seeds", "nowhere"], "nowhere"),
        (["globe-p1", "--words", ""], "--words has no words"),
        (["globe-p1", "--words", "“…”"], "--words has no words"),
    ],
)
def test_what_could_not_be_verified_at_all_is_exit_code_2(seeds: Path, arguments: list[str], told: str) -> None:
    done = run("verify", *arguments, cwd=seeds.parent)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith("error: ")
    assert told in done.stderr


FORGED = (
    "“Lavrov told reporters that Moscow was ready to invade.” (“Blinken”, Reuters, ¶9, in: E. x/reuters.html#reuters-p9"
)
TRUE = "“We, as President Putin has stated, do not want any conflicts” (x/reuters.html#reuters-p9)"


def test_verify_reads_the_words_of_each_citation(seeds: Path) -> None:
    sum_ = json.loads(_blocks(seeds)["reuters-p9"])["text"]
    done = run("verify", f"{FORGED} {anchors.checksum(sum_)})", f"{TRUE}; {FORGED})", cwd=seeds.parent)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["misquoted", "stands", "misquoted"]


def test_verify_follows_a_citation_through_a_change(seeds: Path) -> None:
    cited = json.loads(_blocks(seeds)["globe-p13"])
    link = "https://edition.example.org/corpus/globe.html#globe-p13"
    done = run("verify", link, cwd=seeds.parent)
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "stands")
    done = run("verify", link, "--words", " ".join(cited["text"].split()[1:7]), cwd=seeds.parent)
    assert done.returncode == 0
    done = run("verify", link, "--words", "words that stand nowhere", cwd=seeds.parent)
    assert (done.returncode, done.stdout.split(":")[0]) == (1, "misquoted")
    done = run("verify", f"{link} sha256:000000000000", cwd=seeds.parent)
    assert (done.returncode, done.stdout.split(":")[0]) == (1, "changed")
    done = run("verify", "#globe-p999", cwd=seeds.parent)
    assert (done.returncode, done.stdout.split(":")[0]) == (2, "unknown")
    done = run("verify", "-", cwd=seeds.parent, typed=link)
    assert done.returncode == 0


def _blocks(seeds: Path) -> dict[str, str]:
    assert run("analyze", seeds, "--out", seeds.parent / "data").returncode == 0
    lines = (seeds.parent / "data/blocks.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["id"]: line for line in lines}


@pytest.mark.parametrize("sum_", ["sha256:9188fb9d", "sha256:zz", "sha256:", "md5:123"])
def test_a_damaged_checksum_is_not_passed_over(seeds: Path, sum_: str) -> None:
    done = run("verify", f"globe-p13 {sum_}", cwd=seeds.parent)
    assert done.returncode == 2, done.stdout
    assert "cannot be read" in done.stdout


def test_what_is_kept_does_not_go_among_the_texts(seeds: Path, tmp_path: Path) -> None:
    done = run("analyze", seeds, "--out", tmp_path / "out", "--work", seeds)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_review_saves_every_answer_at_once_and_the_matches_follow(seeds: Path) -> None:
    listed = run("candidates", cwd=seeds.parent)
    assert listed.returncode == 0
    number = int(listed.stderr.split()[0])
    assert number >= 2, "the seeds should leave something to decide"
    done = run("review", cwd=seeds.parent, typed="a\nx\nr\nq\n")
    assert done.returncode == 0, done.stderr
    assert "2 decisions added" in done.stdout
    assert run("candidates", cwd=seeds.parent).stderr.startswith(str(number - 2))
    assert run("analyze", seeds, "--out", seeds.parent / "data").returncode == 0
    matches = [json.loads(line) for line in (seeds.parent / "data/matches.jsonl").read_text("utf-8").splitlines()]
    assert [match["decided"] for match in matches if match["decided"]] == ["accepted"]


def test_what_review_writes_is_read_again_whatever_the_texts_hold(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        text = path.read_text("utf-8").replace("Blinken ", "Blinken\a ").replace("Lavrov ", 'Lavrov\\" ')
        path.write_text(text, "utf-8")
    done = run("review", cwd=seeds.parent, typed="r\n" * 999)
    assert done.returncode == 0, done.stderr
    assert "\\x07" in done.stdout
    assert "\a" not in done.stdout
    assert "0 decisions" not in done.stdout
    done = run("candidates", cwd=seeds.parent)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "0 candidates"


def test_only_who_makes_an_edition_is_warned_of_its_texts(seeds: Path) -> None:
    (seeds / "003_f00094cdf8406b67.toml").unlink()
    (seeds / "decisions.toml").write_text('[[match]]\na = "one-p9-s1"\nb = "two-p1-s1"\nverdict = "reject"\n', "utf-8")
    told = {
        name: run(name, *more, cwd=seeds.parent).stderr
        for name, *more in (
            ("analyze", seeds, "--out", seeds.parent / "out"),
            ("candidates",),
            ("review",),
            ("verify", "reuters-p9"),
            ("explain", "reuters", "Kuleba"),
        )
    }
    assert [name for name in told if "[corpus.title]" in told[name]] == ["analyze"]
    assert [name for name in told if "[corpus.decision]" in told[name]] == ["analyze", "candidates", "review"]


def test_explain_gives_a_reason(seeds: Path) -> None:
    done = run("explain", "globe", "Dmytro Kuleba", cwd=seeds.parent)
    assert done.returncode == 0
    assert "Dmytro Kuleba" in done.stdout
    assert "person" in done.stdout


def test_the_threshold_can_be_that_of_conf(seeds: Path) -> None:
    numbers = []
    for threshold in ("0.1", "0.999"):
        assert run("analyze", seeds, "--out", seeds.parent / "data", "--threshold", threshold).returncode == 0
        numbers.append(len((seeds.parent / "data/matches.jsonl").read_text("utf-8").splitlines()))
    assert numbers[0] > numbers[1] > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_that_is_full_is_told(seeds: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [*COMMAND, "explain", "globe", "Kuleba"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=seeds.parent)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["error: the output cannot be written: No space left on device"]
