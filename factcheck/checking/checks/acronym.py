"""`acronym`: one abbreviation in two spellings, as KCNA in one paragraph and KNCA in another."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import Context, Word, times
from factcheck.checking.registry import Check, Finding
from factcheck.model import Severity

LONGEST = 7


def find(context: Context) -> Iterator[Finding]:
    """Pairs of abbreviations of which one is the other with two letters swapped, or with one letter wrong, missing or added."""
    places = {t: ws for t, ws in context.spellings.items() if 3 <= len(t) <= LONGEST and t.isupper() and t.isascii() and t.isalpha()}
    forms = _long_forms(context, places)
    ranked = sorted(places, key=lambda t: (-len(places[t]), places[t][0].start))
    claimed: set[str] = set()
    for rare in reversed(ranked):
        for usual in ranked:
            if usual == rare or usual in claimed or not _slip(rare, usual, places, forms):
                continue
            claimed.add(rare)
            yield _finding(context, rare, usual, places, forms)
            break


def _slip(rare: str, usual: str, places: dict[str, list[Word]], forms: dict[str, str]) -> bool:
    if OSA.distance(rare, usual) != 1 or (rare in forms and usual in forms):
        return False
    many, few = len(places[usual]), len(places[rare])
    fits = usual in forms and rare not in forms
    if rare in forms or few > max(1, many // 3) or (many == few and places[rare][0].start < places[usual][0].start and not fits):
        return False
    if sorted(rare) == sorted(usual):
        return len(rare) >= 4 or fits or many >= 3
    return len(rare) >= 4 and len(usual) >= 4 and rare[0] == usual[0] and (many >= 3 or fits) and not _known(rare) and not _inflected(rare, usual)


def _inflected(a: str, b: str) -> bool:
    """A plural or a relative of the other: NGOS and NGO, NBCU and NBC."""
    return a.startswith(b) or b.startswith(a)


def _known(word: str) -> bool:
    """Whether the letters are a word or an abbreviation in use; then they may well be meant."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word.lower(), "en")) >= 2.0


def _long_forms(context: Context, places: dict[str, list[Word]]) -> dict[str, str]:
    """The long forms in the article whose initials are an abbreviation that stands in it too."""
    forms: dict[str, str] = {}
    run: list[Word] = []
    text = context.article.text
    for word in (*context.words, None):
        joined = run and word is not None and text[run[-1].end : word.start].strip(" -'’s") == ""
        if word is not None and joined and word.text.lower() in ("of", "for", "and", "the", "in", "on", "to"):
            continue
        if word is not None and word.text[0].isupper() and len(word.text) > 1 and (not run or _near(text, run[-1], word)):
            run.append(word)
            continue
        for size in range(3, len(run) + 1):
            for first in range(len(run) - size + 1):
                part = run[first : first + size]
                initials = "".join(w.text[0] for w in part)
                if initials in places and not any(w.text == initials for w in part):
                    forms.setdefault(initials, " ".join(text[part[0].start : part[-1].end].split()))
        run = [word] if word is not None and word.text[0].isupper() and len(word.text) > 1 else []
    return forms


_LINKS = {"", "of", "for", "and", "the", "in", "on", "to", "of the", "for the", "&", "-", "'s", "’s"}


def _near(text: str, last: Word, word: Word) -> bool:
    return word.start - last.end < 12 and text[last.end : word.start].strip().lower() in _LINKS


def _finding(context: Context, rare: str, usual: str, places: dict[str, list[Word]], forms: dict[str, str]) -> Finding:
    counts = f"“{usual}” stands in the article {times(len(places[usual]))} and “{rare}” {times(len(places[rare]))}"
    if sorted(rare) == sorted(usual):
        how = "they have the same letters in another order, and are likely meant as one name"
    else:
        how = "they differ in one letter, and are likely meant as one name"
    message = f"{counts}; {how}"
    message += f", and the letters of “{usual}” fit “{forms[usual]}”." if usual in forms else "."
    sure = usual in forms or len(places[usual]) > len(places[rare])
    spans = sorted((*places[usual], *places[rare]), key=lambda w: w.start)
    return Finding(context.spans(spans), message, Severity.ERROR, usual if sure else None)


CHECK = Check(
    id="acronym",
    looks_for="one abbreviation in two spellings",
    rule="AP Stylebook, 'abbreviations and acronyms': the same letters each time; swapped neighbours are the commonest slip of the keys "
    "(Damerau 1964)",
    find=find,
    catches=(
        "Port closes\n\nThe HPTA closed the port on Monday. Ships waited outside. The HTPA will open it again on Friday.\n",
        "Union walks out\n\nThe General Dockers Federation, or GDF, called a strike. Members of the GFD met at noon.\n",
        "Rail fares rise\n\nThe NRFA raised fares. The NRFA said costs had grown. Riders met the NRFA. The NRFB did not reply.\n",
    ),
    passes=(
        "Games tonight\n\nThe NBA and the NFL play tonight. The NBA game is first, and the NFL game is shown after it.\n",
        "Two banks\n\nThe Northern Development Bank (NDB) lent the money. The National Bank of Dunmore (NBD) declined.\n",
        "Channels merge\n\nNBC bought the rights. NBCU, its parent, paid for them. NBC will show the games, and NBC will sell them.\n",
    ),
)
