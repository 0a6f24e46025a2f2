"""Pages on one term and lists of terms as builders of sites and help desks make them."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries


def test_heads_of_articles_name_the_terms_of_a_page(tmp_path: Path) -> None:
    cards = "".join(
        f'<article class="term"><header><h3>{name}</h3>{short}</header><p>{told}</p></article>'
        for name, short, told in (
            ("Gross tonnage", '<span class="abbr">GT</span>', "The volume of a ship."),
            ("Length overall", '<span class="abbr">LOA</span>', "How long a ship is."),
            ("Mooring", "", "Making a ship fast."),
            ("Quay", "", "A wall beside the water."),
        )
    )
    graph = built(tmp_path, port_html=f"<main><h1>A–Z of the port</h1>{cards}</main>")
    assert definitions(graph)["Gross tonnage"] == ["The volume of a ship."]
    assert [name.value for name in entries(graph)["Length overall"].abbreviations] == ["LOA"]
    assert set(entries(graph)) == {"Gross tonnage", "Length overall", "Mooring", "Quay"}


def test_parts_that_name_the_title_among_other_words_are_parts_of_an_article(tmp_path: Path) -> None:
    page = (
        "<p>Port glossary</p><h1>Lightering</h1><p>Moving cargo from one ship to another at sea.</p>"
        "<h2>Why lightering matters</h2><p>Some ships are too deep for a port.</p>"
        "<h2>Lightering vs topping off</h2><p>Topping off fills a ship.</p><h2>Five ways to save time</h2><p>Plan.</p>"
    )
    graph = built(tmp_path, page_html=page)
    assert definitions(graph) == {"Lightering": ["Moving cargo from one ship to another at sea."]}


def test_what_a_site_bids_its_reader_is_no_term_in_other_languages(tmp_path: Path) -> None:
    terms = "".join(
        f"<h2>{name}</h2><p>Ein Ding am Kai.</p>" for name in ("Fender", "Kran", "Poller", "Winde")
    )
    page = f'<html lang="de"><h1>Hafen-Glossar</h1>{terms}<h2>Jetzt Termin vereinbaren</h2><p>Wir helfen.</p></html>'
    assert set(entries(built(tmp_path, hafen_html=page))) == {"Fender", "Kran", "Poller", "Winde"}


def test_name_in_another_country_is_another_name(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- Lorry: a vehicle for loads. In America: truck.\n- Quay: a wall beside the water.\n"
    )
    graph = built(tmp_path, words_md=text)
    assert [name.value for name in entries(graph)["Lorry"].alternatives] == ["truck"]


def test_titles_above_an_alphabet_of_terms_are_none_of_them(tmp_path: Path) -> None:
    text = (
        "PORT OF WHAY\nUseful Words for Visitors\n\nApron - The part of a quay behind the ship.\n"
        "Berth - A place for one ship.\nBollard - A post. (Also spelled bollart.)\nFairway - The channel for ships.\n"
        "Gantry - A large crane.\n"
    )
    graph = built(tmp_path, words_txt=text)
    assert set(entries(graph)) == {"Apron", "Berth", "Bollard", "Fairway", "Gantry"}
    assert [name.value for name in entries(graph)["Bollard"].alternatives] == ["bollart"]


def test_sections_beside_a_run_of_bold_terms_with_an_introduction_are_none(tmp_path: Path) -> None:
    text = (
        "# Your policy\n\n## Words with special meanings\n\nSome words have a meaning of their own.\n\n"
        "**Accident**\nSudden damage.\n\n**Excess**\nWhat you pay yourself.\n\n**Vessel**\nThe ship we insure.\n\n"
        "## Section 1: Hull cover\n\nWe pay for damage by storms.\n"
    )
    assert set(entries(built(tmp_path, policy_md=text))) == {"Accident", "Excess", "Vessel"}


def test_spanish_title_that_asks_what_it_is_heads_definitions(tmp_path: Path) -> None:
    text = "# Tasas\n\n| Concepto | Qué es |\n|---|---|\n| Muelle | Lugar para barcos |\n| Tasa | Lo que se paga |\n"
    assert definitions(built(tmp_path, factura_md=f"{text}| Amarre | Puesto de un barco |\n"))["Tasa"] == [
        "Lo que se paga"
    ]
