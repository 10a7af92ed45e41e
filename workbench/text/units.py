"""Units, currencies and bound words: the tables that `workbench.text.quantities` reads by."""

from __future__ import annotations

CURRENCY_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
}
CURRENCY_PREFIXES = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD"}
"""Letters before a dollar sign ("US$45,000")."""

CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "gbp": "GBP",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "yen": "JPY",
    "yuan": "CNY",
    "rupees": "INR",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "francs": "CHF",
    "shekels": "ILS",
    "cents": "cent",
}

DURATIONS = {
    unit + plural: unit
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
    for plural in ("", "s")
} | {"centuries": "century"}

MEASURES: dict[tuple[str, ...], str] = {
    ("percentage", "points"): "pp",
    ("percentage", "point"): "pp",
    ("per", "cent"): "%",
    ("percent",): "%",
    ("%",): "%",
    ("degrees", "celsius"): "degC",
    ("degrees", "fahrenheit"): "degF",
    ("degrees",): "deg",
    ("°", "c"): "degC",
    ("°", "f"): "degF",
    ("mph",): "mph",
    ("miles", "per", "hour"): "mph",
    ("km", "/", "h"): "km/h",
    ("kph",): "km/h",
    ("kilometers", "per", "hour"): "km/h",
    ("kilometres", "per", "hour"): "km/h",
    ("kilometers", "an", "hour"): "km/h",
    ("kilometres", "an", "hour"): "km/h",
    ("miles", "an", "hour"): "mph",
    ("knots",): "knot",
    ("metric", "tons"): "t",
    ("megawatts",): "MW",
    ("barrels",): "barrel",
    ("acres",): "acre",
    ("hectares",): "ha",
}
for _words, _unit in (
    ("kilometer kilometre kilometers kilometres km", "km"),
    ("meter metre meters metres", "m"),
    ("centimeter centimetre centimeters centimetres cm", "cm"),
    ("millimeters millimetres mm", "mm"),
    ("mile miles", "mi"),
    ("foot feet ft", "ft"),
    ("inch inches", "in"),
    ("yard yards", "yd"),
):
    for _word in _words.split():
        MEASURES[(_word,)] = _unit
        MEASURES[("square", _word)] = _unit + "2"
        MEASURES[("sq", _word)] = _unit + "2"
        MEASURES[("cubic", _word)] = _unit + "3"
for _words, _unit in (
    ("kilogram kilograms kilo kilos kg", "kg"),
    ("gram grams", "g"),
    ("pound pounds lb lbs", "lb"),
    ("ounce ounces oz", "oz"),
    ("ton tons tonne tonnes", "t"),
    ("liter litre liters litres", "l"),
    ("gallon gallons", "gal"),
):
    for _word in _words.split():
        MEASURES[(_word,)] = _unit

POUNDS_OF_MONEY = 1_000_000
"""So many pounds and more are money, written without their sign ("1.2 billion pounds")."""

DIMENSIONS: dict[str, tuple[str, float]] = {
    unit: (dimension, factor)
    for dimension, units in {
        "length": {
            "km": 1000.0,
            "m": 1.0,
            "cm": 0.01,
            "mm": 0.001,
            "mi": 1609.344,
            "yd": 0.9144,
            "ft": 0.3048,
            "in": 0.0254,
        },
        "mass": {"t": 1000.0, "kg": 1.0, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523},
        "volume": {"l": 1.0, "gal": 3.785411784},
        "speed": {"km/h": 1.0, "mph": 1.609344, "knot": 1.852},
        "days": {
            "week": 7.0,
            "day": 1.0,
            "hour": 1 / 24,
            "minute": 1 / 1440,
            "second": 1 / 86400,
        },
        "years": {"century": 100.0, "decade": 10.0, "year": 1.0, "month": 1 / 12},
    }.items()
    for unit, factor in units.items()
}
"""What a unit measures, and how much of the dimension's own unit it is. A ton is taken for a tonne
and a gallon for the American one: neither is off by more than what rounding allows for."""
DIMENSIONS |= {
    f"{unit}2": ("area", factor * factor)
    for unit, (dimension, factor) in DIMENSIONS.items()
    if dimension == "length"
}
DIMENSIONS |= {"ha": ("area", 10_000.0), "acre": ("area", 4046.856)}

BOUNDS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        "ge": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of"
        "|as few as|as little as|minimum of|minimum",
        "gt": "more than|over|just over|well over|above|exceeding|exceeds|exceeded|greater than"
        "|higher than|upwards of|upward of|in excess of|slightly more than|well above|far more than"
        "|much more than|beyond|topped|tops|surpassed",
        "le": "up to|as many as|as much as|at most|no more than|not more than|a maximum of"
        "|maximum of|not exceeding",
        "lt": "fewer than|less than|under|below|lower than|just under|well under|well below",
        "near": "nearly|almost|not quite",
        "approx": "about|around|roughly|approximately|some|an estimated|estimated|close to"
        "|in the region of|in the order of|circa|perhaps|~",
    }.items()
    for phrase in phrases.split("|")
}
"""Words before a number that say how it bounds what is meant. `near` is just below the number."""

NAMING_WORDS = frozenset(
    "route channel flight highway interstate article section chapter phase room page radio boeing "  # noqa: SIM905
    "airbus figure table title area level unit number no gate district ward apollo windows version "
    "studio platform runway division formula group chapter psalm act resolution amendment f1 line "
    "grade volume type block zone world".split()
)
"""A number after one of these is a name ("Route 66", "Flight 17")."""

ZERO_NOUNS = frozenset(
    "casualties deaths injuries victims survivors arrests fatalities wounded dead".split()  # noqa: SIM905
)
"""What "no ..." counts as zero of; elsewhere "no" denies."""

HARM_WORDS = {
    word: harm
    for harm, words in {
        "killed": "killed kills killing kill dead died die dies death deaths toll lives fatalities "
        "fatality slain murdered slaughtered massacred bodies corpses perished",
        "injured": "injured injures injuring injure injuries wounded wounding wounds wound hurt "
        "hospitalized hospitalised",
        "missing": "missing unaccounted disappeared",
        "held": "arrested arrests detained detains detaining detentions held captured custody",
        "rescued": "rescued freed saved evacuated",
        "displaced": "displaced fled homeless",
    }.items()
    for word in words.split()
}
"""Words that tell what became of those counted."""

_AUXILIARIES = (
    "is was were are be been has had have having can could may might must will would should "
    "do does did"
)
NO_NOUNS = frozenset(
    f"{_AUXILIARIES} of "
    "them who whom whose that which where when while why how and or but nor if as than then so not "
    "the a an this these those its his her their our your my it he she they we you i "
    "to in on at by for from with without into onto over under about after before during since "
    "until between among against through across toward towards around near off out up down "
    "said says say told also more less other others yet still already just only even "
    "another day time thing".split()
)
"""Words that no figure counts."""
