"""Forms in which sites, wikis, note-taking tools and tables give their terms."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries, triples


def test_tag_that_several_cards_have_is_no_term(tmp_path: Path) -> None:
    cards = "".join(
        f'<div class="card"><h3>{name}</h3><span class="tag">{tag}</span><p>{text}</p></div>'
        for name, tag, text in (
            ("Bevel", "Edge", "A sloping edge."),
            ("Dado", "Joint", "A groove across the grain."),
            ("Mitre", "Joint", "A corner cut at half a right angle."),
            ("Round-over", "Edge", "An edge with a soft curve."),
        )
    )
    graph = built(tmp_path, wood_html=f"<h1>Woodwork glossary</h1><p>Words of the shop.</p>{cards}")
    assert set(entries(graph)) == {"Bevel", "Dado", "Mitre", "Round-over"}


def test_items_with_labelled_parts_are_terms_whatever_the_title_says(tmp_path: Path) -> None:
    text = (
        "# Sailing words you need to know\n\nNew to boats? Here are the words that matter.\n\n"
        "1. **Halyard**\n   - *Definition:* A rope that hoists a sail.\n   - *Synonyms:* hoist line (UK)\n\n"
        "2. **Leech**\n   - *Definition:* The back edge of a sail.\n\n"
        "3. **Sheet**\n   - *Definition:* A rope that trims a sail.\n   - *Related:* Halyard\n\n"
        "> ⚓ **Pro tip:** Never cleat a sheet!\n\n## Let's talk\n\nWrite to the club.\n"
    )
    graph = built(tmp_path, sails_md=text)
    assert set(entries(graph)) == {"Halyard", "Leech", "Sheet"}
    assert [name.value for name in entries(graph)["Halyard"].alternatives] == ["hoist line"]


def test_dokuwiki_page_has_headings_and_items(tmp_path: Path) -> None:
    text = (
        "====== Pottery Glossary ======\n\n~~NOTOC~~\n\n===== A–M =====\n\n"
        "  * **Bat** (throwing board) -- a disc on which a pot is thrown.\n"
        "  * **Glaze** -- a //glass// coat on a pot. Same as enamel coat.\n\n===== N–Z =====\n\n"
        '  * **PCE** -- a cone that bends in the heat (short for "pyrometric cone equivalent").\n'
        "  * **Slip** -- clay thinned with water, see [[start:glaze|Glaze]].\n"
    )
    graph = built(tmp_path, pots_txt=text)
    told = {label: [n.value for n in term.alternatives] for label, term in entries(graph).items()}
    assert told == {
        "Bat": ["throwing board"],
        "Glaze": ["enamel coat"],
        "Slip": [],
        "PCE": ["pyrometric cone equivalent"],
    }
    assert definitions(graph)["Bat"] == ["a disc on which a pot is thrown."]


def test_encyclopaedia_begins_without_a_verb(tmp_path: Path) -> None:
    text = (
        "deodand\nlaw\n\nWritten by the Editors\nTable of Contents\nAsk us\n\nRelated Topics: forfeit, tort\n\n"
        "deodand, a thing that had caused a death and was forfeited to the crown. It was sold for alms.\n\n"
        "The deodand goes back to the Middle Ages. Deodands were abolished in 1846.\n\nCite\nShare\n"
    )
    graph = built(tmp_path, page_txt=text)
    assert set(entries(graph)) == {"deodand"}
    assert definitions(graph)["deodand"][0].startswith("deodand, a thing")


def test_list_of_terms_within_an_article_has_entries_of_its_own(tmp_path: Path) -> None:
    text = (
        "# Falconry\n\nFalconry is the art of hunting with birds. Falconry was a sport of kings.\n\n"
        "## History\n\nFalconry came to Europe early.\n\n## Key terms\n\n"
        "- Creance: a long line for training a bird\n- Jess: a strap on the leg of a bird\n"
        "- Mews: a house for hawks\n"
    )
    graph = built(tmp_path, falconry_md=text)
    assert set(entries(graph)) == {"Falconry", "Creance", "Jess", "Mews"}


def test_note_with_aliases_on_top_is_an_article_on_its_title(tmp_path: Path) -> None:
    text = (
        "---\naliases:\n  - inner speech\ntags: [mind]\n---\n# Self-talk\n\n"
        "**Self-talk** is what people say to themselves.\n\nUp: [[Thinking]]\nSee also: [[Rumination]]\n"
    )
    graph = built(tmp_path, note_md=text)
    assert {label: [n.value for n in t.alternatives] for label, t in entries(graph).items()} == {
        "Self-talk": ["inner speech"]
    }
    assert ("Self-talk", "related", "Rumination") in triples(graph)


def test_letter_above_the_first_rows_titles_no_column(tmp_path: Path) -> None:
    rows = (
        "<tr><td colspan=2><b>A</b></td></tr><tr><td><b>Adit</b></td><td>A level way into a mine.</td></tr>"
        "<tr><td colspan=2><b>S</b></td></tr><tr><td><b>Shaft</b></td><td>An upright way into a mine.</td></tr>"
        "<tr><td><b>Stope</b></td><td>A place where ore is dug.</td></tr>"
    )
    page = (
        '<center><h2>Mining glossary</h2><a href="i.html">Home</a> | <a href="c.html">The club</a> | '
        f'<a href="l.html">Links</a></center><table>{rows}</table>'
    )
    assert set(entries(built(tmp_path, mine_html=page))) == {"Adit", "Shaft", "Stope"}


def test_answers_define_without_their_mark(tmp_path: Path) -> None:
    text = (
        "# Words of a bakery\n\n**Q: What is a banneton?**\nA: A banneton is a basket for dough.\n\n"
        "**Q: What is a lame?**\nA: A blade that scores a loaf.\n\n**Q: Do I need one?**\nA: Not really.\n"
    )
    assert definitions(built(tmp_path, faq_md=text)) == {
        "banneton": ["A banneton is a basket for dough."],
        "lame": ["A blade that scores a loaf."],
    }


def test_relations_by_the_ids_of_other_rows(tmp_path: Path) -> None:
    rows = (
        "term_id;term;broader_id;definition\nT1;vessel;;A hollow thing.\nT2;jug;T1;A vessel with a handle.\n"
        "T3;cup;T1;A small vessel.\n"
    )
    stated = triples(built(tmp_path, vessels_csv=rows))
    assert {("jug", "broader", "vessel"), ("cup", "broader", "vessel")} <= stated


def test_lines_of_links_alone_are_related_terms(tmp_path: Path) -> None:
    text = (
        "# Tontine\n\nA tontine is a fund that the last survivor gets.\n\n### See also\n\n"
        "[Annuity](annuity.md)\n[Lottery](lottery.md)\n"
    )
    graph = built(tmp_path, tontine_md=text)
    assert {name.casefold() for name in entries(graph)} == {"tontine"}
    assert {end for _, relation, end in triples(graph) if relation == "related"} == {"Annuity", "Lottery"}


def test_line_that_introduces_definition_pairs_is_no_term(tmp_path: Path) -> None:
    pairs = "".join(
        f"<dt>{name}</dt><dd>{text}</dd>"
        for name, text in (
            ("Alm", "Weide im Gebirge."),
            ("Käser", "Wer Käse macht."),
            ("Senn", "Wer eine Alm bewirtschaftet."),
        )
    )
    page = f'<html lang="de"><h1>Alm-Lexikon</h1><p>Von Alm bis Senn: Hier stehen die Begriffe.</p><dl>{pairs}</dl>'
    assert set(entries(built(tmp_path, alm_html=page))) == {"Alm", "Käser", "Senn"}


def test_act_says_the_meaning_of_quoted_terms(tmp_path: Path) -> None:
    text = (
        "Ferries Act 1899\n\nPART I\n\n1. Short title\n\nThis Act may be cited as the Ferries Act 1899.\n\n"
        "2. Interpretation\n\n(1) In this Act, unless the context otherwise requires—\n\n"
        '"ferry" includes a raft and a rope boat;\n\n'
        '"ferryman", in relation to a ferry, means the person who works it;\n\n'
        '"toll" means a charge for the use of a ferry, and "free day" means a day without tolls.\n\n'
        "(2) A reference to a section is to a section of this Act.\n\n3. Duty to carry\n\n"
        "A ferryman shall carry mail.\n"
    )
    assert set(entries(built(tmp_path, act_txt=text))) == {"ferry", "ferryman", "toll", "free day"}


def test_source_term_and_target_term_are_terms(tmp_path: Path) -> None:
    rows = (
        "Source term;Target term;Definition\nwharf;muelle;A wall at which ships load.\n"
        "crane;grúa;A machine that lifts loads.\nbarge;gabarra;A flat boat for goods.\n"
    )
    assert set(entries(built(tmp_path, words_csv=rows))) == {"wharf", "crane", "barge"}


def test_headings_below_one_that_announces_are_its_items(tmp_path: Path) -> None:
    text = (
        "# Firing\n\nFiring is a process that hardens clay.\n\n## Stages of firing\n\n### Candling\n\nWater leaves.\n\n"
        "### Soaking\n\nThe heat is held.\n\n## Benefits of firing\n\n### Harder pots\n\nFired pots last.\n\n"
        "## Tools\n\n### For the kiln\n\n- Cones\n"
    )
    stated = triples(built(tmp_path, firing_md=text))
    assert {("Candling", "partOf", "Firing"), ("Soaking", "partOf", "Firing")} <= stated
    assert {end for one, relation, end in stated if (one, relation) == ("Firing", "supports")} == {
        "harder pots"
    }
    assert {end for one, relation, end in stated if (one, relation) == ("Firing", "uses")} == {"cones"}
