"""What is wrong with an ontology that a user wrote, and would otherwise silently do nothing."""

from __future__ import annotations

from difflib import get_close_matches

from rolegraph.ontology.errors import OntologyError
from rolegraph.ontology.namespaces import RG, SKOS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rolegraph.ontology.statements import Statements
    from rolegraph.ontology.values import Ontology

__all__ = ["check"]

_WORDS = ("cue", "nounCue", "heading", "column", "noun")


def check(statements: Statements, ontology: Ontology) -> None:
    """Refuse words of what is not declared, and ends of relations that are no class.

    :raises OntologyError: with all that is wrong.
    """
    faults = [*_undeclared(statements, ontology), *_unknown_ends(ontology)]
    if faults:
        raise OntologyError("\n".join(faults))


def _undeclared(statements: Statements, ontology: Ontology) -> Iterator[str]:
    """Find what has words for reading texts and is neither a relation type nor a class nor a kind."""
    relations = ontology.relation_types.values()
    inverses = {one.inverse for one in relations if one.inverse}
    kinds = {iri for name in ("SectionKind", "ColumnKind") for iri in statements.of_type(RG + name)}
    known = {*ontology.relation_types, *ontology.classes, *inverses, *kinds, SKOS + "Concept"}
    known |= {one.iri for one in ontology.properties.values()}
    for iri in statements.subjects_with([RG + word for word in _WORDS]):
        if iri not in known:
            words = next(word for word in _WORDS if statements.values(iri, RG + word))
            kind = "rg:TermClass" if words == "noun" else "rg:RelationType"
            yield f"<{iri}> has words (rg:{words}) and is not declared{_hint(iri, known)}; make it a {kind}"


def _unknown_ends(ontology: Ontology) -> Iterator[str]:
    """Find ends of our own names that are no class; those of other vocabularies are theirs to know."""
    known = ontology.classes
    for one in ontology.relation_types.values():
        for side, classes in (("domain", one.domain), ("range", one.range)):
            for iri in classes:
                if iri.startswith(RG) and iri not in known:
                    hint = _hint(iri, known)
                    yield f"<{one.iri}> has a {side} that is no class of terms: <{iri}>{hint}"


def _hint(iri: str, known: Iterable[str]) -> str:
    near = get_close_matches(iri, list(known), n=1, cutoff=0.9)
    return f" (did you mean <{near[0]}>?)" if near else ""
