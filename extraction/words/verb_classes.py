"""What verbs tell of those around them: of who does so, of what it is done to, of what stands behind a preposition.

Which verbs say which relation is data of the ontology. The tables here are for the other verbs, and for what a verb
says beside its own relation: "forwarders track boxes with scanners, together with the port".
"""

from __future__ import annotations

from typing import Final

from rolegraph.extraction.words.english import words

__all__ = [
    "ADVERSE",
    "BARGAINING",
    "BENEFITING",
    "CHARGING",
    "DEEDS",
    "ENTRUSTING",
    "GIVING",
    "GIVING_GOOD",
    "HANDING",
    "HANDING_ON",
    "HELPING",
    "HOLDING",
    "HUMAN",
    "INFLUENCING",
    "ISSUING",
    "JOINTLY",
    "LESSENING",
    "LIGHT",
    "MAKING",
    "NO_DEEDS",
    "NO_MEANS",
    "PARTICLES",
    "PHRASAL",
    "PLACING",
    "RECEIVING",
    "SERVING",
    "TAKING",
    "TAKING_IN",
    "TOGETHER",
    "UNDERGOING",
    "USING",
]

# Of the subject: who does so acts, or does not.

CHARGING: Final = words(
    "lead coach train teach supervise manage appoint recruit select elect hire direct conduct guide mentor certify "
    "license licence oversee run staff screen interview onboard examine treat chair represent audit inspect regulate"
)
"""Who does so to somebody answers for that person."""

HUMAN: Final = (CHARGING - words("guide mentor onboard regulate represent screen")) | words(
    "draft review approve sign negotiate handle organise organize schedule prepare interpret grant award enforce levy "
    "compile plan budget choose propose recommend commission adopt ratify repeal discuss debate vet administer "
    "coordinate fund finance sponsor host register issue publish submit file lodge settle rehearse play sing perform "
    "cook bake sew weave harvest grow breed feed milk repair mend clean fit install test taste grade sort pack load "
    "unload stow haul ship invoice bill edit translate proofread catalogue archive restore curate diagnose prescribe "
    "dispense count weigh sample survey consult moderate"
)
"""Only somebody does so: whoever is the subject acts, whatever its name is."""

DEEDS: Final = words(
    "pay owe complete verify check review approve sign file record calculate charge levy collect arrange enforce "
    "hold operate supervise staff control inspect audit update keep confirm close reconcile fill carry conduct perform "
    "maintain incur bear manage"
)
"""Who does so answers for what it is done to, whatever else the verb says; who bears or receives something does not."""

TAKING: Final = words("receive buy borrow obtain purchase accept collect order rent lease hire take get")
RECEIVING: Final = (TAKING | words("hold own")) - words("accept collect order rent lease hire")
"""Who does so to a thing is not responsible for it."""

UNDERGOING: Final = RECEIVING | words(
    "have need want seek lack face suffer incur experience attend join enter visit know see hear depend rely oppose "
    "request apply benefit deserve earn gain enjoy inherit like bear live belong become be use trust follow undergo "
    "await read view browse watch access acquire consult study learn download"
)
"""What befalls or merely concerns who does so is no duty."""

HELPING: Final = words("help allow enable let permit assist empower")
"""Who is helped does what stands behind."""

LESSENING: Final = words(
    "reduce minimize minimise lower cut eliminate mitigate prevent avoid shorten lessen alleviate ease decrease save "
    "optimize optimise"
)
"""What these verbs have for their object is no aim; getting less or the most of it is."""

INFLUENCING: Final = LESSENING | words(
    "improve enhance strengthen raise boost increase influence drive accelerate speed"
)
"""Who or what does so to a thing has a part in how it comes out."""

ADVERSE: Final = LESSENING | words(
    "ignore steal refuse reject oppose block hinder miss lose damage break destroy hide fear hate escape stop end deny "
    "evade fight combat"
)
"""What this is done to is kept away, or wronged."""

LIGHT: Final = words("make take give have hold")
"""Tells no deed by itself; its noun may: "makes the decision"."""

_BEING = words(
    "seem remain mean imply equal exceed mark form constitute resemble outnumber differ vary range "
    "distinguish consist reside count add share outsource subcontract"
)
_SAYING = words(
    "tell say claim argue complain think believe hope disagree expect call name consider regard refer "
    "suggest indicate insist warn point ask wish"
)
_FEELING = words(
    "notice sense feel recognise recognize realise realize discover find remember forget prefer tend love"
)
_MOVING = words("come go move reach arrive stay sit stand hang lie speak listen leave put turn carry")
_CHANGING = words("happen occur change grow decrease rise fall begin start cause try reflect influence shape")
_BRINGING = words("do bring spend show fail abuse")

NO_DEEDS: Final = (
    UNDERGOING | HELPING | ADVERSE | LIGHT | _BEING | _SAYING | _FEELING | _MOVING | _CHANGING | _BRINGING
)
"""Verbs that tell no duty: what is said, thought, begun, had or kept away."""

# Of the object: what somebody is to it.

USING: Final = words("use utilize utilise leverage reuse consult query search wear")
"""Who does so uses it."""

TOGETHER: Final = words("meet brief advise inform liaise notify join engage pair")
"""Who does so to somebody works with that person."""

HOLDING: Final = words("hold store house")
"""What a thing does so to is part of it."""

BENEFITING: Final = words("protect represent defend serve advise help assist support guide benefit")
"""Whoever this is done to is helped by it."""

GIVING_GOOD: Final = (BENEFITING - words("represent")) | words(
    "compensate relieve reassure reward shield shelter spare"
)
"""Whomever a thing does so to, it supports."""

GIVING: Final = words("give offer save spare grant provide bring afford")
"""Whomever a thing gives something in this way, it supports: "saves the sponsor money"."""

MAKING: Final = words("build create develop make produce write design manufacture draft")
ISSUING: Final = words(
    "issue produce create write prepare publish provide send submit grant deliver give mail hand"
)

# Of what stands behind a preposition.

BARGAINING: Final = words("sign negotiate conclude agree bargain liaise")
SERVING: Final = words("provide offer supply lend deliver")
HANDING: Final = words(
    "present pay send show submit give sell lease rent transfer return hand pass grant make charge deliver assign "
    "repay report"
)
ENTRUSTING: Final = words("delegate entrust refer escalate")
HANDING_ON: Final = ENTRUSTING | words("pass hand assign allocate leave forward")
"""To whom this is done with a thing, that one answers for it."""

PLACING: Final = words(
    "place store keep house install locate situate maintain mount hang park stable moor archive display"
)
"""In, on or at what this is done, there the thing is."""

NO_MEANS: Final = words(
    "associate equip fit fill cover concern compare combine face provide charge share mix confuse load stock furnish "
    "connect link replace credit entrust deal meet agree align coordinate discuss negotiate involve identify present"
)
"""With what this is done is no means."""

JOINTLY: Final = words("together jointly along consultation cooperation collaboration agreement conjunction")
"""Behind these and "with" stands who does so too."""

# Of the words that belong to the verb.

PARTICLES: Final = words("off out up down over back away")
TAKING_IN: Final = words("fill key hand phase bring type draw lock")
"""Verbs with the particle "in"."""

PHRASAL: Final = {
    "look": ("for", "into"),
    "search": ("for",),
    "care": ("for",),
    "watch": ("over",),
    "check": ("for", "on"),
}
"""Verbs and the prepositions behind which their object stands."""
