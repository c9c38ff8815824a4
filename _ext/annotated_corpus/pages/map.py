"""Maps of places as SVG: one of all, and a small one for each; outlines from Natural Earth (public domain)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians

from annotated_corpus.model import Entity
from annotated_corpus.pages import words
from annotated_corpus.pages.html import escape

_WIDTH, _HEIGHT = 720.0, 400.0
_SMALL = (150.0, 100.0)
_AROUND = 16.0
"""A small map shows this many degrees of latitude."""
_LEAST = 24.0
"""The map of all places shows at least this many degrees of latitude."""
_LINE = 13.0
"""Height of a label."""


@cache
def _land() -> str:
    lines = (files(__package__) / "data" / "land.txt").read_text("utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


def located(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities whose coordinates are known."""
    return [each for each in entities if each.latitude is not None and each.longitude is not None]


def world(places: Sequence[Entity]) -> str:
    """Return the map of all places, each a link to its entry; it defines the outlines for the small maps too."""
    view = _View.around(places)
    dots: list[str] = []
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in map(view.at, places)]
    for place in places:
        x, y = view.at(place)
        dots.append(
            f'<a href="#{place.id}" class="corpus-spot"><title>{escape(place.name)}</title>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="12" fill="transparent"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#9a1b1b"/></a>'
        )
        if label := _label(place.name, x, y, taken):
            dots.append(label)
    return (
        f'<div role="group" aria-label="{words.MAP_LABEL}">'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="corpus-map" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}">'
        f'<defs><path id="corpus-land" d="{_land()}"/></defs>'
        f"{_sheet(_WIDTH, _HEIGHT)}{view.land()}{''.join(dots)}</svg></div>"
    )


def spot(place: Entity) -> str:
    """Return a small map with one place; its outlines are those of the map of all places on the same page."""
    width, height = _SMALL
    view = _View(place.longitude or 0.0, place.latitude or 0.0, height / _AROUND, width, height)
    label = words.SPOT_LABEL.format(place=escape(place.name))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="corpus-map corpus-map-small" role="img"'
        f' aria-label="{label}" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}">{_sheet(width, height)}{view.land()}'
        f'<circle cx="{width / 2:g}" cy="{height / 2:g}" r="4" fill="#9a1b1b"/></svg>'
    )


class _View:
    """A plain cylindrical projection, true to scale at the latitude of its centre."""

    def __init__(self, longitude: float, latitude: float, scale: float, width: float, height: float) -> None:
        self.across = max(cos(radians(latitude)), 0.25) * scale
        self.down = scale
        self.left = width / 2 - longitude * self.across
        self.top = height / 2 + latitude * self.down

    @classmethod
    def around(cls, places: Sequence[Entity]) -> _View:
        """Return the view that shows all places."""
        east, north = [each.longitude or 0.0 for each in places], [each.latitude or 0.0 for each in places]
        longitude, latitude = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
        squeezed = max(cos(radians(latitude)), 0.25)
        high = max(
            _LEAST, (max(north) - min(north)) * 1.25, (max(east) - min(east)) * 1.3 * squeezed * _HEIGHT / _WIDTH
        )
        return cls(longitude, latitude, _HEIGHT / high, _WIDTH, _HEIGHT)

    def at(self, place: Entity) -> tuple[float, float]:
        """Return where a place is on the sheet."""
        return self.left + (place.longitude or 0.0) * self.across, self.top - (place.latitude or 0.0) * self.down

    def land(self) -> str:
        """Return the outlines, moved and scaled; their unit is a tenth of a degree."""
        matrix = f"{self.across / 10:.4f} 0 0 {self.down / 10:.4f} {self.left:.2f} {self.top:.2f}"
        return f'<use href="#corpus-land" class="corpus-land" fill="#c9cdd1" transform="matrix({matrix})"/>'


def _sheet(width: float, height: float) -> str:
    return f'<rect class="corpus-sea" width="{width:g}" height="{height:g}" fill="#f1f4f6"/>'


def _label(name: str, x: float, y: float, taken: list[tuple[float, float, float, float]]) -> str:
    """Return the name beside its dot, above or below it, or nowhere: a label must cover nothing."""
    width = 6.6 * len(name)
    for left, middle in ((x + 7, y), (x - 7 - width, y), (x - width / 2, y - 13), (x - width / 2, y + 13)):
        box = (left, middle - _LINE / 2, left + width, middle + _LINE / 2)
        clear = all(box[2] < b[0] or box[0] > b[2] or box[3] < b[1] or box[1] > b[3] for b in taken)
        if clear and box[0] > 0 and box[2] < _WIDTH:
            taken.append(box)
            return (
                f'<text x="{left + width / 2:.1f}" y="{middle + 4:.1f}" font-size="12" text-anchor="middle"'
                f' aria-hidden="true">{escape(name)}</text>'
            )
    return ""
