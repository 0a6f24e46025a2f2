"""Every format of the table: lossless or accepted by those who read it, deterministic, safe."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING

import export_samples as samples
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolegraph.exports import (
    FORMATS,
    ExportError,
    Format,
    UnknownFormat,
    all_formats,
    find_format,
    format_for,
    write,
    write_stream,
)
from rolegraph.exports.tables import EDGE_COLUMNS, NODE_COLUMNS
from rolegraph.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RDF = [one for one in FORMATS.values() if one.syntax == "rdf"]
SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
NAMED = {"trig", "jsonld"}
ODD = """
@prefix ex: <http://example.org/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
ex:a ex:p 1, 01, 1.50, 2e3, true, "x"^^ex:type, "line\\nbreak\\r\\ttab", "<b>&amp;]]>", "", " ", "é😀\\u2028" ;
    ex:q "hi"@en, "hi"@en-GB, "salut"@fr ; ex:r [ ex:s ( 1 [ ] "2" ) ], _:x ; <urn:x:p> <urn:time:y>, <time:z> ;
    <http://other.example/é/p.q-1> <http://example.org/a%20b> ; rdf:type "a literal", ex:T .
_:x ex:p _:x . <http://example.org/ns#> ex:p ex: . ex:b rdf:type ex:T, [] .
"""


def written(kg: KnowledgeGraph, name: str) -> bytes:
    stream = io.BytesIO()
    write_stream(kg, name, stream)
    return stream.getvalue()


def canonical(quads: Iterable[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def odd() -> KnowledgeGraph:
    store = ox.Store()
    store.extend(ox.parse(ODD, format=ox.RdfFormat.TURTLE))
    return KnowledgeGraph(store, base="http://example.org/")


@pytest.mark.parametrize("form", RDF, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "sample", [samples.glossary, samples.hostile, odd], ids=["glossary", "hostile", "odd"]
)
def test_rdf_reads_back_as_the_same_graph(form: Format, sample: object) -> None:
    kg = sample()  # type: ignore[operator]
    quads = ox.parse(written(kg, form.name), format=SYNTAXES[form.name])
    assert canonical(quads) == canonical(kg.store)


XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r")
)
NODES = st.sampled_from(["http://e/a", "http://e/é#b", "urn:x:y", "time:z", "http://e/"]).map(ox.NamedNode)
PREDICATES = st.sampled_from(["http://e/p", "http://e/1a", "urn:x:p-1.q", "http://e/é#ü"]).map(ox.NamedNode)
LITERALS = st.builds(ox.Literal, XML_TEXT) | st.builds(
    ox.Literal, XML_TEXT, language=st.sampled_from(["en", "de-at"])
)
TYPED = st.builds(ox.Literal, XML_TEXT, datatype=st.sampled_from(["http://e/t", "urn:x:t"]).map(ox.NamedNode))
BLANKS = st.sampled_from("abc").map(ox.BlankNode)
TRIPLES = st.builds(ox.Quad, NODES | BLANKS, PREDICATES, NODES | BLANKS | LITERALS | TYPED)


@given(st.lists(TRIPLES, max_size=8))
def test_any_graph_reads_back_as_the_same_graph(triples: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(triples)
    kg = KnowledgeGraph(store, base="http://e/", prefixes={"e": "http://e/", "x": "urn:x:"})
    for form in RDF:
        quads = ox.parse(written(kg, form.name), format=SYNTAXES[form.name])
        assert canonical(quads) == canonical(store), form.name


@pytest.mark.parametrize("form", RDF, ids=lambda form: form.name)
def test_named_graphs_are_in_trig_and_jsonld_only(form: Format) -> None:
    kg = samples.glossary()
    inferred = ox.Quad(
        ox.NamedNode("http://e/a"),
        ox.NamedNode("http://e/p"),
        ox.BlankNode(),
        ox.NamedNode("https://w3id.org/rolegraph/ns#inferred"),
    )
    before = list(kg.store)
    kg.store.add(inferred)
    quads = ox.parse(written(kg, form.name), format=SYNTAXES[form.name])
    assert canonical(quads) == canonical([*before, inferred] if form.name in NAMED else before)


@pytest.mark.parametrize(
    ("name", "syntax"), [("turtle", "turtle"), ("ntriples", "ntriples"), ("rdfxml", "rdfxml")]
)
def test_rapper_accepts_it(name: str, syntax: str, rapper: str, tmp_path: Path) -> None:
    for number, kg in enumerate((samples.glossary(), samples.hostile(), odd())):
        path = tmp_path / f"{number}"
        write(kg, name, path)
        done = subprocess.run([rapper, "-c", "-i", syntax, path], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert f"returned {len(kg.store)} triples" in done.stderr


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
@pytest.mark.parametrize("form", RDF, ids=lambda form: form.name)
def test_rdflib_reads_it(form: Format) -> None:
    from rdflib import Dataset

    names = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "rdfxml": "xml", "jsonld": "json-ld"}
    for kg in (samples.glossary(), samples.hostile()):
        dataset = Dataset()
        dataset.parse(data=written(kg, form.name), format=names[form.name])
        assert len(list(dataset.quads())) == len(kg.store)


@pytest.mark.parametrize(("name", "format_name"), [("nt", "ntriples"), ("ttl", "turtle"), ("gv", "dot")])
def test_format_goes_by_the_ending_of_its_files_too(name: str, format_name: str) -> None:
    assert find_format(name).name == format_name


def test_jsonld_uses_compact_names() -> None:
    document = json.loads(written(samples.glossary(), "jsonld"))
    node = next(node for node in document["@graph"] if node["@id"] == samples.iri("Product manager"))
    assert node["@type"] == ["skos:Concept", "rg:Role"]
    assert node["rg:abbreviation"] == [{"@value": "PM", "@language": "en"}]


def test_predicate_that_is_no_xml_name_is_told() -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/1"), ox.Literal("x")))
    with pytest.raises(ExportError, match=r"RDF/XML cannot hold the predicate <http://e/1>"):
        written(KnowledgeGraph(store, base="http://e/"), "rdfxml")


def test_what_xml_cannot_hold_is_replaced() -> None:
    kg = KnowledgeGraph.from_record([samples.term("a\x0bb\x00c")], [], base=samples.BASE)
    root = ElementTree.fromstring(written(kg, "rdfxml"))
    assert "a\ufffdb\ufffdc" in "".join(root.itertext())
    for name in ("graphml", "gexf"):
        ElementTree.fromstring(written(kg, name))


@pytest.mark.parametrize("sample", [samples.glossary, samples.hostile], ids=["glossary", "hostile"])
def test_networkx_and_igraph_read_graphml(sample: object, tmp_path: Path) -> None:
    import igraph
    import networkx

    kg = sample()  # type: ignore[operator]
    network = kg.network()
    path = tmp_path / "roles.graphml"
    write(kg, None, path)
    read = networkx.read_graphml(path, force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted(str(d) for *_, d in read.edges(data=True)) == sorted(
        str(d) for *_, d in network.edges(data=True)
    )
    other = igraph.Graph.Read_GraphML(str(path))
    assert (other.vcount(), other.ecount()) == (len(network), network.number_of_edges())
    assert set(other.vs["label"]) == {label for _, label in network.nodes(data="label")}


@pytest.mark.parametrize("sample", [samples.glossary, samples.hostile], ids=["glossary", "hostile"])
def test_networkx_reads_gexf(sample: object, tmp_path: Path) -> None:
    import networkx

    kg = sample()  # type: ignore[operator]
    path = tmp_path / "roles.gexf"
    write(kg, None, path)
    read = networkx.read_gexf(path)
    assert {n: d["label"] for n, d in read.nodes(data=True)} == dict(kg.network().nodes(data="label"))
    assert read.number_of_edges() == kg.network().number_of_edges()
    assert "lastmodifieddate" not in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_every_edge_has_an_id_of_its_own(name: str) -> None:
    root = ElementTree.fromstring(written(samples.hostile(), name))
    ids = [one.get("id") for one in root.iter() if one.tag.endswith("}edge")]
    assert len(set(ids)) == len(ids) == samples.hostile().network().number_of_edges()


@pytest.mark.parametrize("sample", [samples.glossary, samples.hostile], ids=["glossary", "hostile"])
def test_graphviz_draws_the_labels_as_they_are(sample: object, dot: str, tmp_path: Path) -> None:
    kg = sample()  # type: ignore[operator]
    path = tmp_path / "roles.dot"
    write(kg, None, path)
    done = subprocess.run([dot, "-Tsvg", path], capture_output=True)
    assert done.returncode == 0, done.stderr
    root = ElementTree.fromstring(done.stdout)
    drawn = "".join("".join(root.itertext()).split())
    for one in kg.terms(mentions=True):
        assert "".join(one.label.value.replace("\u00a0", " ").split()) in drawn.replace("\u00a0", "")


@pytest.mark.parametrize("name", ["csv-nodes", "csv-edges"])
def test_tables_are_rfc_4180_and_start_no_formula(name: str) -> None:
    kg = samples.hostile()
    data = written(kg, name)
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert data.endswith(b"\r\n")
    assert {len(row) for row in rows} == {len(NODE_COLUMNS if name == "csv-nodes" else EDGE_COLUMNS)}
    assert not [cell for row in rows for cell in row if cell[:1] in {*"=+-@\t\r"}]


def test_rows_say_what_the_graph_says() -> None:
    kg = samples.glossary()
    nodes = list(csv.DictReader(io.StringIO(written(kg, "csv-nodes").decode(), newline="")))
    assert [row["label"] for row in nodes] == [
        *("Business process outsourcing", "Engineer", "Product manager"),
        *("CRM", "Ticket volume"),
    ]
    edges = list(csv.DictReader(io.StringIO(written(kg, "csv-edges").decode(), newline="")))
    uses = next(row for row in edges if row["relation"] == "uses")
    assert (uses["source_label"], uses["phrase"], uses["target_label"]) == ("Product manager", "uses", "CRM")
    assert (uses["document"], uses["line"], uses["qualifiers"]) == ("roles.md", "4", "share=0.2")
    assert uses["confidence"] == "0.85"  # of its surest sentence, and not of the one that is quoted
    time = next(row for row in edges if row["relation"] == "hasTime")
    assert time["confidence"] == ""
    assert (time["target"], time["target_label"]) == ("", "1931")


def test_csv_file_has_its_edges_beside_it(tmp_path: Path) -> None:
    kg = samples.glossary()
    paths = write(kg, None, tmp_path / "roles.csv")
    assert paths == [str(tmp_path / "roles.csv"), str(tmp_path / "roles-edges.csv")]
    assert (tmp_path / "roles.csv").read_bytes() == written(kg, "csv-nodes") == written(kg, "csv")
    assert (tmp_path / "roles-edges.csv").read_bytes() == written(kg, "csv-edges")


def test_mermaid_labels_hold_nothing_that_mermaid_reads() -> None:
    lines = written(samples.hostile(), "mermaid").decode().splitlines()
    assert lines[0] == "flowchart LR"
    for line in lines[1:]:
        assert line.count('"') in (0, 2)
        inside = line.split('"')[1] if '"' in line else ""
        assert not set(inside) & set("<>&{}[]|`%\\'=*+~^$!?@")


def test_mermaid_keeps_within_the_limit_of_relations() -> None:
    text = written(samples.large(60, 600), "mermaid").decode()
    assert "600 mentions are left out" in text
    assert text.count("-->") + text.count("-.-") < 500


@pytest.mark.parametrize("name", FORMATS)
def test_empty_graph_can_be_written(name: str) -> None:
    written(KnowledgeGraph.from_record([], [], base=samples.BASE), name)


DIGESTS = """
import hashlib, io, sys
sys.path.insert(0, {tests!r})
import export_samples as samples
from rolegraph.exports import FORMATS, write_stream
from test_exports_formats import odd
for kg in (samples.glossary(), samples.hostile(), odd(), samples.large(30, 10)):
    for name in FORMATS:
        write_stream(kg, name, stream := io.BytesIO())
        print(name, hashlib.sha256(stream.getvalue()).hexdigest())
