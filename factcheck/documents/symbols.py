"""Signs that a document writes as characters of the Symbol font, as Unicode has them."""

from __future__ import annotations

_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL = {0x20 + i: char for i, char in enumerate(_LOW)} | {0xA0 + i: char for i, char in enumerate(_HIGH)}
"""The upper half without its pieces of tall brackets; as Adobe's encoding has them (unicode.org: VENDORS/ADOBE/symbol.txt)."""
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """The sign with a code, in hexadecimal, in a font: a dot where the font has pictures that Unicode has no place for."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0xFFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    if font.casefold() == "symbol":
        return _SYMBOL.get(number - _PRIVATE if number >= _PRIVATE else number, "•")
    return chr(number) if number < 0xE000 or number > 0xF8FF else "•"
