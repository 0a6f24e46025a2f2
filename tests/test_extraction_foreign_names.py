"""What French, German and Spanish entries are called: articles, gender forms, other names, pointers."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, entries, triples

from rolegraph.extraction.foreign.foreign_names import named_otherwise, plain_head, pointed_to
from rolegraph.extraction.foreign.gendered import without_gender
from rolegraph.graph import Text


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("de", "Projektmanager/in (m/w/d)", ("Projektmanager", "Projektmanagerin")),
        ("de", "Projektmanager:in", ("Projektmanager", "Projektmanagerin")),
        ("de", "Projektmanager*innen", ("Projektmanager", "Projektmanagerinnen")),
        ("de", "ProjektmanagerIn", ("Projektmanager", "Projektmanagerin")),
        ("de", "Beauftragte/r für Daten", ("Beauftragte für Daten", "Beauftragter für Daten")),
        ("fr", "Chef·fe de projet", ("Chef de projet", "Cheffe de projet")),
        ("fr", "Chef(fe) de projet (H/F)", ("Chef de projet", "Cheffe de projet")),
        ("fr", "Directeur·rice", ("Directeur", "Directrice")),
        ("fr", "Chargé(e) d'études", ("Chargé d'études", "Chargée d'études")),
        ("es", "Gerente (m/f)", ("Gerente", "")),
        ("es", "Director/a de obra", ("Director de obra", "Directora de obra")),
        ("es", "Encargado (a)", ("Encargado", "Encargada")),
        ("en", "Engineer (m/f/d)", ("Engineer", "")),
        ("en", "CI/CD", ("CI/CD", "")),
        ("fr", "Net (nouveau) chiffre", ("Net (nouveau) chiffre", "")),
    ],
)
def test_forms_for_both_genders_are_one_name_and_an_alternative(
    language: str, name: str, expected: tuple[str, str]
) -> None:
    assert without_gender(name, language) == expected


@pytest.mark.parametrize(
    ("language", "head", "expected"),
    [
        ("fr", "L’externalisation", "Externalisation"),
        ("fr", "Équipe (l’)", "Équipe"),
        ("fr", "La Poste", "La Poste"),
        ("fr", "Coût complet (n. m.)", "Coût complet"),
        ("es", "Plazo, s. m.", "Plazo"),
        ("fr", "Qu’est-ce qu’un sprint ?", "Sprint"),
        ("fr", "Fiche de poste : chef de projet", "chef de projet"),
        ("fr", "Sous-traitance ou externalisation", "Sous-traitance / externalisation"),
        ("de", "Produktmanager, der", "Produktmanager"),
        ("de", "Die Rolle", "Rolle"),
        ("de", "Was ist ein Sprint?", "Sprint"),
        ("es", "Rol, el", "Rol"),
        ("es", "¿Qué es un sprint?", "Sprint"),
        ("en", "The product manager", "The product manager"),
    ],
)
def test_head_loses_article_question_and_remark(language: str, head: str, expected: str) -> None:
    assert plain_head(head, language).text.lower() == expected.lower()


def test_bracket_tells_abbreviations_and_the_english_name(tmp_path: Path) -> None:
    text = """\
# Glossaire

