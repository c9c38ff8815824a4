"""Put old and new items into one order, and number the new ones: for blocks and for sentences alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotated_corpus.anchors import grammar


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the new order. ``old``: index of the old item there, or None; ``new`` the same of the new one."""

    old: int | None
    new: int | None


def weave(olds: int, news: int, kept: Mapping[int, int]) -> list[Slot]:
    """Return the new order, with what has gone after what it used to follow; ``kept``: new item to old."""
    here = set(kept.values())
    followers: dict[int, list[int]] = {}
    last = -1
    for old in range(olds):
        if old in here:
            last = old
        else:
            followers.setdefault(last, []).append(old)
    slots = [Slot(old, None) for old in followers.get(-1, ())]
    for new in range(news):
        slots.append(Slot(kept.get(new), new))
        if new in kept:
            slots.extend(Slot(old, None) for old in followers.get(kept[new], ()))
    return slots


def number(slots: Sequence[Slot], old: Sequence[tuple[str, str]], letters: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return letter and number of every new item: its old ones, or newly issued ones.

    Args:
        slots: the order, as :func:`weave` gives it.
        old: letter and number of every old item.
        letters: the letter that each new item would get, if it is not an old one.
    """
    series = {
        letter: grammar.Series(number for each, number in old if each == letter)
        for letter in sorted({*letters, *(letter for letter, _ in old)})
    }
    ahead: list[str] = []
    after: dict[str, str] = {}
    for slot in reversed(slots):
        if slot.old is not None:
            letter, known = old[slot.old]
            after[letter] = known
        ahead.append("" if slot.old is not None or slot.new is None else after.get(letters[slot.new], ""))
    ahead.reverse()
    before: dict[str, str] = {}
    numbers: dict[int, tuple[str, str]] = {}
    for slot, limit in zip(slots, ahead, strict=True):
        if slot.old is not None:
            letter, given = old[slot.old]
        elif slot.new is not None:
            letter = letters[slot.new]
            given = series[letter].issue(before.get(letter, ""), limit) if letter else series[letter].issue_title()
        before[letter] = given
        if slot.new is not None:
            numbers[slot.new] = letter, given
    return numbers


def moved(slots: Sequence[Slot]) -> set[int]:
    """Return the old items that were moved: those outside the longest run that kept its order."""
    stayed = [slot.old for slot in slots if slot.old is not None and slot.new is not None]
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, old in enumerate(stayed):
        length = bisect_left(tails, old)
        back.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(old)
            ends.append(at)
        else:
            tails[length], ends[length] = old, at
    run = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        run.add(stayed[at])
        at = back[at]
    return set(stayed) - run
