"""Options of this edition; `guide/options.md` explains those that start with `corpus_`."""

import os

project = "Blinken and Lavrov in Stockholm"
author = "The editors of the annotated corpus"
copyright = "the publishers named on each page, for the articles"
version = release = "1"

extensions = ["myst_parser", "sphinx_design", "annotated_corpus"]
corpus_seeds = "seeds"
corpus_pages = "corpus"

root_doc = "index"
source_suffix = {".md": "markdown"}
include_patterns = ["index.md", "corpus/*.md", "guide/*.md"]
myst_enable_extensions = ["colon_fence"]
smartquotes = False
nitpicky = True

language = "en"
html_theme = "furo"
html_title = project
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_copy_source = False
html_show_sphinx = False

epub_show_urls = "no"
epub_tocscope = "includehidden"
latex_engine = "lualatex"
latex_elements = {
    "papersize": "a4paper",
    "pointsize": "11pt",
    "extraclassoptions": "openany,oneside",
    "fncychap": "",
    "sphinxsetup": "hmargin=1.5in",
    "preamble": r"\AtBeginDocument{\date{}}",  # the day of a build says nothing of the edition
}
latex_documents = [("index", "edition.tex", project, author, "manual", True)]
