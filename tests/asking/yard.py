"""An article with what a model may get wrong, and answers that the article bears out."""

from __future__ import annotations

from tests.asking.model import Asked, asked, said
from tests.builders import article
from tests.evidence.server import Server

YARD = """Harbour row

Engineer Ruth Okafor left the harbour board in 2022. Ida Finch, the mayor, visited the yard on Tuesday. The contractor Lee Metals was fined.

The council said on Monday that the bridge would close in May and that the ferry would run until Friday.

Twelve men, three women and four children were hurt, police said.

She denied that the wall was unsafe or that nobody had looked.

The company lost £1.2m, up from £900,000, because the grant never came.

The minister, who met Hale in Leeds, resigned on Tuesday.

The firm sold the yard and fired 20 people. If the grant comes, the bridge will be safe.

"We found rot in nine of the frames and nobody cared," said Ruth Okafor. It was sold in the spring.

Hale never saw the crack and the leak.
"""
SOLD = "It was sold in the spring."
HURT = "Twelve men, three women and four children were hurt, police said."
LOSS = "The company lost £1.2m, up from £900,000, because the grant never came."
COUNTS = (
    said("Twelve men", "Twelve men [were hurt, police said]", "statement", "police"),
    said("three women", "three women [were hurt, police said]", "statement", "police"),
    said("four children were hurt, police said.", kind="statement", speaker="police"),
)
DENIED = said("She denied that the wall was unsafe", "[Ruth Okafor] denied that the wall was unsafe", "statement", "Ruth Okafor")
LOST = said("The company lost £1.2m", "The company [Lee Metals] lost £1.2m")
NEVER = said("because the grant never came.", "[The company lost] because the grant never came.")


async def of(server: Server, *claims: object) -> Asked:
    return await asked(server, article(YARD), *claims)


def same(found: Asked) -> bool:
    """Whether the claims are ours, each as it was."""
    return found.merged.claims == found.ours
