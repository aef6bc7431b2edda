"""How well and how fast claims that were checked before are found: hand-written paraphrases among many other claims.

    .venv/bin/python benchmarks/searching.py [CLAIMS ...] [--index postgresql://…]

The others are made of the same sort of sentences with other names, places and figures. Told are the mean reciprocal rank and the share
of paraphrases whose claim is among the first five, the time to make the index and to bring it up to date, and the time of a query.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from factcheck import searching
from factcheck.casefile import CaseFile
from factcheck.model import Article, Block, BlockRole, Case, Claim, ClaimKind, claim_ids
from factcheck.searching.local import LocalStore

PAIRS = [
    ("The refit of the ferry Lady Anne cost the council £1.2m.", "The council spent £1.2m on refitting its ferry, the Lady Anne."),
    (
        "Mayor Ida Finch resigned on Monday over the harbour contract.",
        "Ida Finch stepped down as mayor because of a contract for the harbour.",
    ),
    ("A gale shut the Sound of Mull for nine hours.", "For nine hours the Sound of Mull was closed by a gale."),
    ("Twelve crofters sold their lambs to a butcher in Oban.", "A butcher from Oban bought the lambs of twelve crofters."),
    ("The hospital in Stornoway has 84 beds, half of them empty.", "Half of the 84 beds of Stornoway's hospital are not used."),
    (
        "Unemployment on the islands fell to 3.1 percent in March.",
        "In March 3.1 percent of islanders had no work, fewer than before.",
    ),
    ("Engineer Ruth Okafor found rot in nine of the frames.", "Nine frames were rotten, according to the engineer Ruth Okafor."),
    ("The school at Tobermory will close in 2027.", "Tobermory is to lose its school in 2027."),
    ("Police arrested two men after the fire at the distillery.", "Two men were held by police following a blaze at the distillery."),
    ("The wind farm at Ardlussa supplies 14,000 homes.", "14,000 households get their power from Ardlussa's wind turbines."),
    ("Salmon exports from Skye doubled between 2019 and 2023.", "Skye sold twice as much salmon abroad in 2023 as in 2019."),
    ("The bridge to Vatersay was built in 1991.", "Vatersay's bridge dates from 1991."),
    ("Nurses voted to strike by 412 votes to 96.", "By 412 to 96 votes, the nurses decided on a strike."),
    ("The Lismore lighthouse was struck by lightning last night.", "Lightning hit the lighthouse on Lismore overnight."),
    ("Tom Breck has been head of the coastguard since 2015.", "Since 2015 the coastguard has been led by Tom Breck."),
    ("The ferry company lost £4.6m last year.", "Losses of £4.6m were made by the ferry company in the past year."),
    ("Councillor Mary Oyelaran voted against the new pier.", "Mary Oyelaran opposed the building of a pier in the council's vote."),
    ("Some 3,400 people live on the island of Barra in winter.", "In the winter months Barra has about 3,400 inhabitants."),
    ("A whale was washed ashore at Luskentyre on Sunday.", "On Sunday a dead whale was found on the beach of Luskentyre."),
    ("The price of diesel at Port Ellen rose to £1.92 a litre.", "A litre of diesel now costs £1.92 in Port Ellen."),
    ("No passengers were hurt when the Hebridean Star ran aground.", "The Hebridean Star's grounding left nobody on board injured."),
    (
        "The museum at Kilmartin reopened after a three-year rebuild.",
        "After being rebuilt for three years, Kilmartin's museum is open again.",
    ),
    ("Seven of the ten slipways are unsafe, surveyors said.", "Surveyors called seven slipways out of ten unsafe."),
    ("The island's only doctor, Hugh Calder, retires in June.", "Hugh Calder, who is the only doctor on the island, will retire in June."),
]
NAMES = "Aird Baird Cairns Dunbar Ewart Farrell Gillan Heron Innes Jardine Kerr Laird Munro Napier Orr Petrie Quaid Ross Shaw Tait".split()
FIRST = "Ann Bruce Clara Duncan Effie Fergus Grace Hamish Isla Jock Kirsty Lewis Mairi Neil Olive Peter Rhona Stuart Una Walter".split()
PLACES = "Stornoway Tobermory Oban Portree Lerwick Kirkwall Ullapool Mallaig Campbeltown Rothesay Lochboisdale Tarbert Wick Thurso".split()
FORMS = [
    "The refit of the {n} in {p} cost the council £{f}m.", "{w} {n} resigned on {d} over the contract for {p}.",
    "A storm shut the harbour of {p} for {i} hours.", "{i} crofters near {p} sold their sheep to {w} {n}.",
    "The hospital in {p} has {i} beds, some of them empty.", "Unemployment in {p} fell to {f} percent in {m}.",
    "Engineer {w} {n} found rust in {i} of the pillars at {p}.", "The school at {p} will open again in 20{i}.",
    "Police arrested {i} men after the fire in {p}.", "The wind farm at {p} supplies {i},000 homes.",
    "Exports from {p} doubled between 20{i} and 2024.", "Nurses in {p} voted to strike by {i} votes to 9.",
    "{w} {n} has been head of the museum in {p} since 20{i}.", "The bus company of {p} lost £{f}m last year.",
    "Councillor {w} {n} voted against the new road to {p}.", "The price of petrol in {p} rose to £{f} a litre.",
]  # fmt: skip


def others(count: int) -> list[str]:
    """So many other claims."""
    rng = random.Random(1)  # noqa: S311 - the same claims every time
    days, months = "Monday Tuesday Wednesday Thursday Friday".split(), "January February March April May June".split()
    return [
        rng.choice(FORMS).format(
            n=rng.choice(NAMES), w=rng.choice(FIRST), p=rng.choice(PLACES), f=round(rng.uniform(1, 9), 1), i=rng.randint(10, 99),
            d=rng.choice(days), m=rng.choice(months),
        )
        for _ in range(count)
    ]  # fmt: skip


def case_of(sentences: list[str]) -> Case:
    """A case whose claims are these sentences."""
    text = " ".join(sentences)
    ids = claim_ids([("assertion", sentence) for sentence in sentences])
    claims, at = [], 0
    for name, sentence in zip(ids, sentences, strict=True):
        claims.append(Claim(id=name, kind=ClaimKind.ASSERTION, start=at, end=at + len(sentence), text=sentence, gist=sentence))
        at += len(sentence) + 1
    return Case(article=Article(text=text, blocks=(Block(role=BlockRole.BODY, start=0, end=len(text)),)), claims=tuple(claims))


def one_size(count: int, address: str | None) -> None:
    """Make so many claims, and print how they are found."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cases"
        told = [*(claim for claim, _ in PAIRS), *others(count - len(PAIRS))]
        random.Random(2).shuffle(told)  # noqa: S311 - the same order every time
        for n in range(0, len(told), 25):
            CaseFile.create(folder / f"case-{n:06}.toml", case_of(told[n : n + 25]))
        index = searching.open_index(folder, address) if address else searching.Index(folder, LocalStore(folder, Path(place) / "index"))
        began = time.perf_counter()
        index.refresh()
        made = time.perf_counter() - began
        began = time.perf_counter()
        index.refresh()
        fresh = time.perf_counter() - began
        ranks, times = [], []
        for claim, words in PAIRS:
            began = time.perf_counter()
            found = [known.gist for known in index.search(words, 10)]
            times.append(time.perf_counter() - began)
            ranks.append(found.index(claim) + 1 if claim in found else None)
    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    recall = sum(rank is not None and rank <= 5 for rank in ranks) / len(ranks)
    print(f"{count:7} claims: MRR {mrr:.3f}, recall at 5 {recall:.3f}; index made in {made:.1f} s, up to date in {fresh * 1000:.0f} ms; ")
    print(f"                a query takes {statistics.median(times) * 1000:.0f} ms, at most {max(times) * 1000:.0f} ms")


def main() -> None:
    """Print the figures of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, default=[1_000, 200_000])
    parser.add_argument("--index", help="the address of a PostgreSQL database to keep the index in, in its own tables")
    asked = parser.parse_args()
    for count in asked.claims:
        one_size(count, asked.index)


if __name__ == "__main__":
    main()
