"""Glossaries whose form is unusual: fields in any order, forms that stand side by side, rare separators and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, triples

if TYPE_CHECKING:
    from pathlib import Path

    from rolegraph.extraction import Build


def terms(found: Build) -> set[str]:
    return {term.label.value for term in found.terms if not term.mention}


def defined(found: Build) -> dict[str, str]:
    return {t.label.value: t.definitions[0].value for t in found.terms if not t.mention and t.definitions}


def names(found: Build, label: str) -> list[str]:
    [term] = [term for term in found.terms if term.label.value == label]
    return [name.value for name in (*term.abbreviations, *term.alternatives)]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (2, 0, 1), (1, 0, 2)])
def test_labelled_fields_are_records_in_any_order(
    tmp_path: Path, order: tuple[int, int, int], between: str
) -> None:
    fields = [
        ("Abbreviation: PUR", "Term: Purchaser", "Definition: Somebody who buys goods."),
        ("Abbreviation: SUP", "Term: Supplier", "Definition: A firm that sells goods."),
    ]
    text = between.join("\n".join(record[place] for place in order) for record in fields) + "\n"
    found = built(tmp_path, fields_txt=text)
    assert defined(found) == {
        "Purchaser": "Somebody who buys goods.",
        "Supplier": "A firm that sells goods.",
    }
    assert names(found, "Purchaser") == ["PUR"]


def test_record_without_its_first_field_begins_at_the_blank_line(tmp_path: Path) -> None:
    text = "Abbreviation: PUR\nTerm: Purchaser\nDefinition: Buys.\n\nTerm: Supplier\nDefinition: Sells.\n"
    text += "\nAbbreviation: CA\nTerm: Carrier\nDefinition: Moves.\n"
    assert defined(built(tmp_path, fields_txt=text)) == {
        "Purchaser": "Buys.",
        "Supplier": "Sells.",
        "Carrier": "Moves.",
    }


def test_items_that_are_fields_fill_the_entry_above_them(tmp_path: Path) -> None:
    text = (
        "# Cards\n\n### Acquirer\n\n- **See also:** Issuer\n- **Definition:** A bank that takes payments.\n\n"
    )
    text += "### Issuer\n\n- **Definition:** A bank that gives cards.\n"
    found = built(tmp_path, cards_md=text)
    assert defined(found) == {
        "Acquirer": "A bank that takes payments.",
        "Issuer": "A bank that gives cards.",
    }
    assert ("Acquirer", "related", "Issuer") in triples(found)


def test_first_stanza_is_a_term_though_its_definition_repeats_a_word_of_it(tmp_path: Path) -> None:
    text = "Cycle time\nThe time between an order and its delivery.\n\nBackorder\nAn order without stock.\n\n"
    text += "Fill rate\nThe share of orders that are filled at once.\n"
    assert terms(built(tmp_path, words_txt=text)) == {"Cycle time", "Backorder", "Fill rate"}


def test_plain_article_with_bare_headings_stays_one_article(tmp_path: Path) -> None:
    text = "Purchase ledger\nA purchase ledger is a record of what is owed.\n\nHow clerks keep it\n"
    text += "Each bill is written down.\n\nWhere it is kept\nMost firms keep it in a system.\n"
    assert terms(built(tmp_path, ledger_txt=text)) == {"Purchase ledger"}


def test_items_beside_pairs_and_tables_of_terms_are_terms(tmp_path: Path) -> None:
    pairs = "<dl><dt>Clerk</dt><dd>Files papers.</dd><dt>Teller</dt><dd>Counts notes.</dd></dl>"
    rows = "<tr><td>Float</td><td>Notes on the way.</td></tr><tr><td>Margin</td><td>The rest.</td></tr>"
    items = "<li><strong>Lead</strong>: Somebody who may buy.</li><li><strong>Quota</strong>: A goal.</li>"
    table = f"<table><tr><th>Term</th><th>Definition</th></tr>{rows}</table>"
    page = f"<h1>Words</h1><h2>Staff</h2>{pairs}<h2>Tills</h2>{table}<h2>Sales</h2><ul>{items}</ul>"
    found = built(tmp_path, page_html=f"<html><body>{page}</body></html>")
    assert terms(found) == {"Clerk", "Teller", "Float", "Margin", "Lead", "Quota"}


def test_bold_heads_with_colons_part_a_paragraph(tmp_path: Path) -> None:
    page = "<h1>Glossar</h1><p><b>Akkord</b>: Lohn nach Menge. <b>Prämie</b>: Lohn für gute Arbeit.</p>"
    found = built(tmp_path, page_html=f"<html lang='de'><body>{page}</body></html>")
    assert defined(found) == {"Akkord": "Lohn nach Menge.", "Prämie": "Lohn für gute Arbeit."}


def test_bold_label_in_a_paragraph_begins_no_term(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n**Churn**: Customers lost. **Synonyms:** turnover\n\n**Kit**: Parts. **Note:** rare.\n"
    )
    assert terms(built(tmp_path, words_md=text)) == {"Churn", "Kit"}


@pytest.mark.parametrize("sign", ["—", "; "])
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_sign_that_parts_each_line_parts_term_and_definition(tmp_path: Path, sign: str, ending: str) -> None:
    mark = "- " if ending == "md" else ""
    lines = [f"Ticket{sign}a request", f"Queue{sign}a row of tickets", f"Agent{sign}one who answers"]
    found = built(tmp_path, **{f"words_{ending}": "".join(f"{mark}{line}\n" for line in lines)})
    assert defined(found) == {
        "Ticket": "a request",
        "Queue": "a row of tickets",
        "Agent": "one who answers",
    }


def test_dash_in_a_definition_parts_no_pair(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Kit: parts—all of them.\n- Bin: a box—open; small.\n- Rack: a shelf—high.\n"
    assert terms(built(tmp_path, words_md=text)) == {"Kit", "Bin", "Rack"}


def test_numbers_of_clauses_are_no_part_of_the_terms(tmp_path: Path) -> None:
    text = "# Glossary\n\n2.1 Counter-offer – an offer in return.\n\n2.1.1 Low bid – a small offer.\n"
    assert terms(built(tmp_path, words_md=text)) == {"Counter-offer", "Low bid"}


def test_head_can_end_with_a_shortened_word(tmp_path: Path) -> None:
    text = (
        "---\nlang: es\n---\n# Glosario\n\nDirector de RR. HH.: persona que dirige.\n\nNómina: una lista.\n"
    )
    assert terms(built(tmp_path, palabras_md=text)) == {"Director de RR. HH.", "Nómina"}


@pytest.mark.parametrize(
    ("language", "entry", "label", "other"),
    [
        ("en", "Stock clerk: Somebody who keeps stock. Formerly called stockman.", "Stock clerk", "stockman"),
        ("en", "Carrier: A firm that moves goods. Previously known as haulier.", "Carrier", "haulier"),
        ("en", "Shipper, previously known as forwarder: a firm that sends goods.", "Shipper", "forwarder"),
        ("en", "Net promoter score, or NPS: a figure of praise.", "Net promoter score", "NPS"),
        ("de", "Lagerist: Jemand, der das Lager führt. Früher: Magaziner.", "Lagerist", "Magaziner"),
        (
            "fr",
            "Magasinier : personne qui tient le stock. Anciennement : garde-magasin.",
            "Magasinier",
            "garde-magasin",
        ),
        (
            "es",
            "Almacenero: persona que cuida el almacén. Antes: guardalmacén.",
            "Almacenero",
            "guardalmacén",
        ),
    ],
)
def test_former_or_second_name_is_another_name(
    tmp_path: Path, language: str, entry: str, label: str, other: str
) -> None:
    found = built(tmp_path, words_md=f"---\nlang: {language}\n---\n# Glossary\n\n{entry}\n\nAlpha: a beta.\n")
    assert names(found, label) == [other]


def test_irregular_plural_and_its_singular_are_one_term(tmp_path: Path) -> None:
    found = built(
        tmp_path, a_md="- Criteria: the points to weigh.\n", b_md="- Criterion: a point to weigh.\n"
    )
    assert len(terms(found)) == 1


def test_footnote_is_no_term(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Intake: the start of care.[^1]\n- Triage: sorting.\n\n[^1]: Footnote: in some wards.\n"
    found = built(tmp_path, care_md=text)
    assert terms(found) == {"Intake", "Triage"}
    assert ("Footnote: in some wards.", "footnote") in [(skip.text, skip.reason) for skip in found.skipped]


def test_pointer_for_more_points_to_the_term(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Discharge: Leaving care.\n- Ward: See [[Discharge]] for more.\n"
    text += "- Bed: See Discharge for details.\n"
    found = built(tmp_path, care_md=text)
    pointers = {triple for triple in triples(found) if triple[1] in ("related", "synonymOf")}
    assert pointers == {("Ward", "related", "Discharge"), ("Bed", "related", "Discharge")}
