"""From the ontology's statements to its values, and the names that find them."""

from __future__ import annotations

from rolegraph.ontology.errors import OntologyError
from rolegraph.ontology.namespaces import OWL, RDF, RDFS, RG, SKOS, local_name
from rolegraph.ontology.values import Cue, LiteralProperty, Ontology, RelationType, TermClass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from rolegraph.ontology.statements import Statements

__all__ = ["read_ontology"]

_NAMING = (RG + "abbreviation", SKOS + "altLabel", SKOS + "definition")
_NAMED_COLUMNS = {
    "term": SKOS + "Concept",
    "abbreviation": RG + "abbreviation",
    "synonym": SKOS + "altLabel",
    "definition": SKOS + "definition",
}
_PLAIN = ("#5A5A5A", "#EDEDED")


def read_ontology(statements: Statements) -> Ontology:
    """Build the ontology out of its statements.

    :raises OntologyError: if two relation types, or two classes, have one name.
    """
    relations = {iri: _relation_type(statements, iri) for iri in statements.of_type(RG + "RelationType")}
    classes = {iri: _term_class(statements, iri) for iri in statements.of_type(RG + "TermClass")}
    properties = (_literal_property(statements, iri) for iri in _literal_properties(statements))
    return Ontology(
        relation_types=relations,
        classes=classes,
        concept=_term_class(statements, SKOS + "Concept"),
        properties={each.name: each for each in properties},
        section_headings=_section_headings(statements),
        column_titles=_column_titles(statements),
        relation_names=_index(
            "relation types", ((each.iri, _relation_names(each)) for each in relations.values())
        ),
        class_names=_index("classes", ((each.iri, _class_names(each)) for each in classes.values())),
    )


def _relation_type(statements: Statements, iri: str) -> RelationType:
    types = statements.values(iri, RDF + "type")
    symmetric = OWL + "SymmetricProperty" in types
    turned = "" if symmetric else _inverse(statements, iri)
    label = statements.text(iri, RDFS + "label") or local_name(iri)
    phrase = statements.text(iri, RG + "phrase") or label
    return RelationType(
        iri=iri,
        name=local_name(iri),
        label=label,
        phrase=phrase,
        inverse=(iri if symmetric else turned) or None,
        inverse_label=label if symmetric else statements.text(turned, RDFS + "label") or local_name(turned),
        inverse_phrase=phrase if symmetric else _inverse_phrase(statements, iri, turned, phrase),
        symmetric=symmetric,
        transitive=OWL + "TransitiveProperty" in types,
        literal=OWL + "DatatypeProperty" in types,
        domain=_classes(statements, iri, RDFS + "domain"),
        range=_classes(statements, iri, RDFS + "range"),
        parents=statements.values(iri, RDFS + "subPropertyOf"),
        definition=statements.text(iri, SKOS + "definition"),
        cues=_cues(statements, iri) + _cues(statements, turned, inverse=True),
        headings=statements.values(iri, RG + "heading"),
        columns=statements.values(iri, RG + "column"),
        inverse_headings=statements.values(turned, RG + "heading"),
        inverse_columns=statements.values(turned, RG + "column"),
    )


def _inverse(statements: Statements, iri: str) -> str:
    """Find the declared inverse, whichever of the two says so; owl:inverseOf is symmetric (OWL 2, 9.2.4)."""
    inverses = statements.values(iri, OWL + "inverseOf")
    return inverses[0] if inverses else next(statements.subjects(OWL + "inverseOf", iri), "")


def _inverse_phrase(statements: Statements, iri: str, turned: str, phrase: str) -> str:
    return (
        statements.text(turned, RG + "phrase")
        or statements.text(turned, RDFS + "label")
        or statements.text(iri, RG + "inversePhrase")
        or f"is what {phrase}:"
    )


def _cues(statements: Statements, iri: str, *, inverse: bool = False) -> tuple[Cue, ...]:
    found = ((RG + "cue", False), (RG + "nounCue", True))
    return tuple(
        Cue(text.casefold(), inverse, noun, _foreign(language))
        for predicate, noun in found
        for text, language in statements.texts(iri, predicate)
    )


