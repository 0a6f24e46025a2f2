"""Terms that a definition speaks of further on, behind its genus or its verb, and what ends its reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import case, parameters
from test_extraction_definitions import gloss_says

REACHED = [
    case("Kiln car", "A cart built to carry bisque.", "Kiln car -appliesTo-> Bisque"),
    case("Kiln book", "A list showing damage to kilns.", "Kiln book -appliesTo-> Kiln"),
    case("Peephole", "A cap that closes the wall of a kiln.", "Peephole -appliesTo-> Kiln"),
    case("Loading", "Putting pots into a kiln.", "Loading -appliesTo-> Kiln"),
    case("Sieve", "A mesh for making cold and thin glazes.", "Sieve -appliesTo-> Glaze"),
    case("Rent", "A sum paid every month under each studio's agreement.", ""),
    case("Lid", "A plate that keeps each kiln's heat.", "Lid -appliesTo-> Kiln"),
    case("Fettling", "Trimming pots carried to or from a studio.", "Fettling -appliesTo-> Studio"),
    case("Shelf", "A slab used inside a kiln.", "Shelf -partOf-> Kiln"),
    case("Row", "A group of ovens called kilns that stand in a line.", "Kiln -partOf-> Row"),
    case("Bung", "A clay stopper that blocks, in part, the kiln.", "Bung -appliesTo-> Kiln"),
    # a term that only modifies a noun, or that the genus holds
    case("Kiln pass", "A paper for kiln doors.", "Kiln pass -appliesTo-> Kiln"),
    case("Kiln fee", "A studio's charge.", "Kiln fee -appliesTo-> Studio"),
    case("Firing sheet", "A kiln document.", "Firing sheet -appliesTo-> Kiln"),
    # clauses that speak of the headword
    case("Kiln yard", "A lawn where kilns and ovens are kept.", "Kiln yard -appliesTo-> Kiln"),
    case("Pot hall", "A hall in which a studio meets.", "Studio -locatedIn-> Pot hall"),
    case("Kiln walk", "The rounds a kiln goes through.", "Kiln walk -appliesTo-> Kiln"),
    case("Lookout", "A check ensuring that each kiln is shut.", "Lookout -appliesTo-> Kiln"),
    case("Soak", "The amount of time that a pot spends in a kiln.", "Soak -appliesTo-> Kiln"),
    case("Rule", "The principle that kilns are kept dry.", "Rule -appliesTo-> Kiln"),
    # what a verb and its preposition tell
    case("Deed", "A paper issued from an agreement.", "Deed -derivedFrom-> Agreement"),
    case("Batch", "Clay sent under an agreement.", "Batch -dependsOn-> Agreement"),
    case("Delivery", "Pots received from a studio.", "Delivery -appliesTo-> Studio"),
    case("Loss", "The percentage of bisque.", "Loss -appliesTo-> Bisque"),
    case("Wrap", "A cloth that shields pots, by covering the kiln.", "Wrap -appliesTo-> Kiln"),
    case("Slip note", "A slip that becomes an agreement.", "Slip note -precedes-> Agreement"),
    case("Pot firm", "A shop that sells pots under an agreement.", "Pot firm -dependsOn-> Agreement"),
    case("Yard boy", "A machine that uses a spinning kiln.", "Yard boy -uses-> Kiln"),
    case(
        "Kiln row",
        "A yard that consists of a shed with several kilns.",
        "shed -partOf-> Kiln row",
        "Kiln -partOf-> Kiln row",
    ),
    case("Hook", "A peg. It holds bowls under a kiln.", ""),
    case("Last rinse", "A bath. This moment marks the start of bisque.", "Last rinse -precedes-> Bisque"),
    case("Drying", "A stage that comes before the kiln.", "Drying -precedes-> Kiln"),
    case("Drying", "A stage that starts before bisque.", "Drying -precedes-> Bisque"),
    case("Load plan", "A method that reduces the load on kilns.", ""),
    case("Bubble wall", "A wall that lowers the share of kilns that crack.", ""),
    case("Crazing", "A fault that a glaze strongly influences.", "Glaze -supports-> Crazing"),
    case("Warping", "The bending of pots, which a kiln reduces.", "Kiln -supports-> Warping"),
    case("Cone sheet", "A written note produced during firing.", "Firing -produces-> Cone sheet"),
    case(
        "Slabbing",
        "The process of rolling clay, often handed to a studio.",
        "Studio -responsibleFor-> Slabbing",
    ),
    case("Brushing", "Painting pots, often combined with a glaze.", ""),
    case("Kiln rent", "A studio that burns pots in return for a glaze.", ""),
    case("Drawing", "A stage that takes place at a kiln.", "Drawing -locatedIn-> Kiln"),
    case("Raku mode", "A method that follows the rules of a glaze.", "Raku mode -appliesTo-> Glaze"),
    case("Raku", "A method that follows the principles of a glaze.", "Raku -uses-> Glaze"),
    case("Kiln meter", "A device that works together with a kiln.", "Kiln meter -uses-> Kiln"),
    case("Slip log", "What a studio does once a shelf is full.", "Studio -responsibleFor-> Slip log"),
    case("Kiln share", "A model in which a supplier burns coal.", ""),
    # a sentence that goes on about the headword
    case("Kiln log", "A book. It also describes each kiln.", "Kiln log -appliesTo-> Kiln"),
]
ENDED = [
    case("Cold room", "A shed that holds pots when the kiln is full."),
    case("Open fire", "A pit that hardens pots without a kiln."),
    case("Grog", "Sand that a kiln has burnt."),
    case("Crock", "A jar that is painted unlike a glaze."),
    case("Kin", "A kind of kiln."),
    # a clause with a verb of its own, behind a preposition of time; what something begins at
    case("Queue", "A line. It grows at noon before studios call for help."),
    case("Cooling", "A rest that follows after the kiln is emptied."),
    case("Cooling", "A rest. It begins at bisque and goes on."),
    # where another noun than the headword is
    case("Gauge", "A dial that reads bowls standing in their own kilns."),
    case("Pot shop", "A place that sells pots, and a studio makes them."),
]


def beyond_the_genus(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what a gloss states of terms, the genus left out."""
    return {
        each for each in gloss_says(folder, topic, gloss) if "-broader->" not in each and _names_term(each)
    }


def _names_term(statement: str) -> bool:
    return any(term in statement for term in ("Kiln", "Glaze", "Bisque", "Studio", "Agreement", "Firing"))


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(REACHED))
def test_term_behind_a_verb_or_preposition_is_related_to_the_headword(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert beyond_the_genus(tmp_path, topic, gloss) == expected - {""}


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(ENDED))
def test_reach_ends_where_the_sentence_speaks_of_something_else(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert beyond_the_genus(tmp_path, topic, gloss) == expected
