"""docs/ontology.md says what the ontology says, and its examples work."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pyshacl
import pytest
import rdflib

from rolegraph.ontology import (
    ONTOLOGY_PATH,
    ONTOLOGY_SHAPES_PATH,
    PREFIXES,
    Cue,
    RelationType,
    TermClass,
    load,
    local_name,
)

PAGE = Path(__file__).parent.parent / "docs" / "ontology.md"
TEXT = PAGE.read_text(encoding="utf-8")


def curie(iri: str) -> str:
    return next(f"{prefix}:{iri[len(ns) :]}" for prefix, ns in PREFIXES.items() if iri.startswith(ns))


def row(name: str) -> list[str]:
    """Give the cells of the table row that begins with a name."""
    line = re.search(rf"^\| `{re.escape(name)}` \|.*$", TEXT, re.MULTILINE)
    assert line, f"{name} has no row"
    return [cell.strip() for cell in line[0].strip("|").split("|")]


@pytest.mark.parametrize("each", load().relation_types.values(), ids=lambda each: each.name)
def test_relation_type_has_its_row(each: RelationType) -> None:
    _, reads, inverse, ends, parent, cues = row(curie(each.iri))
    quoted = set(re.findall("“(.+?)”", cues))

    assert reads == each.phrase
    assert each.symmetric == (inverse == "itself")
    assert (
        each.symmetric or each.inverse is None or inverse == f"`{curie(each.inverse)}`: {each.inverse_phrase}"
    )
    assert ends.startswith(", ".join(map(local_name, each.domain)) or "any")
    assert all(local_name(iri) in ends for iri in each.range)
    assert all(f"`{curie(iri)}`" in parent for iri in each.parents)
    assert quoted
    assert quoted <= {cue.text for cue in each.cues}


@pytest.mark.parametrize("each", load().classes.values(), ids=lambda each: each.name)
def test_class_has_its_row(each: TermClass) -> None:
    _, definition, letter, colour, below, nouns = row(curie(each.iri))

    assert (definition, letter, colour) == (each.definition, each.icon, f"`{each.colour}`")
    assert below == ", ".join(f"`{curie(iri)}`" for iri in each.parents)
    assert set(nouns.split(", ")) <= set(each.nouns)


def test_qualifiers_further_classes_and_section_kinds_are_named() -> None:
    for each in load().properties.values():
        if each.qualifier:
            row(curie(each.iri))
    for name in ("rg:Mention", "rg:SourceDocument", "rg:Evidence"):
        row(name)
    for name in ("rg:abbreviation", "rg:quote", "rg:path", *load().section_headings):
        assert f"`{name}`" in TEXT


def test_close_matches_are_those_of_the_file() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")
    types = [rdflib.URIRef(each.iri) for each in load().relation_types.values()]
    stated = {
        curie(str(each)): curie(str(o)) for each in types for o in graph.objects(each, rdflib.SKOS.closeMatch)
    }

    told = dict(re.findall(r"^\| `(\S+)` .*close to `(\S+)`", TEXT, re.MULTILINE))

    assert stated == told


def test_python_example_does_what_it_says() -> None:
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)

    assert (failed, attempted > 0) == (0, True)


def test_example_of_own_types_loads_and_passes_the_shapes(tmp_path: Path) -> None:
    turtle = next(
        block for block in re.findall(r"```turtle\n(.*?)```", TEXT, re.DOTALL) if "ex:mentors" in block
    )
    path = tmp_path / "own.ttl"
    path.write_text(turtle, encoding="utf-8")
    both = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle").parse(data=turtle, format="turtle")

    ontology = load(str(path))

    assert ontology.relation_type("mentoredBy").name == "mentors"
    assert Cue("signs on") in ontology.relation_type("employs").cues
    shapes = rdflib.Graph().parse(ONTOLOGY_SHAPES_PATH, format="turtle")
    for graph in (both, rdflib.Graph().parse(data=turtle, format="turtle")):
        conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
        assert conforms, report


def test_version_is_that_of_the_file() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY_PATH, format="turtle")
    ontology = graph.value(None, rdflib.RDF.type, rdflib.OWL.Ontology)

    assert f"at present {graph.value(ontology, rdflib.OWL.versionInfo)}" in TEXT
