"""Lists of terms: the many ways in which a line, an item or a heading pairs a term with its definition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from extraction_samples import abbreviations, built, definitions, entries, labels, skips, triples

if TYPE_CHECKING:
    from rolegraph.extraction import Build

# Each way says the same: two terms, the second with an abbreviation.
TIME, VALUE = "The time until the money is gone.", "The yearly value of contracts."
FORMS = {
    "colon_md": f"- Runway: {TIME}\n- Annual recurring revenue (ARR): {VALUE}\n",
    "dash_md": f"* Runway – {TIME}\n* Annual recurring revenue (ARR) — {VALUE}\n",
    "hyphen_txt": f"- Runway - {TIME}\n- Annual recurring revenue (ARR) - {VALUE}\n",
    "bold_md": f"- **Runway**: {TIME}\n- **Annual recurring revenue (ARR)** {VALUE}\n",
    "boldline_md": f"**Runway.** {TIME}\n\n**Annual recurring revenue** (ARR): {VALUE}\n",
    "headings_md": f"# Glossary\n\n## Runway\n\n{TIME}\n\n## Annual recurring revenue (ARR)\n\n{VALUE}\n",
    "loose_md": f"## Runway\n\n{TIME}\n\n## Annual recurring revenue (ARR)\n\n{VALUE}\n",
    "lines_txt": f"Runway\n{TIME}\n\nAnnual recurring revenue (ARR)\n{VALUE}\n",
    "dense_txt": f"Finance glossary\nRunway\n{TIME}\nAnnual recurring revenue (ARR)\n{VALUE}\n",
    "deflist_md": f"Runway\n: {TIME}\n\nAnnual recurring revenue (ARR)\n: {VALUE}\n",
    "paragraphs_txt": f"Runway: {TIME}\nAnnual recurring revenue (ARR): {VALUE}\n",
    "titled_md": f"---\ntitle: Finance glossary\n---\n\n- Runway: {TIME}\n- Annual recurring revenue (ARR): {VALUE}\n",
    "letters_md": f"# Glossary\n\n## A\n\n### Annual recurring revenue (ARR)\n\n{VALUE}\n\n## R\n\n- Runway: {TIME}\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_form_pairs_terms_with_definitions(tmp_path: Path, form: str) -> None:
    found = built(tmp_path, **{form: FORMS[form]})
    assert definitions(found) == {
        "Runway": [TIME],
        "Annual recurring revenue": [VALUE],
    }
    assert abbreviations(found) == {"Annual recurring revenue": ["ARR"]}
    assert skips(found) == []


def test_letters_below_a_title_of_its_own_are_no_terms(tmp_path: Path) -> None:
    first = "# A–Z of sales\n\n## A\n\n### Account executive (AE)\n\nA seller who closes deals.\n\n"
    text = f"{first}## B\n\n- Bookings: signed contracts.\n"
    assert set(entries(built(tmp_path, sales_md=text))) == {"Account executive", "Bookings"}


def test_bold_terms_below_a_title_of_its_own_are_entries(tmp_path: Path) -> None:
    text = "# SaaS metrics\n\n**MRR** – The fees of a month.\n\n**Churn** – The share of customers lost.\n"
    assert set(entries(built(tmp_path, metrics_md=text))) == {"MRR", "Churn"}


def test_pairs_directly_below_a_title_of_a_plain_text_are_entries(tmp_path: Path) -> None:
    pairs = "Attrition: staff who leave.\nHeadcount – staff on a date.\nPTO (Paid time off): holidays.\n"
    text = f"People operations terms\n{pairs}"
    assert set(entries(built(tmp_path, people_txt=text))) == {"Attrition", "Headcount", "Paid time off"}


def test_terms_in_capitals_with_a_full_stop_are_entries(tmp_path: Path) -> None:
    text = "GROUND TERMS\n\nAPRON. The area where aircraft are parked.\n\nTUG. See APRON.\n"
    assert {label.lower() for label in entries(built(tmp_path, ground_txt=text))} == {"apron", "tug"}


@pytest.mark.parametrize("heading", ["Who we are", "What we offer", "Terms we use", "How we work"])
def test_heading_that_speaks_of_its_writers_is_no_term(tmp_path: Path, heading: str) -> None:
    text = f"# Handbook\n\n## {heading}\n\nThe team builds tools.\n\n## Toil\n\nToil is work by hand.\n"
    assert heading not in entries(built(tmp_path, handbook_md=text))


HEADS = [
    ("Average handle time (AHT)", "Average handle time", ["AHT"], []),
    ("AHT (Average handle time)", "Average handle time", ["AHT"], []),
    ("Churn rate, also known as attrition rate", "Churn rate", [], ["attrition rate"]),
    ("Contact centre / contact center", "Contact centre", [], ["contact center"]),
    ("Service desk (formerly help desk)", "Service desk", [], ["help desk"]),
    ("Sprint (noun)", "Sprint", [], []),
    ("Team lead (grade 7)", "Team lead", [], []),
    ("Research & development (R&D)", "Research & development", ["R&D"], []),
    ("C++", "C++", [], []),
]


@pytest.mark.parametrize(("head", "label", "short", "other"), HEADS)
def test_head_gives_label_abbreviations_and_other_names(
    tmp_path: Path, head: str, label: str, short: list[str], other: list[str]
) -> None:
    found = entries(built(tmp_path, terms_md=f"- **{head}** – a matter of this test.\n"))
    assert list(found) == [label]
    assert [text.value for text in found[label].abbreviations] == short
    assert [text.value for text in found[label].alternatives] == other


SENTENCES = [
    ("Churn rate", "Churn rate, also known as attrition rate, is a metric.", ["attrition rate"]),
    ("Accounts receivable", "Accounts receivable, or AR, is money that customers owe.", ["AR"]),
    ("Accounts payable", "Accounts payable (AP) is money owed to suppliers.", ["AP"]),
    ("Service mesh", "Also called service network. It links services.", ["service network"]),
    ("Captive centre", "A site that the client owns. Also known as an in-house centre.", ["in-house centre"]),
    ("Payroll clerk", "The payroll clerk (PC) checks timesheets.", ["PC"]),
]


@pytest.mark.parametrize(("term", "sentence", "names"), SENTENCES)
def test_sentence_gives_the_headword_another_name(
    tmp_path: Path, term: str, sentence: str, names: list[str]
) -> None:
    found = entries(built(tmp_path, terms_md=f"# {term}\n\n{sentence}\n"))[term]
    assert [text.value for text in (*found.abbreviations, *found.alternatives)] == names


def test_list_of_abbreviations_names_terms_by_their_expansion(tmp_path: Path) -> None:
    text = "Abbreviations\n\nAHT: Average handle time\nAPI – Application programming interface\n"
    found = built(tmp_path, short_txt=text)
    assert abbreviations(found) == {
        "Average handle time": ["AHT"],
        "Application programming interface": ["API"],
    }
    assert triples(found) == set()


def test_expansion_ends_where_a_sentence_begins(tmp_path: Path) -> None:
    text = "Abbreviations\n\nWFM – Workforce management. It plans shifts.\nAPI: Application programming interface\n"
    found = built(tmp_path, short_txt=text)
    assert abbreviations(found)["Workforce management"] == ["WFM"]
    assert definitions(found)["Workforce management"] == ["It plans shifts."]


def test_one_abbreviation_of_two_terms_makes_two_entries(tmp_path: Path) -> None:
    text = "Abbreviations\n\nQA: Quality assurance\nQA: Question answering\n"
    assert abbreviations(built(tmp_path, short_txt=text)) == {
        "Quality assurance": ["QA"],
        "Question answering": ["QA"],
    }


@pytest.mark.parametrize(
    "line", ["Attrition. See Churn rate.", "Attrition: See Churn rate.", "**Attrition** – see churn rate"]
)
def test_entry_that_is_only_a_redirection_is_a_synonym_without_definition(tmp_path: Path, line: str) -> None:
    found = built(tmp_path, terms_md=f"- Churn rate: the share of customers lost.\n- {line}\n")
    assert ("Attrition", "synonymOf", "Churn rate") in triples(found)
    assert definitions(found)["Attrition"] == []


@pytest.mark.parametrize(
    "line",
    [
        "See also Runway.",
        "Compare Runway.",
        "Cf. runway.",
        "See also: Runway.",
    ],
)
def test_pointer_behind_a_definition_relates_two_entries(tmp_path: Path, line: str) -> None:
    text = f"- Runway: time left.\n- Burn rate: money out each month. {line}\n"
    assert ("Burn rate", "related", "Runway") in triples(built(tmp_path, terms_md=text))


def test_pointer_to_a_term_without_entry_makes_a_mention_of_it(tmp_path: Path) -> None:
    found = built(tmp_path, terms_md="- Runway: time left.\n- Attrition. See Churn rate.\n")
    ends = [
        target.lower()
        for subject, name, target in triples(found)
        if (subject, name) == ("Attrition", "synonymOf")
    ]
    assert ends == ["churn rate"]
    assert [term.mention for term in found.terms if term.label.value.lower() == "churn rate"] == [True]


def test_paragraph_behind_an_entry_belongs_to_it(tmp_path: Path) -> None:
    text = "**Recruiter**: a person who fills vacancies.\n\nRecruiters rely on a job board.\n"
    found = built(tmp_path, terms_md=text)
    assert list(entries(found)) == ["Recruiter"]
    assert ("Recruiter", "uses", "job board") in triples(found)


def test_nested_items_are_entries_of_their_own(tmp_path: Path) -> None:
    text = "- Outsourcing: work done by others.\n  - Offshoring: outsourcing to a far country.\n"
    assert set(entries(built(tmp_path, terms_md=text))) == {"Outsourcing", "Offshoring"}


@pytest.mark.parametrize(
    "line",
    ["Note: prices change.", "Example: a bank in Spain.", "Source: the annual report.", "Tip: ask first."],
)
def test_note_is_no_term(tmp_path: Path, line: str) -> None:
    found = built(tmp_path, terms_md=f"- Runway: time left.\n\n{line}\n")
    assert list(entries(found)) == ["Runway"]


GROUPED = """\
# Procurement glossary

