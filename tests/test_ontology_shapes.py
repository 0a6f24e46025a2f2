"""The shapes: a sound graph passes, each fault is told in a sentence, the ontology passes its own check."""

from __future__ import annotations

import re
from functools import cache

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH, URIRef
from rdflib.collection import Collection

from rolegraph.ontology import (
    ONTOLOGY_PATH,
    ONTOLOGY_SHAPES_PATH,
    PREFIXES,
    RG,
    SHAPES_PATH,
    RelationType,
    load,
    local_name,
)

SHAPES = "https://w3id.org/rolegraph/shapes#"
PREAMBLE = "@prefix : <https://w3id.org/rolegraph/id/> .\n" + "".join(
    f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()
)

SOUND = """
<https://w3id.org/rolegraph/id/> a skos:ConceptScheme ; dcterms:title "Roles"@en .

:business-process-outsourcing a skos:Concept, rg:Sector ; skos:inScheme <https://w3id.org/rolegraph/id/> ;
    skos:prefLabel "Business process outsourcing"@en, "Auslagerung von Geschäftsprozessen"@de ;
    rg:abbreviation "BPO"@en ; skos:altLabel "outsourced operations"@en ;
    skos:definition "Work done by others."@en ;
    prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/bpo.md#line=0,4> ;
    skos:broader :outsourcing ; skos:related :offshoring ;
    rg:employs :product-manager ; rg:hasTime "1990s"@en .
:outsourcing a skos:Concept ; skos:inScheme <https://w3id.org/rolegraph/id/> ;
    skos:prefLabel "Outsourcing"@en ; skos:definition "Work given to others."@en ; skos:broader :work ;
    rg:synonymOf :contracting-out .
:contracting-out a skos:Concept ; skos:inScheme <https://w3id.org/rolegraph/id/> ;
    skos:prefLabel "Contracting out"@en .
:offshoring a skos:Concept, rg:Activity ; skos:inScheme <https://w3id.org/rolegraph/id/> ;
    skos:prefLabel "Offshoring"@en ; skos:definition [ rdf:value "Work done in another country."@en ] ;
    rg:distinctFrom :outsourcing ; rg:partOf :work .
:work a skos:Concept, rg:Mention ; skos:prefLabel "work" .
:product-manager a skos:Concept, rg:Role, rg:Mention ; skos:prefLabel "product manager"@en ;
    rg:uses :crm ; rg:collaboratesWith :sales-team ; rg:responsibleFor :roadmap .
:crm a skos:Concept, rg:System, rg:Mention ; skos:prefLabel "CRM"@en .
:sales-team a skos:Concept, rg:Team, rg:Mention ; skos:prefLabel "sales team"@en ;
    rg:collaboratesWith :product-manager .
:roadmap a skos:Concept, rg:Mention ; skos:prefLabel "roadmap"@en .

<https://w3id.org/rolegraph/id/evidence/3f2a9c01d4e5> a rg:Evidence, rdf:Statement ;
    rdf:subject :business-process-outsourcing ; rdf:predicate rg:employs ; rdf:object :product-manager ;
    rg:quote "BPO firms hire product managers."@en ; rg:hedge "often" ; rg:context "at large firms" ;
    rg:attribution "a survey" ; rg:share 0.2 ; rg:optional true ;
    rg:confidence 0.85 ; rg:rule "verb cue" ; rg:review "accepted" ;
    prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/bpo.md#line=25,26> .
<https://w3id.org/rolegraph/id/evidence/0123456789ab> a rg:Evidence, rdf:Statement ;
    rdf:subject :product-manager ; rdf:predicate rg:measuredBy ; rdf:object :work ; rg:polarity "negative" ;
    rg:quote "not by work"@en ; prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/bpo.md#line=26,27> .
<https://w3id.org/rolegraph/id/evidence/fedcba987654> a rg:Evidence, rdf:Statement ;
    rdf:subject :business-process-outsourcing ; rdf:predicate rg:hasTime ; rdf:object "1990s"@en ;
    rg:quote "since the 1990s"@en ;
    prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/bpo.md#line=1,2> .

<https://w3id.org/rolegraph/id/source/bpo.md> a rg:SourceDocument, prov:Entity ; rg:path "bpo.md" ;
    dcterms:title "BPO"@en ; dcterms:language "en" .
<https://w3id.org/rolegraph/id/question/what-is-bpo> a schema:Question ; schema:name "What is BPO?"@en ;
    schema:about :business-process-outsourcing ;
    schema:acceptedAnswer <https://w3id.org/rolegraph/id/answer/what-is-bpo> .
<https://w3id.org/rolegraph/id/answer/what-is-bpo> a schema:Answer ; schema:text "Work done by others."@en .
"""

