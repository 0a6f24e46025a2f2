"""What print and post leave in a plain text is no content: heads and numbers of pages, heads of e-mails and memos."""

from __future__ import annotations

from outline import outline

from rolegraph.readers import Document, read_bytes


def text(*lines: str) -> Document:
    return read_bytes("\n".join(lines).encode(), "terms.txt")


def test_heads_and_numbers_of_pages_are_dropped_and_a_broken_sentence_goes_on() -> None:
    document = text(
        "Quay Rules 2024",
        "",
        "Berth: a place where a ship can lie while its cargo is taken",
        "off and the crew has leave, for as long as the harbour",
        "",
        "                          Page 1 of 2",
        "Quay Rules 2024",
        "",
        "master allows it to stay there and no ship waits for the place.",
        "",
        "                          Page 2 of 2",
    )
    assert outline(document) == [
        "3 Berth: a place where a ship can lie while its cargo is taken off and the crew has leave, for as long as "
        "the harbour master allows it to stay there and no ship waits for the place."
    ]
    assert [(line, reason) for line, _, reason in document.dropped] == [
        (1, "head of pages"),
        (6, "number of a page"),
        (7, "head of pages"),
        (11, "number of a page"),
    ]


def test_line_that_stands_beside_one_page_only_is_content() -> None:
    document = text(
        "Berth", "A place for a ship.", "", "Page 1", "", "Crane", "A machine that lifts.", "", "Page 2"
    )
    assert [line for line, _, _ in document.dropped] == [4, 9]


def test_head_signature_and_quotes_of_an_e_mail_are_dropped() -> None:
    document = text(
        "From: Harbour desk",
        "To: all",
        "Subject: words",
        "",
        "* Berth - a place for a ship",
        "",
        "-- ",
        "Harbour desk",
        "> On Monday somebody wrote:",
    )
    assert outline(document) == ["5 - Berth - a place for a ship"]


def test_one_line_like_the_head_of_an_e_mail_is_content() -> None:
    assert not text("Date: the day on which a ship is due", "Berth: a place for a ship").dropped


def test_lines_at_both_margins_on_top_are_the_head_of_a_memo() -> None:
    document = text(
        "Harbour Group                        Quay House",
        "Draft                                Harbour Master",
        "Status: open                         March 2024",
        "",
        "A berth is a place for a ship.",
    )
    assert len(document.dropped) == 0  # in two columns
    document = text(
        "Harbour Group                        Quay House",
        "Draft                            Harbour Master",
        "Status: open                         March 2024".replace("  March", "March"),
        "",
        "A berth is a place for a ship.",
    )
    assert outline(document) == ["5 A berth is a place for a ship."]


def test_number_of_a_clause_before_a_gap_marks_an_item() -> None:
    document = text("2.1   Berth – a place for a ship.", "2.2   Crane – a machine that lifts.")
    assert outline(document) == ["1 1. Berth – a place for a ship.", "2 1. Crane – a machine that lifts."]


def test_numbered_titles_above_texts_further_in_are_headings() -> None:
    document = text(
        "1.  Introduction",
        "",
        "   This memo tells what the words mean.",
        "",
        "2.  Words of the quay",
        "",
        "   Berth:  A place for a ship.",
    )
    assert outline(document) == [
        "1 ? Introduction",
        "3 This memo tells what the words mean.",
        "5 ? Words of the quay",
        "7 Berth:  A place for a ship.",
    ]


def test_numbered_titles_in_capitals_are_headings_wherever_the_texts_stand() -> None:
    document = text(
        "1. MEANING", "", "A berth is a place.", "", "2. PARTS OF IT", "", "  (a) Bollard. A post."
    )
    assert outline(document) == [
        "1 ? MEANING",
        "3 A berth is a place.",
        "5 ? PARTS OF IT",
        "7 1. Bollard. A post.",
    ]


def test_line_that_its_items_go_on_with_is_no_heading() -> None:
    document = text("Berth", "", "Berths usually", "", "- lie in ports", "- have bollards")
    assert outline(document)[1:] == ["3 Berths usually", "5 - lie in ports", "6 - have bollards"]


def test_page_in_two_columns_is_read_column_by_column() -> None:
    rows = [
        ("BERTH. A place where a", "FENDER. A soft cushion"),
        ("ship can lie.", "between ship and quay."),
        ("", ""),
        ("CRANE. A machine that", "QUAY. A wall beside the"),
        ("lifts heavy loads.", "water of a port."),
        ("", ""),
        ("DOCK. A basin with", "WINCH. A drum that winds"),
        ("gates at its end.", "a heavy rope."),
    ]
    document = text(*(f"{left:<30}{right}" for left, right in rows))
    assert outline(document) == [
        "1 BERTH. A place where a ship can lie.",
        "4 CRANE. A machine that lifts heavy loads.",
        "7 DOCK. A basin with gates at its end.",
        "1 FENDER. A soft cushion between ship and quay.",
        "4 QUAY. A wall beside the water of a port.",
        "7 WINCH. A drum that winds a heavy rope.",
    ]


def test_terms_and_texts_with_a_gap_between_them_may_stand_below_a_title() -> None:
    document = text(
        "Harbour words",
        "Quay Group                                               May 2024",
        "",
        "These are no advice.",
        "",
        "Berth  A place for a ship.",
        "Bollard  A post for ropes.",
        "Crane  A machine that lifts.",
        "Gangway  A bridge to a ship.",
        "Fender  A cushion.",
        "Lighter  A small barge.",
        "Winch  A drum for ropes.",
    )
    assert outline(document)[-7:][0] == "6 Berth := A place for a ship."
    assert not any("May 2024" in line and ":=" in line for line in outline(document))


def test_numbered_terms_with_dots_before_their_texts_are_definitions() -> None:
    words = ("Berth", "Bollard", "Crane", "Dock", "Fender")
    lines = [f" {n}) {word} ........ something on the quay" for n, word in enumerate(words, 1)]
    document = text("Words of the quay", "", *lines, "", "Chair: A. B.        Secretary: vacant")
    assert [line for line in outline(document) if ":=" in line] == [
        f"{n} {word} := something on the quay" for n, word in enumerate(words, 3)
    ]


def test_quoted_terms_with_texts_hanging_beside_them_are_definitions_below_heads_of_pages() -> None:
    document = text(
        "Tender 2024-3                                          Page 1",
        "",
        '"Berth"                 A place for a ship, with the right to lie there for',
        "                        a day.",
        '"Crane"                 A machine that lifts.',
        '"Fender"                A cushion between ship',
        "                        and quay.",
        '"Quay"                  A wall.',
    )
    assert [line.partition(" := ")[0] for line in outline(document)] == [
        '3 "Berth"',
        '5 "Crane"',
        '6 "Fender"',
        '8 "Quay"',
    ]


def test_heads_of_pages_that_end_in_a_number_are_dropped() -> None:
    document = text(
        "PORT TARIFF",
        "Quay Group Ltd                             7",
        "",
        "Berth: a place for a ship.",
        "",
        "PORT TARIFF",
        "Quay Group Ltd                             8",
        "",
        "Crane: a machine.",
    )
    assert outline(document) == ["4 Berth: a place for a ship.", "9 Crane: a machine."]


def test_two_columns_may_stand_further_in_as_a_whole() -> None:
    document = text(
        "       PORT UNION",
        "",
        "  Berth            A place for a ship, with",
        "                   a crane.",
        "",
        "  Crane            A machine that",
        "                   lifts.",
    )
    assert outline(document)[-2:] == [
        "3 Berth := A place for a ship, with a crane.",
        "6 Crane := A machine that lifts.",
    ]
