"""What nouns tell whatever they name: a time, a manner, a deed, a part of an organization."""

from __future__ import annotations

from typing import Final

from rolegraph.extraction.words.english import words

__all__ = ["ACTS", "BRANCHES", "DEPARTMENTS", "MANNERS", "SHARES", "STATES", "SUBSTANCES", "TIMES"]

TIMES: Final = words("time hour day week month quarter year")
SHARES: Final = words("half part share lot rest percent cent")
BRANCHES: Final = words(
    "support operations sales marketing finance procurement accounting engineering security research management"
)
"""What the people who do it are called by as well: "field operations"."""

DEPARTMENTS: Final = words("hr it marketing sales finance procurement accounting legal")
"""Who acts by this name alone: "HR interviews the clerks"."""

ACTS: Final = words(
    "call appointment stand-up enquiry inquiry meeting review workshop session training interview election auction "
    "exhibition course hearing rehearsal decision recommendation choice ruling assessment payment arrangement proposal "
    "adjustment judgement judgment inspection approval delivery repair reservation booking diagnosis prescription "
    "investment"
)
"""Who makes, holds, gives or takes it does it: "makes the decision"."""

MANNERS: Final = words(
    "care ease confidence help regard respect caution speed precision success difficulty time view attention skill "
    "interest enthusiasm support permission consent approval love joy pride delay patience discount"
)
"""How something is done, and with no tool: "with care"."""

STATES: Final = words(
    "spring summer autumn winter advance turn order condition line state form mind place use force "
    "temperature pressure humidity speed"
)
"""When or how something is, and nowhere: "in spring", "in use"."""

SUBSTANCES: Final = ("mentation", "ware", "equipment", "machinery", "furniture")
"""The endings of what is no single thing, so that no article stands before it: "is software that …"."""
