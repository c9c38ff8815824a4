"""What English figures are figures of: measures, money, percent; and the words that bound them ("at least").

Written for this project from general knowledge; sizes are those of the International System of Units and of the
international yard and pound. In the public domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

MEASURES: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        unit: (kind, size)
        for kind, size, forms in (
            ("length", 0.001, "mm millimetre millimetres millimeter millimeters"),
            ("length", 0.01, "cm centimetre centimetres centimeter centimeters"),
            ("length", 0.0254, "inch inches"),
            ("length", 0.3048, "ft foot feet"),
            ("length", 0.9144, "yard yards"),
            ("length", 1.0, "m metre metres meter meters"),
            ("length", 1000.0, "km kms kilometre kilometres kilometer kilometers"),
            ("length", 1609.344, "mile miles"),
            ("speed", 1.0, "kph kmh km/h"),
            ("speed", 1.609344, "mph"),
            ("speed", 1.852, "knot knots"),
            ("area", 4046.856, "acre acres"),
            ("area", 10000.0, "ha hectare hectares"),
            ("weight", 0.001, "gram grams gramme grammes"),
            ("weight", 0.0283495, "ounce ounces oz"),
            ("weight", 0.45359, "lb lbs"),
            ("weight", 1.0, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
            ("weight", 1000.0, "tonne tonnes ton tons"),
            ("volume", 1.0, "litre litres liter liters"),
            ("volume", 3.785412, "gallon gallons"),
            ("volume", 158.987, "barrel barrels"),
            ("time", 1 / 60, "seconds"),
            ("time", 1.0, "minute minutes min mins"),
            ("time", 60.0, "hour hours hr hrs"),
            ("time", 1440.0, "day days"),
            ("time", 10080.0, "week weeks"),
            ("months", 1.0, "month months"),
            ("months", 12.0, "year years yr yrs"),
            ("months", 120.0, "decade decades"),
            ("celsius", 1.0, "celsius centigrade"),
            ("fahrenheit", 1.0, "fahrenheit"),
            ("degrees", 1.0, "degree degrees"),
            ("power", 1.0, "kw kilowatt kilowatts"),
            ("power", 1000.0, "mw megawatt megawatts"),
            ("power", 1_000_000.0, "gw gigawatt gigawatts"),
            ("basis points", 1.0, "bp bps"),
            ("times", 1.0, "times"),
        )
        for unit in forms.split()
    }
)
"""Units by their forms: what they measure, and how many of one unit of it they are."""
GLUED: Mapping[str, tuple[str, float]] = MappingProxyType(
    {"c": ("celsius", 1.0), "f": ("fahrenheit", 1.0), "g": ("weight", 0.001), "l": ("volume", 1.0)}
)
"""Units that are read only where they follow a figure without a space, or after a sign of degrees."""
POWERS: Mapping[str, int] = MappingProxyType({"square": 2, "sq": 2, "cubic": 3})
ALONG = frozenset("high tall long wide deep thick away wave waves sprint race hurdles".split())
"""Beside such a word "100m" is a length, elsewhere a number of millions."""

SIGNS: Mapping[str, str] = MappingProxyType({sign: sign for sign in "$€£¥₹₽₩₪"})
"""Signs of money; what is not written with one is counted by its code ("CHF")."""
MONEY: Mapping[str, str] = MappingProxyType(
    {
        form: sign
        for sign, forms in (
            ("$", "dollar dollars usd dlr dlrs buck bucks"),
            ("€", "euro euros eur"),
            ("£", "pound pounds gbp quid sterling"),
            ("¥", "yen jpy"),
            ("CNY", "yuan renminbi rmb cny"),
            ("₹", "rupee rupees inr rs"),
            ("₽", "rouble roubles ruble rubles rub"),
            ("₩", "krw"),
            ("CHF", "franc francs chf"),
            ("crown", "crown crowns krona kronor krone kroner sek nok dkk czk"),
            ("peso", "peso pesos"),
            ("lei", "leu lei ron"),
            ("zloty", "zloty zlotys pln"),
            ("₪", "shekel shekels nis ils"),
            ("cent", "cent cents"),
            ("pence", "penny pence"),
        )
        for form in forms.split()
    }
)
"""Words and codes of money, by the sign or code that they mean."""
CODES = frozenset("usd dlr dlrs eur gbp jpy cny rmb inr rs rub krw chf sek nok dkk czk ron pln nis ils".split())
"""What stands before a figure as a sign does: "USD 5m", "Rs 500"."""
COUNTRIES = frozenset("us usd a au aud c ca cad hk hkd nz nzd s sgd r".split())
"""What may stand directly before a sign of money; all but the first two say that it is not the American one."""
AMERICAN = frozenset(("us", "usd"))


class Bound(StrEnum):
    """On which side of a figure the true one lies."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "under"
    MOST = "at most"
    JUST_OVER = "just over"
    OVER = "over"
    WELL_OVER = "well over"
    LEAST = "at least"
    ONLY = "only"
    ALL_BUT = "all but"


