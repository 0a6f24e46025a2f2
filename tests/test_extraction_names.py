"""The names that heads, definitions and columns give a term beside its label."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, labels, triples

from rolegraph.extraction.names.expansions import written_out
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.names.said_names import names_in_sentence


@pytest.mark.parametrize(
    ("head", "label", "others"),
    [
        ("Braise, braised, braising", "Braise", ("braised", "braising")),
        ("Chop, julienne", "Chop, julienne", ()),
        ("Velvet lithography (litho)", "Velvet lithography", ("litho",)),
        ("Loyalty points/Bonus points", "Loyalty points", ("Bonus points",)),
        ("Input/output", "Input/output", ()),
        ("Angle of tilt (tilt angle, angle of lean)", "Angle of tilt", ("tilt angle", "angle of lean")),
        ("Net sales (sales after returns)", "Net sales", ()),
        ("Record ('Dataset')", "Record", ("Dataset",)),
        ("Weber v Smith (Case C-12/99, 3 May 2001)", "Weber v Smith", ()),
        ("Food Act (US)", "Food Act", ()),
        ("Urgency (HIGH / LOW)", "Urgency", ()),
        ("Бюджет (Budget)", "Бюджет", ("Budget",)),
        ("Rowing club (also: oar club, boat society)", "Rowing club", ("oar club", "boat society")),
        ("Marina office (mar)", "Marina office", ("mar",)),
        ("Waste land (previously developed land)", "Waste land", ("previously developed land",)),
        ("Cook (previously galley hand)", "Cook", ("galley hand",)),
        ("Chandler n., pl. chandlers", "Chandler", ()),
        ("Quick berth method (QBM®)", "Quick berth method", ("QBM",)),
        ("Mooring (by night)", "Mooring", ()),
        ("Shipper (shipping party)", "Shipper", ("shipping party",)),
        ("Flatfish (bottom fish)", "Flatfish", ("bottom fish",)),
        ("Crane-hour (cHr)", "Crane-hour", ("cHr",)),
        ("Port expenditure (portex)", "Port expenditure", ("portex",)),
        ("Berth (ship place)", "Berth", ("ship place",)),
        ("Trust (land law)", "Trust", ()),
        (
            "Port fees (light dues and pilot (PLT) fees; port money)",
            "Port fees",
            ("PLT", "light dues and pilot fees", "port money"),
        ),
        ("NOB, NOA, or berth notice", "NOB", ("NOA", "berth notice")),
        ("Bill of health (BH or B/H)", "Bill of health", ("BH", "B/H")),
        ("Quayage (plural: quayagia)", "Quayage", ("quayagia",)),
        ("PF share (share in port fees)", "PF share", ("share in port fees",)),
    ],
)
def test_head_gives_names_and_leaves_remarks(head: str, label: str, others: tuple[str, ...]) -> None:
    read = read_head(head)
    assert (read.label, (*read.abbreviations, *read.alternatives)) == (label, others)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Also called wear proofing; scuff guard.", ("wear proofing", "scuff guard")),
        ("It is sometimes referred to as blind buying.", ("blind buying",)),
        ('It\'s also called "gate check," and "door check."', ("gate check", "door check")),
        ("Sometimes, intake is referred to as “sorting” since things are sorted.", ("sorting",)),
        ("Synonymous with the term ‘first check’.", ("first check",)),
        ("This step is also known as triage.", ("triage",)),
        ("A desk for guests — also called the front desk.", ("front desk",)),
        ("Also written in-take.", ("in-take",)),
        ("Known as triage in the United States.", ("triage",)),
        ("Called triage in other wards.", ("triage",)),
        ("Formerly called first check (before 2.0).", ("first check",)),
        ("In Scotland, this is called triage.", ("triage",)),
        ("In Scotland it's called triage.", ("triage",)),
        ("The older name, first check, dates from the war.", ("first check",)),
        ("In Wales the term sorting is used instead.", ("sorting",)),
        ("Some wards say first check instead.", ("first check",)),
        ("Most nurses call it the sorting.", ("sorting",)),
        ("Most wards use the term first check instead.", ("first check",)),
        ("Most wards use checklists instead.", ()),
        ("Many nurses prefer phones instead.", ()),
        ("Many nurses call it a mistake.", ()),
        ("Some call it easy.", ()),
        ("Many people say yes.", ()),
        ("Some people say “first check”.", ("first check",)),
        ("Others speak of success.", ()),
        ("Others speak of a first check.", ("first check",)),
        ("Previously done manually.", ()),
        ("Formerly the head nurse did it.", ()),
        ("In Germany: it depends.", ()),
        ("Some nurses use the word sorting for the same thing.", ("sorting",)),
        ("Other names are first check, sorting and simply look.", ("first check", "sorting", "look")),
        ("Often written into the agreement of the ward.", ()),
        ("Its former name was first check.", ("first check",)),
        ("Now called triage.", ("triage",)),
        ("Also intake round.", ("intake round",)),
        ("Also known widely.", ()),
        ("It is also written in pencil.", ()),
        ("Sometimes called triage, though triage includes more.", ("triage",)),
        ("Same as triage.", ("triage",)),
        ("Same as above.", ()),
        ("The third step is also called triage.", ()),
        ("The queue that forms is called a backlog.", ()),
    ],
)
def test_sentence_names_its_headword_otherwise(sentence: str, names: tuple[str, ...]) -> None:
    assert names_in_sentence(sentence, "Intake") == names


@pytest.mark.parametrize(
    ("short", "definition", "full"),
    [
        (
            "3PL",
            "Third-party logistics provider: a firm that stores goods.",
            "Third-party logistics provider",
        ),
        ("LCL", "Less than container load. A shipment that shares.", "Less than container load"),
        ("OSP", "Office de Santé et de Prévention — organisme public", "Office de Santé et de Prévention"),
        ("NCR", "The National Council for Reading & Writing, a charity", ""),
        (
            "NCRW",
            "The National Council for Reading & Writing, a charity",
            "National Council for Reading & Writing",
        ),
        ("OCP", "Office of City-wide Planning.", "Office of City-wide Planning"),
        ("LDT", 'LDT steht für "Liste der Titel", siehe dort.', "Liste der Titel"),
        ("GTIN", "GTIN (Global Trade Item Number) is a number.", "Global Trade Item Number"),
        ("CAR goal", "Cross-agency relief goal.", "Cross-agency relief"),
        ("VE", "Vorsorgeeinrichtung", "Vorsorgeeinrichtung"),
        ("AC", "A cooler.", ""),
        ("ÖB", "Öffentliche Bücherei", "Öffentliche Bücherei"),
        ("GOCb", "Global Office Cookbook, a book of rules", "Global Office Cookbook"),
    ],
)
def test_definition_writes_an_abbreviation_out(short: str, definition: str, full: str) -> None:
    assert written_out(short, definition).removesuffix(" goal") == full


def test_long_names_and_links_write_out_as_well(tmp_path: Path) -> None:
    text = "# Sigles\n\n- CFR : Centre de Formation des Responsables et des Agents d’Accueil en Région Sud\n"
    assert labels(built(tmp_path / "a", a_md=f"{text}- DGA : Direction Générale des Achats\n"))
    linked = "# Words\n\n## OGA\n\n[Open Garden Alliance](https://o.example) A club of growers.\n\n## Bed\n\nA plot.\n"
    assert abbreviations(built(tmp_path / "b", b_md=linked)) == {"Open Garden Alliance": ["OGA"]}


def test_abbreviation_in_a_sentence_is_no_part_of_the_name(tmp_path: Path) -> None:
    text = 'Term,Definition\nOCD,"Office closing day (OCD) is a day, which few like."\nDesk,A table.\n'
    assert definitions(built(tmp_path, a_csv=text))["Office closing day"] == [
        "Office closing day (OCD) is a day, which few like."
    ]


def test_see_that_points_to_more_makes_no_synonym(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- Risk: what may go wrong.\n- Hazard: See Risk for more details.\n- Peril: See Risk.\n"
    )
    assert triples(built(tmp_path, a_md=text)) == {
        ("Hazard", "related", "Risk"),
        ("Peril", "synonymOf", "Risk"),
    }


def test_columns_of_translations_and_of_references_are_known(tmp_path: Path) -> None:
    text = (
        "- entry: Clerk\n  translation: animateur (m), animatrice (f)\n  translation-note: Rare.\n"
        "- entry: Bench\n  translation: banc (m); voir Clerk\n- entry: Pew\n  see_term: Bench\n"
    )
    found = built(tmp_path, a_yml=text)
    names = {
        term.label.value: [text.value for text in term.alternatives]
        for term in found.terms
        if not term.mention
    }
    assert names == {"Bench": ["banc"], "Clerk": ["animateur", "animatrice"], "Pew": []}
    related = {each for each in triples(found) if each[1] == "related"}
    assert related == {("Bench", "related", "Clerk"), ("Pew", "related", "Bench")}


@pytest.mark.parametrize(
    "titles", ["Begrep\tBetydning\tMerknad", "Begrip\tBetekenis\tOpmerking", "Termo\tDefinição\tX"]
)
def test_titles_in_further_languages_are_known(tmp_path: Path, titles: str) -> None:
    rows = "Alfa\tEn kort tekst\tEn noe lengre tekst om det samme\nBeta\tTo korte ord\tOgså mer om dette her og der\n"
    found = definitions(built(tmp_path, a_tsv=f"{titles}\n{rows}"))
    assert {label: texts[0] for label, texts in found.items()} == {
        "Alfa": "En kort tekst",
        "Beta": "To korte ord",
    }


def test_a_list_without_titles_in_two_languages_gives_other_names(tmp_path: Path) -> None:
    rows = "whip\tvipo\tn.\nbet\tveti\tv.tr\nmat\tmato\tn. floor\nhinge\tĉarniro\tn.\n"
    found = built(tmp_path, a_tsv=rows)
    names = {term.label.value: [text.value for text in term.alternatives] for term in found.terms}
    assert names == {"bet": ["veti"], "hinge": ["ĉarniro"], "mat": ["mato"], "whip": ["vipo"]}


def test_full_forms_end_where_a_comma_goes_on(tmp_path: Path) -> None:
    text = 'Acronym,Meaning\nRGB,"Regional Gate Board, of the yard"\nDTO,Desk Team Office\nFEA,Federal Entry Act\n'
    found = built(tmp_path, a_csv=text)
    assert abbreviations(found) == {
        "Regional Gate Board": ["RGB"],
        "Desk Team Office": ["DTO"],
        "Federal Entry Act": ["FEA"],
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("To go down a rope. Also “to ab”, “to rope down”.", {"to ab", "to rope down"}),
        ("Short for camming device.", {"camming device"}),
        ("Knot for a belay, it is also known as a Munter knot.", {"Munter knot"}),
        ("Also “thin” ropes are sold.", set()),
    ],
)
def test_further_ways_to_say_another_name(tmp_path: Path, text: str, names: set[str]) -> None:
    found = built(tmp_path, words_md=f"- **Xenon**: {text}\n- **Zeta**: A sign.\n")
    (term,) = [term for term in found.terms if term.label.value == "Xenon"]
    assert {name.value for name in (*term.abbreviations, *term.alternatives)} == names
