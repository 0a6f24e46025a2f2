"""rolegraph.ttl: read alike by every parser, complete, and looking as it must."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from itertools import combinations

import pyoxigraph
import pytest
import rdflib

from rolegraph.graph.names import fold
from rolegraph.ontology import (
    LANGUAGES_PATH,
    ONTOLOGY_PATH,
    ONTOLOGY_SHAPES_PATH,
    PREFIXES,
    SHAPES_PATH,
    TermClass,
    expand,
    load,
    local_name,
)

FILES = [ONTOLOGY_PATH, LANGUAGES_PATH, SHAPES_PATH, ONTOLOGY_SHAPES_PATH]

# type: inverse ("=" symmetric, "" none), parent, domain, range
TYPES = {
    "skos:broader": ("skos:narrower", "", "", ""),
    "skos:related": ("=", "", "", ""),
    "rg:partOf": ("rg:hasPart", "dcterms:isPartOf", "", ""),
    "rg:exampleOf": ("rg:hasExample", "iso-thes:broaderInstantial", "", ""),
    "rg:responsibleFor": (
        "rg:responsibilityOf",
        "",
        "rg:Role rg:Team rg:Organization",
        "rg:Activity rg:Artifact rg:Metric",
    ),
    "rg:collaboratesWith": ("=", "", "rg:Role rg:Activity", "rg:Role rg:Team"),
    "rg:reportsTo": ("rg:manages", "org:reportsTo", "rg:Role", "rg:Role rg:Team rg:Organization"),
    "rg:memberOf": ("rg:hasMember", "org:memberOf", "rg:Role", "rg:Team rg:Organization"),
    "rg:employs": ("rg:worksFor", "schema:employee", "rg:Organization rg:Sector", "rg:Role"),
    "rg:requiresSkill": ("rg:skillOf", "esco:relatedEssentialSkill", "rg:Role", "rg:Skill"),
    "rg:hasLevel": ("", "", "rg:Role", "rg:Level"),
    "rg:precedes": ("rg:follows", "time:before", "rg:Activity rg:Role", "rg:Activity rg:Role"),
    "rg:measuredBy": (
        "rg:measures",
        "",
        "rg:Role rg:Team rg:Organization rg:Activity rg:Method",
        "rg:Metric",
    ),
    "rg:derivedFrom": ("", "prov:wasDerivedFrom", "", ""),
    "rg:uses": ("rg:usedBy", "prov:used", "rg:Role rg:Activity", "rg:System rg:Method"),
    "rg:produces": ("rg:producedBy", "prov:generated", "rg:Activity rg:Role", "rg:Artifact"),
    "rg:supports": ("rg:supportedBy", "", "", ""),
    "rg:appliesTo": ("", "", "", ""),
    "rg:dependsOn": ("rg:requiredBy", "dcterms:requires", "", ""),
    "rg:locatedIn": ("rg:locationOf", "schema:location", "", "rg:Place"),
    "rg:createdBy": ("rg:created", "dcterms:creator", "", "rg:Organization schema:Person"),
    "rg:replaces": ("rg:replacedBy", "dcterms:replaces", "", ""),
    "rg:distinctFrom": ("=", "skos:related", "", ""),
    "rg:oppositeOf": ("=", "skos:related", "", ""),
    "rg:synonymOf": ("=", "skos:exactMatch", "", ""),
    "rg:hasTime": ("", "dcterms:temporal", "", ""),
}

CLASSES = {
    "Role": "esco:Occupation",
    "Organization": "org:Organization",
    "Team": "org:OrganizationalUnit",
    "Sector": "skos:Concept",
    "Place": "skos:Concept",
    "Activity": "skos:Concept",
    "Artifact": "skos:Concept",
    "System": "skos:Concept",
    "Method": "skos:Concept",
    "Metric": "skos:Concept",
    "Skill": "esco:Skill",
    "Level": "skos:Concept",
}

DISPLAYED = [*load().classes.values(), load().concept]


def expanded(names: str) -> tuple[str, ...]:
    return tuple(expand(name) for name in names.split())


@pytest.mark.parametrize("path", FILES)
def test_file_has_the_same_triples_in_rdflib_and_pyoxigraph(path: str) -> None:
    theirs = len(rdflib.Graph().parse(path, format="turtle"))

    ours = len(set(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)))

    assert theirs == ours > 200


@pytest.mark.skipif(
    not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed: not checked!"
)
@pytest.mark.parametrize("path", FILES)
def test_file_has_the_same_triples_in_rapper(path: str) -> None:
    run = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", path], capture_output=True, text=True, check=True
    )

    assert run.stderr == ""
    assert len(set(run.stdout.splitlines())) == len(rdflib.Graph().parse(path, format="turtle"))


def test_relation_types_are_the_26_and_no_others() -> None:
    assert [expand(name) for name in TYPES] == list(load().relation_types)


@pytest.mark.parametrize("name", TYPES)
def test_relation_type_has_its_inverse_parent_domain_and_range(name: str) -> None:
    inverse, parent, domain, range_ = TYPES[name]
    found = load().relation_type(name)

    assert found.inverse == (found.iri if inverse == "=" else expand(inverse) or None)
    assert found.symmetric == (inverse == "=")
    assert found.parents == expanded(parent)
    assert (found.domain, found.range) == (expanded(domain), expanded(range_))


def test_only_what_is_transitive_or_literal_is_so() -> None:
    types = load().relation_types.values()

    assert [each.name for each in types if each.transitive] == ["partOf"]
    assert [each.name for each in types if each.literal] == ["hasTime"]


@pytest.mark.parametrize("name", TYPES)
def test_relation_type_reads_in_both_directions_and_is_told_by_words(name: str) -> None:
    found = load().relation_type(name)

    assert all((found.label, found.phrase, found.inverse_phrase, found.definition))
    assert len(found.cues) >= 6
    assert found.definition.endswith(".")


def test_inverse_of_the_inverse_is_the_type_itself() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")

    pairs = set(graph.subject_objects(rdflib.OWL.inverseOf))

    assert pairs
    assert pairs == {(after, before) for before, after in pairs}


def test_a_cue_of_two_types_is_told_apart_by_their_classes() -> None:
    told: dict[tuple[str, bool, str], set[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    count: dict[tuple[str, bool, str], int] = {}
    for each in load().relation_types.values():
        for cue in each.cues:
            ends = (each.range, each.domain) if cue.inverse else (each.domain, each.range)
            key = (cue.text, cue.noun, cue.language)
            told.setdefault(key, set()).add(ends)
            count[key] = count.get(key, 0) + 1

    assert {key for key, ends in told.items() if len(ends) < count[key]} == set()


def test_cues_that_are_mostly_wrong_are_absent() -> None:
    texts = {cue.text for each in load().relation_types.values() for cue in each.cues}

    assert texts.isdisjoint({"is", "is a", "has", "in", "of", "for", "with", "does", "makes", "and", "or"})


def test_classes_are_the_twelve_and_below_their_standard_class() -> None:
    classes = load().classes.values()

    assert [each.name for each in classes] == list(CLASSES)
    assert all(expand(CLASSES[each.name]) in each.parents for each in classes)
    assert all(expand("skos:Concept") in each.parents for each in classes)


def test_names_that_graphs_and_files_of_users_write_are_declared() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")
    names = (
        "Mention SourceDocument Evidence RelationType TermClass SectionKind ColumnKind Qualifier abbreviation share "
        "hedge context attribution optional polarity quote path cue nounCue heading column phrase "
        "inversePhrase noun plural colour fill icon"
    )

    for name in names.split():
        node = rdflib.URIRef(expand(f"rg:{name}"))
        assert graph.value(node, rdflib.RDF.type), name
        assert graph.value(node, rdflib.SKOS.definition), name


def test_every_name_of_ours_that_is_used_is_declared() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")
    used = {node for triple in graph for node in triple if str(node).startswith(PREFIXES["rg"])}
    used -= {rdflib.Literal(PREFIXES["rg"])}

    assert {node for node in used if not graph.value(node, rdflib.RDFS.label)} == set()


def test_qualifiers_and_names_are_there_with_their_words() -> None:
    properties = load().properties

    assert {name for name, each in properties.items() if each.qualifier} == {
        "share", "hedge", "context", "attribution", "optional", "polarity", "review",
    }  # fmt: skip
    assert {name for name, each in properties.items() if not each.qualifier} == {
        "abbreviation", "altLabel", "definition",
    }  # fmt: skip
    assert "Share" in properties["share"].columns
    assert "usually" in {cue.text for cue in properties["hedge"].cues}


def test_section_kinds_have_headings_of_their_own() -> None:
    kinds = load().section_headings
    headings = [heading.casefold() for each in kinds.values() for heading in each]

    assert {"definition", "examples", "questions", "explanation", "references", "collection"} <= set(kinds)
    assert len(headings) == len(set(headings))
    assert "FAQ" in kinds["questions"]
    assert "Related terms" in load().relation_type("skos:related").headings


def test_a_heading_folds_to_no_other_meaning() -> None:
    meanings: dict[str, set[str]] = {}
    ontology = load()
    for kind, headings in ontology.section_headings.items():
        for heading in headings:
            meanings.setdefault(fold(heading), set()).add(kind)
    for each in ontology.relation_types.values():
        for turned, headings in (("", each.headings), ("inverse ", each.inverse_headings)):
            for heading in headings:
                meanings.setdefault(fold(heading), set()).add(turned + each.name)
    for shown in ontology.classes.values():
        for heading in shown.headings:
            meanings.setdefault(fold(heading), set()).add(shown.name)

    assert {heading: found for heading, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("field", ["colour", "icon", "label", "plural", "fill"])
def test_classes_differ_in_what_is_seen(field: str) -> None:
    seen = [getattr(each, field) for each in DISPLAYED]

    assert len(seen) == len(set(seen))


def test_a_noun_tells_one_class_only() -> None:
    nouns = [noun for each in DISPLAYED for noun in each.nouns]

    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []
    assert all(noun == noun.casefold() for noun in nouns)


def linear(colour: str) -> list[float]:
    """Give the linear parts of red, green and blue (WCAG 2.2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    light = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("shown", DISPLAYED, ids=lambda each: each.name)
def test_letters_on_colour_and_text_on_fill_are_legible(shown: TermClass) -> None:
    assert re.fullmatch("[A-Z]", shown.icon)
    assert contrast("#FFFFFF", shown.colour) >= 3
    assert contrast("#111111", shown.fill) >= 7


# How a colour looks where red or green cones are missing (Machado, Oliveira and Fernandes 2009, severity 1).
SIGHT = {
    "usual": [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
}
XYZ = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8729]]


