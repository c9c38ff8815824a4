"""What readers are told on the pages, but for what a match is (`phrases`) and how to cite (`citation`).

Where words have a place for others, it is called as what goes there; those are Markdown already where the words are.
"""

from __future__ import annotations

# Where things came from, and where they have gone.
NOTICE = "Made from {source} by annotated-corpus. Do not edit it: the next build writes it anew."
SEEDS = "the seeds"
EARLIER_WORDING = "Earlier wording: {words}"
TOMBSTONE = "No longer in the article. Its last words: {words}"
TOMBSTONE_LINK = "No longer in the article"
"""What an address that an article has left says of words that have gone."""
TOMBSTONE_NUMBER = "{name}, no longer in the article: permanent link"
"""What a screen reader says of the number of a block that has gone."""
REMOVED_TITLE = "No longer in the edition: {title}"
REMOVED = (
    "This article is no longer in the edition. A citation of it leads here: under each anchor stand its last words. "
    "None of the anchors is ever given to other words."
)
REMOVED_STONE = "{anchor}, last words: {words}"
MOVED_TITLE = "Moved: {slug}"
MOVED = "This article has another address now: {article}. Its paragraphs have kept their numbers."
PREVIEW = "Preview, do not cite."
PREVIEW_MEANING = "This page shows a change that is not yet part of the edition."

# An article.
STATED = {
    "source": "Source",
    "authors": "Authors",
    "date": "Date",
    "section": "Listed in",
    "url": "Address",
    "rights": "Rights",
}
"""What the head of an article shows, by the name of the sidecar's field, in this order; ``section`` is its list."""
BY = "By"
"""What a head calls authors."""
LISTED = "all of {title}"
HEADLINE = "So the headline reads in the text of the article. The one above is stated by the editors of this edition."
SAME_STORY = "The same story in {articles}: see the {comparison}."
AND_MORE = " and {number} more"
COMPARISON_LINK = "comparison"
FOLDED = "Folded: {reason}"
FOLDED_FOR_NO_REASON = "not part of the article"
NUMBERS = "Choose the number of a paragraph to cite it."
SIGN = "marks claims for which no match was found in another article; a note says who makes them too."
ALONE = ", no match found in another article"
"""What follows the name of a paragraph for whose claims no match was found."""
NUMBER = "{name}: permanent link"
CITE = "Cite {name}"
KEYS = "Keys: ?"
MORE = "{number} more"
CITING_LINK = "Citing the whole article"
CITING_TITLE = "How to cite"
CITING_NUMBERS = "To cite a paragraph, choose its number: the menu that opens copies the citation."
CITING = (
    "Every paragraph keeps its number for good. Its address is that of this page with its anchor: `#{anchor}-p1` for "
    "¶1. The checksum in a citation is that of the words: `annotated-corpus verify` says whether they still stand."
)
CITING_WHOLE = "The whole article"

# The comparison.
COMPARISON_TITLE = "Comparison"
COMPARISON_NONE = "No two articles of this edition make the same claim."
COMPARISON_OVERVIEW = "Articles that tell one story are compared on one page."
COMPARISON_LARGEST = "The largest stories are listed here; all stand in {doc}`the lists by date <index>`."
COMPARISON = (
    "Claims that match stand side by side, *words that none of the others has in italics*; those for which no match "
    "was found stand in their place between them. Agreement is not proof: each match says what it rests on."
)
COMPARED = "The articles: {articles}."
OTHERS = "{first} and {number} others"
PICTURE = (
    "Each bar is a claim, from the top of its article to the end; "
    "each ribbon joins claims that match and leads to them."
)
PICTURE_LABEL = "Which claims of which articles match; the same links follow below as text"
ROWS_TITLE = "Side by side"
ROWS_TITLE_OF = "{title}, side by side"
SUMMARY = "{shared}: {matched}. No match found: {alone}."
NOT_FOUND_MEANS = (
    "“No match found” is not “not said”. On news that the search was not made for it finds rather more than half of "
    "what two articles share: nearly all that both say word for word, three quarters of what both say whole. One in "
    "twelve claims without a match stands in the other article all the same, as a rule as a part of a longer sentence."
)
CLAIMS_OF = "{number} of {article}"
NONE = "none"
NOT_FOUND = "No match found in {where}"
OTHER_ARTICLES = "the other articles"
NEAREST = " (perhaps in {claim})"
"""What follows a claim for which no match was found, and ``claim`` comes near."""
WORDED = ", in mostly other words"
"""What follows a claim of whose words hardly one stands in the others: nothing is marked there."""
SAID_BY = ", said by {speaker}"
MATCHES = "{number} matches: {bases}."
RESTS_ON = "What each match rests on"
SETTLED = "Settled by an editor."
LIKELY = ((0.85, "Very likely a match."), (0.65, "Likely a match."), (0.0, "Perhaps a match."))
"""How sure a match is, by the least probability for which the words hold; of surer ones nothing is said.

On news that the matcher was not made for, 99 in 100 of the matches above ``SURE`` are right, nine in ten above the
first bound, seven in ten above the second, six in ten below (guide/quality.md).
"""
SURE = 0.97
DIFFER = "They differ in {particulars}."
AGAINST = "{kind}: “{a}” against “{b}”"
ONE_ONLY = "{kind}: “{words}” in one only"
WAYS = "Straight to"
WAY_COMMON = "what both say"
WAY_COMMON_TO_SEVERAL = "what several say"
WAY_ALONE = "not found elsewhere: {article}"
CONTROLS = "Order and filters"
CONTROLS_SHOW = "Show"
CONTROLS_EVERYTHING = "everything"
CONTROLS_ORDER = "Order"
CONTROLS_ORDER_OF = "In the order of {article}"
CONTROLS_BY_RELATION = "By relation, closest first"
CONTROLS_RELATION = "Wording"
CONTROLS_ALONE = "No match found"
CONTROLS_BASIS = "Agreement rests on"
CONTROLS_ARTICLES = "Articles"
CONTROLS_RESET = "Show everything"

