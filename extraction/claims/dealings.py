"""What those who act have to do with one another, and with what they make: "signs a lease with a tenant"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import BARGAINING, ENTRUSTING, HANDING, SERVING, TAKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.words.tokens import Token

__all__ = [
    "composes",
    "dealing",
    "deals",
    "decides",
    "ownership",
    "pays",
    "says",
    "takes",
]

# What somebody says or hands in: "a buyer's offer" is the work of the buyer, "a buyer's account" is not.
_UTTERANCES = en.words(
    "reply response answer offer request promise statement submission proposal complaint acknowledgment "
    "acknowledgement "
    "confirmation declaration consent undertaking quotation"
)
_MONEY = en.words("payment fee charge contribution donation deposit rent tax")
_DECISIONS = en.words(
    "decision judgment judgement verdict ruling finding determination recommendation opinion vote"
)
_SENT = en.words(
    "notice letter message invoice order call offering update report alert notification bill quote claim"
)
_BY_WORD = {
    "with": dict.fromkeys(BARGAINING | HANDING | TAKING, "collaboratesWith"),
    "to": {
        **dict.fromkeys(HANDING | ENTRUSTING, "collaboratesWith"),
        **dict.fromkeys(SERVING, "supports"),
    },
    "from": dict.fromkeys(TAKING, "collaboratesWith"),
}


def dealing(tokens: Sequence[Token], cue: int, *, acting: bool) -> str:
    """Give the relation to whom a verb's deed is done with, "signs a lease with a tenant"; empty for no dealing.

    ``cue`` is the place of the preposition; ``acting`` tells that both ends can act. Who bargains acts at any rate.
    """
    verb = _verb_before(tokens, cue)
    bargains = verb in BARGAINING and tokens[cue].lower == "with"
    return _BY_WORD.get(tokens[cue].lower, {}).get(verb, "") if acting or bargains else ""


def deals(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "under" of "supplies grain under a contract" from that of "sits under a beam"."""
    return _verb_before(tokens, position) in SERVING | HANDING | TAKING


def composes(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "with" of "consists of a hall with several rooms", which goes on with the parts."""
    return _verb_before(tokens, position) in ("consist", "comprise")


def takes(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "from" of "receives rent from a tenant" from that of "a letter from a tenant"."""
    return _verb_before(tokens, position) in TAKING


def says(noun: Token) -> bool:
    """Tell the noun of "a notice from a landlord", which is the work of who it comes from."""
    return noun.lower in _UTTERANCES | _SENT


def decides(noun: Token) -> bool:
    """Tell the noun of "the decision of a jury", which the jury makes."""
    return noun.lower in _DECISIONS


def pays(noun: Token) -> bool:
    """Tell the noun of "a payment from a tenant", "fees from a carrier"."""
    return singular(noun.lower) in _MONEY


def _verb_before(tokens: Sequence[Token], position: int) -> str:
    return next((token.verb for token in reversed(tokens[:position]) if token.tag in Tag.VERBS), "")


def ownership(tokens: Sequence[Token], genus_end: int) -> str:
    """Give what somebody is to a headword that is "a buyer's offer", "the buyer's process of comparing bids"; or "".

    ``genus_end`` is the place behind the noun of the genus.
    """
    if not 0 < genus_end <= len(tokens):
        return ""
    behind = tokens[genus_end : genus_end + 2]
    does = [behind[0].lower, behind[1].tag] == ["of", Tag.GERUND] if len(behind) == 2 else False
    said = tokens[genus_end - 1].lower in _UTTERANCES
    return "produces" if said else "responsibleFor" if does else ""