def lab(colour: str, sight: list[list[float]]) -> tuple[float, float, float]:
    """Place a colour in CIE L*a*b* (D65), as this sight has it."""
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in sight]
    parts = [sum(a * b for a, b in zip(row, seen, strict=True)) for row in XYZ]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize(("sight", "apart"), [("usual", 20), ("protan", 10), ("deutan", 10)])
def test_class_colours_stay_apart_in_every_sight(sight: str, apart: float) -> None:
    seen = {each.name: lab(each.colour, SIGHT[sight]) for each in DISPLAYED}

    near = [(one, other) for one, other in combinations(seen, 2) if math.dist(seen[one], seen[other]) < apart]

    assert near == []


def test_ontology_states_its_version_licence_and_where_its_names_are_defined() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")
    ontology = graph.value(None, rdflib.RDF.type, rdflib.OWL.Ontology)
    ours = {node for node in graph.subjects() if str(node).startswith(PREFIXES["rg"])}

    assert str(graph.value(ontology, rdflib.OWL.versionInfo)) == "0.1.0"
    assert str(graph.value(ontology, rdflib.DCTERMS.license)) == "https://www.apache.org/licenses/LICENSE-2.0"
    assert {local_name(str(n)) for n in ours if graph.value(n, rdflib.RDFS.isDefinedBy) != ontology} == set()


