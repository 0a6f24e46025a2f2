"""Plain text: paragraphs, headings, lists and tables are told from lines alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from outline import bold, linked, outline, spans

from rolegraph.readers import Document, Heading, Item, Table, read, read_bytes

LONG = "A provider answers calls for others, day and night, in more than one language and time zone."


def text(*lines: str) -> Document:
    return read_bytes("\n".join(lines).encode(), "terms.txt")


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    assert outline(text("Call centre", LONG, LONG, "", LONG)) == [
        "1 ? Call centre",
        f"2 {LONG}",
        f"3 {LONG}",
        f"5 {LONG}",
    ]


def test_lines_broken_at_a_width_are_joined() -> None:
    document = text(
        "Call centre",
        "",
        "A provider of this kind answers calls for other firms, by day and",
        "by night. It pays its people for each hour that they are ready to",
        "take a call.",
        "",
        "  - Agents take the calls and note what each of the callers wanted",
        "    to know, or buy.",
        "  - Team leaders listen in, and now and then they help a beginner",
        "    with a hard one.",
        "",
        "    They plan shifts too.",
    )
    assert outline(document) == [
        "1 ? Call centre",
        "3 A provider of this kind answers calls for other firms, by day and by night. It pays its people for "
        "each hour that they are ready to take a call.",
        "7 - Agents take the calls and note what each of the callers wanted to know, or buy.",
        "9 - Team leaders listen in, and now and then they help a beginner with a hard one. + They plan shifts too.",
    ]
    assert spans(document)[1].starts == ((0, 3), (66, 4), (132, 5))


def test_a_broken_line_with_an_open_end_goes_on() -> None:
    assert outline(text("Time for training, leave and", "meetings.")) == [
        "1 Time for training, leave and meetings."
    ]


def test_an_entry_does_not_go_on_with_the_one_above() -> None:
    document = text(
        "Agent: a person who takes the calls of those who buy from a firm and",
        "notes down what each of them wanted, so that others can look it up.",
        "Helpdesk: a centre for the people of a firm who have trouble with a",
        "thing that they need in their work.",
    )
    assert [span.line for span in spans(document)] == [1, 3]


def test_a_rule_parts_entries() -> None:
    assert outline(text("Agent: takes calls", "-" * 40, "Helpdesk: helps", "-" * 40)) == [
        "1 Agent: takes calls",
        "3 Helpdesk: helps",
    ]


def test_short_lines_head_longer_ones() -> None:
    lines = ("Glossary", "FAQ", "What is a call centre?", LONG, "How it works:", LONG)
    assert outline(text(*lines)) == [
        "1 ? Glossary",
        "2 ? FAQ",
        "3 ? What is a call centre?",
        f"4 {LONG}",
        "5 ? How it works",
        f"6 {LONG}",
    ]


@pytest.mark.parametrize("below", ["- item", "1. item", "| a | b |"])
def test_short_lines_head_lists_and_tables(below: str) -> None:
    assert isinstance(text("Skills", "", below).blocks[0], Heading)


def test_a_run_of_short_lines_is_no_run_of_headings() -> None:
    assert outline(text("Home", "About", "Blog", "Contact")) == ["1 Home", "2 About", "3 Blog", "4 Contact"]
    assert outline(text("Home", "About", "Blog", "Call centre", LONG)) == [
        "1 Home",
        "2 About",
        "3 Blog",
        "4 ? Call centre",
        f"5 {LONG}",
    ]


def test_the_last_line_heads_nothing() -> None:
    assert outline(text("Call centre", LONG, "", "", "Imprint", "")) == [
        "1 ? Call centre",
        f"2 {LONG}",
        "5 Imprint",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It is so.",
        "Work, play;",
        "SLA: a promise",
        "SLA - a promise",
        "The skills are:",
        "Skills include:",
        "***",
    ],
)
def test_sentences_entries_and_lead_ins_are_no_headings(line: str) -> None:
    assert not any(isinstance(block, Heading) for block in text(line, LONG).blocks)


def test_capitals_are_headings() -> None:
    assert outline(text("KEY TERMS - PART 1", "Agents", "Clients")) == [
        "1 ? KEY TERMS - PART 1",
        "2 Agents",
        "3 Clients",
    ]


def test_marked_headings_keep_their_levels() -> None:
    lines = ("# Terms", "Title", "=====", "Part", "-----", "1. Scope", LONG, "1.2 More scope", LONG, "#tag")
    assert outline(text(*lines)) == [
        "1 # Terms",
        "2 # Title",
        "4 ## Part",
        "6 ? Scope",
        f"7 {LONG}",
        "8 ? More scope",
        f"9 {LONG}",
        "10 #tag",
    ]


@pytest.mark.parametrize("indent", ["", "\t", "    "])
def test_a_term_line_heads_its_definition_line(indent: str) -> None:
    lines = ("SLA", f"{indent}Service level agreement", "", "KPI", f"{indent}Key performance indicator")
    assert outline(text(*lines)) == [
        "1 ? SLA",
        "2 Service level agreement",
        "4 ? KPI",
        "5 Key performance indicator",
    ]


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–", "·", "‣", "◦", "+", "•\t"])
def test_bullets_of_every_kind_are_items(bullet: str) -> None:
    assert outline(text(f"{bullet} calls", f"{bullet} mail")) == ["1 - calls", "2 - mail"]


@pytest.mark.parametrize("number", ["1.", "1)", "(1)", "a)", "ii)"])
def test_numbers_of_every_kind_are_ordered_items(number: str) -> None:
    assert outline(text(f"{number} calls", f"{number} mail")) == ["1 1. calls", "2 1. mail"]


@pytest.mark.parametrize(
    "line", ["1990s were good.", "-5 degrees were measured.", "3.5 hours is long.", "*bold* it is."]
)
def test_what_only_begins_like_an_item_is_none(line: str) -> None:
    assert not any(isinstance(block, Item) for block in text(line).blocks)


def test_items_are_nested_by_their_indent() -> None:
    lines = (
        "* calls",
        "   ◦ sales",
        "   ◦ help",
        "      - first line",
        "* mail",
        "  Read by night.",
        "",
        "* chat",
    )
    assert outline(text(*lines)) == [
        "1 - calls",
        "2   - sales",
        "3   - help",
        "4     - first line",
        "5 - mail + Read by night.",
        "8 - chat",
    ]


@pytest.mark.parametrize(
    ("lines", "table"),
    [
        (["| Term | Class |", "|---|---|", "| PM | role |"], "1 Term | Class / PM | role"),
        (["Term | Class", "---- | ----", "PM | role"], "1 Term | Class / PM | role"),
        (["| PM | role |", "| a \\| b |"], "1  / PM | role / a | b"),
        (
            ["+----+------+", "| PM | role |", "+====+======+", "| QA | team |", "+----+------+"],
            "1 PM | role / QA | team",
        ),
        (["PM\trole", "QA\tteam"], "1  / PM | role / QA | team"),
        (["PM\t\trole", "QA team\tteam"], "1  / PM | role / QA team | team"),
        (["PM\t\trole", "QA\ta\tteam"], "1  / PM |  | role / QA | a | team"),
        (
            ["PM    role", "QA    team that", "      tests", "Support   team"],
            "1  / PM | role / QA | team that tests / Support | team",
        ),
        (["PM  role\t\tsenior", "QA  team\t own\t\tjunior"], "1  / PM | role senior / QA | team own junior"),
        (["Term  Class", "----  -----", "PM    role"], "1 Term | Class / PM | role"),
    ],
    ids=[
        "pipes",
        "open pipes",
        "pipes without header",
        "grid",
        "tabs",
        "runs of tabs",
        "tabs with an empty cell",
        "columns",
        "columns with as many tabs as it takes",
        "ruled columns",
    ],
)
def test_tables_of_every_kind(lines: list[str], table: str) -> None:
    document = text(*lines)
    assert outline(document) == [table]
    assert isinstance(document.blocks[0], Table)


def test_mark_up_in_a_text_is_taken_out() -> None:
    document = text(
        "**PM**: runs *loops*, see [CRM](/crm/) and [[KPO|knowledge work]], `x`, 2 * 3 * 4, a_b_c."
    )
    [span] = spans(document)
    assert span.text == "PM: runs loops, see CRM and knowledge work, x, 2 * 3 * 4, a_b_c."
    assert bold(span) == ["PM"]
    assert linked(span) == [("CRM", "/crm/"), ("knowledge work", "KPO")]


def test_the_seed_article_has_its_sections(shared: Path) -> None:
    [path] = (shared / "seeds").glob("*.txt")
    document = read(str(path), path.name)
    headings = [block.span.text for block in document.blocks if isinstance(block, Heading)]
    assert headings[:6] == [
        "Product manager",
        "Definition",
        "Product manager",
        "How it works",
        "Examples",
        "Related terms",
    ]
    assert headings[6] == "FAQ"
    assert [heading.endswith("?") for heading in headings[7:]] == [True] * 6
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in table.rows] == [3] * 6
    assert sum(isinstance(block, Item) for block in document.blocks) == 7
    assert not isinstance(document.blocks[-1], Heading)
    assert all(len(span.starts) == 1 for span in spans(document))


def test_definitions_that_hang_beside_their_terms_are_pairs() -> None:
    document = text(
        *("TERMS", "", "toil            work by hand that can be", "                automated", ""),
        *("mean time to repair", "                an average", "", "runbook         steps to take"),
    )
    assert outline(document)[1:] == [
        "3 toil := work by hand that can be automated",
        "6 mean time to repair := an average",
        "9 runbook := steps to take",
    ]


def test_lines_that_a_pipe_ends_are_cells_one_below_the_other() -> None:
    names = ("Quay", "Tug", "Dock", "Crane")
    lines = [line for name in names for line in (f"{name} |", f"A thing called {name.lower()} in a port. |")]
    (table,) = text(*lines).blocks
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == list(names)
