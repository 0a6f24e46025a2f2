"""To whom a role reports: persons, bodies, and names that no class is known of."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, triples

LED = [
    (
        "page_md",
        "# Words\n\n**Head miller**: Leads the mill. Reports to the board.\n\n**Cook**: A role.\n",
        "board",
    ),
    (
        "page_md",
        "# Mill clerk\n\nThe mill clerk keeps the books. The clerk reports to the committee.\n",
        "committee",
    ),
    (
        "page_md",
        "# Mill clerk\n\nThe mill clerk keeps books.\n\n**Reports to:** The board of directors\n",
        "board of directors",
    ),
    (
        "page_md",
        "# Mill clerk\n\nThe mill clerk keeps books.\n\n**Reports to:** Chief miller\n",
        "chief miller",
    ),
    ("page_csv", "Role,Description,Reports to\nMill clerk,Keeps the books.,Chief miller\n", "chief miller"),
]


@pytest.mark.parametrize(("form", "page", "superior"), LED)
def test_superior_can_be_a_body_or_a_name_of_no_known_class(
    tmp_path: Path, form: str, page: str, superior: str
) -> None:
    found = triples(built(tmp_path, **{form: page}))
    assert {target.lower() for _, relation, target in found if relation == "reportsTo"} == {superior}


def test_what_is_reported_to_at_work_is_no_superior(tmp_path: Path) -> None:
    page = "# Mill clerk\n\nThe mill clerk keeps the books. The clerk reports to work at six.\n"
    assert "reportsTo" not in {each[1] for each in triples(built(tmp_path, page_md=page))}


def test_role_is_defined_by_somebody_who_does_something(tmp_path: Path) -> None:
    sheet = "Role,Description,Reports to\nSecond mate,An officer who plots routes.,Chief mate\n"
    assert definitions(built(tmp_path, page_csv=sheet)) == {"Second mate": ["An officer who plots routes."]}


def test_office_can_be_a_superior(tmp_path: Path) -> None:
    page = "# Words\n\n**Gang leader**: Leads the gang and reports to the yard office.\n\n**Cook**: A role.\n"
    assert ("Gang leader", "reportsTo", "yard office") in triples(built(tmp_path, page_md=page))