VIOLATION, WARNING = "Violation", "Warning"
PM, BPO = ":product-manager", ":business-process-outsourcing"
EVIDENCE = "<https://w3id.org/rolegraph/id/evidence/3f2a9c01d4e5>"
QUESTION = "<https://w3id.org/rolegraph/id/question/what-is-bpo>"

# what is added to (or, with "-", taken from) the sound graph, the severity, and the beginning of what is told
FAULTS = [
    ('- :crm skos:prefLabel "CRM"@en', VIOLATION, "This term has no name"),
    ('- :crm skos:prefLabel "CRM"@en', WARNING,
     "A relation leads to this term, and the graph does not say its name"),
    (f'{PM} skos:prefLabel "PM"@en', VIOLATION, "This term has two names in one language"),
    (':work skos:prefLabel "labour"', VIOLATION, "This term has two names; keep one"),
    (':tool a skos:Concept ; skos:prefLabel " "@en', VIOLATION, "The name of this term is empty"),
    (':tool a skos:Concept ; skos:prefLabel :name', VIOLATION,
     "The name of this term is empty or is no text"),
    (f'{PM} skos:altLabel "product manager"@en', VIOLATION, "An alternative name is the same as the name"),
    (f'{PM} rg:abbreviation "product manager"@en', VIOLATION, "The abbreviation is the same as the name"),
    (f'{PM} skos:hiddenLabel "product manager"@en', VIOLATION, "A hidden name is the same as the name"),
    (f'{BPO} skos:hiddenLabel "outsourced operations"@en', VIOLATION, "A hidden name is also an alternative"),
    (f'{PM} skos:altLabel ""@en', VIOLATION, "An alternative name is empty"),
    (f'{PM} rg:abbreviation ""@en', VIOLATION, "An abbreviation is empty"),
    (f'{PM} skos:definition ""@en', VIOLATION, "A definition is empty"),
    (':another a skos:Concept ; skos:prefLabel "CRM"@en', WARNING, "Another term has the same name"),
    ('- :outsourcing skos:definition "Work given to others."@en ; rg:synonymOf :contracting-out', WARNING,
     "This entry has no definition"),
    (":work skos:inScheme <https://w3id.org/rolegraph/id/> ; skos:definition 'Effort.'", VIOLATION,
     "This term is an entry of the glossary and marked as a mere mention"),
    ("<https://w3id.org/rolegraph/id/> a skos:Concept ; skos:prefLabel 'Roles'", VIOLATION,
     "The glossary itself is marked as a term"),
    (":work skos:broader :work", VIOLATION, "This term is its own broader term"),
    (f":work skos:broader {BPO}", VIOLATION, "This term is its own broader term"),
    (":work rg:partOf :offshoring", VIOLATION, "This term is part of itself"),
    (f"{BPO} skos:related :outsourcing", WARNING,
     "This term is both related to another term and a kind of it"),
    (f"{BPO} skos:related :work", WARNING, "This term is both related to another term and a kind of it"),
    (f":work skos:related {BPO}", WARNING, "This term is both related to another term and broader than it"),
    (f"{BPO} rg:synonymOf :outsourcing", WARNING,
     "This term is both a synonym of another term and a kind of it"),
    (":outsourcing rg:synonymOf :offshoring", WARNING,
     "This term is both a synonym of another term and set apart"),
    (f"{PM} rg:hasTime :work", VIOLATION, "A time (rg:hasTime) is a text"),
    (f"{PM} rg:supports :nowhere", WARNING,
     "A relation leads to this term, and the graph does not say its name"),
    (f"- {EVIDENCE} rdf:subject {BPO}", VIOLATION, "Evidence speaks of exactly one term"),
    (f"{EVIDENCE} rdf:subject :work", VIOLATION, "Evidence speaks of exactly one term"),
    (f"- {EVIDENCE} rdf:predicate rg:employs", VIOLATION, "Evidence states exactly one relation"),
    (f"{EVIDENCE} rdf:predicate rg:uses", VIOLATION, "Evidence states exactly one relation"),
    (f"- {EVIDENCE} rdf:object {PM}", VIOLATION, "Evidence leads to exactly one term or text"),
    (f"{EVIDENCE} rdf:object :crm", VIOLATION, "Evidence leads to exactly one term or text"),
    (f'- {EVIDENCE} rg:quote "BPO firms hire product managers."@en', VIOLATION,
     "Evidence quotes exactly one"),
    (f'{EVIDENCE} rg:quote "another"@en', VIOLATION, "Evidence quotes exactly one passage"),
    (f'{EVIDENCE} rg:quote ""@en', VIOLATION, "The quote is empty"),
    (f"{EVIDENCE} prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/a.md>", VIOLATION,
     "Evidence stands in exactly one place"),
    (f'{EVIDENCE} rg:polarity "positive"', VIOLATION, "The polarity of evidence can only be"),
    (f"{EVIDENCE} rg:share 0.4", VIOLATION, "A share is one decimal number from 0 to 1"),
    ("[] a rg:Evidence ; rg:share 20.0", VIOLATION, "A share is one decimal number from 0 to 1"),
    ('[] a rg:Evidence ; rg:share "20 %"', VIOLATION, "A share is one decimal number from 0 to 1"),
    (f"{EVIDENCE} rg:confidence 0.4", VIOLATION, "Confidence is one decimal number from 0 to 1"),
    ("[] a rg:Evidence ; rg:confidence 85.0", VIOLATION, "Confidence is one decimal number from 0 to 1"),
    ('[] a rg:Evidence ; rg:confidence "high"', VIOLATION, "Confidence is one decimal number from 0 to 1"),
    (f'{EVIDENCE} rg:rule "genus"', VIOLATION, "Evidence names at most one rule"),
    ('[] a rg:Evidence ; rg:review "rejected"', VIOLATION, "A review says"),
    ('[] a rg:Evidence ; rg:optional "yes"', VIOLATION, "What is optional is marked once"),
    (f"{EVIDENCE} rg:hedge :work", VIOLATION, "A hedge is a word of the source"),
    (f"{EVIDENCE} rg:context :work", VIOLATION, "A context is given in the words of the source"),
    (f"{EVIDENCE} rg:attribution :work", VIOLATION, "An attribution is the name that the source gives"),
    (f"- {BPO} rg:employs {PM}", WARNING,
     "The source affirms this statement, and the graph does not hold it"),
    (f"{PM} rg:measuredBy :work", WARNING, "One place of the sources denies this statement"),
    ("[] a rg:Evidence ; rdf:subject :gone", WARNING,
     "Evidence speaks of a term that the graph does not name"),
    ("<https://example.org/a.md> a rg:SourceDocument", VIOLATION,
     "A source document has exactly one file name"),
    (f'- {QUESTION} schema:name "What is BPO?"@en', VIOLATION, "This question has no words"),
    (f"- {QUESTION} schema:about {BPO}", VIOLATION, "This question belongs to no term"),
    (f"- {QUESTION} schema:acceptedAnswer <https://w3id.org/rolegraph/id/answer/what-is-bpo>", VIOLATION,
     "This question has no answer"),
    (f"{QUESTION} schema:acceptedAnswer :empty", VIOLATION, "This answer has no words"),
    (":crm rg:employs :product-manager", WARNING,
     "'employs' (rg:employs) begins at an organization or a sector, and this term is of another class"),
    (f"{BPO} rg:employs :crm", WARNING,
     "'employs' (rg:employs) leads to a role, and this term is of another class"),
    (f"{PM} rg:locatedIn :crm", WARNING, "'is located in' (rg:locatedIn) leads to a place"),
    (":offshoring rg:responsibleFor :roadmap", WARNING,
     "'is responsible for' (rg:responsibleFor) begins at a role"),
]  # fmt: skip