## Sourcing

- **Request for quotation (RFQ)**: a document that asks for a price.
- **Tender**: an open call for offers.

## Contracts

- **Framework agreement**: a contract for later orders.
"""


def collections(found: Build) -> dict[str, list[str]]:
    names = labels(found)
    return {one.label.value: [names[iri] for iri in one.members] for one in found.graph.collections()}


def test_category_headings_are_collections_and_no_terms(tmp_path: Path) -> None:
    found = built(tmp_path, buying_md=GROUPED)
    assert set(entries(found)) == {"Request for quotation", "Tender", "Framework agreement"}
    assert collections(found) == {
        "Sourcing": ["Request for quotation", "Tender"],
        "Contracts": ["Framework agreement"],
    }


def test_letters_of_an_index_are_no_collections(tmp_path: Path) -> None:
    text = "# Glossary\n\n## A\n\n- Apron: a place.\n- Axle: a part.\n\n## T\n\n- Tug: a vehicle.\n- Tail: a part.\n"
    assert collections(built(tmp_path, ground_md=text)) == {}


# Each form says the same of three terms; the second has an abbreviation.
SPARE, MEAN, PAID = (
    "Parts kept for repair.",
    "The mean time to repair.",
    "Hours that are paid but not worked.",
)
OTHER_FORMS = {
    "alternating_md": f"# Glossary\n\n- Spare\n- {SPARE}\n- Repair time (RT)\n- {MEAN}\n- Shrinkage\n- {PAID}\n",
    "nested_md": f"# Glossary\n\n- Spare\n    - {SPARE}\n- Repair time (RT)\n    - {MEAN}\n- Shrinkage\n    - {PAID}\n",
    "arrows_txt": f"Spare → {SPARE}\nRepair time (RT) → {MEAN}\nShrinkage → {PAID}\n",
    "equals_txt": f"Spare = {SPARE}\nRepair time (RT) = {MEAN}\nShrinkage = {PAID}\n",
    "bars_txt": f"Spare | {SPARE}\nRepair time (RT) | {MEAN}\nShrinkage | {PAID}\n",
    "stops_txt": f"Spare. {SPARE}\n\nRepair time (RT). {MEAN}\n\nShrinkage. {PAID}\n",
    "runon_txt": f"Spare: {SPARE} Repair time (RT): {MEAN} Shrinkage: {PAID}\n",
    "bullets_txt": f"• Spare: {SPARE} • Repair time (RT): {MEAN} • Shrinkage: {PAID}\n",
    "numbers_txt": f"Workshop terms\n\n1. Spare: {SPARE}\n2. Repair time (RT): {MEAN}\n3. Shrinkage: {PAID}\n",
    "boldbreak_md": f"# Words\n\n**Spare**  \n{SPARE}\n\n**Repair time (RT)**  \n{MEAN}\n\n**Shrinkage**  \n{PAID}\n",
    "comma_md": f"# Words\n\n- **Spare**, {SPARE}\n- **Repair time** (RT), {MEAN}\n- **Shrinkage**, {PAID}\n",
}


@pytest.mark.parametrize("form", OTHER_FORMS)
def test_rarer_forms_pair_terms_with_definitions(tmp_path: Path, form: str) -> None:
    found = built(tmp_path, **{form: OTHER_FORMS[form]})
    assert definitions(found) == {"Spare": [SPARE], "Repair time": [MEAN], "Shrinkage": [PAID]}
    assert abbreviations(found) == {"Repair time": ["RT"]}


def test_sentences_that_say_what_their_subject_is_are_entries(tmp_path: Path) -> None:
    text = "Key terms\n\nA spare is a part kept for repair.\n\nShrinkage means hours paid but not worked. It varies.\n"
    assert set(entries(built(tmp_path, shop_txt=text))) == {"spare", "Shrinkage"}


def test_quoted_terms_of_a_contract_are_entries(tmp_path: Path) -> None:
    text = (
        "“Affiliate” means any company under one owner.\n\n“Working Day” means a day on which banks open.\n"
    )
    assert set(entries(built(tmp_path, deed_txt=text))) == {"Affiliate", "Working Day"}


def test_paragraphs_about_one_thing_stay_one_article(tmp_path: Path) -> None:
    text = (
        "# Spare\n\nA spare is a part kept for repair.\n\nStock is a cost. Firms are careful with spares.\n"
    )
    assert list(entries(built(tmp_path, spare_md=text))) == ["Spare"]


def test_headings_that_ask_what_things_are_name_the_terms(tmp_path: Path) -> None:
    first = "# Repair explained\n\n## What is a spare?\n\nA spare is a part kept for repair.\n\n"
    text = f"{first}## What does MTTR mean?\n\nMean time to repair (MTTR) is an average.\n"
    found = built(tmp_path, repair_md=text)
    assert set(entries(found)) == {"spare", "Mean time to repair"}
    assert abbreviations(found) == {"Mean time to repair": ["MTTR"]}


def test_bar_of_letters_and_way_to_the_top_are_noise(tmp_path: Path) -> None:
    text = "# Glossary\n\n[A](#a) | [B](#b) | [C](#c)\n\n- Apron: a place.\n- Axle: a part.\n\n[Back to top](#top)\n"
    found = built(tmp_path, ground_md=text)
    assert set(entries(found)) == {"Apron", "Axle"}
    assert [reason for _, _, reason in skips(found)] == ["bar of letters", "way back to the top"]


def test_part_of_speech_below_a_term_is_not_its_definition(tmp_path: Path) -> None:
    text = "# Words\n\n## Ramp\n\n*verb*\n\nTo grow a team.\n\n## Queue\n\n*noun*\n\nA line of callers.\n"
    assert definitions(built(tmp_path, words_md=text)) == {
        "Ramp": ["To grow a team."],
        "Queue": ["A line of callers."],
    }


def test_sections_beside_a_glossary_are_not_read_as_terms(tmp_path: Path) -> None:
    first = "# Handbook\n\n## Travel\n\nBook early.\n\n"
    text = f"{first}## Glossary\n\n- Apron: a place.\n- Axle: a part.\n"
    assert set(entries(built(tmp_path, handbook_md=text))) == {"Apron", "Axle"}


def test_pointer_from_an_abbreviation_is_a_name_of_the_term(tmp_path: Path) -> None:
    text = "- MTTR: see Mean time to repair\n- Mean time to repair: a mean.\n- Agent. See Clerk.\n- Clerk: a role.\n"
    found = built(tmp_path, terms_md=text)
    assert set(entries(found)) == {"Mean time to repair", "Agent", "Clerk"}
    assert abbreviations(found) == {"Mean time to repair": ["MTTR"]}


def test_entry_under_the_abbreviation_of_another_document_is_the_same_term(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a_md="# Terms\n\n- Mean time to repair (MTTR): an average.\n",
        b_md="# MTTR\n\nA metric of shops.\n",
    )
    assert definitions(found) == {"Mean time to repair": ["an average.", "A metric of shops."]}


def test_headings_in_a_run_of_terms_are_terms_though_they_announce_elsewhere(tmp_path: Path) -> None:
    terms = ("Activity", "Change", "Index", "Problem", "Release", "Incident", "Probe")
    text = "# Glossary\n\n" + "".join(f"## {term}\n\nA matter of {term.lower()}s.\n\n" for term in terms)
    assert set(entries(built(tmp_path, service_md=text))) == set(terms)


def test_senses_of_a_term_are_no_terms(tmp_path: Path) -> None:
    others = "".join(f"## {term}\n\nA matter of work.\n\n" for term in ("Branch", "Tree", "Blob"))
    text = f"# Words\n\n## Commit\n\nAs a noun: a point in time.\n\nAs a verb: to store one.\n\n{others}"
    assert set(entries(built(tmp_path, words_md=text))) == {"Commit", "Branch", "Tree", "Blob"}


WRITTEN_OUT = [
    ("- **FIFO** (First In, First Out): the oldest goods leave first.", "First In, First Out", ["FIFO"]),
    ("- **3PL** (Third-Party Logistics): a firm that stores and ships.", "Third-Party Logistics", ["3PL"]),
    ("- PPC: Power purchase contract - A deal on energy.", "Power purchase contract", ["PPC"]),
    ("- FPU: Floating-point unit. It adds and multiplies.", "Floating-point unit", ["FPU"]),
    ("- SOW: SOW stands for statement of work, a list of tasks.", "statement of work", ["SOW"]),
    ("- ASN.1, ASN1: A notation for types.", "ASN.1", ["ASN1"]),
    ("- Know your customer – KYC: checks of who a client is.", "Know your customer", ["KYC"]),
]


@pytest.mark.parametrize(("line", "label", "short"), WRITTEN_OUT)
def test_abbreviation_is_written_out_where_its_definition_does(
    tmp_path: Path, line: str, label: str, short: list[str]
) -> None:
    found = built(tmp_path, terms_md=f"# Terms\n\n{line}\n- Toil: work by hand.\n")
    assert abbreviations(found) == {label: short}


FIELDS = {
    "headings_md": (
        "# Data words\n\n## Active customer\n\n**Definition:** One who bought this year.\n**Abbreviation:** AC\n"
        "**Synonyms:** live account, current customer\n**Related terms:** Basket\n\n"
        "## Basket\n\n**Definition:** All goods of one purchase.\n**Example:** Bread and milk.\n"
    ),
    "records_txt": (
        "Term: Active customer\nAbbreviation: AC\nDefinition: One who bought this year.\n"
        "Synonyms: live account; current customer\nRelated: Basket\n\n"
        "Term: Basket\nDefinition: All goods of one purchase.\nExample: Bread and milk.\n"
    ),
    "items_md": (
        "# Data\n\n- **Term:** Active customer\n  - **Definition:** One who bought this year.\n  - **Acronym:** AC\n"
        "  - **Also known as:** live account, current customer\n  - **See also:** Basket\n"
        "- **Term:** Basket\n  - **Definition:** All goods of one purchase.\n"
    ),
    "behind_md": (
        "# Glossary\n\n- Active customer (AC): One who bought this year. Synonyms: live account, current customer. "
        "See also: Basket.\n- Basket: All goods of one purchase. Example: Bread and milk.\n"
    ),
}


@pytest.mark.parametrize("form", FIELDS)
def test_labelled_fields_say_what_a_table_would(tmp_path: Path, form: str) -> None:
    found = built(tmp_path, **{form: FIELDS[form]})
    assert definitions(found) == {
        "Active customer": ["One who bought this year."],
        "Basket": ["All goods of one purchase."],
    }
    assert abbreviations(found) == {"Active customer": ["AC"]}
    others = {text.value for text in entries(found)["Active customer"].alternatives}
    assert others == {"current customer", "live account"}
    assert ("Active customer", "related", "Basket") in triples(found)


def test_list_of_terms_one_of_which_is_term_is_no_record(tmp_path: Path) -> None:
    text = "# Words\n\n- Term: a word with a meaning.\n- Label: a word on a thing.\n- Definition: what a word means.\n"
    assert set(entries(built(tmp_path, words_md=text))) == {"Term", "Label", "Definition"}


VARIANTS = [
    ("Serverless", "Serverless computing is a way to run code.", ["Serverless computing"]),
    ("Version control", "Source control (or version control) is a practice.", ["Source control"]),
    ("Multitenancy", "Multi-tenancy refers to sharing.", ["Multi-tenancy"]),
    ("Distributed apps", "A distributed application is a program in parts.", ["distributed application"]),
    ("Product manager", "A senior product manager is a role.", []),
    ("Container image", "A container is a process.", []),
]


@pytest.mark.parametrize(("label", "sentence", "names"), VARIANTS)
def test_subject_of_the_definition_can_be_another_name(
    tmp_path: Path, label: str, sentence: str, names: list[str]
) -> None:
    found = entries(built(tmp_path, terms_md=f"# Glossary\n\n## {label}\n\n{sentence}\n"))
    assert [text.value for text in found[label].alternatives] == names


def test_variant_that_is_the_name_of_another_term_is_no_other_name(tmp_path: Path) -> None:
    text = "# Glossary\n\n## Serverless\n\nServerless computing is a way.\n\n## Serverless computing\n\nA field.\n"
    assert entries(built(tmp_path, terms_md=text))["Serverless"].alternatives == ()


def test_single_letter_in_brackets_is_part_of_the_name(tmp_path: Path) -> None:
    found = built(tmp_path, money_md="# Terms\n\n- 401(k): a plan to save.\n- Fund: money put aside.\n")
    assert set(entries(found)) == {"401(k)", "Fund"}


def test_definition_that_begins_with_other_names_gives_them(tmp_path: Path) -> None:
    text = "# Terms\n\n- Lifetime value (LTV): also called CLTV or CLV, is what a customer brings.\n- Toil: work.\n"
    assert abbreviations(built(tmp_path, terms_md=text))["Lifetime value"] == ["LTV", "CLTV", "CLV"]
