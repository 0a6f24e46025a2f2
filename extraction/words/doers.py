"""Which nouns name somebody who acts, where no class of the ontology tells: forwarder, pianist, council, desk."""

from __future__ import annotations

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular, verb_forms

__all__ = ["names_any_body", "names_body", "names_firm", "names_somebody", "names_whomever"]

_PEOPLE = en.words(
    "party people person man men woman women child children parent family household staff personnel crew member owner "
    "user citizen expert colleague peer host guest pilot guide guard author heir scholar monk priest bishop apprentice "
    "accountant assistant consultant attendant applicant participant merchant tenant agent client president "
    "superintendent student patient resident correspondent respondent defendant registrant inhabitant regent "
    "employee trainee licensee nominee appointee examinee mentee attendee payee referee trustee auctioneer engineer "
    "steward warden buddy chief captain champion delegate deputy aide envoy partner mentor tutor "
    "vendor sponsor author counsel hire newcomer joiner nurse cook chef clerk judge critic skipper mate master shepherd"
)
_BODIES = en.words(
    "team unit desk office department committee board panel council court tribunal jury parliament senate congress "
    "assembly cabinet commission commissioner union guild club society church parish choir orchestra ensemble band "
    "association authority agency bureau police army brigade regiment museum school university college hospital clinic "
    "bank insurer company firm business group authority ministry government administration municipality cooperative "
    "charity foundation secretariat registrar regulator watchdog federation league chamber embassy consulate "
    "dealership brokerage utility airline newsroom"
)
_HOUSES = en.words(
    "opera publishing auction fashion clearing trading media software finance investment care theatre"
)
# What is made or done, though its name is made of a verb as that of a doer is.
_THINGS = en.words(
    "container server computer printer scanner router filter boiler burner heater cooler mixer blender dryer "
    "drier washer freezer compressor generator motor sensor monitor detector processor elevator escalator "
    "conveyor indicator strainer extractor separator counter timer marker tracker reader header folder hanger "
    "charger loader cutter grinder crusher planer sander tower number letter matter offer layer power buffer "
    "barrier trailer poster roller trigger transformer converter transmitter receiver connector adapter adaptor "
    "amplifier identifier qualifier modifier multiplier divider wrapper parser compiler debugger linker browser "
    "scheduler balancer orchestrator aggregator validator linter logger crawler listener handler iterator reactor "
    "refrigerator ventilator calculator simulator accelerator incubator accumulator insulator radiator "
    "denominator numerator estimator fastener sweetener fertilizer fertiliser stabilizer stabiliser sanitizer "
    "drawer locker shutter slider spinner stapler sticker stopper thickener toaster trimmer tuner wiper filler "
    "binder primer liner steamer tanker freighter pager blocker inhibitor tracer tender gender render holder "
    "remainder reminder shower flower lower prayer error charter cluster register meter summer river roaster "
    "planter digger excavator harvester spreader sprayer mower baler lifter stacker trawler cruiser clipper "
    "pointer feeder breaker inverter resistor capacitor transistor inductor projector reflector protector "
    "disclaimer waiver retainer merger voucher chiller classifier copier smoker excluder starter cover paper "
    "water corner border order center rubber slicer shredder humidifier thermometer banner runner thinner adder "
    "shifter fuser tester hammer ladder lever fender bumper damper hopper blower dispenser opener tractor rotor "
    "factor vector sector actuator oscillator resonator alternator carburettor carburetor successor predecessor "
    "floor door color colour major minor prior interior exterior corridor harbor harbour labor labour vapor "
    "vapour checklist shortlist waitlist playlist blacklist whitelist wishlist median meridian cracker burger"
)
_ENDINGS = tuple(
    sorted(
        en.words(
            "keeper maker worker owner builder writer broker taker giver grower player leader officer "
            "fighter monger wright smith herd man men woman women ologist ographer ician "
        )
    )
)
# Firms more often than persons, so that "it" can stand for them.
_FIRMS = en.words(
    "provider insurer carrier forwarder broker lender supplier vendor retailer manufacturer exporter importer shipper "
    "employer issuer acquirer processor operator distributor wholesaler reseller publisher developer contractor "
    "subcontractor reinsurer underwriter merchant startup enterprise corporation organization organisation hotel hub "
    "factory warehouse store shop client"
)
_IN_FIRM_NAMES = en.words(
    "services systems solutions technologies industries partners holdings group bank airlines hotels labs logistics "
    "software consulting insurance motors foods pharma inc ltd llc corp gmbh plc co ag"
)
_ANY_BODY = en.words(
    "companies firms businesses organizations organisations enterprises employers people players groups teams brands "
    "institutions bodies workers employees professionals users customers clients experts company firm business"
)
_LEARNED = ("ist", "arian")
_LEAST = 5


def names_somebody(noun: str) -> bool:
    """Tell whether a noun names somebody who acts, a person or a body, as far as the word alone tells.

    >>> [names_somebody(noun) for noun in ("forwarders", "pianist", "council", "beekeeper")]
    [True, True, True, True]
    >>> [names_somebody(noun) for noun in ("container", "tower", "checklist", "invoice")]
    [False, False, False, False]
    """
    word = singular(noun.lower())
    if word in _FIRMS - {"hub", "store", "shop", "factory", "warehouse"}:
        return True
    if word in _PEOPLE | _BODIES | en.DOERS | en.PARTIES or noun.lower() in _PEOPLE:
        return True
    if word in _THINGS or len(word) < _LEAST:
        return False
    return word.endswith(_ENDINGS) or word.endswith(_LEARNED) or _is_made_of_verb(word)


def _is_made_of_verb(word: str) -> bool:
    """Tell the forwarder, who forwards, from "number"."""
    stems = {word[:-2], word[:-1], word[:-3] if len(word) > _LEAST and word[-3] == word[-4] else ""}
    return word.endswith(("er", "or")) and bool(stems & verb_forms().keys())


def names_any_body(name: str) -> bool:
    """Tell words for anybody who acts, of which examples say no more than that they do: "firms like A and B"."""
    return name.lower() in _ANY_BODY


_WHOMEVER = en.words(
    "company business organization organisation firm people individual enterprise corporation person somebody everyone"
)


def names_whomever(name: str) -> bool:
    """Tell words for whomever it may concern: "companies", "businesses", "people", but not "clients" and "teams".

    >>> names_whomever("Companies"), names_whomever("clients")
    (True, False)
    """
    return singular(name.lower()) in _WHOMEVER


def names_firm(noun: str) -> bool:
    """Tell the noun of a firm or another body, not of a person: "insurer", "council".

    >>> names_firm("insurers"), names_firm("actuary")
    (True, False)
    """
    return singular(noun.lower()) in _FIRMS | _BODIES


def names_body(name: str) -> bool:
    """Tell whether a name is that of a body, not of a person: "council", "opera house".

    >>> names_body("opera houses"), names_body("houses"), names_body("singers")
    (True, False, False)
    """
    *before, last = name.lower().split() or [""]
    if before and last.rstrip(".") in _IN_FIRM_NAMES and all(word[:1].isupper() for word in name.split()):
        return True
    return singular(last) in _BODIES or (bool(before) and singular(last) == "house" and before[-1] in _HOUSES)