@cache
def graph_of(path: str) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def parsed(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=f"{PREAMBLE}{turtle} .\n", format="turtle")


def findings(
    data: rdflib.Graph, shapes: str = SHAPES_PATH, ontology: str | None = None
) -> set[tuple[str, str]]:
    """Give severity and message of all that pyshacl finds."""
    _, report, _ = pyshacl.validate(
        data, shacl_graph=graph_of(shapes), ont_graph=graph_of(ontology) if ontology else None
    )
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return {
        (local_name(str(report.value(each, SH.resultSeverity))), str(report.value(each, SH.resultMessage)))
        for each in results
    }


@pytest.mark.parametrize("ontology", [None, ONTOLOGY_PATH])
def test_sound_graph_has_no_findings(ontology: str | None) -> None:
    assert findings(parsed(SOUND.rstrip(" .\n")), ontology=ontology) == set()


@pytest.mark.parametrize(("change", "severity", "beginning"), FAULTS)
def test_fault_is_told(change: str, severity: str, beginning: str) -> None:
    sound = parsed(SOUND.rstrip(" .\n"))
    changed = sound - parsed(change[2:]) if change.startswith("- ") else sound + parsed(change)

    assert len(changed) != len(sound)
    told = findings(changed)
    assert [
        (grade, message) for grade, message in told if grade == severity and message.startswith(beginning)
    ], told