def _foreign(tag: str) -> str:
    """Give a language tag in lower case; English words have none."""
    tag = tag.lower()
    return "" if tag.partition("-")[0] == "en" else tag


def _foreign_nouns(statements: Statements, iri: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for noun, tag in statements.texts(iri, RG + "noun"):
        if language := _foreign(tag):
            found.setdefault(language, []).append(noun.casefold())
    return {language: tuple(nouns) for language, nouns in found.items()}


def _classes(statements: Statements, iri: str, side: str) -> tuple[str, ...]:
    """List the classes that a domain or range names, one by one or as an owl:unionOf."""
    found: list[str] = []
    for each in statements.values(iri, side):
        union = statements.values(each, OWL + "unionOf")
        found += statements.members(union[0]) if union else (each,)
    return () if RDFS + "Literal" in found else tuple(found)


def _term_class(statements: Statements, iri: str) -> TermClass:
    label = statements.text(iri, RDFS + "label") or local_name(iri)
    return TermClass(
        iri=iri,
        name=local_name(iri),
        label=label,
        plural=statements.text(iri, RG + "plural") or f"{label}s",
        definition=statements.text(iri, SKOS + "definition"),
        colour=statements.text(iri, RG + "colour") or _PLAIN[0],
        fill=statements.text(iri, RG + "fill") or _PLAIN[1],
        icon=statements.text(iri, RG + "icon") or label[:1].upper(),
        parents=statements.values(iri, RDFS + "subClassOf"),
        nouns=tuple(noun.casefold() for noun, tag in statements.texts(iri, RG + "noun") if not _foreign(tag)),
        headings=statements.values(iri, RG + "heading"),
        columns=statements.values(iri, RG + "column"),
        foreign_nouns=_foreign_nouns(statements, iri),
    )


def _literal_properties(statements: Statements) -> tuple[str, ...]:
    return (*_NAMING, *statements.of_type(RG + "Qualifier"))


def _literal_property(statements: Statements, iri: str) -> LiteralProperty:
    return LiteralProperty(
        iri=iri,
        name=local_name(iri),
        label=statements.text(iri, RDFS + "label") or local_name(iri),
        definition=statements.text(iri, SKOS + "definition"),
        qualifier=iri not in _NAMING,
        cues=_cues(statements, iri),
        headings=statements.values(iri, RG + "heading"),
        columns=statements.values(iri, RG + "column"),
    )


def _section_headings(statements: Statements) -> dict[str, tuple[str, ...]]:
    kinds = statements.of_type(RG + "SectionKind")
    return {local_name(iri).removesuffix("Section"): statements.values(iri, RG + "heading") for iri in kinds}


def _column_titles(statements: Statements) -> dict[str, dict[str, str]]:
    kinds = {local_name(iri).removesuffix("Column"): iri for iri in statements.of_type(RG + "ColumnKind")}
    return {kind: statements.tagged(iri, RG + "column") for kind, iri in {**_NAMED_COLUMNS, **kinds}.items()}


def _relation_names(relation: RelationType) -> tuple[str, ...]:
    names = (relation.iri, relation.name, relation.label)
    if relation.inverse is None or relation.symmetric:
        return names
    return (*names, relation.inverse, local_name(relation.inverse), relation.inverse_label)


def _class_names(term_class: TermClass) -> tuple[str, ...]:
    return (term_class.iri, term_class.name, term_class.label, term_class.plural)


def _index(kind: str, named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Map every name, in lower case (IRIs as they are), to the one IRI that it stands for."""
    index: dict[str, str] = {}
    faults: list[str] = []
    for iri, names in named:
        for name in dict.fromkeys(each if ":" in each else each.casefold() for each in names):
            if index.setdefault(name, iri) != iri:
                faults.append(f"'{name}' names two {kind}: <{index[name]}> and <{iri}>")
    if faults:
        raise OntologyError("; ".join(faults))
    return index
