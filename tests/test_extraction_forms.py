"""Forms in which glossaries and role pages come: tables of terms, questions in lists, titles that ask, pointers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction_samples import built, triples

if TYPE_CHECKING:
    from pathlib import Path

    from rolegraph.extraction import Build


def labels(found: Build) -> set[str]:
    return {term.label.value for term in found.terms if not term.mention}


def asked(found: Build) -> list[tuple[str, str]]:
    return [(each.question.value, each.answer.value) for each in found.graph.questions()]


def test_table_of_terms_and_definitions_is_a_glossary(tmp_path: Path) -> None:
    table = "| Term | Abbreviation | Definition |\n|---|---|---|\n| Churn rate | CR | The share of customers lost. |\n"
    [term] = [term for term in built(tmp_path, terms_md=f"# Terms\n\n{table}").terms if not term.mention]
    assert (term.label.value, term.abbreviations[0].value) == ("Churn rate", "CR")
    assert term.definitions[0].value == "The share of customers lost."


def test_title_over_lines_with_colons_is_no_term(tmp_path: Path) -> None:
    text = "Words of the shop\n\nBackorder: goods not in stock.\n\nKitting (KT): packing as one.\n"
    assert labels(built(tmp_path, shop_txt=text)) == {"Backorder", "Kitting"}


def test_title_that_asks_names_the_term(tmp_path: Path) -> None:
    text = "# What is a dispatcher (DP)?\n\nA dispatcher is a role that plans trips.\n"
    assert labels(built(tmp_path, dispatcher_md=text)) == {"dispatcher"}


def test_questions_in_list_items_are_asked(tmp_path: Path) -> None:
    head = "# Nurse\n\nA nurse is a role.\n\n"
    text = head + "## FAQ\n\n1. **Who hires nurses?** Hospitals.\n2. Q: Is it hard? At times.\n"
    assert asked(built(tmp_path, nurse_md=text)) == [
        ("Who hires nurses?", "Hospitals."),
        ("Is it hard?", "At times."),
    ]


def test_line_of_rights_is_no_part_of_an_answer(tmp_path: Path) -> None:
    head = "# Nurse\n\nA nurse is a role.\n\n"
    text = head + "## FAQ\n\n### Is it hard?\n\nAt times.\n\n© 2024 A Ltd. All rights reserved.\n"
    found = built(tmp_path, nurse_md=text)
    assert asked(found) == [("Is it hard?", "At times.")]
    assert [skip.reason for skip in found.skipped] == ["notice of rights"]


def test_wrapped_item_of_a_plain_text_keeps_its_second_line(tmp_path: Path) -> None:
    text = "- Backorder: goods that are sold\n  but not in stock.\n- Kit: parts.\n"
    [first] = [term for term in built(tmp_path, shop_txt=text).terms if term.label.value == "Backorder"]
    assert first.definitions[0].value == "goods that are sold but not in stock."


def test_organisations_of_examples_employ_the_role_and_are_the_context(tmp_path: Path) -> None:
    head = "# Nurse\n\nA nurse is a role.\n\n"
    text = head + "## Examples\n\n- **Acme**: nurses own the night plan.\n- Globex and Initech\n"
    found = built(tmp_path, nurse_md=text)
    employers = {subject for subject, relation, _ in triples(found) if relation == "employs"}
    assert employers == {"Acme", "Globex", "Initech"}
    assert ("context", "at Acme") in {pair for each in found.evidence for pair in each.qualifiers}


def test_brackets_inside_a_head_stay(tmp_path: Path) -> None:
    assert labels(built(tmp_path, terms_md="- Net (new) revenue (NNR): a metric.\n- Kit: parts.\n")) == {
        "Net (new) revenue",
        "Kit",
    }


def test_mention_keeps_its_iri_whatever_its_spelling(tmp_path: Path) -> None:
    plural = built(tmp_path, a_md="# Nurse\n\nA nurse works with porters.\n")
    singular = built(tmp_path, b_md="# Nurse\n\nA nurse works with a porter.\n")
    iris = [{term.iri for term in found.terms if term.mention} for found in (plural, singular)]
    assert iris[0] == iris[1]


def test_text_too_long_for_a_sentence_is_reported(tmp_path: Path) -> None:
    text = "# Nurse\n\nA nurse is a role.\n\n" + "a nurse works with porters and " * 200 + "others.\n"
    assert [skip.line for skip in built(tmp_path, nurse_md=text).skipped] == [5]