BOUNDS: Mapping[tuple[str, ...], Bound] = MappingProxyType(
    {
        tuple(phrase.strip().split()): bound
        for bound, phrases in (
            (
                Bound.ABOUT,
                "about, around, roughly, approximately, some, circa, estimated, an estimated, close to, perhaps",
            ),
            (Bound.ABOUT, "possibly, maybe, probably, nearer to, in the region of, an average of"),
            (Bound.NEARLY, "nearly, almost, just under, just below, not quite, approaching, just short of, virtually"),
            (Bound.UNDER, "under, below, fewer than, less than, well under, well below, lower than, short of"),
            (
                Bound.MOST,
                "up to, as many as, as much as, at most, no more than, not more than, a maximum of, at the most",
            ),
            (
                Bound.JUST_OVER,
                "just over, just above, slightly more than, slightly over, a little over, a little more than",
            ),
            (
                Bound.OVER,
                "over, above, more than, exceeding, upwards of, in excess of, greater than, north of, topping",
            ),
            (Bound.WELL_OVER, "well over, well above, far more than, far over, much more than"),
            (Bound.LEAST, "at least, no fewer than, no less than, not less than, a minimum of, at the least"),
            (Bound.ONLY, "only, just, merely, a mere, barely, exactly, precisely, a total of, all"),
            (Bound.ALL_BUT, "all but"),
        )
        for phrase in phrases.split(",")
    }
)
"""Phrases directly before a figure, by what they say of it."""
AFTER: Mapping[tuple[str, ...], Bound] = MappingProxyType(
    {
        ("or", "more"): Bound.LEAST,
        ("or", "so"): Bound.ABOUT,
        ("or", "less"): Bound.MOST,
        ("or", "fewer"): Bound.MOST,
        ("plus",): Bound.LEAST,
        ("odd",): Bound.ABOUT,
    }
)
"""The same directly after it: "1,000 or more"."""
FORMER = frozenset("from against previous previously earlier estimate estimates formerly versus".split())
"""A figure after such a word ("down from 40") is not the one of which the sentence tells."""
FORMER_PHRASES = frozenset({("compared", "with"), ("compared", "to"), ("instead", "of"), ("rather", "than")})
NAMED = frozenset(
    """flight route highway interstate motorway road case article section chapter page paragraph verse psalm room gate
    platform line number no nos district ward precinct channel volume act resolution protocol directive unit battalion
    squadron apollo boeing airbus mission phase stage type model version league formula group area zone proposition
    measure amendment title figure table picture photo image slide lot bus train tram line pier berth terminal stand
    seat grade level""".split()
)
"""What is named by a number that counts nothing: "Flight 447"."""
ZONES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("utc", "gmt", "wet"), 0),
        **dict.fromkeys(("bst", "cet"), 60),
        **dict.fromkeys(("cest", "eet"), 120),
        **dict.fromkeys(("eest", "msk"), 180),
        **dict.fromkeys(("est", "cdt"), -300),
        "edt": -240,
        **dict.fromkeys(("cst", "mdt"), -360),
        **dict.fromkeys(("mst", "pdt"), -420),
        "pst": -480,
        "jst": 540,
    }
)
"""Time zones by their letters, in minutes east of Greenwich."""
