"""French, German and Spanish: which language a document is in, how it is cut, linked and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from extraction_samples import built, classes, entries, said, triples

from rolegraph.cli import main
from rolegraph.extraction import build
from rolegraph.extraction.entries import Entry
from rolegraph.extraction.foreign.detection import detect, with_language
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph import Text
from rolegraph.ontology import load
from rolegraph.readers import Document, Paragraph, Span

FRENCH = """\
# Glossaire

**Chef de produit** (CP) : Personne qui définit la vision du produit. Le chef de produit rend compte au directeur \
produit. Il utilise le CRM et la feuille de route.

**CRM** : Système de gestion des relations avec les clients. Un CRM comprend un annuaire et des tableaux de bord. \
À ne pas confondre avec l'ERP.

**ERP** : Progiciel qui regroupe la comptabilité et les achats, tel que SAP. Voir aussi : CRM.

**Externalisation** : L'externalisation est un mode de travail qui confie une activité à un prestataire. \
Également appelée sous-traitance.

**Délocalisation** : Forme d'externalisation vers un pays étranger. Elle ne comprend pas les achats.
"""

GERMAN = """\
Glossar

Produktmanager (PM): Person, die für die Produktvision verantwortlich ist. Der Produktmanager berichtet an den \
Produktleiter. Er nutzt das CRM und die Roadmap.

Produktleiter: Führungskraft, die die Produktmanager führt.

CRM: Software für die Pflege von Kundenbeziehungen. Ein CRM umfasst ein Adressbuch und Berichte. Nicht zu \
verwechseln mit dem ERP-System.

ERP-System: Ein ERP-System ist eine Software, die Buchhaltung und Einkauf verbindet, z. B. SAP. Siehe auch: CRM.

Auslagerung: Die Auslagerung, auch Outsourcing genannt, ist die Übertragung von Aufgaben an einen Dienstleister.
"""

SPANISH = """\
# Glosario

