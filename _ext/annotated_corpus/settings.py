"""The options of an edition, each declared once: name, type, default, validation and help."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import PurePosixPath
from typing import Any, Literal

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic

PREFIX = "corpus_"
"""What the name of every option starts with in ``conf.py``."""

Rebuild = Literal["env", "html", ""]
"""What Sphinx does anew when an option changes: reading, only writing, or nothing."""

Check = Callable[[Any], str]
"""A validation: returns what a good value would be, or an empty string if the value is good."""


def _folder(value: Any) -> str:
    good = isinstance(value, str) and value.strip("/. ") and not value.startswith("/") and ".." not in value.split("/")
    return "" if good else "a folder below the one of conf.py, with / between its parts"


def _one_of(*values: str) -> Check:
    wanted = " or ".join(f'"{value}"' for value in values)
    return lambda value: "" if value in values else wanted


def _probability(value: Any) -> str:
    good = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    return "" if good else "a number from 0 to 1"


def _memory(value: Any) -> str:
    good = isinstance(value, str) and re.fullmatch(r"[1-9][0-9]*(\.[0-9]+)? ?[MG]B", value)
    return "" if good else 'an amount such as "500MB" or "4GB"'


def _master(value: Any) -> str:
    good = isinstance(value, str) and re.fullmatch(r"local(\[[0-9*]+\])?|yarn|(spark|sc|k8s)://\S+", value)
    return "" if good else 'an address such as "local[*]", "spark://host:7077", "yarn" or "sc://host:15002"'


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "a string"


def _option(default: Any, check: Check, help_: str, rebuild: Rebuild = "env") -> Any:
    return field(default=default, metadata={"check": check, "help": help_, "rebuild": rebuild})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options as one value; ``conf.py`` spells each with the prefix ``corpus_``."""

    seeds: str = _option("seeds", _folder, "Folder of the source texts, relative to conf.py.")
    pages: str = _option("corpus", _folder, "Folder of the generated pages and the register of anchors.")
    register: str = _option(
        "open",
        _one_of("open", "frozen"),
        '"frozen" makes any change to the register of anchors an error; Read the Docs is always frozen.',
    )
    threshold: float = _option(0.45, _probability, "Matches less probable than this are not shown.")
    semantic_model: str = _option(
        "",
        _text,
        "Folder or name of an embedding model that weighs meaning too; needs the extra [semantic].",
    )
    spacy_pipeline: str = _option(
        "",
        _text,
        "Name or folder of a spaCy pipeline that finds people and places instead of rules; needs the extra [spacy].",
    )
    engine: str = _option(
        "auto",
        _one_of("auto", "duckdb", "spark"),
        'What finds the articles worth a comparison: "auto" compares up to 60 articles all with all and has DuckDB '
        'find the pairs of more; "duckdb" and "spark" use that engine whatever the size. "spark" needs the extra '
        "[spark] and Java. The result is the same.",
        "",
    )
    memory: str = _option(
        "2GB",
        _memory,
        "The memory that the engine may use; what does not fit goes to disk for the time of the run.",
        "",
    )
    master: str = _option(
        "local[*]",
        _master,
        'Where Spark runs: its master, or "sc://host:15002" for a Spark Connect server.',
        "",
    )
    search: str = _option(
        "sphinx",
        _one_of("sphinx", "pagefind"),
        'What readers search a site with: "sphinx" is the search of Sphinx, whose index is loaded whole; "pagefind" '
        "loads only what a query needs, for large editions; it needs the extra [pagefind], and a web server.",
        "html",
    )


@dataclass(frozen=True, slots=True)
class Option:
    """The declaration of one option, as documentation and Sphinx need it."""

    name: str
    types: tuple[type, ...]
    default: Any
    help: str
    rebuild: Rebuild


def options() -> tuple[Option, ...]:
    """Return every option under the name that ``conf.py`` uses, in the order of declaration."""
    return tuple(
        Option(
            PREFIX + each.name,
            (int, float) if isinstance(each.default, float) else (type(each.default),),
            each.default,
            each.metadata["help"],
            each.metadata["rebuild"],
        )
        for each in fields(Settings)
    )


def _in_conf(name: str) -> str:
    return PREFIX + name


def from_mapping(
    values: Mapping[str, Any], path: str = "conf.py", spelled: Callable[[str], str] = _in_conf
) -> Settings:
    """Build the settings from ``{option name without prefix: value}``; messages name an option as ``spelled``.

    Raises:
        CorpusError: one message for every unknown name and every value that may not be.
    """
    known = {each.name: each for each in fields(Settings)}
    wrong = [
        Diagnostic(Code.OPTION, f"unknown option {spelled(name)}; known are: {', '.join(map(spelled, known))}", path)
        for name in values
        if name not in known
    ]
    for name, value in values.items():
        if name in known and (wanted := known[name].metadata["check"](value)):
            wrong.append(Diagnostic(Code.OPTION, f"{spelled(name)} is {value!r}; it must be {wanted}", path))
    if not wrong and _overlap(made := Settings(**values)):
        pages, seeds = spelled("pages"), spelled("seeds")
        message = f"{pages} is {made.pages!r}, but what is generated may not lie in {seeds}, nor around it"
        wrong.append(Diagnostic(Code.OPTION, message, path))
    if wrong:
        raise CorpusError(wrong)
    return made


def _overlap(made: Settings) -> bool:
    seeds, pages = (PurePosixPath(each).parts for each in (made.seeds, made.pages))
    return seeds[: len(pages)] == pages[: len(seeds)]
