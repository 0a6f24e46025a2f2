"""The RDF names that the record is written in and read from; reading is wider than writing."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode

from rolegraph.ontology.namespaces import DCTERMS, OWL, PROV, RDF, RDFS, RG, SCHEMA, SKOS, XSD

DEFAULT_BASE = "https://w3id.org/rolegraph/id/"
"""The base of terms where ``build --base`` names no other; its IRI is that of the concept scheme."""

DEFAULT_GRAPH = DefaultGraph()
INFERRED = NamedNode(RG + "inferred")
"""The named graph that inferred triples are kept in, apart from what was asserted."""

FOAF = "http://xmlns.com/foaf/0.1/"
DC = "http://purl.org/dc/elements/1.1/"
SCHEMA_HTTP = "http://schema.org/"  # the older form of the namespace, still the commoner one in data

TYPE = NamedNode(RDF + "type")
SUBJECT = NamedNode(RDF + "subject")
PREDICATE = NamedNode(RDF + "predicate")
OBJECT = NamedNode(RDF + "object")
VALUE = NamedNode(RDF + "value")
STATEMENT = NamedNode(RDF + "Statement")
LABEL = NamedNode(RDFS + "label")
SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
INVERSE_OF = NamedNode(OWL + "inverseOf")

CONCEPT = NamedNode(SKOS + "Concept")
CONCEPT_SCHEME = NamedNode(SKOS + "ConceptScheme")
IN_SCHEME = NamedNode(SKOS + "inScheme")
PREF_LABEL = NamedNode(SKOS + "prefLabel")
ALT_LABEL = NamedNode(SKOS + "altLabel")
HIDDEN_LABEL = NamedNode(SKOS + "hiddenLabel")
COLLECTION = NamedNode(SKOS + "Collection")
MEMBER = NamedNode(SKOS + "member")
DEFINITION = NamedNode(SKOS + "definition")

MENTION = NamedNode(RG + "Mention")
EVIDENCE = NamedNode(RG + "Evidence")
SOURCE_DOCUMENT = NamedNode(RG + "SourceDocument")
ABBREVIATION = NamedNode(RG + "abbreviation")
PATH = NamedNode(RG + "path")
QUOTE = NamedNode(RG + "quote")
POLARITY = NamedNode(RG + "polarity")
CONFIDENCE = NamedNode(RG + "confidence")
RULE = NamedNode(RG + "rule")
LINE = NamedNode(RG + "line")

DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")
ENTITY = NamedNode(PROV + "Entity")
TITLE = NamedNode(DCTERMS + "title")
LANGUAGE = NamedNode(DCTERMS + "language")

QUESTION = NamedNode(SCHEMA + "Question")
ANSWER = NamedNode(SCHEMA + "Answer")
ABOUT = NamedNode(SCHEMA + "about")
NAME = NamedNode(SCHEMA + "name")
TEXT = NamedNode(SCHEMA + "text")
ACCEPTED_ANSWER = NamedNode(SCHEMA + "acceptedAnswer")

BOOLEAN = NamedNode(XSD + "boolean")
DECIMAL = NamedNode(XSD + "decimal")

LABELS = (
    PREF_LABEL,
    LABEL,
    NAME,
    NamedNode(SCHEMA_HTTP + "name"),
    NamedNode(FOAF + "name"),
    TITLE,
    NamedNode(DC + "title"),
)
"""What can name a term, best first: the first that it has is its label."""

DEFINITIONS = (
    DEFINITION,
    NamedNode(RDFS + "comment"),
    NamedNode(SCHEMA + "description"),
    NamedNode(SCHEMA_HTTP + "description"),
    NamedNode(DCTERMS + "description"),
    NamedNode(DC + "description"),
    NamedNode(SKOS + "scopeNote"),
)
"""What can define a term, best first."""

CONCEPTS = (CONCEPT, NamedNode(SCHEMA + "DefinedTerm"), NamedNode(SCHEMA_HTTP + "DefinedTerm"))
"""Classes whose members are terms even where they have no label."""

CLASSES = frozenset({OWL + "Class", RDFS + "Class"})
"""Classes of classes: their members are terms of a graph that has no concepts."""

NOT_TERMS = frozenset(
    {
        *(RDF + name for name in ("Statement", "Property", "List")),
        *(RDFS + name for name in ("Datatype", "ContainerMembershipProperty")),
        *(OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")),
        *(OWL + name for name in ("SymmetricProperty", "TransitiveProperty", "Restriction", "AllDifferent")),
        *(SKOS + name for name in ("ConceptScheme", "Collection", "OrderedCollection")),
        *(
            RG + name
            for name in (
                "Evidence",
                "SourceDocument",
                "RelationType",
                "SectionKind",
                "ColumnKind",
                "Qualifier",
            )
        ),
        *(
            schema + name
            for schema in (SCHEMA, SCHEMA_HTTP)
            for name in ("Question", "Answer", "FAQPage", "DefinedTermSet", "Dataset", "WebPage")
        ),
        "http://www.w3.org/2008/05/skos-xl#Label",
        "http://rdfs.org/ns/void#Dataset",
        "http://www.w3.org/ns/shacl#NodeShape",
        "http://www.w3.org/ns/shacl#PropertyShape",
    }
)
"""Classes whose members are no terms, whatever label they have: the record's own means, and schema words."""

NOT_RELATIONS = frozenset(
    {
        *(RDF + name for name in ("type", "subject", "predicate", "object", "value", "first", "rest")),
        *(RDFS + name for name in ("isDefinedBy", "domain", "range", "subPropertyOf")),
        *(OWL + name for name in ("inverseOf", "imports", "versionIRI", "equivalentProperty", "onProperty")),
        *(SKOS + name for name in ("inScheme", "topConceptOf", "hasTopConcept", "member", "memberList")),
        # what SKOS entailment adds to broader and narrower (SKOS Reference, S22 to S24)
        *(SKOS + name for name in ("broaderTransitive", "narrowerTransitive", "semanticRelation")),
        *(SKOS + name for name in ("mappingRelation",)),
        *(DCTERMS + name for name in ("license", "rights", "rightsHolder", "publisher", "contributor")),
        *(DCTERMS + name for name in ("language", "source", "conformsTo", "accessRights")),
        *(PROV + name for name in ("wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo")),
        *(
            schema + name
            for schema in (SCHEMA, SCHEMA_HTTP)
            for name in (
                "about",
                "acceptedAnswer",
                "inDefinedTermSet",
                "hasDefinedTerm",
                "image",
                "url",
                "license",
            )
        ),
        *(FOAF + name for name in ("page", "homepage", "depiction", "isPrimaryTopicOf", "primaryTopic")),
    }
)
"""Predicates that lead from term to term and still relate no terms."""