def test_words_of_other_languages_are_tagged_and_of_what_is_declared() -> None:
    words = rdflib.Graph().parse(LANGUAGES_PATH, format="turtle")
    declared = set(rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle").subjects())

    assert set(words.subjects()) <= declared
    assert {value.language for value in words.objects() if isinstance(value, rdflib.Literal)} == {
        "fr",
        "de",
        "es",
    }
    assert set(map(str, words.predicates())) == {
        PREFIXES["rg"] + name for name in ("cue", "nounCue", "heading", "column", "noun")
    }


def test_words_of_other_languages_are_kept_apart_from_english() -> None:
    cues = load().relation_type("uses").cues

    assert "de" in {cue.language for cue in cues if cue.text == "nutzt"}
    assert {cue.language for cue in cues if cue.text == "uses"} == {""}
    assert "leiter" in load().term_class("Role").foreign_nouns["de"]
    assert "leiter" not in load().term_class("Role").nouns


def test_ontology_is_loaded_without_words_where_no_text_is_read() -> None:
    lean, whole = load(words=False), load()

    assert {word for each in lean.relation_types.values() for word in (*each.cues, *each.headings)} == set()
    assert {word for each in lean.classes.values() for word in (*each.nouns, *each.columns)} == set()
    assert [each.phrase for each in lean.relation_types.values()] == [
        each.phrase for each in whole.relation_types.values()
    ]
    assert [each.icon for each in lean.classes.values()] == [each.icon for each in whole.classes.values()]
