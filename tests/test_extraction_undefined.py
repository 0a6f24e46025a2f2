"""Terms that a glossary lists without a text, tables of labels and values, and what stands above a list of terms."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries, skips, triples

NAMES = ("Actor", "Bench", "Clerk", "Desk", "Entry", "File", "Gate")


def listed(pattern: str) -> str:
    """Write seven names in the order of the alphabet, each second one with a text."""
    return "\n".join(
        pattern.format(name, f"A thing that is number {place} here." if place % 3 else "")
        for place, name in enumerate(NAMES, 1)
    )


def test_headings_without_a_text_are_terms_where_all_stand_in_their_alphabet(tmp_path: Path) -> None:
    text = "# Glossary\n\n" + listed("## {}\n\n{}\n")
    assert set(entries(built(tmp_path, a_md=text))) == set(NAMES)


def test_headings_without_a_text_are_none_where_no_order_says_so(tmp_path: Path) -> None:
    text = "# Glossary\n\n## Gate\n\nA way in.\n\n## Other things\n\n## Desk\n\nA table.\n\n## Actor\n\nOne who acts.\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"Gate", "Desk", "Actor"}


def test_bare_lines_among_pairs_are_terms_where_all_stand_in_their_alphabet(tmp_path: Path) -> None:
    lines = [line.rstrip(" -") for line in listed("{} - {}").split("\n")]
    found = built(tmp_path, a_txt="\n\n".join(lines))
    assert set(entries(found)) == set(NAMES)
    assert {name for name, texts in definitions(found).items() if not texts} == {"Clerk", "File"}


def test_words_of_sections_are_terms_where_the_alphabet_has_their_place(tmp_path: Path) -> None:
    names = ("Milestone", "Out of scope", "Plan", "Requirements", "Risk", "Skills", "Task")
    text = "# Glossary\n\n" + "\n".join(f"## {name}\n\nWhat teams write down.\n" for name in names)
    assert set(entries(built(tmp_path, a_md=text))) == set(names)


def test_a_table_of_labels_and_values_tells_of_its_heading(tmp_path: Path) -> None:
    table = "| Field | Value |\n|---|---|\n| Preferred term | Gate |\n| Synonyms | door |\n| Definition | A way in. |\n"
    text = f"# Words\n\n## Gate\n\n{table}| Related terms | Desk |\n\n## Desk\n\nA table to write at.\n"
    found = built(tmp_path, a_md=text)
    assert definitions(found)["Gate"] == ["A way in."]
    assert triples(found) == {("Gate", "related", "Desk"), ("Desk", "broader", "table")} or (
        "Gate",
        "related",
        "Desk",
    ) in triples(found)


def test_pairs_above_the_title_are_no_terms(tmp_path: Path) -> None:
    text = "Version: **2.1**\nOwner: **Desk team**\n\n# Glossary of gates\n\n## Gate\n\nA way.\n\n## Desk\n\nA table.\n"
    found = built(tmp_path, a_md=text)
    assert set(entries(found)) == {"Gate", "Desk"}
    assert any("above the title" in each for each in map(str, found.skipped))


def test_arrows_point_at_terms_and_steps_do_not(tmp_path: Path) -> None:
    text = (
        "# Words\n\n- Gate: a way in that the -> Desk watches.\n- Desk: a table (→ Gate).\n"
        "- Order: lead → offer → gate.\n- Offer: a price.\n"
    )
    related = {each for each in triples(built(tmp_path, a_md=text)) if each[1] == "related"}
    assert {frozenset((one, other)) for one, _, other in related} == {frozenset(("Gate", "Desk"))}


def test_links_lead_to_headings_by_all_of_their_words(tmp_path: Path) -> None:
    text = "# Words\n\n## Gate (G1)\n\nA way in.\n\n## Desk\n\nA table near a [gate](#gate-g1).\n"
    assert ("Desk", "related", "Gate") in triples(built(tmp_path, a_md=text))


def test_several_terms_above_one_text_are_names_of_one(tmp_path: Path) -> None:
    text = "Client\nCustomer\n:   A person who buys.\n\nVendor\n:   A person who sells.\n"
    found = built(tmp_path, a_md=text)
    assert definitions(found) == {"Client": ["A person who buys."], "Vendor": ["A person who sells."]}


def test_calls_and_addresses_are_no_terms(tmp_path: Path) -> None:
    text = "# Sigles\n\n* Gate : a way in\n* Desk : a table\n* Ask us : desk@example.org\n\n## Join in!\n\nDo more.\n"
    found = built(tmp_path, a_md=text)
    assert set(entries(found)) == {"Gate", "Desk"}
    assert skips(found)


def test_an_en_dash_without_spaces_parts_terms_where_most_lines_have_one(tmp_path: Path) -> None:
    text = "# Words\n\n- Gate–a way into a yard\n- Desk–a table to write at\n- Bench–a seat for two people\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"Gate", "Desk", "Bench"}


def test_first_of_a_run_of_bold_terms_is_a_term_and_no_title(tmp_path: Path) -> None:
    text = "\n---\n".join(f"**{name}**  \nWhat teams write down here." for name in NAMES)
    assert set(entries(built(tmp_path, a_md=text))) == set(NAMES)


def test_a_sentence_above_the_tables_of_a_glossary_is_no_term(tmp_path: Path) -> None:
    table = "| Term | Meaning |\n|---|---|\n| Gate | A way in. |\n| Desk | A table. |\n"
    text = f"# Glossary\n\nWords that we share. **The manual** has more.\n\n## Yard\n\n{table}"
    assert set(entries(built(tmp_path, a_md=text))) == {"Gate", "Desk"}


def test_a_file_called_glossary_is_one_whatever_its_title(tmp_path: Path) -> None:
    ways = "## Ways\n\nWhere one goes.\n\n### Gate\n\nA way in.\n\n### Lane\n\nA road.\n\n"
    groups = f"{ways}## Rest\n\n### Desk\n\nA table.\n"
    text = f"---\ntitle: What the words mean\n---\n\nWords that we share are listed here.\n\n{groups}"
    assert set(entries(built(tmp_path, glossary_md=text))) == {"Gate", "Lane", "Desk"}


def test_links_lead_to_headings_by_the_name_in_braces(tmp_path: Path) -> None:
    text = "# Words\n\n## People born abroad {#abroad}\n\nA group.\n\n## Desk\n\nA table near [people](#abroad).\n"
    assert ("Desk", "related", "People born abroad") in triples(built(tmp_path, a_md=text))


def test_items_that_are_one_link_are_no_terms(tmp_path: Path) -> None:
    text = "# Words\n\n- **Gate:** a way in.\n- **Desk:** a table.\n- [Manual: the gate](gate.md)\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"Gate", "Desk"}


def test_two_hyphens_part_terms_in_a_plain_text(tmp_path: Path) -> None:
    text = "Gate -- A way in.\n    It is locked.\nDesk -- a table to write at\nFile -- A set of papers\n"
    assert set(entries(built(tmp_path, a_txt=text))) == {"Gate", "Desk", "File"}


def test_codes_of_emoji_are_left_out(tmp_path: Path) -> None:
    text = "# Words\n\n## Gate\n\n:flag\\_um: A way in at 10:30:45.\n\n## Desk\n\nA table.\n"
    assert definitions(built(tmp_path, a_md=text))["Gate"] == ["A way in at 10:30:45."]
