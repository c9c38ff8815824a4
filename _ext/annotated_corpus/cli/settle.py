"""``annotated-corpus settle``: which paragraphs are the anchors that stop a build?"""

from __future__ import annotations

import argparse

from annotated_corpus import anchors
from annotated_corpus.characters import visible
from annotated_corpus.cli.analyze import edition
from annotated_corpus.cli.editor import append
from annotated_corpus.edition import DECISIONS
from annotated_corpus.pages.phrases import count


def run(arguments: argparse.Namespace) -> int:
    """Ask about each anchor until nothing stops the build; every answer is saved before the next question.

    What was answered may settle others too, so the edition is read again after each answer.
    """
    path = arguments.seeds / DECISIONS
    settled = 0
    skipped: set[str] = set()
    while left := _questions(arguments):
        if arguments.shown:
            _print(left)
            return 1
        asked = next((each for each in left if each.anchor not in skipped), None)
        answer = _ask(asked) if asked else "q"
        if answer == "q" or not asked:
            break
        if answer == "s":
            skipped.add(asked.anchor)
            continue
        append(path, answer)
        settled += 1
    print(f"{count(settled, 'decision')} added to {path}; {count(len(left), 'anchor')} left to settle")
    return 1 if left else 0


def _questions(arguments: argparse.Namespace) -> tuple[anchors.Question, ...]:
    """Return what stops the build, nothing if it does not stop."""
    try:
        edition(arguments)
    except anchors.Undecided as stopped:
        return stopped.questions
    return ()


def _print(questions: tuple[anchors.Question, ...]) -> None:
    """Print one decision for each anchor; together they give no paragraph to two anchors."""
    taken: set[tuple[tuple[str, str], ...]] = set()
    for question in questions:
        place = next((each for each in question.places if each.keys not in taken), None)
        if place:
            taken.add(place.keys)
        lines = ", ".join(str(each.line) for each in question.places)
        print(f"# {question.anchor} was “{visible(question.text)}”; it could be line {lines}")
        print(question.table(place))


def _ask(question: anchors.Question) -> str:
    """Return the decision of the editor as a table, "s" to skip, "q" to quit."""
    shown = anchors.shortened([question.text, *(each.text for each in question.places)])
    print(f"{question.anchor} was: {visible(shown[0])}")
    for number, (place, words) in enumerate(zip(question.places, shown[1:], strict=True), 1):
        print(f"  {number}  line {place.line}: {visible(words)}")
    while True:
        try:
            answer = input("[number] it is that one, m[number] it was merged into it, [g]one, [s]kip, [q]uit? ")
        except EOFError:
            print()
            return "q"
        answer = answer.strip().lower()
        if answer in ("s", "q"):
            return answer
        if answer == "g":
            return question.table(None)
        merged = answer.startswith("m")
        chosen = answer.removeprefix("m").strip()
        if chosen.isascii() and chosen.isdecimal() and 1 <= int(chosen) <= len(question.places):
            return question.table(question.places[int(chosen) - 1], merged)
