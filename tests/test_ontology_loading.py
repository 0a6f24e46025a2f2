"""Loading the ontology: names, files of users, errors, and what the import costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import rolegraph.ontology
from rolegraph.ontology import (
    ONTOLOGY_PATH,
    PREFIXES,
    RG,
    Cue,
    OntologyError,
    UnknownName,
    expand,
    load,
    local_name,
)
from rolegraph.ontology.derived import once_for_ontology

OWN = """
@prefix ex: <https://example.org/ns#> .
@prefix rg: <https://w3id.org/rolegraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:mentors a owl:ObjectProperty, rg:RelationType ;
    rdfs:label "betreut"@de, "mentors"@en ;
    skos:definition "Links a role to a role that it helps to grow." ;
    rg:phrase "mentors" ;
    owl:inverseOf ex:mentoredBy ;
    rdfs:domain rg:Role ; rdfs:range [ a owl:Class ; owl:unionOf ( rg:Role rg:Team ) ] ;
    rg:cue "mentors", "Coaches" .
ex:mentoredBy a owl:ObjectProperty ; rdfs:label "mentored by" ; rg:heading "Mentors" .

ex:Ritual a owl:Class, rg:TermClass ; rdfs:subClassOf rg:Activity ; rg:noun "standup meeting" .

rg:employs rg:cue "signs on" .
rg:Role rg:noun "wrangler" .
ex:footnotesSection a rg:SectionKind ; rg:heading "Small print" .
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.ttl"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def test_what_is_made_of_an_ontology_is_made_once_for_each(own: str) -> None:
    made = []
    count = once_for_ontology(lambda ontology: made.append(ontology) or len(ontology.relation_types))  # type: ignore[func-returns-value]
    ours, theirs = load(), load(own)
    assert [count(each) for each in (ours, theirs, ours, theirs)] == [
        len(each.relation_types) for each in (ours, theirs, ours, theirs)
    ]
    assert [id(each) for each in made] == [id(ours), id(theirs)]


@pytest.mark.parametrize(
    "name",
    [
        "employs", "Employs", "rg:employs", RG + "employs", "worksFor", "worksfor", "works for",
        "rg:worksFor", RG + "worksFor",
    ],
)  # fmt: skip
def test_relation_type_is_found_by_every_name_of_both_directions(name: str) -> None:
    assert load().relation_type(name).iri == RG + "employs"


@pytest.mark.parametrize("name", ["Role", "role", "roles", "rg:Role", RG + "Role"])
def test_class_is_found_by_every_name(name: str) -> None:
    assert load().term_class(name).iri == RG + "Role"


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("manages", "inverse"), ("rg:manages", "inverse"), ("reports to", "primary"),
        ("rg:reportsTo", "primary"), ("skos:narrower", "inverse"), ("related", "primary"),
        ("hasLevel", "primary"),
    ],
)  # fmt: skip
def test_direction_tells_inverse_names_apart(name: str, direction: str) -> None:
    assert load().direction(name) == direction


def test_inverse_phrases_read_from_object_to_subject() -> None:
    employs, level = load().relation_type("employs"), load().relation_type("hasLevel")

    assert (employs.phrase, employs.inverse_phrase, employs.inverse_label) == (
        "employs",
        "is employed by",
        "works for",
    )
    assert (level.inverse, level.inverse_label, level.inverse_phrase) == (None, "", "is a level of")


def test_cues_of_the_inverse_are_marked_as_turned_round() -> None:
    cues = load().relation_type("reportsTo").cues

    assert Cue("reports to") in cues
    assert Cue("manages", inverse=True) in cues
    assert Cue("such as", inverse=True, noun=True) in load().relation_type("exampleOf").cues


def test_headings_and_columns_of_the_inverse_are_kept_apart() -> None:
    reports = load().relation_type("reportsTo")

    assert "Direct reports" in reports.inverse_headings
    assert "Direct reports" not in reports.headings
    assert "Collaborators" in load().relation_type("collaboratesWith").columns
    assert load().relation_type("collaboratesWith").inverse_headings == ()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("emplys", "employs"), ("rg:responsibelFor", "responsibleFor"), ("NARROWR", "narrower")],
)
def test_unknown_relation_type_gets_did_you_mean(name: str, suggestion: str) -> None:
    with pytest.raises(UnknownName) as caught:
        load().relation_type(name)

    assert isinstance(caught.value, KeyError)
    assert str(caught.value).startswith(f"unknown relation type '{name}'; did you mean {suggestion}")


def test_unknown_class_gets_did_you_mean_or_all_that_is_known() -> None:
    with pytest.raises(UnknownName, match="unknown class 'rol'; did you mean Role"):
        load().term_class("rol")
    with pytest.raises(UnknownName, match="unknown class 'xyzzy'; known: Role, Organization, Team, "):
        load().term_class("xyzzy")


def test_the_ontology_is_read_once_without_files_of_users() -> None:
    assert load() is load()


def test_own_relation_type_is_merged(own: str) -> None:
    mentors = load(own).relation_type("mentoredBy")

    assert (mentors.name, mentors.label, mentors.inverse_phrase) == ("mentors", "mentors", "mentored by")
    assert (mentors.domain, mentors.range) == ((RG + "Role",), (RG + "Role", RG + "Team"))
    assert mentors.cues == (Cue("mentors"), Cue("coaches"))
    assert mentors.inverse_headings == ("Mentors",)
    assert len(load(own).relation_types) == 27


