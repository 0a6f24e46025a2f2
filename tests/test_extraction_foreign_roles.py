"""Pages of roles in French, German and Spanish."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, triples

PAGES_OF_ROLES = [
    (
        "# 4.2 Fiches de poste\n\nCette section présente les postes de la maison pour tous les employés.\n\n"
        "### Directeur d'Atelier\n\n**Identification du poste**\n- Département : Fabrication\n"
        "- Service : Bois et Métal\n- Rattachement : Directeur Général\n\n**Mission principale**\n"
        "Organiser l'atelier dans le respect des délais.\n\n"
        "**Responsabilités et activités principales**\n- Élaborer le plan de charge\n"
        "- Collaborer avec les autres services (achats, qualité et R&D)\n\n"
        "**Positionnement hiérarchique**\n- Supérieur : Directeur Général\n- Subordonnés directs : Chefs d'équipe\n\n"
        "**Compétences requises**\n- Compétences en gestion de stocks (bois, vis)\n\n"
        "**Indicateurs de performance**\n- Taux de rebuts\n\n"
        "### Responsable Qualité\n\n**Responsabilités**\n- Former les opérateurs\n",
        {
            ("Directeur d'Atelier", "memberOf", "Fabrication"),
            ("Directeur d'Atelier", "memberOf", "Bois et Métal"),
            ("Directeur d'Atelier", "reportsTo", "Directeur Général"),
            ("Directeur d'Atelier", "responsibleFor", "organiser l'atelier dans le respect des délais"),
            ("Directeur d'Atelier", "responsibleFor", "élaborer le plan de charge"),
            ("Directeur d'Atelier", "collaboratesWith", "achats"),
            ("Directeur d'Atelier", "collaboratesWith", "qualité"),
            ("Directeur d'Atelier", "collaboratesWith", "R&D"),
            ("chefs d'équipe", "reportsTo", "Directeur d'Atelier"),
            ("Directeur d'Atelier", "requiresSkill", "gestion de stocks"),
            ("Directeur d'Atelier", "measuredBy", "taux de rebuts"),
            ("Responsable Qualité", "responsibleFor", "former les opérateurs"),
        },
    ),
    (
        "# Sachbearbeiter/in (m/w/d) – Einkauf und Lager\n\n"
        "**Holzbau Nord GmbH** sucht eine/n **Sachbearbeiter/in**.\n\n"
        "**Ihre Aufgaben:**\n- Pflege der Lieferantendaten\n- Enge Abstimmung mit dem Vertrieb und der Buchhaltung\n\n"
        "**Ihr Profil:**\n- Sehr gute Deutschkenntnisse in Wort und Schrift\n"
        "- Sorgfalt, Humor und eigenständige Arbeitsweise\n",
        {
            ("Holzbau Nord GmbH", "employs", "Sachbearbeiter"),
            ("Sachbearbeiter", "responsibleFor", "Pflege der Lieferantendaten"),
            ("Sachbearbeiter", "collaboratesWith", "Vertrieb"),
            ("Sachbearbeiter", "collaboratesWith", "Buchhaltung"),
            ("Sachbearbeiter", "requiresSkill", "Deutschkenntnisse"),
            ("Sachbearbeiter", "requiresSkill", "Sorgfalt"),
            ("Sachbearbeiter", "requiresSkill", "Humor"),
            ("Sachbearbeiter", "requiresSkill", "eigenständige Arbeitsweise"),
        },
    ),
    (
        "## Información del puesto\n\n- **Título del puesto:** Coordinador de sala\n- **Departamento:** Servicio\n"
        "- **Supervisor inmediato:** Gerente de hotel\n\n### RESPONSABILIDADES CLAVE\n\n"
        "- Organizar las reservas del comedor, incluyendo los grupos "
        "grandes y las bodas de los fines de semana del verano\n\n"
        "### REQUISITOS DE EXPERIENCIA\n\n- **Idiomas:** Inglés\n- **Empatía:** Trato amable con los huéspedes\n",
        {
            ("Coordinador de sala", "memberOf", "Servicio"),
            ("Coordinador de sala", "reportsTo", "gerente de hotel"),
            ("Coordinador de sala", "responsibleFor", "organizar las reservas del comedor"),
            ("Coordinador de sala", "requiresSkill", "Inglés"),
            ("Coordinador de sala", "requiresSkill", "Empatía"),
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES_OF_ROLES, ids=["fr", "de", "es"])
def test_page_of_roles_is_read_by_labels_and_items(
    tmp_path: Path, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(built(tmp_path, page_md=text)) == expected
