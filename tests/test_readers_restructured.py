"""reStructuredText: Sphinx's glossary, definition lists, sections, tables, and the mark-up within lines."""

from __future__ import annotations

from outline import bold, linked, outline, spans

from rolegraph.readers import Document, read_bytes


def rst(*lines: str, name: str = "terms.rst") -> Document:
    return read_bytes("\n".join(lines).encode(), name)


def test_a_glossary_gives_a_pair_for_each_term_and_further_terms_are_its_other_names() -> None:
    document = rst(
        *("Words", "=====", "", ".. glossary::", "   :sorted:", ""),
        *("   Toil", "      Work by hand", "      that comes back.", ""),
        *("   Runbook", "   Playbook", "      Steps to take.", "", "      More of them."),
    )
    assert outline(document) == [
        "1 # Words",
        "7 Toil := Work by hand that comes back.",
        "11 Runbook = Playbook := Steps to take. := More of them.",
    ]


def test_roles_lead_to_terms_and_lose_their_marks() -> None:
    document = rst(
        *("Alert", "   What a :term:`pager <Pager duty>` shows, see `the manual"),
        *("   <https://m.example>`_ and **act** on ``ping``.",),
    )
    (_, text) = spans(document)
    assert text.text == "What a pager shows, see the manual and act on ping."
    assert linked(text) == [("pager", "#term-pager-duty"), ("the manual", "https://m.example")]
    assert bold(text) == ["act"]
    assert text.line_at(text.text.index("and")) == 3


def test_levels_of_sections_follow_the_order_of_their_rules() -> None:
    lines = ("=====", "Guide", "=====", "", "Part", "----", "", "Piece", "~~~~~", "", "Other", "-----")
    assert outline(rst(*lines)) == ["2 # Guide", "5 ## Part", "8 ### Piece", "11 ## Other"]


def test_remarks_code_and_pictures_are_left_out_and_notes_stay() -> None:
    document = rst(
        *(
            ".. a remark",
            "",
            ".. image:: a.png",
            "   :alt: none",
            "",
            ".. code-block:: sh",
            "",
            "   rm -r",
            "",
        ),
        *(".. note::", "", "   Keep this.", "", "Take::", "", "   not this", "", "The end."),
    )
    assert outline(document) == ["12 Keep this.", "14 Take:", "18 The end."]


def test_lists_of_lists_and_delimited_text_are_tables() -> None:
    document = rst(
        *(".. list-table::", "   :header-rows: 1", "", "   * - Term", "     - Meaning"),
        *("   * - Toil", "     - Work", "       by hand.", ""),
        *(".. csv-table::", '   :header: "Term", "Meaning"', "", '   "Pager", "Rings, often."'),
    )
    assert outline(document) == [
        "1 Term | Meaning / Toil | Work by hand.",
        "10 Term | Meaning / Pager | Rings, often.",
    ]


def test_items_keep_their_depth_and_targets_name_what_follows() -> None:
    document = rst("- one", "", "  - inner", "- two", "", ".. _Start Here:", "", "Toil", "   Work by hand.")
    assert outline(document) == ["1 - one", "3   - inner", "4 - two", "8 Toil := Work by hand."]
    assert document.blocks[-1].term.anchors == ("term-toil", "start here")  # type: ignore[union-attr]


def test_a_plain_text_with_a_glossary_of_sphinx_is_read_as_such() -> None:
    document = rst(".. glossary::", "", "   Toil", "      Work by hand.", name="terms.txt")
    assert outline(document) == ["3 Toil := Work by hand."]
