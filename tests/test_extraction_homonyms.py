"""Homonyms: one label for several things is several terms, and a name of several terms is never guessed at."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, classes, entries, labels, skips, triples

from rolegraph.cli.summary import summary
from rolegraph.extraction import Build, explain
from rolegraph.readers import find, read

FINANCE = "# Words\n\n- Bank: an institution that takes deposits and lends money.\n- Debt: a sum.\n"
RIVERS = "# Words\n\n- Bank: the sloping land beside a river.\n- Ferry: a boat.\n"


def banks(found: Build) -> dict[str, str]:
    """Give the labels of the terms that are called bank, with the last part of their IRIs."""
    return {label: iri for iri, label in labels(found).items() if label.startswith("Bank")}


def test_two_meanings_of_a_label_are_two_terms_with_qualified_labels(tmp_path: Path) -> None:
    found = built(tmp_path, finance_md=FINANCE, rivers_md=RIVERS)
    terms = {term.label.value: term for term in found.terms if term.label.value in banks(found)}
    assert {label: term.iri.rpartition("/")[2] for label, term in terms.items()} == {
        "Bank (finance)": "bank-finance",
        "Bank (rivers)": "bank-rivers",
    }
    assert [[text.value for text in term.alternatives] for term in terms.values()] == [["Bank"], ["Bank"]]
    assert all(len(term.definitions) == 1 for term in terms.values())


def test_both_meanings_are_told_with_their_places(tmp_path: Path) -> None:
    found = built(tmp_path, finance_md=FINANCE, rivers_md=RIVERS)
    (pair,) = found.homonyms
    assert (pair.label, pair.apart) == ("Bank", True)
    assert "'Bank (finance)' (finance.md:3) and 'Bank (rivers)' (rivers.md:3)" in summary(found)


@pytest.mark.parametrize(
    ("one", "other", "labelled"),
    [
        ("finance-glossary.md", "rivers-glossary.md", {"Bank (finance)", "Bank (rivers)"}),
        ("finance/glossary.md", "rivers/glossary.md", {"Bank (finance)", "Bank (rivers)"}),
        ("a.md", "b.md", {"Bank (institution)", "Bank (land)"}),
    ],
)
def test_qualifier_is_told_by_document_folder_or_genus(
    tmp_path: Path, one: str, other: str, labelled: set[str]
) -> None:
    found = built(
        tmp_path,
        **{
            name.replace("/", "__").replace(".", "_"): text
            for name, text in ((one, FINANCE), (other, RIVERS))
        },
    )
    assert set(banks(found)) == labelled


def test_qualifier_of_the_author_is_kept_and_tells_meanings_apart(tmp_path: Path) -> None:
    text = "# Words\n\n- Bank (money): a firm that lends.\n- Bank (river): the land at a river that floods.\n"
    assert set(banks(built(tmp_path, words_md=text))) == {"Bank (money)", "Bank (river)"}


def test_role_is_one_whatever_stands_behind_it_in_brackets(tmp_path: Path) -> None:
    text = "# Words\n\n- Clerk (Berlin): a role that keeps the files.\n- Clerk (Paris): a role that keeps the files.\n"
    assert [label for label in labels(built(tmp_path, words_md=text)).values() if "Clerk" in label] == [
        "Clerk"
    ]


def test_category_heading_tells_two_meanings_in_one_document_apart(tmp_path: Path) -> None:
    text = (
        "# Words\n\n## Money\n\n- Bank: an institution that takes deposits and lends.\n- Debt: a sum.\n\n"
        "## Water\n\n- Bank: the sloping land beside a river.\n- Ferry: a boat.\n"
    )
    assert set(banks(built(tmp_path, words_md=text))) == {"Bank (Money)", "Bank (Water)"}


@pytest.mark.parametrize(
    ("label", "first", "second"),
    [
        ("Offset", "a firm that rents our sheds", "the firm from which we rent"),
        ("Cue", "a signal for an action on stage", "a specific signal, such as a change of light"),
        ("Bay", "a company to which we let halls", "a firm that rents sheds"),
        ("Exit interview", "a talk with somebody who leaves", "questions put before departure"),
        ("Onboarding", "a practice", "what happens in the opening weeks"),
    ],
)
def test_two_wordings_of_one_thing_are_one_term(tmp_path: Path, label: str, first: str, second: str) -> None:
    there = f"# Words\n\n- {label}: {second}.\n- Ferry: a boat.\n"
    found = built(tmp_path, a_md=f"# Words\n\n- {label}: {first}.\n- Debt: a sum.\n", b_md=there)
    assert [len(term.definitions) for term in found.terms if term.label.value == label] == [2]


def test_other_name_in_common_makes_one_term(tmp_path: Path) -> None:
    one = FINANCE.replace("Bank:", "Bank (also called lending house):")
    other = RIVERS.replace("Bank:", "Bank (also called lending house):")
    assert set(banks(built(tmp_path, a_md=one, b_md=other))) == {"Bank"}


def test_where_it_is_open_whether_a_label_has_two_meanings_it_is_one_term_and_told(tmp_path: Path) -> None:
    there = "# Words\n\n- Exit interview: questions put before departure.\n- Ferry: a boat.\n"
    here = "# Words\n\n- Exit interview: a talk with somebody who leaves.\n- Debt: a sum.\n"
    found = built(tmp_path, a_md=here, b_md=there)
    assert [pair.apart for pair in found.homonyms] == [False]
    assert "'Exit interview' is defined in a.md:3 and b.md:3 in other words, and is one term" in summary(
        found
    )


def test_glossaries_that_agree_on_other_labels_are_of_one_field_and_it_is_open(tmp_path: Path) -> None:
    common = (
        "- Debit: money that leaves an account.\n- Loan: money that is lent.\n- Fee: what a customer pays.\n"
    )
    one = f"# Words\n\n{common}- Wear: the gradual decrease in value of a machine.\n"
    other = f"# Words\n\n{common}- Wear: how cost is spread over years.\n"
    found = built(tmp_path, books_md=one, banking_md=other)
    assert ("Wear" in entries(found), [pair.apart for pair in found.homonyms]) == (True, [False])


def test_entry_without_definition_is_that_of_its_document(tmp_path: Path) -> None:
    more = RIVERS + "\n## Related terms\n\n- Bank\n"
    found = built(tmp_path, finance_md=FINANCE, rivers_md=more)
    assert set(banks(found)) == {"Bank (finance)", "Bank (rivers)"}


def test_title_that_many_documents_share_is_no_homonym(tmp_path: Path) -> None:
    texts = ["red apples", "blue ladders", "green kettles", "loud trumpets", "cold winters", "tall towers"]
    documents = {
        f"d{number}_md": f"# Words\n\n- Summary: about {text} here.\n- Word{number}: a thing.\n"
        for number, text in enumerate(texts)
    }
    assert "Summary" in entries(built(tmp_path, **documents))


# --- which meaning a mention has -----------------------------------------------------------------------------------


def test_mention_has_the_meaning_of_its_document(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        finance_md=FINANCE + "- Teller: a role that reports to the bank and uses the bank.\n",
        rivers_md=RIVERS + "- Angler: a role that uses the bank.\n",
    )
    assert ("Teller", "uses", "Bank (finance)") in triples(found, "finance.md")
    assert ("Angler", "uses", "Bank (rivers)") in triples(found, "rivers.md")


def test_mention_has_the_meaning_of_its_folder(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        finance__bank_md="# Bank\n\nA bank is an institution that takes deposits and lends money.\n",
        rivers__bank_md="# Bank\n\nA bank is the sloping land beside a river.\n",
        rivers__angler_md="# Angler\n\nAn angler is a role. Anglers use the bank.\n",
    )
    assert ("Angler", "uses", "Bank (rivers)") in triples(found, "rivers/angler.md")


def test_mention_has_the_meaning_that_the_words_around_it_tell(tmp_path: Path) -> None:
    work = "# Angler\n\nAn angler is a role. Anglers use the bank of the river where the land slopes.\n"
    found = built(tmp_path, a__finance_md=FINANCE, b__rivers_md=RIVERS, c__angler_md=work)
    assert ("Angler", "uses", "Bank (rivers)") in triples(found, "c/angler.md")


def test_mention_that_nothing_tells_is_left_open_and_reported(tmp_path: Path) -> None:
    work = "# Angler\n\nAn angler is a role. Anglers use the bank.\n"
    found = built(tmp_path, a__finance_md=FINANCE, b__rivers_md=RIVERS, c__angler_md=work)
    assert all("Bank" not in end for triple in triples(found, "c/angler.md") for end in triple)
    reason = "'bank' can mean Bank (finance) (a/finance.md) or Bank (rivers) (b/rivers.md)"
    assert ("c/angler.md", 3, reason) in skips(found)
    assert [one.statement.object for one in found.unsettled] == ["bank"]


def test_pointer_to_a_homonym_has_the_meaning_of_its_document_or_is_left_open(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a__finance_md=FINANCE + "- Teller: a role. See also: Bank.\n",
        b__rivers_md=RIVERS,
        c__words_md="# Words\n\n- Angler: a role. See also: Bank.\n- Net: a tool.\n",
    )
    assert ("Teller", "related", "Bank (finance)") in triples(found, "a/finance.md")
    assert [one.quote.value for one in found.unsettled] == ["Bank"]


def test_pointer_by_the_whole_label_means_that_meaning(tmp_path: Path) -> None:
    words = "# Words\n\n- Angler: a role. See also: Bank (river).\n- Net: a tool.\n"
    text = "# Words\n\n- Bank (money): a firm that lends.\n- Bank (river): the land at a river that floods.\n"
    found = built(tmp_path, a__banks_md=text, c__words_md=words)
    assert ("Angler", "related", "Bank (river)") in triples(found, "c/words.md")


def test_class_of_a_homonym_is_told_by_its_definition_alone(tmp_path: Path) -> None:
    found = classes(built(tmp_path, finance_md=FINANCE, rivers_md=RIVERS))
    assert (found["Bank (finance)"], found["Bank (rivers)"]) == (["Organization"], [])


def test_ambiguous_abbreviation_has_the_meaning_that_the_words_around_it_tell(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a__house_md="# House\n\n- Air conditioning (AC): a system that cools rooms in summer.\n- Roof: a part.\n",
        b__team_md="# Team\n\n- Acceptance criteria (AC): conditions that a story must meet.\n- Story: a text.\n",
        c__porter_md="# Porter\n\nA porter is a role. Porters use the AC that cools the rooms.\n",
    )
    assert ("Porter", "uses", "Air conditioning") in triples(found, "c/porter.md")


def test_explanation_names_a_meaning_by_its_whole_label(tmp_path: Path) -> None:
    found = built(tmp_path, finance_md=FINANCE, rivers_md=RIVERS)
    (document,) = [read(*file) for file in find([str(tmp_path)]).files if file.name == "rivers.md"]
    assert "term Bank (rivers)" in [each.fate for each in explain(document, found)]