def test_other_relation_type_of_a_user_is_left_alone() -> None:
    own = f"""{PM} <https://example.org/ns#mentors> :nobody .
[] a rg:Evidence ; rdf:subject {PM} ; rdf:predicate <https://example.org/ns#praises> ; rdf:object :crm ;
    rg:quote "q" ; prov:wasDerivedFrom <https://example.org/a.md>"""

    assert findings(parsed(SOUND.rstrip(" .\n")) + parsed(own)) == set()


def test_class_of_a_user_below_role_is_a_role() -> None:
    own = f"""<https://example.org/ns#Lead> rdfs:subClassOf rg:Role .
:lead a skos:Concept, <https://example.org/ns#Lead>, rg:Mention ; skos:prefLabel "lead" ; rg:reportsTo {PM}"""

    assert findings(parsed(SOUND.rstrip(" .\n")) + parsed(own), ontology=ONTOLOGY_PATH) == set()


def test_every_message_is_a_sentence() -> None:
    for path in (SHAPES_PATH, ONTOLOGY_SHAPES_PATH):
        messages = [str(each) for each in graph_of(path).objects(None, SH.message)]

        assert len(messages) > 20
        assert all(re.fullmatch(r"['A-Z].{15,}\.", message, re.DOTALL) for message in messages)


def test_every_shape_that_reports_has_a_message() -> None:
    for path in (SHAPES_PATH, ONTOLOGY_SHAPES_PATH):
        shapes = graph_of(path)
        wordless = {
            shape
            for component in (
                SH.minCount,
                SH.maxCount,
                SH.datatype,
                SH.pattern,
                SH.disjoint,
                SH.uniqueLang,
                SH.nodeKind,
            )
            for shape in shapes.subjects(component)
            if not shapes.value(shape, SH.message) and not inside(shapes, shape)
        }

        assert wordless == set()


def inside(shapes: rdflib.Graph, shape: rdflib.term.Node) -> bool:
    """Tell whether a shape is only asked by another one, which speaks for it."""
    asked = set(shapes.objects(None, RDF.first)) | set(shapes.objects(None, SH.qualifiedValueShape))
    askers = set(shapes.subjects(SH.property, shape)) | set(shapes.subjects(SH["not"], shape))
    return shape in asked or any(inside(shapes, asker) for asker in askers)


@pytest.mark.parametrize(
    "each", [each for each in load().relation_types.values() if not each.literal], ids=lambda each: each.name
)
def test_ends_of_a_relation_are_checked_as_the_ontology_declares_them(each: RelationType) -> None:
    both = tuple(dict.fromkeys(each.domain + each.range)) if each.symmetric else ()

    assert ends(each, "domain", SH.targetSubjectsOf) == set(both or each.domain)
    assert ends(each, "range", SH.targetObjectsOf) == set(both or each.range)


def ends(each: RelationType, end: str, target: URIRef) -> set[str]:
    """Give the classes that the shape of one end of a relation accepts; none where there is no such shape."""
    shapes = graph_of(SHAPES_PATH)
    shape = URIRef(f"{SHAPES}{each.name}-{end}")
    assert shapes.value(shape, target) in (None, URIRef(each.iri))
    return accepted(shapes, shape) if (shape, target, None) in shapes else set()


def accepted(shapes: rdflib.Graph, shape: rdflib.term.Node | None) -> set[str]:
    """Give the classes that the alternatives of a shape name."""
    head = shapes.value(shape, SH["or"])
    if head is None:
        return set()
    return {str(shapes.value(one, SH["class"])) for one in Collection(shapes, head)} - {"None"}


