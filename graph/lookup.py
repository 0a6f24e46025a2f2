"""Look-up: from the name that a person types to the term."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from rolegraph.graph.candidates import Name, candidates_of
from rolegraph.graph.errors import AmbiguousTerm, UnknownTerm
from rolegraph.graph.names import fold
from rolegraph.graph.nodes import is_term
from rolegraph.graph.reading import read_term

if TYPE_CHECKING:
    from rolegraph.graph.record import Term
    from rolegraph.graph.triples import Triples

__all__ = ["find_term", "form_of", "suggestions"]


def find_term(triples: Triples, name: str, prefixes: Mapping[str, str]) -> Term:
    """Find a term by IRI, CURIE, label, abbreviation or alternative.

    Spelling as typed is tried first, then any case, then folded (plurals, hyphens, articles). Among what is
    found entries go before mentions and labels before abbreviations. Raises UnknownTerm with the names that
    come close, and AmbiguousTerm with the terms that have the name equally.
    """
    for iri in _iris(name, prefixes):
        if is_term(triples, _node(iri)):
            return read_term(triples, iri)
    found = _named(triples, name.strip()) or _unlabelled(triples, name.strip())
    if not found:
        raise UnknownTerm(name, suggestions(triples, name), is_empty=not triples.has())
    if len(found) > 1:
        raise AmbiguousTerm(name, found)
    return found[0]


def form_of(typed: str) -> Callable[[str, str], bool]:
    """Give a test of whether what was typed is a form of a name in a language: another number, article or hyphens.

    >>> is_form = form_of("product-managers")
    >>> is_form("Product manager", "en"), form_of("kpis")("KPI", ""), form_of("les journaux")("journal", "fr")
    (True, True, True)
    """
    folded: dict[str, str] = {}
    lower = typed.casefold()

    def is_form(name: str, language: str) -> bool:
        if language not in folded:
            folded[language] = fold(typed, language)
        return fold(name, language) == folded[language] or (name.isupper() and f"{name.casefold()}s" == lower)

    return is_form


def suggestions(triples: Triples, name: str, limit: int = 3) -> list[str]:
    """Give the names of terms that come closest to a name that nothing has, the nearest first."""
    from rolegraph.graph.closeness import closeness

    near = closeness(fold(name))
    close = candidates_of(triples).close_to(fold(name))
    found = ((near(fold(one.text)), one) for one in close if one.rank < 2)
    ranked = sorted((-score, one.rank, len(one.text), one.text, one.iri) for score, one in found if score)
    shown: dict[str, str] = {}  # one name a term
    for *_, text, iri in ranked:
        if len(shown) < limit and text not in shown.values() and is_term(triples, NamedNode(iri)):
            shown.setdefault(iri, text)
    return list(shown.values())


def _iris(name: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give the IRIs that a name may be: as it stands, in angle brackets, or as a CURIE."""
    text = name.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    prefix, colon, local = text.partition(":")
    if not colon or any(sign in text for sign in ' <>"{}|^`\\\n\t'):
        return
    if prefix in prefixes:
        yield prefixes[prefix] + local
    if prefix:
        yield text


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:  # a name with a colon that is no IRI
        return None


def _named(triples: Triples, name: str) -> list[Term]:
    """Find the terms of a name: spelled so or in another case, else in another form."""
    candidates, lower, is_form = candidates_of(triples), name.casefold(), form_of(name)
    spelled = [one for one in candidates.spelled(name) if one.text.casefold() == lower]
    return _best(triples, spelled, name) or _best(
        triples, [one for one in candidates.alike(name) if is_form(one.text, one.language)], name
    )


def _unlabelled(triples: Triples, name: str) -> list[Term]:
    """Find the terms that have no label and go by the last part of their IRI."""
    iris = candidates_of(triples).unlabelled(name)
    terms = (read_term(triples, iri) for iri in iris if is_term(triples, NamedNode(iri)))
    return [term for term in terms if term.label.value == name]


def _best(triples: Triples, found: Sequence[Name], name: str) -> list[Term]:
    """Keep the terms that come first: entries, then labels, then the exact spelling."""
    ranks: dict[str, tuple[int, bool]] = {}
    for one in found:
        if is_term(triples, NamedNode(one.iri)):
            rank = (one.rank, one.text != name)
            ranks[one.iri] = min(rank, ranks.get(one.iri, rank))
    terms = {iri: read_term(triples, iri) for iri in ranks}
    order = {iri: (term.mention, *ranks[iri]) for iri, term in terms.items()}
    first = min(order.values(), default=None)
    chosen = [term for iri, term in terms.items() if order[iri] == first]
    return sorted(chosen, key=lambda term: (fold(term.label.value), term.iri))
