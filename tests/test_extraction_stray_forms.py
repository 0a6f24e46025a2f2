"""Glossaries as tools, offices and sites leave them: exports of term bases, toggles, labels of plug-ins, memos."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries, triples


def names(folder: Path, **documents: str) -> dict[str, list[str]]:
    """Give the other names of each entry of some documents."""
    found = entries(built(folder, **documents))
    return {label: sorted(name.value for name in term.alternatives) for label, term in found.items()}


def test_column_that_repeats_is_the_group_beside_columns_called_by_languages(tmp_path: Path) -> None:
    rows = "".join(
        f"{n};Quay;{en};{told};{de}\n"
        for n, (en, told, de) in enumerate(
            (
                ("berth", "place where a ship lies", "Liegeplatz"),
                ("crane", "machine that lifts loads", "Kran"),
                ("fender", "cushion between ship and quay", "Fender"),
                ("winch", "drum that winds a rope", "Winde"),
            )
        )
    )
    graph = built(tmp_path, base_csv=f"Entry Number;Subject;English;English Definition;German\n{rows}")
    assert set(entries(graph)) == {"berth", "crane", "fender", "winch"}


def test_words_we_use_is_the_title_of_a_list(tmp_path: Path) -> None:
    toggles = "".join(
        f"<details><summary><b>{name}</b></summary><p>{told}</p></details>"
        for name, told in (
            ("Berth", "Where a ship lies."),
            ("Crane", "It lifts."),
            ("Fender", "It cushions."),
        )
    )
    graph = built(
        tmp_path, page_html=f"<h1>Words we use on the quay</h1><p>Tell us of new words.</p>{toggles}"
    )
    assert set(entries(graph)) == {"Berth", "Crane", "Fender"}


def test_names_below_a_label_with_a_colon_are_other_names(tmp_path: Path) -> None:
    page = (
        "<h1>Berth</h1><p>A place where a ship can lie.</p><div>Synonyms: </div>mooring place, quay place"
        "<h3>Related terms</h3><ul><li>Crane</li></ul>"
    )
    assert names(tmp_path, berth_html=page) == {"Berth": ["mooring place", "quay place"]}


def test_section_called_terminology_is_the_list_of_a_memo(tmp_path: Path) -> None:
    memo = (
        "                Terms of the quay\n\nAbstract\n\n   This memo tells what words mean.\n\n1.  Introduction\n\n"
        "   Words differ from port to port.\n\n2.  Terminology\n\n   Berth:  A place for a ship.\n\n"
        "   Crane:  A machine that lifts.\n\n   Fender:  A cushion between ship and quay.\n\n"
        "3.  Safety Considerations\n\n   Cranes can fall.\n"
    )
    assert set(entries(built(tmp_path, memo_txt=memo))) == {"Berth", "Crane", "Fender"}


def test_title_of_a_lexicon_behind_a_dash_is_no_entry(tmp_path: Path) -> None:
    text = "Hafen Auental – Hafenlexikon\n\nLiegeplatz\nWo ein Schiff liegt.\n\nKran\nMaschine zum Heben.\n\n"
    assert set(entries(built(tmp_path, lexikon_txt=text + "Poller\nPfosten für die Leinen.\n"))) == {
        "Liegeplatz",
        "Kran",
        "Poller",
    }


def test_german_text_may_begin_with_a_verb_and_end_with_a_name(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- **Stauung**: Liegt vor, wenn Schiffe auf einen Liegeplatz warten.\n"
        "- **Liegegeld**: Entgelt für die Zeit am Kai; auch Kaigeld.\n- **Kran**: Maschine, die Lasten hebt.\n"
    )
    graph = built(tmp_path, hafen_md=text)
    assert definitions(graph)["Stauung"] == ["Liegt vor, wenn Schiffe auf einen Liegeplatz warten."]
    assert not [each for each in triples(graph) if each[0] == "Stauung" and each[1] == "broader"]
    assert [name.value for name in entries(graph)["Liegegeld"].alternatives] == ["Kaigeld"]


def test_opening_page_of_a_folder_is_no_entry(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        README_md="# Welcome\n\nThese pages tell of the port.\n",
        berth_md="# Berth\n\nA berth is a place for a ship.\n",
    )
    assert set(entries(graph)) == {"Berth"}


def test_text_of_a_page_beside_its_menu_in_a_table_is_read(tmp_path: Path) -> None:
    page = (
        "<table><tr><td colspan=2><b>Quay dictionary</b></td></tr><tr><td><a href=a>A</a> <a href=b>B</a><br><br>"
        "<b>Nearby words</b><br><a href=c>Crane</a></td><td><h2>berth</h2><p><i>noun</i></p>"
        "<p>a place where a ship can lie.</p><p><b>See also:</b> <a href=d>fender</a></p></td></tr></table>"
    )
    graph = built(tmp_path, page_html=page)
    assert definitions(graph) == {"berth": ["a place where a ship can lie."]}
    assert triples(graph) >= {("berth", "related", "fender")}


def test_lettered_definitions_of_an_annex_stand_beside_a_table(tmp_path: Path) -> None:
    text = (
        "# Annex 1. Definitions and abbreviations\n\nIn this contract:\n\n"
        "1. **Berth**: a place for a ship.\n2. **Crane**: a machine that lifts.\n3. **Fender**: a cushion.\n\n"
        "# Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| GT | Gross tonnage |\n| LOA | Length overall |\n"
        "| TEU | Twenty-foot equivalent unit |\n"
    )
    found = entries(built(tmp_path, contract_md=text))
    assert {"Berth", "Crane", "Fender", "Gross tonnage"} <= set(found)


def test_entries_below_any_key_of_a_yaml_file_are_terms(tmp_path: Path) -> None:
    text = "version: 2\nhints:\n" + "".join(
        f"  {name}:\n    title: {name.title()}\n    body: Some {told} on the quay.\n"
        for name, told in (("berth", "place"), ("crane", "machine"), ("fender", "cushion"))
    )
    assert definitions(built(tmp_path, app_yaml=text))["Berth"] == ["Some place on the quay."]


def test_first_column_of_metrics_holds_the_terms_of_a_sheet(tmp_path: Path) -> None:
    sheet = (
        "Metric,Short name,How we count it,Formula owner\n"
        "Berth use,BU,Hours with a ship at the berth by all hours,Harbour desk\n"
        "Crane rate,CR,Boxes that a crane moves in an hour of work,Yard team\n"
        "Gate time,-,Minutes from the arrival of a lorry until it leaves,Yard team\n"
    )
    graph = built(tmp_path, figures_csv=sheet)
    assert definitions(graph)["Gate time"] == ["Minutes from the arrival of a lorry until it leaves"]
    assert ("yard team", "responsibleFor", "Crane rate") in {
        (subject.lower(), relation, name) for subject, relation, name in triples(graph)
    }


def test_line_that_tells_how_long_a_page_is_read_defines_nothing(tmp_path: Path) -> None:
    text = "# Berth\n\nGlossary · Ports · 4 min\n\nA berth is a place for a ship.\n\n## Uses\n\nShips lie there.\n"
    assert definitions(built(tmp_path, berth_md=text)) == {"Berth": ["A berth is a place for a ship."]}


def test_language_of_a_template_gives_way_to_that_of_the_text(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><h1>Glosario</h1><dl><dt>Muelle</dt><dd>Lugar en el que se carga y descarga un barco. '
        "También llamado embarcadero.</dd><dt>Grúa</dt><dd>Máquina con la que se levanta la carga de los barcos."
        "</dd><dt>Amarra</dt><dd>Cuerda con la que un barco se sujeta al muelle.</dd></dl></html>"
    )
    assert names(tmp_path, palabras_html=page)["Muelle"] == ["embarcadero"]


def test_name_and_its_abbreviation_in_one_bracket_are_both_names(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Demurrage (late vessel charge, LVC): a sum for late ships.\n- Crane: a machine.\n"
    assert names(tmp_path, words_md=text)["Demurrage"] == ["late vessel charge"]


def test_german_short_pointer_behind_a_comma_relates(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- **Kaigeld**: Entgelt für den Platz am Kai, s. Liegegeld.\n"
        "- **Liegegeld**: Entgelt für die Zeit am Kai.\n- **Kran**: Maschine, die Lasten hebt.\n"
    )
    assert triples(built(tmp_path, hafen_md=text)) >= {("Kaigeld", "related", "Liegegeld")}


def test_cells_and_items_that_say_nobody_and_nothing_name_nothing(tmp_path: Path) -> None:
    sheet = "Role,Tools,Reports to,Members\nClerk,Ledger,none,-\nPorter,Does not use,nobody,No vendors\n"
    graph = built(tmp_path, roles_csv=sheet)
    assert triples(graph) == {("Clerk", "uses", "Ledger")}


def test_deed_with_nothing_is_no_duty(tmp_path: Path) -> None:
    text = "# Roles\n\n## Clerk\n\nThe clerk uses no tools.\n\n## Responsibilities\n\n- Files letters\n"
    assert ("Clerk", "responsibleFor", "using no tools") not in triples(built(tmp_path, clerk_md=text))


def test_column_of_questions_holds_the_terms(tmp_path: Path) -> None:
    sheet = (
        "number,short_description,text,meta\n"
        "K1,What is a berth?,A berth is a place for a ship.,quay\n"
        "K2,What is a crane?,A crane is a machine that lifts.,lift\n"
        "K3,What is a fender?,A fender is a cushion between ship and quay.,soft\n"
    )
    assert set(entries(built(tmp_path, base_csv=sheet))) == {"berth", "crane", "fender"}


def test_named_texts_between_tags_are_entries_and_lists_of_models_are_none(tmp_path: Path) -> None:
    text = "{% docs berth %}\nA place for a ship.\n{% enddocs %}\n\n{% docs crane %}\nA machine.\n{% enddocs %}\n"
    models = (
        "version: 2\nmodels:\n  - name: fct_ships\n    description: One row per ship.\n    columns:\n"
        "      - name: ship_id\n"
    )
    assert set(entries(built(tmp_path, words_md=text, schema_yml=models))) == {"berth", "crane"}


def test_links_to_pages_of_the_glossary_relate_whatever_stands_above_them(tmp_path: Path) -> None:
    text = (
        "# Berth\n\nA berth is a place for a ship.\n\n## Rules\n\nShips pay by the hour.\n\n## Further reading\n\n"
        "- [Crane](/glossary/crane)\n- [Fender](/glossary/fender/)\n\nTalk to us: [write](/contact)\n"
    )
    graph = built(tmp_path, berth_md=text)
    assert {each for each in triples(graph) if each[1] == "related"} == {
        ("Berth", "related", "Crane"),
        ("Berth", "related", "Fender"),
    }
    below = "# Berth\n\nA berth is a place for a ship.\n\n**Read next:** [Crane](/terms/crane) | [Quay](/terms/quay)\n"
    assert ("Berth", "related", "Quay") in triples(built(tmp_path / "b", berth_md=below))
    posts = "# Berth\n\nA berth is a place for a ship.\n\n## Further reading\n\n- [Crane news](/blog/crane)\n"
    assert not [each for each in triples(built(tmp_path / "c", berth_md=posts)) if each[1] == "related"]


def test_remark_below_terms_in_bold_is_no_entry(tmp_path: Path) -> None:
    words = ("Anchor", "Berth", "Crane", "Dock", "Fender", "Gangway")
    text = "# Quay words\n\n" + "\n\n".join(f"**{word}** Something on the quay." for word in words)
    graph = built(tmp_path, words_md=f"{text}\n\nCamp rules: no swimming. Lights out at ten.\n")
    assert set(entries(graph)) == set(words)


def test_what_some_call_a_thing_is_another_name(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- Berth: a place for a ship. Some call it a mooring.\n"
        "- Quay: a wall. People also speak of a wharf.\n"
    )
    assert names(tmp_path, words_md=text) == {"Berth": ["mooring"], "Quay": ["wharf"]}


def test_team_leader_is_a_role_among_others(tmp_path: Path) -> None:
    text = "Jobs on the quay\n\nCrane driver\nLifts boxes.\n\nTeam leader\nPlans shifts.\n\nYard clerk\nCounts boxes.\n"
    assert "Team leader" in entries(built(tmp_path, jobs_txt=text))


def test_heading_that_tells_a_thing_in_brief_names_it(tmp_path: Path) -> None:
    text = (
        "# Amarrage : définition, avantages et exemples\n\nTemps de lecture : 5 min | Mis à jour le 2 mai 2024\n\n"
        "## L'amarrage en bref\n\nL'amarrage consiste à attacher un navire à un quai.\n\n"
        "## Quels sont les risques ?\n\nUne corde peut rompre.\n"
    )
    graph = built(tmp_path, page_md=text)
    assert definitions(graph) == {"Amarrage": ["L'amarrage consiste à attacher un navire à un quai."]}


def test_question_that_sets_things_side_by_side_heads_an_entry_for_each(tmp_path: Path) -> None:
    text = (
        "# Tug, barge and lighter (LTR): which one?\n\nPorts use all three.\n\n"
        "## Tug\n\nA tug is a boat that pulls.\n\n## Barge\n\n"
        "A barge is a boat without an engine.\n\n## Lighter (LTR)\n\nAn LTR is a small barge.\n\n"
        "## Side by side\n\nAll float.\n\n## Conclusion\n\nTake the one that is there.\n"
    )
    assert set(entries(built(tmp_path, page_md=text))) == {"Tug", "Barge", "Lighter"}


def test_lines_above_the_one_title_of_a_page_are_no_entries(tmp_path: Path) -> None:
    text = "**Article:** KB-2 **Audience:** Staff\n\n# Berth\n\nA place for a ship.\n\n## Rules\n\nShips pay dues.\n"
    assert definitions(built(tmp_path, kb_md=text)) == {"Berth": ["A place for a ship."]}


def test_paragraph_of_a_law_is_no_term_and_its_definitions_are(tmp_path: Path) -> None:
    text = (
        "§ 12.3 Definitions.\n\nAs used here:\n\nBerth means a place for a ship.\n\n"
        "Crane means a machine that lifts.\n\nFender means a cushion.\n\n§ 12.4 Permits.\n\nA ship needs a permit.\n"
    )
    assert set(entries(built(tmp_path, law_txt=text))) == {"Berth", "Crane", "Fender"}


def test_abbreviations_alone_in_front_of_their_full_names_are_entries_line_by_line(tmp_path: Path) -> None:
    text = (
        "*Acronyms of the quay*\n\n`BOL` Bill of lading\n`GTC` Gate time cost\n`LOA` Length overall\n"
        "`QCR` Quay crane rate\n"
    )
    found = entries(built(tmp_path, quay_md=text))
    assert {"Bill of lading", "Gate time cost", "Quay crane rate"} <= set(found)


def test_long_other_name_of_a_spanish_term_is_read(tmp_path: Path) -> None:
    text = (
        "# Glosario\n\n- **Modelo 9**: declaración de los barcos. También se conoce como declaración de llegada de los "
        "barcos.\n- **Muelle**: lugar para los barcos.\n- **Grúa**: máquina que levanta la carga.\n"
    )
    assert names(tmp_path, palabras_md=text)["Modelo 9"] == ["declaración de llegada de los barcos"]


def test_table_with_a_column_of_terms_and_one_of_texts_needs_no_other_title(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{told}</td></tr>"
        for name, told in (
            ("Berth", "The place on the quay where a ship lies."),
            ("Crane", "The machine that lifts boxes off a ship."),
            ("Fender", "The cushion between a ship and the quay."),
        )
    )
    page = f"<h1>Port</h1><table><tr><th>Term</th><th>What we say of it here</th></tr>{rows}</table>"
    assert set(entries(built(tmp_path, port_html=page))) == {"Berth", "Crane", "Fender"}


def test_source_and_target_with_languages_are_columns_of_terms(tmp_path: Path) -> None:
    sheet = (
        "Source (en-GB);Target (de-DE);Definition\nberth;Liegeplatz;place where a ship lies\n"
        "crane;Kran;machine that lifts loads\nwinch;Winde;drum that winds a rope\n"
    )
    assert set(entries(built(tmp_path, memory_csv=sheet))) == {"berth", "crane", "winch"}


def test_german_contract_says_what_quoted_terms_mean(tmp_path: Path) -> None:
    text = (
        "1 Begriffe\n\n„Kai“ meint jede Mauer am Wasser.\n„Schiff“ ist, was schwimmt und Ladung trägt.\n"
        "„Liegezeit“ bezeichnet die Zeit am Kai.\n\n2 Gebühren\n\nFür jede Stunde ist eine Gebühr zu zahlen.\n"
    )
    assert set(entries(built(tmp_path, vertrag_txt=text))) == {"Kai", "Schiff", "Liegezeit"}


def test_related_terms_in_pairs_are_related_and_glossed(tmp_path: Path) -> None:
    page = (
        "<h1>Berth</h1><p>A berth is a place for a ship.</p><h2>Related terms</h2><dl><dt>Crane</dt>"
        "<dd>A crane is a machine that lifts.</dd><dt>Fender</dt><dd>A fender is a cushion.</dd></dl>"
    )
    graph = built(tmp_path, berth_html=page)
    assert triples(graph) >= {("Berth", "related", "Crane"), ("Berth", "related", "Fender")}
    assert definitions(graph)["Crane"] == ["A crane is a machine that lifts."]


def test_headings_without_a_number_beside_numbered_terms_are_none(tmp_path: Path) -> None:
    terms = "".join(
        f"<h3>{n}. {name}</h3><p>Something on the quay.</p>"
        for n, name in enumerate(("Anchor", "Berth", "Crane", "Dock", "Fender"), 1)
    )
    page = f"<h1>Port terms: 5 words</h1><h3>Free port plan</h3><p>Fill out the form.</p>{terms}"
    graph = built(tmp_path, port_html=f"{page}<h2>Start now</h2><p>Keep this page.</p>")
    assert set(entries(graph)) == {"Anchor", "Berth", "Crane", "Dock", "Fender"}


def test_text_that_leaves_its_term_out_may_go_on_with_a_clause(tmp_path: Path) -> None:
    text = "# Berth\n\nA place that has a crane and a date.\n\nEvery berth has a number.\n"
    assert definitions(built(tmp_path, berth_md=text)) == {"Berth": ["A place that has a crane and a date."]}


def test_what_a_german_name_is_short_for_is_its_full_name(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- **Kaigeld**: Kurz für Kailiegegeld: Entgelt für den Platz am Kai.\n"
        "- **Kran**: Maschine, die Lasten hebt.\n- **Poller**: Pfosten für die Leinen.\n"
    )
    assert names(tmp_path, hafen_md=text)["Kaigeld"] == ["Kailiegegeld"]


def test_stop_and_dash_part_a_term_from_its_text(tmp_path: Path) -> None:
    text = "Vocabulary\n\nBerth. - A place for a ship.\n\nCrane. - A machine that lifts.\n\nDry dock. - A basin.\n"
    assert set(entries(built(tmp_path, words_txt=text))) == {"Berth", "Crane", "Dry dock"}


def test_summaries_beside_descriptions_are_the_terms_of_an_export(tmp_path: Path) -> None:
    sheet = (
        "Issue key,Summary,Description,Labels,Reporter\nGLO-1,Berth,A place where a ship can lie.,quay,amira\n"
        "GLO-2,Crane,A machine that lifts heavy loads.,lift,amira\nGLO-3,Fender,A cushion beside a ship.,quay,jo\n"
    )
    assert set(entries(built(tmp_path, export_csv=sheet))) == {"Berth", "Crane", "Fender"}


def test_line_in_brackets_that_only_names_a_term_defines_nothing(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n## Berth\n\n(also: mooring place)\n\nA place for a ship.\n\n"
        "## Crane\n\nA machine.\n\n## Quay\n\nA wall.\n"
    )
    graph = built(tmp_path, words_md=text)
    assert definitions(graph)["Berth"] == ["A place for a ship."]
    assert [name.value for name in entries(graph)["Berth"].alternatives] == ["mooring place"]


def test_german_question_behind_the_word_definition_is_answered_by_the_definition(tmp_path: Path) -> None:
    text = (
        "# Liegezeit\n\n## Definition: Was ist Liegezeit?\n\nUnter Liegezeit versteht man die Zeit am Kai. "
        "Früher hieß sie Kaizeit.\n\n## Fristen\n\nZwei Tage.\n\n## Das könnte Sie auch interessieren\n\n"
        "- [Liegegeld](/lexikon/liegegeld)\n"
    )
    graph = built(tmp_path, liegezeit_md=text)
    assert definitions(graph)["Liegezeit"][0].startswith("Unter Liegezeit versteht man")
    assert [name.value for name in entries(graph)["Liegezeit"].alternatives] == ["Kaizeit"]
    assert ("Liegezeit", "related", "Liegegeld") in triples(graph)


def test_names_of_blocks_and_pictures_before_terms_are_no_part_of_them(tmp_path: Path) -> None:
    text = "# Glossary\n\n## Berth\n^berth\nA place for a ship. ^one\n\n## Crane\nA machine.\n\n## Quay\nA wall.\n"
    assert definitions(built(tmp_path, words_md=text))["Berth"] == ["A place for a ship."]
    text = "# Port words\n\n👉 **Berth** = a place for a ship.\n\n👉 **Crane** = a machine.\n\n👉 **Quay** = a wall.\n"
    assert set(entries(built(tmp_path / "b", words_md=text))) == {"Berth", "Crane", "Quay"}


def test_shortened_title_of_a_column_may_end_with_a_stop(tmp_path: Path) -> None:
    sheet = (
        "TÉRMINO,ABREV.,DEFINICIÓN\nTonelaje bruto,TB,Volumen de un barco\n"
        "Eslora total,ET,Largo de un barco\nManga,,Ancho\n"
    )
    graph = built(tmp_path, palabras_csv=sheet)
    assert [name.value for name in entries(graph)["Tonelaje bruto"].abbreviations] == ["TB"]


def test_levels_in_columns_of_their_own_are_one_tree(tmp_path: Path) -> None:
    sheet = (
        "Level 1,Level 2,Level 3,Definition\nPort,,,Where ships call\nPort,Quay,,A wall beside the water\n"
        "Port,Quay,Berth,A place for a ship\nPort,Yard,,A place for boxes\n"
    )
    graph = built(tmp_path, tree_csv=sheet)
    assert set(entries(graph)) == {"Port", "Quay", "Berth", "Yard"}
    assert definitions(graph)["Berth"] == ["A place for a ship"]


def test_bold_terms_with_dashes_in_one_paragraph_are_entries(tmp_path: Path) -> None:
    page = (
        "<h1>Port terms</h1><p><b>Berth</b> -- A place for a ship. <b>Crane</b> -- A machine. <b>Dock</b> -- A basin."
        "</p><p><b>Fender</b> -- A cushion. <b>Quay</b> -- A wall.</p><p>Office hours: Monday to Friday, 8 to 4.</p>"
    )
    assert set(entries(built(tmp_path, port_html=page))) == {"Berth", "Crane", "Dock", "Fender", "Quay"}


def test_name_that_a_term_is_short_for_is_read_once(tmp_path: Path) -> None:
    text = (
        "# Demurrage\n\nDemurrage (short for late vessel charge) is a sum.\n\n## Rules\n\nIt is paid daily.\n"
    )
    assert names(tmp_path, demurrage_md=text) == {"Demurrage": ["late vessel charge"]}


def test_title_above_the_way_to_it_stays_the_title(tmp_path: Path) -> None:
    text = (
        "Liegeplatz\n\nLexikon › L › Liegeplatz\n\nDer Liegeplatz ist die Stelle am Kai, an der ein Schiff liegt.\n\n"
        "Ablauf\n\n1. Anmeldung des Schiffes\n2. Zuweisung\n\nVerwandte Begriffe\n\nKran\nKai\n"
    )
    assert set(entries(built(tmp_path, artikel_txt=text))) == {"Liegeplatz"}


def test_other_jobs_of_a_board_are_left_out_though_a_long_line_stands_below_them(tmp_path: Path) -> None:
    text = (
        "Quay manager\nDockwise · Leith (EU)\n\nAbout the role\nYou will run a quay with 60 berths and see that ships "
        "leave on time.\n\nWhat you'll do\nPlan the berths for each tide\nTrack ships in our system\n\n"
        "What you bring\n3+ years in port management\nFluent English and Dutch\n\n"
        "Similar jobs\nYard Manager - Pipelane - Hull\nCrane Lead - Oakdock - Leith\n"
        "Never miss a job: create an alert and we will send you new quay jobs in your area every Monday morning.\n"
        "© Jobquay 2025\n"
    )
    assert set(entries(built(tmp_path, advert_txt=text))) == {"Quay manager"}


def test_section_on_who_does_what_is_no_term(tmp_path: Path) -> None:
    text = (
        "# Quay policy – key terms\n\n- **Berth**: a place for a ship.\n- **Crane**: a machine.\n"
        "- **Fender**: a cushion.\n\n## Who does what\n\nThe harbour master gives out berths.\n"
    )
    assert set(entries(built(tmp_path, policy_md=text))) == {"Berth", "Crane", "Fender"}


def test_many_names_of_a_thing_are_its_other_names(tmp_path: Path) -> None:
    text = "# Words\n\n- Docker: a worker. Dockers are known by many names: stevedore, dock hand.\n- Quay: a wall.\n"
    assert names(tmp_path, words_md=text)["Docker"] == ["dock hand", "stevedore"]


def test_section_of_definitions_is_the_list_of_a_policy(tmp_path: Path) -> None:
    text = (
        "# Quay policy\n\n## 1. Purpose\n\nThis policy says who may moor.\n\n## 2. Definitions\n\n"
        "**Berth** means a place for a ship.\n\n**Crane** means a machine.\n\n**Fender** means a cushion.\n\n"
        "## 3. Eligibility\n\nAny ship may ask.\n\n## 4. Equipment\n\nThe port lends ropes.\n"
    )
    assert set(entries(built(tmp_path, policy_md=text))) == {"Berth", "Crane", "Fender"}


def test_page_for_those_who_write_is_no_entry_of_a_folder(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        CONTRIBUTING_md="# Contributing\n\nFork, edit, open a pull request.\n",
        berth_md="# Berth\n\nA berth is a place for a ship.\n",
    )
    assert set(entries(graph)) == {"Berth"}


def test_german_word_for_a_term_is_another_name(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- **Fender**: Polster zwischen Schiff und Kai. Der deutsche Begriff ist Reibholz.\n"
        "- **Kran**: Maschine, die Lasten hebt.\n- **Kai**: Mauer am Wasser.\n"
    )
    assert names(tmp_path, hafen_md=text)["Fender"] == ["Reibholz"]


def test_glossary_in_bold_stands_beside_a_table_of_abbreviations(tmp_path: Path) -> None:
    text = (
        "# Port plan\n\n# Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| GT | Gross tonnage |\n"
        "| LOA | Length overall |\n| TEU | Twenty-foot equivalent unit |\n\n# Glossary of terms\n\n"
        "**Berth:** A place for a ship.\n\n**Crane:** A machine.\n\n**Fender:** A cushion.\n\n"
        "# 1. Introduction\n\nThe port has eleven berths.\n"
    )
    assert {"Gross tonnage", "Berth", "Crane", "Fender"} <= set(entries(built(tmp_path, plan_md=text)))


def test_heading_with_a_text_beside_groups_of_terms_in_bold_is_no_term(tmp_path: Path) -> None:
    text = (
        "# Port glossary for owners\n\n## Ships\n\n**Hull** – the body.\n\n**Mast** – a pole.\n\n"
        "## Quays\n\n**Berth** – a place.\n\n**Fender** – a cushion.\n\n## Take the next step\n\nMoor here.\n"
    )
    assert set(entries(built(tmp_path, port_md=text))) == {"Hull", "Mast", "Berth", "Fender"}