- Gestion de la relation client (GRC, CRM en anglais) : ensemble des outils pour les ventes.
- Mêlée (en anglais : scrum framework) : méthode de travail pour les équipes.
"""
    found = built(tmp_path, a_md=text)
    assert abbreviations(found) == {"Gestion de la relation client": ["GRC", "CRM"]}
    assert entries(found)["Mêlée"].translations == (Text("scrum framework", "en"),)


@pytest.mark.parametrize(
    ("language", "label", "sentence", "expected"),
    [
        (
            "fr",
            "Externalisation",
            "Également appelée sous-traitance ou infogérance.",
            ("sous-traitance", "infogérance"),
        ),
        (
            "fr",
            "Externalisation",
            "L’externalisation, aussi appelée sous-traitance, est un choix.",
            ("sous-traitance",),
        ),
        ("fr", "Externalisation", "Elle confie des tâches, aussi appelées tickets.", ()),
        ("de", "Auslagerung", "Die Auslagerung wird auch als Outsourcing bezeichnet.", ("Outsourcing",)),
        ("de", "Auslagerung", "Auch Outsourcing genannt.", ("Outsourcing",)),
        ("es", "Externalización", "También llamada tercerización.", ("tercerización",)),
        ("fr", "Embauche", "Synonyme : recrutement.", ("recrutement",)),
        ("de", "Auslagerung", "Synonyme: Outsourcing, Fremdvergabe.", ("Outsourcing", "Fremdvergabe")),
        ("es", "Externalización", "La externalización o tercerización es un modelo.", ("tercerización",)),
    ],
)
def test_other_names_are_those_that_the_headword_is_called(
    language: str, label: str, sentence: str, expected: tuple[str, ...]
) -> None:
    assert named_otherwise(sentence, label, language) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Voir aussi : CRM, ERP et sprint.", ["CRM", "ERP", "sprint"]),
        ("fr", "Voir ci-dessous.", []),
        ("de", "Siehe auch CRM.", ["CRM"]),
        ("de", "Vgl. Sprint und Rolle.", ["Sprint", "Rolle"]),
        ("es", "Véase también CRM y ERP.", ["CRM", "ERP"]),
        ("en", "Voir CRM.", []),
    ],
)
def test_pointers_give_the_names_they_point_to(language: str, sentence: str, expected: list[str]) -> None:
    assert pointed_to(sentence, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Glossaire\n\n- Embauche : voir Recrutement\n- Recrutement : processus qui mène à une embauche.\n",
        "# Glossar\n\n- Embauche: siehe Recrutement\n- Recrutement: Prozess, der mit der Einstellung endet.\n",
        "# Glosario\n\n- Embauche: véase Recrutement\n- Recrutement: proceso que termina con un contrato.\n",
    ],
)
def test_entry_that_only_points_is_a_synonym(tmp_path: Path, text: str) -> None:
    assert ("Embauche", "synonymOf", "Recrutement") in triples(built(tmp_path, a_md=text))


def test_grammatical_note_does_not_keep_a_line_from_being_a_term(tmp_path: Path) -> None:
    text = """\
LEXIQUE

Appel d'offres (n. m.)
Procédure par laquelle une entreprise choisit un fournisseur.

Coût complet, n.m.
Somme des coûts directs et indirects d'un service.
"""
    assert list(entries(built(tmp_path, a_txt=text))) == ["Appel d'offres", "Coût complet"]


def test_bold_head_keeps_a_long_bracket(tmp_path: Path) -> None:
    text = """\
# Glosario

**ATS** (sistema de seguimiento de candidatos, *applicant tracking system* en inglés): programa que guarda datos.

**Plan**: documento que describe las tareas del proyecto.
"""
    found = entries(built(tmp_path, a_md=text))
    assert found["ATS"].translations == (Text("applicant tracking system", "en"),)


@pytest.mark.parametrize(
    ("language", "text", "pointer"),
    [
        ("de", "Die Zeit, die ein Gespräch dauert.", "Siehe Servicegrad."),
        ("fr", "Le temps passé sur un appel.", "Voir Servicegrad."),
        ("es", "El tiempo que dura una llamada.", "Véase Servicegrad."),
    ],
)
def test_pointer_behind_a_definition_heads_no_entry(
    tmp_path: Path, language: str, text: str, pointer: str
) -> None:
    page = (
        f"---\nlang: {language}\n---\n# Glossar\n\n## Dauer\n\n{text} {pointer}\n\n## Servicegrad\n\nQuote.\n"
    )
    found = built(tmp_path, page_md=page)
    assert sorted(entries(found)) == ["Dauer", "Servicegrad"]
    assert ("Dauer", "related", "Servicegrad") in triples(found, "page.md")


def test_label_also_names_the_term_otherwise(tmp_path: Path) -> None:
    page = "---\nlang: de\n---\n- **Abgabe**: Vergabe von Arbeit. Auch: Outsourcing.\n- **Umzug**: Wechsel des Orts.\n"
    found = built(tmp_path, page_md=page)
    (term,) = [term for term in found.terms if term.label.value == "Abgabe"]
    assert [text.value for text in term.alternatives] == ["Outsourcing"]


@pytest.mark.parametrize(
    ("language", "text", "genus"),
    [
        ("de", "Der Umzug von Arbeit ins Ausland.", {"Umzug"}),
        ("de", "Das Verfahren, mit dem Waren geprüft werden.", {"Verfahren"}),
        ("de", "Die Firma zahlt den Lohn.", set()),
        ("fr", "Le transfert d'un travail.", {"transfert"}),
        ("es", "El traslado de un trabajo.", {"traslado"}),
        ("es", "La empresa paga el sueldo.", set()),
    ],
)
def test_genus_behind_the_definite_article(tmp_path: Path, language: str, text: str, genus: set[str]) -> None:
    page = f"---\nlang: {language}\n---\n- **Xenon**: {text}\n- **Zeta**: Zeichen.\n"
    found = triples(built(tmp_path, page_md=page), "page.md")
    assert {other for one, relation, other in found if (one, relation) == ("Xenon", "broader")} == genus