"""


def test_same_graph_gives_the_same_bytes_in_every_process() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", DIGESTS.format(tests=os.path.dirname(__file__))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


def test_table_imports_no_writer() -> None:
    code = "import sys, rolegraph.exports; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "rdflib",
        "networkx",
        "pyvis",
        "jinja2",
        "json",
        "csv",
        "pyoxigraph",
        "pathlib",
        "dataclasses",
        "re",
    }
    assert not heavy & set(loaded) - set(site_modules())


def site_modules() -> list[str]:
    """What the interpreter itself loads before any of ours."""
    code = "import sys, rolegraph; print(*sys.modules)"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()


def test_unknown_names_and_endings_say_what_is_meant() -> None:
    with pytest.raises(
        UnknownFormat, match=r"unknown format 'turtel'; did you mean 'turtle'\? Known: turtle, "
    ):
        write_stream(samples.glossary(), "turtel", io.BytesIO())
    with pytest.raises(UnknownFormat, match=r"unknown file ending '.tll' of 'a.tll'; did you mean '.ttl'\?"):
        format_for("a.tll")
    with pytest.raises(UnknownFormat, match=r"'roles' has no file ending\. Known: \.csv, "):
        format_for("roles")


def test_endings_are_those_of_one_format_only() -> None:
    endings = [ending for one in FORMATS.values() for ending in one.endings]
    assert len(set(endings)) == len(endings)
    assert {name: one.name for name, one in FORMATS.items()} == {name: name for name in FORMATS}


def test_other_packages_can_add_formats_but_replace_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    def writer(kg: KnowledgeGraph, stream: io.BufferedIOBase) -> None:
        stream.write(f"{len(kg.terms())} terms".encode())

    class Point:
        def __init__(self, name: str) -> None:
            self.name = name

        def load(self) -> Format:
            return Format(self.name, writer, (f".{self.name}",), "", "table")  # type: ignore[arg-type]

    offered = [Point("count"), Point("turtle")]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: offered)
    assert written(samples.glossary(), "count") == b"3 terms"
    assert format_for("x.count").name == "count"
    assert all_formats()["turtle"] is FORMATS["turtle"]


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/1"), ox.Literal("x")))
    path = tmp_path / "roles.rdf"
    path.write_text("old")
    with pytest.raises(ExportError):
        write(KnowledgeGraph(store, base="http://e/"), None, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(kg: KnowledgeGraph, stream: io.BufferedIOBase) -> None:
        stream.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setitem(FORMATS, "csv-edges", FORMATS["csv-edges"]._replace(write=interrupted))  # type: ignore[arg-type]
    path = tmp_path / "roles.csv"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write(samples.glossary(), "csv", path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_those_of_the_old_file_or_the_process(tmp_path: Path) -> None:
    new, old = tmp_path / "new.ttl", tmp_path / "old.ttl"
    old.touch()
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write(samples.glossary(), None, new)
        write(samples.glossary(), None, old)
    finally:
        os.umask(mask)
    assert (new.stat().st_mode & 0o777, old.stat().st_mode & 0o777) == (0o640, 0o640)


def test_link_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "roles.ttl"
    link.symlink_to(tmp_path / "real" / "roles.ttl")
    write(samples.glossary(), None, link)
    assert link.is_symlink()
    assert (tmp_path / "real" / "roles.ttl").read_bytes() == written(samples.glossary(), "turtle")


def test_missing_folder_is_told_by_the_name_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "none" / "roles.ttl"
    with pytest.raises(FileNotFoundError) as raised:
        write(samples.glossary(), None, path)
    assert raised.value.filename == str(path)
