"""The words of the grammar of figures: numbers, scales, currencies, units, and words that qualify a figure.

Currency codes from ISO 4217; units from the SI brochure (9th edition) and the measures that the AP and Guardian stylebooks
spell out; qualifiers from the same stylebooks' entries on numerals.
"""

from __future__ import annotations

from decimal import Decimal

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)} | {"nil": 0}
TENS = frozenset(_TENS)

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9,
    "trillion": 10**12, "dozen": 12, "score": 20, "mln": 10**6, "mn": 10**6, "bln": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
ATTACHED = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "cr": 10**7}
"""Scales that are written without a space: `1.5m`, `300k`. `m` alone is metres unless money stands before it or no unit fits."""

FRACTIONS = {"half": "0.5", "third": "1/3", "thirds": "1/3", "quarter": "0.25", "quarters": "0.25", "fifth": "0.2", "fifths": "0.2", "tenth": "0.1"}
SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}

MONEY_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₴": "UAH", "₫": "VND", "₱": "PHP"}
MONEY_PREFIXES = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL",
}  # fmt: skip
"""What stands before a dollar sign: US$, A$, HK$."""
MONEY_CODES = {
    "USD", "GBP", "EUR", "JPY", "INR", "AUD", "CAD", "NZD", "CHF", "CNY", "RMB", "HKD", "SGD", "SEK", "NOK", "DKK", "RUB", "BRL", "ZAR", "KRW", "TRY",
    "PLN", "CZK", "HUF", "ILS", "MXN", "NGN", "KES", "PKR", "BDT", "LKR", "IDR", "MYR", "THB", "PHP", "VND", "SAR", "AED", "EGP", "ARS", "CLP", "Rs",
}  # fmt: skip
MONEY_WORDS = {
    "dollar": "USD", "pound": "GBP", "sterling": "GBP", "euro": "EUR", "yen": "JPY", "rupee": "INR", "yuan": "CNY", "renminbi": "CNY", "franc": "CHF",
    "rouble": "RUB", "ruble": "RUB", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "zloty": "PLN", "won": "KRW", "real": "BRL",
    "reais": "BRL", "rand": "ZAR", "lira": "TRY", "peso": "MXN", "shekel": "ILS", "naira": "NGN", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
    "dirham": "AED", "riyal": "SAR", "cent": "cent", "penny": "penny", "pence": "penny", "euros": "EUR",
}  # fmt: skip
WHOSE_MONEY = {
    ("us", "dollar"): "USD", ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("hong", "kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD",
    ("new", "zealand", "dollar"): "NZD", ("egyptian", "pound"): "EGP", ("pakistani", "rupee"): "PKR", ("norwegian", "krone"): "NOK", ("danish", "krone"): "DKK",
    ("swiss", "franc"): "CHF", ("british", "pound"): "GBP", ("indian", "rupee"): "INR", ("japanese", "yen"): "JPY", ("chinese", "yuan"): "CNY",
}  # fmt: skip

UNITS = {
    "km": "km", "kms": "km", "kilometre": "km", "kilometer": "km", "m": "m", "metre": "m", "meter": "m", "cm": "cm", "centimetre": "cm", "centimeter": "cm",
    "mm": "mm", "millimetre": "mm", "millimeter": "mm", "mile": "mile", "mi": "mile", "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch", "inche": "inch",
    "yard": "yard", "acre": "acre", "hectare": "hectare", "ha": "hectare", "kg": "kg", "kilogram": "kg", "kilo": "kg", "gram": "g", "g": "g",
    "mg": "mg", "milligram": "mg", "tonne": "tonne", "ton": "ton", "lb": "pound-mass", "lbs": "pound-mass", "ounce": "ounce", "oz": "ounce", "stone": "stone",
    "litre": "l", "liter": "l", "l": "l", "ml": "ml", "millilitre": "ml", "gallon": "gallon", "barrel": "barrel", "mph": "mile per hour",
    "kph": "kilometre per hour", "kmh": "kilometre per hour", "hp": "horsepower", "horsepower": "horsepower", "bhp": "horsepower", "kw": "kilowatt", "kwh": "kilowatt hour", "mw": "megawatt", "gw": "gigawatt",
    "megawatt": "megawatt", "gigawatt": "gigawatt", "watt": "watt", "w": "watt", "volt": "volt", "ghz": "gigahertz", "mhz": "megahertz", "khz": "kilohertz", "hz": "hertz",
    "gb": "gigabyte", "mb": "megabyte", "tb": "terabyte", "mah": "milliampere hour", "nm": "newton metre", "knot": "knot", "degree": "degree", "percentage": "percent", "percent": "percent", "bps": "basis point",
    "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute", "second": "second", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "decade": "decade", "century": "century",
    "psi": "pound per square inch", "rpm": "revolution per minute", "fps": "frame per second", "mpg": "mile per gallon",
}  # fmt: skip
TWO_WORD_UNITS = {
    ("basis", "point"): "basis point", ("percentage", "point"): "percentage point", ("square", "foot"): "square foot", ("square", "feet"): "square foot", ("sq", "ft"): "square foot",
    ("square", "metre"): "square metre", ("square", "meter"): "square metre", ("sq", "m"): "square metre", ("square", "mile"): "square mile", ("square", "kilometre"): "square kilometre",
    ("square", "kilometer"): "square kilometre", ("cubic", "metre"): "cubic metre", ("cubic", "meter"): "cubic metre", ("cubic", "foot"): "cubic foot", ("light", "year"): "light year", ("nautical", "mile"): "nautical mile",
}  # fmt: skip

ABOUT = frozenset("about around approximately roughly nearly almost some circa approx estimated roughly".split())
MORE = frozenset("over above exceeding exceeds exceeded surpassed surpassing surpasses least upwards topping topped beyond past".split())
LESS = frozenset("under below most".split())
UP = frozenset("up rose risen rise rising grew grown grow growing growth increase increased increases increasing jumped jump gained gain gains climbed climb soared surged surge added advanced higher".split())
DOWN = frozenset("down fell fallen fall falling dropped drop dropping decline declined declining decrease decreased lost lose loss losses slid slipped plunged tumbled cut lower shed sank sinking reduced reduce reduction shrank discount slashed".split())

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "mice": "mouse", "teeth": "tooth", "geese": "goose", "lives": "life",
    "wives": "wife", "knives": "knife", "shelves": "shelf", "leaves": "leaf", "halves": "half", "thieves": "thief", "wolves": "wolf", "aircraft": "aircraft", "series": "series",
    "species": "species", "police": "police", "sheep": "sheep", "fish": "fish", "personnel": "personnel", "troops": "troop", "crises": "crisis", "analyses": "analysis",
    "criteria": "criterion", "phenomena": "phenomenon", "media": "medium", "data": "datum", "spacecraft": "spacecraft", "policemen": "policeman", "businessmen": "businessman",
    "firemen": "fireman", "fishermen": "fisherman", "congressmen": "congressman", "buses": "bus", "cases": "case", "houses": "house", "horses": "horse", "nurses": "nurse",
    "businesses": "business", "pence": "penny", "cattle": "cattle", "crew": "crew", "staff": "staff", "gases": "gas", "viruses": "virus", "votes": "vote", "movies": "movie",
    "cookies": "cookie", "homes": "home", "times": "time", "euros": "euro", "purposes": "purpose", "causes": "cause", "licences": "licence", "phases": "phase", "premises": "premises",
}  # fmt: skip
COUNTED_SINGULAR = frozenset(IRREGULAR[w] for w in ()) | {"aircraft", "people", "police", "personnel", "men", "women", "children", "troops", "sheep", "fish", "cattle", "series", "species", "crew", "staff", "spacecraft", "runs"}
NOT_NOUNS = frozenset(
    "is was as has his this its us years was does goes says times others less across perhaps always towards versus plus yes thus besides sometimes afterwards "
    "overseas news ours hers theirs whereas".split()
)
"""Words in -s after a number that count nothing."""
STOPS = frozenset(
    "the a an and or but of in on at to from by for with as that which who than then when while if is are was were be been being has have had will would can could "
    "may might must shall should do does did not no nor so it he she they we you i his her their our its this these those there here after before since until "
    "during over under between into about against per each every compared more less up down out off away also only just according said say says all both either".split()
)
"""Words that no counted noun reaches across."""
NAMED = frozenset(
    "section sections chapter page pages article articles rule rules route flight highway interstate bus room no number figure fig table version type model season episode series "
    "boeing airbus channel level grade phase tier class world formula group area suite gate platform track bay unit iphone galaxy windows "
    "psalm verse volume vol title amendment proposition prop resolution act paragraph para line item step apollo falcon catch under-".split()
)
"""What a number after it names rather than counts: Section 427, Boeing 737."""
STREETS = frozenset("street st road rd avenue ave lane ln drive boulevard blvd way court square place terrace close crescent".split())
