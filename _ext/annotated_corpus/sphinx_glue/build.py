"""When Sphinx does what: pages before it looks for sources, data files when it is done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from annotated_corpus import settings
from annotated_corpus.anchors import Change, ChangeKind, load_register
from annotated_corpus.data import export
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import Edition, Lookup, assemble
from annotated_corpus.files import only_writer
from annotated_corpus.pages import publish, published, render
from annotated_corpus.settings import PREFIX, Settings
from annotated_corpus.sphinx_glue.builders import SITES
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain
from annotated_corpus.sphinx_glue.messages import stop, warn
from annotated_corpus.stages import Stages

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

REGISTER = "anchors.json"
_KEPT = "corpus-stages"
"""The folder beside the doctrees in which results for single articles are kept from run to run."""
_WORK = "corpus-matching"
"""The folder beside the doctrees where the comparison of a large corpus is kept from build to build."""
_LISTED = 20
"""So many new articles are told of one by one."""


def register(app: Sphinx) -> None:
    """Declare the options and connect to Sphinx's events."""
    for option in settings.options():
        app.add_config_value(option.name, option.default, option.rebuild, option.types, option.help)
    build = _Build()
    app.connect("config-inited", build.read_settings)
    app.connect("builder-inited", build.write_pages)
    app.connect("build-finished", build.write_data)


class _Meter:
    """Shows progress of long work, a line for every tenth of it."""

    _LONG = 1000

    def __init__(self) -> None:
        self._shown = ("", 0)

    def __call__(self, what: str, done: int, whole: int) -> None:
        tenth = (what, done * 10 // whole if whole else 10)
        if whole >= self._LONG and tenth != self._shown:
            logger.info("%s: %d %%", what, tenth[1] * 10)
            self._shown = tenth


class _Build:
    """What one run of Sphinx knows from its first event to its last."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.edition: Edition | None = None

    def read_settings(self, _app: Sphinx, config: Config) -> None:
        # Sphinx passes over names that no extension declares; a misspelt option must not be lost that way.
        # It has no public list of what conf.py and the command line set.
        stated = {*config._raw_config, *config._overrides}
        names = {option.name for option in settings.options()} | {name for name in stated if name.startswith(PREFIX)}
        values = {name.removeprefix(PREFIX): getattr(config, name, None) for name in sorted(names)}
        try:
            self.settings = settings.from_mapping(values)
            _require(config)
        except CorpusError as error:
            stop(error)

    def write_pages(self, app: Sphinx) -> None:
        root = Path(app.srcdir)
        chosen = self.settings
        folder = root / chosen.pages
        frozen = chosen.register == "frozen" or os.environ.get("READTHEDOCS") == "True"
        # From reading the register to writing it: two builds that read it together would issue one number twice.
        alone = nullcontext() if frozen else only_writer(folder, chosen.pages, logger.info)
        try:
            with alone:
                _require_register(folder, chosen.pages)
                stages = Stages(Path(app.doctreedir) / _KEPT, app.parallel)
                work = Path(app.doctreedir) / _WORK
                edition = assemble(root / chosen.seeds, folder / REGISTER, chosen, chosen.seeds, stages, work, _Meter())
                if frozen:
                    _refuse_changes(edition, folder / REGISTER, f"{chosen.pages}/{REGISTER}")
                issued = {REGISTER: edition.register.dumps()}
                report = publish(folder, render(edition.corpus), issued, chosen.pages, write=not frozen)
        except CorpusError as error:
            stop(error, root)
        self.edition = edition
        corpus_domain(app.env).lookup = Lookup(edition.corpus)
        for change in _told(edition.changes):
            logger.info("anchors: %s", change)
        if report.written or report.removed:
            logger.info("pages: %d written, %d removed in %s", len(report.written), len(report.removed), chosen.pages)
        warn((*edition.diagnostics, *report.diagnostics))

    def write_data(self, app: Sphinx, exception: Exception | None) -> None:
        if exception is None and self.edition and app.builder.name in SITES:
            try:
                export(self.edition.corpus, Path(app.outdir) / "data")
            except CorpusError as error:
                stop(error, Path(app.srcdir))


def _told(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what happened to the anchors, a line each; new articles in one line where they are many."""
    many = sum(change.kind is ChangeKind.ADDED for change in changes)
    if many > _LISTED:
        yield f"{many:,} articles added"
    for change in changes:
        if change.kind is not ChangeKind.ADDED or many <= _LISTED:
            yield str(change)


def _require(config: Config) -> None:
    """Raise CorpusError unless other extensions are set so that the pages can be read as they are written."""
    wrong = []
    if "colon_fence" not in config.myst_enable_extensions:
        message = 'the pages need MyST\'s colon fences; add myst_enable_extensions = ["colon_fence"]'
        wrong.append(Diagnostic(Code.OPTION, message, "conf.py"))
    if config.smartquotes:
        message = "smart quotes would change the words of the articles; add smartquotes = False"
        wrong.append(Diagnostic(Code.OPTION, message, "conf.py"))
    if wrong:
        raise CorpusError(wrong)


def _require_register(folder: Path, shown: str) -> None:
    """Raise CorpusError where pages were made and their register is lost: it alone knows what was cited."""
    if not (folder / REGISTER).exists() and published(folder, shown):
        message = (
            "missing, and the pages beside it were made with it; restore it from version control "
            f"(`git checkout -- {shown}/{REGISTER}`), or remove the whole folder {shown} to issue every anchor anew"
        )
        raise CorpusError(Diagnostic(Code.REGISTER, message, f"{shown}/{REGISTER}"))


def _refuse_changes(edition: Edition, path: Path, shown: str) -> None:
    if not load_register(path, shown).same_anchors(edition.register):
        changes = "; ".join(str(change) for change in edition.changes[:3]) or "anchors would be issued"
        message = f"the register is frozen, and the seeds would change it ({changes}); run `make html`, commit {shown}"
        raise CorpusError(Diagnostic(Code.REGISTER, message, shown))
