"""Write the outlines of the continents that the map of places is drawn from.

    python -m tools.build_map land-110m.json _ext/annotated_corpus/pages/data/land.txt

The input is Natural Earth's land at 1:110 million (public domain) as TopoJSON, as the npm package
`world-atlas` (ISC) holds it. The output has one outline a line: an SVG path in tenths of a degree.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

Point = tuple[float, float]
TOLERANCE = 0.35
"""Degrees by which an outline may be off."""
LEAST = 1.2
"""Islands of a smaller area, in square degrees, are left out."""


def main(source: str, target: str) -> None:
    """Read, simplify, write."""
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [
        copy
        for polygon in _polygons(topology["objects"]["land"])
        for ring in polygon
        for copy in _unrolled(_ring(ring, arcs))
    ]
    lines = [_path(_simple(ring)) for ring in rings if abs(_area(ring)) >= LEAST]
    notice = "# Natural Earth, land at 1:110 million (public domain), simplified by tools/build_map.py"
    Path(target).write_text("\n".join([notice, *lines]) + "\n", "utf-8")


def _decoded(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _polygons(geometry: dict[str, Any]) -> list[Any]:
    if geometry["type"] == "GeometryCollection":
        return [polygon for each in geometry["geometries"] for polygon in _polygons(each)]
    found = geometry["arcs"]
    return [found] if geometry["type"] == "Polygon" else list(found)


def _ring(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _unrolled(ring: list[Point]) -> list[list[Point]]:
    """Return an outline without jumps across the date line, and a second one where it reaches over the edge."""
    points = [ring[0]]
    turn = 0.0
    for (x0, _), (x1, y1) in pairwise(ring):
        turn += 360 if x1 - x0 < -180 else -360 if x1 - x0 > 180 else 0
        points.append((x1 + turn, y1))
    if turn:  # it goes round the pole
        south = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], south), (points[0][0], south), points[0]]
    copies = [points]
    if max(x for x, _ in points) > 180:
        copies.append([(x - 360, y) for x, y in points])
    if min(x for x, _ in points) < -180:
        copies.append([(x + 360, y) for x, y in points])
    return copies


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _simple(ring: list[Point]) -> list[Point]:
    """Simplify after Douglas and Peucker (1973); the ring is cut in two so that its ends differ."""
    middle = len(ring) // 2
    return _thinned(ring[: middle + 1])[:-1] + _thinned(ring[middle:])


def _thinned(points: list[Point]) -> list[Point]:
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    far, at = 0.0, 0
    for place, (x, y) in enumerate(points[1:-1], 1):
        distance = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
        if distance > far:
            far, at = distance, place
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return _thinned(points[: at + 1])[:-1] + _thinned(points[at:])


def _path(ring: list[Point]) -> str:
    points = [(round(x * 10), round(-y * 10)) for x, y in ring]
    steps = [f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in pairwise(points) if a != b]
    return f"M{points[0][0]},{points[0][1]}l" + " ".join(steps).replace(",-", "-").replace(" -", "-") + "z"


if __name__ == "__main__":
    main(*sys.argv[1:3])