# People and places.
PEOPLE = "People"
PEOPLE_ARE = "Everyone the articles name, by surname, under the fullest name that any of them gives, with all mentions."
PLACES = "Places"
PLACES_ARE = "Every place the articles name, with every mention."
NOBODY = "The articles name no {kind}."
MAP = "Where the places are. Outlines: Natural Earth, public domain."
MAP_LABEL = "Map of the places; the same links follow below as a list"
SPOT_LABEL = "Where {place} is"
OFTEN = "{title} most often named"
BY_NAME = "{title} by name"
FROM_TO = "{first} to {last}"
ROLES = "Described as {roles}."
GOVERNMENT = "May stand for a government."
COMPANY = "Named together with {names}."
ALIASES = "Also called {names}."
FIRST_IN = "{mentions}, first in {paragraph}."
PERSON = "Person"
PLACE = "Place"
PLACE_IN = "Place, {country}"
OFTEN_IN = "{mentions} in {articles}"
ROUGHLY = "{number:,} mentions or more"

# The way in, and the figures.
ARTICLES_TITLE = "The articles"
WHERE = "Who and where: {doc}`people` and {doc}`places`. Where the texts come from: {doc}`sources`."
STORIES = "Articles that share claims stand side by side in the {doc}`comparison`."
LISTED_TOGETHER = "Those that tell one story are listed together, with the comparison of what they say."
UNDATED = "Undated"
PART = "{title}, part {number}"
ONE_STORY = "{articles} of one story"
FACTS = "{paragraphs}, {claims}, {matched:,} of them matched in other articles."
FIGURES = {
    "title": "In this edition",
    "articles": "Articles",
    "paragraphs": "Paragraphs with a permanent anchor",
    "claims": "Claims",
    "matched": "Claims matched in another article",
    "groups": "Groups of matching claims, a row each in the comparison",
    "people": "People",
    "places": "Places",
    "mentions": "Mentions of them",
}
FIGURES_MATCHES = "Matches: {relation}"

# The sources.
SOURCES_TITLE = "Sources"
SOURCES = "The texts belong to their publishers. Each was read from a file that is kept byte for byte."
SOURCES_HEADS = "What is known of each text stands at the head of its page, and with its checksum in the data files."
SOURCE_OF = "The text of {article}"
SOURCE_FACTS = {
    "article": "Article",
    "credits": "Lines of credit",
    "credited": "Credits in the text",
    "file": "File",
    "sha256": "SHA-256",
}
SHARES_TITLE = "What they share"
SHARES = (
    "How much of each article another one shares, counted in words of its claims. A claim that matches several "
    "is counted once, by the least independent of its matches."
)
SHARES_OF = "Words of claims"
SHARES_OWN = "no match found"
NOT_STATED = "Not stated"
OUTLETS = ("Source", "Articles", "Claims", "in other articles too")

# The search.
IN_THIS_EDITION = "{kind} in this edition"
SEARCH_WORDS = "Words, or a “phrase” in quotation marks"
SEARCH_SOURCE = ("Source", "All sources")
SEARCH_YEAR = ("Year", "All years")
SEARCH_ORDER = ("Order", (("", "Best first"), ("desc", "Newest first"), ("asc", "Oldest first")))