def test_own_class_is_merged_with_plain_looks_where_it_has_none(own: str) -> None:
    ritual = load(own).term_class("rituals")

    assert (ritual.label, ritual.icon, ritual.parents) == ("Ritual", "R", (RG + "Activity",))
    assert ritual.colour == load().concept.colour


def test_own_words_join_those_that_are_there(own: str) -> None:
    ontology = load(own)

    assert Cue("signs on") in ontology.relation_type("employs").cues
    assert Cue("hires") in ontology.relation_type("employs").cues
    assert "wrangler" in ontology.term_class("Role").nouns
    assert ontology.section_headings["footnotes"] == ("Small print",)


def test_files_of_users_leave_the_ontology_of_others_alone(own: str) -> None:
    load(own)

    assert len(load().relation_types) == 26
    assert Cue("signs on") not in load().relation_type("employs").cues


def test_broken_turtle_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix ex: <https://example.org/> .\nex:a ex:b ex:c .\nex:a ex:b .\n", encoding="utf-8")

    with pytest.raises(OntologyError) as caught:
        load(str(path))

    assert str(caught.value) == f"{path}, line 3: not valid Turtle: . is not a valid RDF object"


def test_all_unreadable_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("x:a", encoding="utf-8")

    with pytest.raises(OntologyError) as caught:
        load(str(tmp_path / "missing.ttl"), str(tmp_path / "broken.ttl"))

    assert str(caught.value).splitlines() == [
        f"{tmp_path / 'missing.ttl'}: no such file",
        f"{tmp_path / 'broken.ttl'}, line 1: not valid Turtle: The prefix x: has not been declared",
    ]


def test_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clash.ttl"
    path.write_text(
        "@prefix rg: <https://w3id.org/rolegraph/ns#> .\n<https://example.org/ns#Uses> a rg:RelationType .\n",
        encoding="utf-8",
    )

    with pytest.raises(
        OntologyError, match=r"'uses' names two relation types: <.*ns#uses> and <https://example.org"
    ):
        load(str(path))


def test_list_of_classes_without_an_end_is_read_once_round(tmp_path: Path) -> None:
    path = tmp_path / "ring.ttl"
    path.write_text(
        OWN + "ex:guards a rg:RelationType ; rdfs:range [ owl:unionOf _:ring ] .\n"
        "_:ring <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> rg:Team ;"
        " <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:ring .\n",
        encoding="utf-8",
    )

    assert load(str(path)).relation_type("guards").range == (RG + "Team",)


def test_directory_is_no_ontology(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load(str(tmp_path))


def test_import_and_load_pull_in_nothing_heavy() -> None:
    heavy = (
        "rdflib",
        "dataclasses",
        "inspect",
        "networkx",
        "pyvis",
        "importlib.resources",
        "difflib",
        "pyshacl",
    )
    code = f"""
import sys
before = set(sys.modules)
from rolegraph.ontology import load
load().relation_type("employs")
print(sorted(name for name in {heavy!r} if name in sys.modules and name not in before))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_all_lists_what_the_room_gives() -> None:
    public = {
        name
        for name, value in vars(rolegraph.ontology).items()
        if not name.startswith("_") and name != "annotations" and not isinstance(value, type(sys))
    }

    assert public == set(rolegraph.ontology.__all__)
    assert len(rolegraph.ontology.__all__) == len(public)


def test_paths_lead_into_the_room() -> None:
    room = Path(ONTOLOGY_PATH).parent

    assert Path(rolegraph.ontology.SHAPES_PATH) == room / "shapes.ttl"
    assert Path(rolegraph.ontology.STARTER_PATH) == room / "starter"
    assert Path(rolegraph.ontology.STARTER_GRAPH) == room / "starter.ttl"
    assert Path(rolegraph.ontology.QUERIES_PATH) == room / "queries"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefix_expands_to_its_namespace(prefix: str) -> None:
    iri = expand(f"{prefix}:name")

    assert iri == PREFIXES[prefix] + "name"
    assert local_name(iri) == "name"


def test_text_without_a_known_prefix_stays_as_it_is() -> None:
    for text in ("employs", "https://example.org/a", "skos://x", "ex:a", ""):
        assert expand(text) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'ex:mentors a owl:ObjectProperty ; rg:cue "mentors" .',
            "has words (rg:cue) and is not declared; make it a rg:RelationType",
        ),
        (
            'rg:usess rg:cue "mentors" .',
            "is not declared (did you mean <https://w3id.org/rolegraph/ns#uses>?)",
        ),
        (
            'ex:Ward a owl:Class ; rg:noun "ward" .',
            "has words (rg:noun) and is not declared; make it a rg:TermClass",
        ),
        (
            'ex:mentors a rg:RelationType ; rdfs:label "mentors" ; rdfs:domain rg:Roles .',
            "has a domain that is no class of terms: <https://w3id.org/rolegraph/ns#Roles> (did you mean",
        ),
    ],
)
def test_declaration_that_would_do_nothing_is_refused(tmp_path: Path, text: str, message: str) -> None:
    prefixes = (
        "@prefix rg: <https://w3id.org/rolegraph/ns#> . @prefix ex: <https://example.org/ns#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    (tmp_path / "own.ttl").write_text(prefixes + text, encoding="utf-8")
    with pytest.raises(OntologyError) as refused:
        load(str(tmp_path / "own.ttl"))
    assert message in str(refused.value)