def test_lists_of_types_and_classes_in_the_shapes_are_those_of_the_ontology() -> None:
    shapes = graph_of(SHAPES_PATH)
    types = {each.iri for each in load().relation_types.values() if not each.literal}
    lists = [{str(item) for item in Collection(shapes, head)} for head in shapes.objects(None, SH["in"])]
    paths = [
        {str(item) for item in Collection(shapes, head)} for head in shapes.objects(None, SH.alternativePath)
    ]

    assert set(load().classes) in lists
    assert types in lists
    assert paths.count(types) == 2


def test_ontology_passes_its_own_shapes() -> None:
    assert findings(graph_of(ONTOLOGY_PATH), ONTOLOGY_SHAPES_PATH) == set()


ONTOLOGY_FAULTS = [
    ('- rg:employs rdfs:label "employs"@en', "This has no label"),
    ('rg:employs rdfs:label "gives work to"@en', "This has two labels in one language"),
    ("rg:mentors a rg:RelationType, owl:ObjectProperty", "This has no definition"),
    ("rg:mentors a rg:RelationType", "A relation type is either an owl:ObjectProperty"),
    ('rg:employs rg:phrase "hires"', "A relation type has exactly one phrase"),
    ("rg:employs owl:inverseOf rg:hiredBy", "A relation type has at most one inverse"),
    ("rg:hasLevel owl:inverseOf rg:levelOf", "This inverse has no label"),
    ("rg:hasLevel owl:inverseOf rg:levelOf", "An inverse has exactly one phrase"),
    ("rg:worksFor a rg:RelationType", "Only one of two inverse properties is a relation type"),
    ("rg:employs rdfs:subPropertyOf skos:related", "A relation type has at most one parent"),
    ("rg:employs rdfs:range rg:Team", "A relation type has at most one range"),
    (
        '- rg:hasLevel rg:inversePhrase "is a level of"',
        "This relation type cannot be read from its object",
    ),
    ("rg:worksFor owl:inverseOf rg:uses", "The inverse of this property's inverse is another"),
    ("skos:related owl:inverseOf rg:uses", "A symmetric property is its own inverse"),
    ('rg:Role rg:colour "blue"', "A class has exactly one colour"),
    ('rg:Role rg:colour "#D55E00"', "Two classes have one colour"),
    ('rg:Role rg:fill "none"', "A class has exactly one fill"),
    ('rg:Role rg:icon "ro"', "A class has exactly one icon"),
    ('rg:Role rg:icon "O"', "Two classes have one letter"),
    ('rg:Role rg:plural "Parts"', "A class has exactly one plural"),
    ('rg:Role rg:noun "team"', "One noun stands under two classes"),
    ("rg:Ritual a rg:TermClass", "A class of terms is a sub-class of skos:Concept"),
    ("rg:mood a rg:Qualifier", "A qualifier says what its values are"),
    ("rg:noteSection a rg:SectionKind", "A kind of section is told by at least one heading"),
    ('rg:definitionSection rg:heading "FAQ"', "A heading of this kind of section also stands under"),
    ('rg:uses rg:cue " uses "', "Words of texts are written without space"),
    ("<https://example.org/own> a owl:Ontology", "The ontology has no title"),
]


@cache
def told_of_every_second(first: int) -> frozenset[str]:
    """Give what is told of an ontology with half of the faults: neighbours in the list would hide each other."""
    changed = graph_of(ONTOLOGY_PATH)
    for change, _ in ONTOLOGY_FAULTS[first::2]:
        size = len(changed)
        changed = changed - parsed(change[2:]) if change.startswith("- ") else changed + parsed(change)
        assert len(changed) != size
    return frozenset(message for _, message in findings(changed, ONTOLOGY_SHAPES_PATH))


@pytest.mark.parametrize(("number", "beginning"), [(n, told) for n, (_, told) in enumerate(ONTOLOGY_FAULTS)])
def test_fault_of_an_ontology_is_told(number: int, beginning: str) -> None:
    told = told_of_every_second(number % 2)
    assert [message for message in told if message.startswith(beginning)], told


def test_shapes_target_what_the_ontology_declares() -> None:
    known = {str(node) for node in graph_of(ONTOLOGY_PATH).subjects() if str(node).startswith(RG)}
    for path in (SHAPES_PATH, ONTOLOGY_SHAPES_PATH):
        named = {str(node) for triple in graph_of(path) for node in triple if isinstance(node, URIRef)}

        assert {name for name in named if name.startswith(RG)} <= known