- **Gerente de producto (GP)**: persona que define la visión del producto. El gerente de producto reporta al director \
de producto y utiliza el CRM.
- **CRM**: sistema de gestión de relaciones con los clientes. Un CRM incluye una agenda y tableros. \
No confundir con el ERP.
- **ERP**: programa que integra la contabilidad y las compras, como SAP. Véase también CRM.
- **Externalización**: la externalización es una forma de contratación en la que un proveedor realiza una actividad. \
También llamada tercerización.
"""


def document(text: str, name: str = "terms.md", **meta: object) -> Document:
    return Document(name, "markdown", (Paragraph(Span(text, ((0, 1),))),), meta)


# --- which language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The product manager owns the roadmap and works with the designers.", "en"),
        ("Le chef de produit est responsable de la feuille de route.", "fr"),
        ("Der Produktmanager verantwortet die Roadmap und arbeitet mit dem Team.", "de"),
        ("El gerente de producto es responsable de la hoja de ruta.", "es"),
        ("CRM, ERP, KPI", ""),
        ("", ""),
    ],
)
def test_language_is_told_by_small_words_or_left_open(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("given", "default", "language"),
    [
        (document("Der Plan und die Rolle.", lang="fr"), "es", "fr"),
        (document("Der Plan und die Rolle.", language="Deutsch"), "es", "de"),
        (document("Der Plan und die Rolle.")._replace(language="pt-BR"), "es", "pt-BR"),
        (document("CRM", "glossary.fr.md"), "es", "fr"),
        (document("CRM", "terms_de.csv"), "es", "de"),
        (document("CRM", "es/terms.md"), "", "es"),
        (document("The plan and the role of the team.", "plan-de-travail/de/terms.md"), "", "en"),
        (document("CRM"), "es", "es"),
        (document("Der Plan und die Rolle."), "", "de"),
        (document("CRM"), "", "en"),
    ],
)
def test_document_says_its_language_before_name_option_and_words(
    given: Document, default: str, language: str
) -> None:
    assert with_language(given, default).language == language


def test_labels_definitions_quotes_and_mentions_have_the_language_of_their_document(tmp_path: Path) -> None:
    found = built(tmp_path, glossaire_md=FRENCH)
    assert {term.label.language for term in found.terms} == {"fr"}
    assert {text.language for term in found.terms for text in term.definitions} == {"fr"}
    assert {one.quote.language for one in found.evidence} == {"fr"}
    assert [source.language for source in found.graph.sources()] == ["fr"]


def test_language_option_is_for_documents_that_do_not_tell_theirs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- CRM: programma\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\nlang: de\n---\n- ERP: Programm\n", encoding="utf-8")
    found = {
        label: term.label.language for label, term in entries(build([str(tmp_path)], language="it")).items()
    }
    assert found == {"CRM": "it", "ERP": "de"}


def test_language_option_that_is_no_tag_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("- CRM: a system\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(path), "--lang", "French", "-o", str(tmp_path / "a.ttl")])
    assert result.exit_code == 2
    assert "'French' is no language tag (BCP 47), like en, fr or pt-BR" in result.output


# --- sentences ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            ["Le PO, c.-à-d. M. Roux, gère p. ex. le plan.", "« C’est bien. »", "Voir art. 5.", "Il part."],
        ),
        (
            "de",
            [
                "Sie plant z. B. im 3. Quartal bzw. d. h. nie.",
                "„Gut.“",
                "Siehe Nr. 5 ff.",
                "Es endet 2019.",
                "Ja.",
            ],
        ),
        ("es", ["El Sr. Gil de EE. UU. usa p. ej. mapas.", "¿Qué es?", "¡Hola!", "Véase art. 3.", "Fin."]),
    ],
)
def test_sentences_end_as_the_language_ends_them(language: str, expected: list[str]) -> None:
    span = Span(" ".join(expected), ((0, 1),))
    found = list(sentences(span, language))
    assert [one.text for one in found] == expected
    assert [span.text[one.start : one.start + len(one.text)] for one in found] == expected


# --- linking -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\nlang: fr\n---\n- Chef : personne qui suit les journaux.\n- Journal : liste des faits.\n",
            "Journal",
        ),
        (
            "---\nlang: de\n---\n- Chef: Er verantwortet die Verträge.\n- Vertrag: Dokument für zwei.\n",
            "Vertrag",
        ),
        ("---\nlang: es\n---\n- Jefe: Gestiona las redes.\n- Red: conjunto de nodos.\n", "Red"),
    ],
)
def test_plural_in_a_text_is_linked_by_the_rules_of_its_language(
    tmp_path: Path, text: str, expected: str
) -> None:
    text = text.replace("personne qui suit", "Il gère")
    assert expected in {
        end for _, relation, end in triples(built(tmp_path, a_md=text)) if relation == "responsibleFor"
    }


def test_one_word_of_another_language_is_no_name(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        glosario_md="# Glosario\n\n- Red: conjunto de nodos que comparten datos.\n",
        terms_md="# Glossary\n\n- Alarm: a system that includes a red and a bell.\n",
    )
    assert ("Red", "partOf", "Alarm") not in triples(found)


def test_german_verb_is_not_the_noun_it_folds_to(tmp_path: Path) -> None:
    text = "# Glossar\n\n- Leiter: Person, die ein Team führt.\n- Plan: Dokument. Wir leiten daraus die Ziele ab.\n"
    assert all(
        "Leiter" not in (one, end) for one, _, end in triples(built(tmp_path, a_md=text)) if one == "Plan"
    )


def test_label_that_two_languages_fold_differently_is_one_term(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        words_en_md="# Words\n\n- Controller: a person who watches the figures.\n- Net: a tool of the trade.\n",
        worte_de_md="# Worte\n\n- Controller: Person, die mit den Zahlen umgeht.\n- Netz: ein Werkzeug für alle.\n",
    )
    assert [term.iri.rpartition("/")[2] for term in found.terms if term.label.value == "Controller"] == [
        "controller"
    ]


def test_entries_of_one_label_in_two_languages_are_one_term_with_both_labels(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a_md="# Glossary\n\n- Scrum: a framework for the work of teams.\n",
        b_md="# Glossaire\n\n- Scrum : cadre de travail pour les équipes.\n",
    )
    [term] = [term for term in found.terms if not term.mention]
    assert (term.label, term.translations) == (Text("Scrum", "en"), (Text("Scrum", "fr"),))
    assert {text.language for text in term.definitions} == {"en", "fr"}


def test_main_language_of_a_graph_is_that_of_most_entries(tmp_path: Path) -> None:
    found = built(tmp_path, a_md=FRENCH, b_md="# Glossary\n\n- CRM: a system for the sales team.\n")
    assert found.graph.triples.language == "fr"
    assert found.graph.term("CRM").label == Text("CRM", "fr")


def test_translations_and_renderings_of_an_entry_reach_the_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bilingual(Entry):
        def __init__(self, source: str, label: str, first: int, language: str) -> None:
            super().__init__(source, label, first, language)
            if label == "Offshoring":
                self.translations.append(("Délocalisation", "fr"))
                self.renderings.append(("Travail réalisé à l'étranger.", "fr"))

    monkeypatch.setattr("rolegraph.extraction.forms.entry_list.Entry", Bilingual)
    found = built(
        tmp_path,
        a_md="# Glossary\n\n- Offshoring: the work that a firm moves abroad.\n",
        b_md="# Glossaire\n\n- Plan : document qui comprend la délocalisation et le budget.\n",
    )
    term = found.graph.term("délocalisations")
    assert (term.label, term.translations) == (Text("Offshoring", "en"), (Text("Délocalisation", "fr"),))
    assert Text("Travail réalisé à l'étranger.", "fr") in term.definitions
    assert ("Offshoring", "partOf", "Plan") in triples(found)


# --- relations ---------------------------------------------------------------------------------------------------


def test_french_glossary_says_its_plain_sentences(tmp_path: Path) -> None:
    assert said(built(tmp_path, glossaire_md=FRENCH), "glossaire.md") == {
        "Chef de produit -responsibleFor-> vision du produit",
        "Chef de produit -reportsTo-> directeur produit",
        "Chef de produit -uses-> CRM",
        "Chef de produit -uses-> feuille de route",
        "CRM -broader-> système",
        "annuaire -partOf-> CRM",
        "tableaux de bord -partOf-> CRM",
        "CRM -distinctFrom-> ERP",
        "ERP -broader-> progiciel",
        "comptabilité -partOf-> ERP",
        "achats -partOf-> ERP",
        "SAP -exampleOf-> ERP",
        "ERP -related-> CRM",
        "Délocalisation -broader-> Externalisation",
        "no achats -partOf-> Délocalisation",
    }


def test_german_glossary_says_its_plain_sentences(tmp_path: Path) -> None:
    assert said(built(tmp_path, glossar_txt=GERMAN), "glossar.txt") == {
        "Produktmanager -responsibleFor-> Produktvision",
        "Produktmanager -reportsTo-> Produktleiter",
        "Produktmanager -uses-> CRM",
        "Produktmanager -uses-> Roadmap",
        "Produktleiter -broader-> Führungskraft",
        "CRM -broader-> Software",
        "Adressbuch -partOf-> CRM",
        "Berichte -partOf-> CRM",
        "CRM -distinctFrom-> ERP-System",
        "ERP-System -broader-> Software",
        "SAP -exampleOf-> ERP-System",
        "ERP-System -related-> CRM",
        "Auslagerung -broader-> Übertragung",
    }


def test_spanish_glossary_says_its_plain_sentences(tmp_path: Path) -> None:
    assert said(built(tmp_path, glosario_md=SPANISH), "glosario.md") == {
        "Gerente de producto -responsibleFor-> visión del producto",
        "Gerente de producto -reportsTo-> director de producto",
        "Gerente de producto -uses-> CRM",
        "CRM -broader-> sistema",
        "agenda -partOf-> CRM",
        "tableros -partOf-> CRM",
        "CRM -distinctFrom-> ERP",
        "ERP -broader-> programa",
        "SAP -exampleOf-> ERP",
        "ERP -related-> CRM",
        "Externalización -broader-> contratación",
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Permet de gérer les clients."),
        ("fr", "Personne qui vend."),
        ("de", "Organisationen können Daten freigeben."),
        ("de", "Im Alltag nutzt der Chef ein CRM."),
        ("es", "Indica si una persona asistió."),
        ("es", "Persona que vende."),
        ("it", "Sistema che comprende i clienti."),
    ],
)
def test_sentence_that_is_not_plain_says_nothing(tmp_path: Path, language: str, sentence: str) -> None:
    text = f"---\nlang: {language}\n---\n- Chef: {sentence}\n"
    assert said(built(tmp_path, a_md=text), "a.md") == set()


def test_cues_of_one_language_say_nothing_in_another(tmp_path: Path) -> None:
    german = "---\nlang: de\n---\n- Chef: Person. Der Chef utilise das CRM. Der Chef uses das CRM.\n- CRM: Software.\n"
    english = "---\nlang: en\n---\n- Boss: a person. The boss emplea the CRM. The boss nutzt it.\n- CRM: software.\n"
    uses = {one for one in triples(built(tmp_path, a_md=german, b_md=english)) if one[1] == "uses"}
    assert uses == set()


def test_cue_of_a_language_in_a_file_of_ones_own_is_read_in_it(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        '@prefix rg: <https://w3id.org/rolegraph/ns#> .\nrg:uses rg:cue "schwört auf"@de .\n',
        encoding="utf-8",
    )
    (tmp_path / "a.md").write_text(
        "# Glossar\n\n- Koch: Person. Der Koch schwört auf den Ofen.\n", encoding="utf-8"
    )
    found = build([str(tmp_path / "a.md")], ontology=load(str(own)), language="de")
    assert triples(found) == {("Koch", "uses", "Ofen")}


ROLES = [
    (
        "# Fiche de poste : Chef de projet (H/F)\n\nLe chef de projet est responsable du budget.\n\n"
        "## Missions\n\n- Définir le planning\n\n## Compétences\n\n- Connaissance de Scrum (souhaité)\n\n"
        "## Outils\n\n- Jira\n\n## Rattachement hiérarchique\n\nDirecteur des programmes\n",
        {
            "Chef de projet -responsibleFor-> budget",
            "Chef de projet -responsibleFor-> définir le planning {context: under “Missions”}",
            "Chef de projet -requiresSkill-> Scrum {context: under “Compétences”, optional: true}",
            "Chef de projet -uses-> Jira {context: under “Outils”}",
            "Chef de projet -reportsTo-> directeur des programmes {context: under “Rattachement hiérarchique”}",
        },
    ),
    (
        "# Projektleiter/in (m/w/d)\n\nDie Projektleiterin oder der Projektleiter verantwortet das Budget.\n\n"
        "Die Projektleiterin ist für den Terminplan zuständig und arbeitet mit dem Ausschuss zusammen.\n\n"
        "## Aufgaben\n\n- Risiken überwachen\n\n## Anforderungen\n\n- Kenntnisse in Scrum\n\n"
        "## Berichtet an\n\nBereichsleitung\n",
        {
            "Projektleiter -responsibleFor-> Budget",
            "Projektleiter -responsibleFor-> Terminplan",
            "Projektleiter -collaboratesWith-> Ausschuss",
            "Projektleiter -responsibleFor-> Risiken überwachen {context: under “Aufgaben”}",
            "Projektleiter -requiresSkill-> Scrum {context: under “Anforderungen”}",
            "Projektleiter -reportsTo-> Bereichsleitung {context: under “Berichtet an”}",
        },
    ),
    (
        "# Jefe/a de proyecto\n\nEl jefe de proyecto trabaja con los diseñadores y con el equipo de ventas. "
        "No gestiona la nómina.\n\n## Responsabilidades\n\n- Elaborar el plan del proyecto\n\n"
        "## Herramientas\n\n- Jira\n",
        {
            "Jefe de proyecto -collaboratesWith-> diseñadores",
            "Jefe de proyecto -collaboratesWith-> equipo de ventas",
            "no Jefe de proyecto -responsibleFor-> nómina",
            "Jefe de proyecto -responsibleFor-> elaborar el plan del proyecto {context: under “Responsabilidades”}",
            "Jefe de proyecto -uses-> Jira {context: under “Herramientas”}",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=["fr", "de", "es"])
def test_role_page_is_read_by_its_headings(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert said(built(tmp_path, role_md=text), "role.md") == expected


@pytest.mark.parametrize(
    "text",
    [
        "| Terme | Définition |\n|---|---|\n| Sprint | Période courte pour les équipes |\n",
        "| Begriff | Erklärung |\n|---|---|\n| Sprint | Kurzer Zeitraum für die Teams |\n",
        "| Término | Descripción |\n|---|---|\n| Sprint | Periodo corto para los equipos |\n",
    ],
)
def test_table_is_read_by_its_columns_in_any_of_the_languages(tmp_path: Path, text: str) -> None:
    assert list(entries(built(tmp_path, a_md=text))) == ["Sprint"]


@pytest.mark.parametrize(
    ("text", "role", "duty", "skill"),
    [
        ("# Lagerprüfer/in (m/w/d)\n\n## Aufgaben\n\n- Zählung der Kisten\n\n## Anforderungen\n\n- Sorgfalt\n",
         "Lagerprüfer", "Zählung der Kisten", "Sorgfalt"),
        ("# Vérificateur de stock\n\n## Missions\n\n- Compter les caisses\n\n## Compétences\n\n- Rigueur\n",
         "Vérificateur de stock", "compter les caisses", "Rigueur"),
        ("# Verificador de cajas\n\n## Funciones\n\n- Contar las cajas\n\n## Requisitos\n\n- Rigor\n",
         "Verificador de cajas", "contar las cajas", "Rigor"),
    ],
)  # fmt: skip
def test_page_of_a_role_without_a_paragraph_is_a_role_with_its_items(
    tmp_path: Path, text: str, role: str, duty: str, skill: str
) -> None:
    found = built(tmp_path, page_md=text)
    assert classes(found)[role] == ["Role"]
    assert triples(found) == {(role, "responsibleFor", duty), (role, "requiresSkill", skill)}


@pytest.mark.parametrize(
    ("text", "superior"),
    [
        ("# Lagerprüfer (m/w/d)\n\n## Aufgaben\n\n- Zählung der Kisten\n\n## Berichtslinie\n\n"
         "- Berichtet an den Leiter Einkauf\n", "Leiter Einkauf"),
        ("# Lagerprüfer (m/w/d)\n\n## Aufgaben\n\n- Zählung der Kisten\n- Ist der Einkaufsleitung unterstellt\n",
         "Einkaufsleitung"),
        ("# Vérificateur de stock\n\n## Missions\n\n- Compter les caisses\n\n## Rattachement\n\n"
         "- Rattachée au directeur des achats\n", "directeur des achats"),
        ("# Verificador de cajas\n\n## Funciones\n\n- Contar las cajas\n- Reporta al director de compras\n",
         "director de compras"),
    ],
)  # fmt: skip
def test_item_that_says_to_whom_a_role_reports_names_the_superior_alone(
    tmp_path: Path, text: str, superior: str
) -> None:
    stated = triples(built(tmp_path, page_md=text))
    assert [target for _, relation, target in stated if relation == "reportsTo"] == [superior]


def test_german_name_has_the_class_of_the_noun_before_its_complement(tmp_path: Path) -> None:
    text = "# Lagerprüfer (m/w/d)\n\n## Aufgaben\n\n- Betreuung von Architekten\n\n## Anforderungen\n\n- Sorgfalt\n"
    names = {term.label.value: term.classes for term in built(tmp_path, page_md=text).terms}
    assert not any(iri.endswith("Role") for iri in names["Betreuung von Architekten"])


@pytest.mark.parametrize(
    "titles",
    [
        "Term;Definition;Terme;Définition",
        "Term;Definition;Terme;Definition (FR)",
        "Terme;Définition;Term;Definition",
    ],
)
def test_columns_with_titles_in_two_languages_give_labels_and_definitions_in_both(
    tmp_path: Path, titles: str
) -> None:
    cells = {"Term": "Account", "Definition": "A record of money", "Terme": "Compte"}
    order = titles.replace("Definition (FR)", "Définition").split(";")
    row = ";".join(cells.get(title, "Un relevé d’argent") for title in order)
    found = built(tmp_path, terms_csv=f"{titles}\n{row}\n")
    (term,) = [term for term in found.terms if not term.mention]
    assert {(text.value, text.language) for text in (term.label, *term.translations)} == {
        ("Account", "en"),
        ("Compte", "fr"),
    }
    assert {(text.value, text.language) for text in term.definitions} == {
        ("A record of money", "en"),
        ("Un relevé d’argent", "fr"),
    }
