"""The closed-class words of English, and the few open ones that steer a shallow reading."""

from __future__ import annotations

__all__ = [
    "ABILITIES",
    "ADVERBIAL",
    "ADVERBS",
    "AUXILIARIES",
    "BE",
    "CONJUNCTIONS",
    "CONNECTIVES",
    "DETERMINERS",
    "DOUBLED",
    "EMPTY_HEADS",
    "EVALUATIVE",
    "GROUPS",
    "HEDGES",
    "IRREGULAR",
    "KINDS",
    "LIGHT_HEADS",
    "MEASURED",
    "MODALS",
    "NEGATIONS",
    "NOUNS_FIRST",
    "NUMBERS",
    "OPENING_PREPOSITIONS",
    "PLURAL_MODIFIERS",
    "PREDICATIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUESTION_WORDS",
    "STAND_INS",
    "VERBS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the this that these those its their his her our your my each every any some all both no most "
    "many few several various certain multiple other another such more less much one two three four five "
    "six seven eight nine ten own same different either neither"
)
PREPOSITIONS = _words(
    "of in on for with at by from to into onto across between among amongst through throughout against "
    "over under within without per via around about above below behind beyond during before after until "
    "toward towards upon like near off out up down along alongside beside besides despite except inside "
    "outside regarding concerning versus vs than as"
)
PREDICATIVES = _words(
    "accountable responsible answerable capable able unable available aware necessary suitable likely "
    "equal similar related relevant comparable identical specific"
)
NOUNS_FIRST = _words(
    "model team partner staff field head process author draft group form order range cost plan report test "
    "review code research track release document measure change answer share issue rank map flag scale "
    "target earn question"
)
PLURAL_MODIFIERS = _words(
    "sales operations communications resources analytics logistics economics systems goods services"
)
CONJUNCTIONS = _words("and or & nor plus")
CONNECTIVES = _words(
    "that which who whom whose where when while whereas if because although though since so but yet "
    "unless once then thus hence therefore however rather instead whether how what why"
)
QUESTION_WORDS = _words("what how why when where which who whether")
PRONOUNS = _words(
    "it they he she we you i them him us me itself themselves himself herself ourselves yourself this "
    "these those someone anyone everyone something anything everything nothing nobody one ones there "
    "here others somebody anybody everybody whoever"
)
STAND_INS = _words(
    "role roles job jobs title position term terms concept word person people one it they week "
    "individual someone professional discipline"
)
MEASURED = _words("success output work performance impact results effectiveness")
KINDS = _words(
    "approach model paradigm technique method style concept protocol variant discipline practice strategy offering "
    "service standard specific special certain system solution type form kind architecture pattern"
)
GROUPS = _words("group set collection series network team combination bundle cluster family")
LIGHT_HEADS = _words(
    "set sets range ranges type types kind kinds form forms group groups variety number collection series "
    "piece pieces part sort sorts lot lots bit amount pair list bunch majority combination mix array "
    "spectrum family way ways act use result aspect aspects level degree class category hundreds "
    "thousands millions dozens"
)
ADVERBIAL = _words(
    "offshore onshore nearshore abroad online remotely overseas worldwide elsewhere everywhere "
    "somewhere alone"
)
EVALUATIVE = _words(
    "great good best better bad single entire whole full new old main key major minor common typical "
    "usual overall particular specific general real true actual large small big larger smaller local "
    "strong weak clear simple basic broader wider higher lower important primary additional further "
    "individual only strict effective efficient modern own first second third last next final early late "
    "right wrong average day-to-day outright median many most numerous successful popular well-known"
)
BE = _words("is are was were be been being am 's 're")
MODALS = _words(
    "can could may might must shall should will would cannot can't couldn't won't wouldn't shouldn't"
)
AUXILIARIES = (
    BE
    | MODALS
    | _words(
        "has have had having do does did done don't doesn't didn't isn't aren't wasn't weren't hasn't haven't "
        "hadn't"
    )
)
NEGATIONS = _words(
    "not never no neither nor cannot can't couldn't won't wouldn't shouldn't don't doesn't didn't isn't "
    "aren't wasn't weren't hasn't haven't hadn't rarely seldom hardly without"
)
HEDGES = _words(
    "often usually typically generally frequently increasingly mostly sometimes commonly mainly primarily "
    "largely normally occasionally regularly roughly approximately about might may can could probably "
    "possibly likely traditionally partly particularly especially most many some few several"
)
ADVERBS = HEDGES - _words("about might may can could most many some few several") | _words(
    "also then now today only just even still already always once again directly closely together too "
    "very quite so well better best instead rather ultimately actually simply fully please first "
    "currently originally later usually not never rarely seldom hardly therefore thus hence however more "
    "most less least outright"
)
EMPTY_HEADS = _words(
    "time times thing things one ones example examples case cases kind number way ways part parts "
    "rest lot etc fact addition order reason reasons path paths step steps option options mix place "
    "point bit use who what others end need needs name names"
)
ABILITIES = _words("ability judgment judgement willingness capacity readiness courage discipline freedom")
DOUBLED = _words("admit begin commit control defer embed forget occur prefer refer submit transfer")
NUMBERS = _words("two three four five six seven eight nine ten several")
OPENING_PREPOSITIONS = _words("as like than including after before since until")
IRREGULAR = {
    "run": ("ran", "run"), "lead": ("led", "led"), "build": ("built", "built"), "grow": ("grew", "grown"),
    "drive": ("drove", "driven"), "hold": ("held", "held"), "keep": ("kept", "kept"), "make": ("made", "made"),
    "write": ("wrote", "written"), "sell": ("sold", "sold"), "buy": ("bought", "bought"), "set": ("set", "set"),
    "pay": ("paid", "paid"), "get": ("got", "got"), "give": ("gave", "given"), "take": ("took", "taken"),
    "come": ("came", "come"), "become": ("became", "become"), "bring": ("brought", "brought"),
    "think": ("thought", "thought"), "know": ("knew", "known"), "find": ("found", "found"),
    "begin": ("began", "begun"), "draw": ("drew", "drawn"), "see": ("saw", "seen"), "meet": ("met", "met"),
    "send": ("sent", "sent"), "spend": ("spent", "spent"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"),
    "break": ("broke", "broken"), "choose": ("chose", "chosen"), "show": ("showed", "shown"), "put": ("put", "put"),
    "oversee": ("oversaw", "overseen"), "arise": ("arose", "arisen"), "stand": ("stood", "stood"),
    "understand": ("understood", "understood"), "mean": ("meant", "meant"), "go": ("went", "gone"),
    "split": ("split", "split"), "cut": ("cut", "cut"), "teach": ("taught", "taught"), "deal": ("dealt", "dealt"),
    "feed": ("fed", "fed"), "rise": ("rose", "risen"), "lie": ("lay", "lain"), "cost": ("cost", "cost"),
    "read": ("read", "read"), "tell": ("told", "told"), "say": ("said", "said"), "hire": ("hired", "hired"),
}  # fmt: skip
VERBS = _words(
    "accept access achieve act adapt add address agree adopt affect aggregate aim align allow analyze "
    "analyse answer appear apply approve arise ask assess assign assist attract automate avoid balance "
    "become begin belong break bring build buy call capture carry cause change check choose close code "
    "collaborate collect combine come communicate compare complete comprise concern conduct configure "
    "connect consist contain continue contribute control convert cooperate coordinate cost cover craft "
    "create cut deal decide define deliver demand depend deploy derive describe design detect determine "
    "develop differ direct discourage discover discuss distribute divide document draw drive earn embed "
    "employ enable encourage enforce engage ensure enter establish estimate evaluate evolve examine "
    "execute exist expand expect explain explore expose express extend facilitate fall feed find fit flag "
    "focus follow force form foster free gain gather generate get give go govern group grow guarantee "
    "guide handle happen help hire hold host identify implement improve include increase inform integrate "
    "interact introduce invest involve isolate issue join keep know launch lead learn let link listen "
    "live look lower maintain make manage map match maximize measure meet merge minimize mitigate monitor "
    "move need negotiate offer operate optimize orchestrate order organize originate outline outsource "
    "oversee own package partner pay perform plan predict prepare present prevent prioritize process "
    "procure produce promote protect prove provide publish pull push put raise range rank read receive "
    "recommend reduce refer refine relate release rely remove repeat replace report represent require "
    "research resolve respond rest result retain return review run say scale schedule secure see select "
    "sell send separate serve set shape share ship shift show sit size solve source span speak spend "
    "split spread stand start state stay steer stop store streamline study succeed supersede support "
    "switch take talk tap target teach tell tend test think track accelerate accompany account adjust "
    "administer advise afford aid announce anticipate appoint arrange assume attend audit boost borrow "
    "brief calculate cancel charge claim classify coach commission compete compile compute confirm "
    "consider construct consult consume convey convince correct counsel count cultivate customize debug "
    "decrease dedicate delegate demonstrate denote disclose dispatch display distinguish diversify donate "
    "double drop eliminate emerge emphasize enhance enrich entail escalate exceed exchange exclude "
    "exercise exploit finance finish fix forecast formulate foresee fund fulfil fulfill grant hand hear "
    "ignore illustrate impact import inspect inspire install instruct insure interpret interview invent "
    "inventory invite judge justify lack last leave license limit locate lose mean mediate mentor model "
    "modify motivate multiply notify obtain occur offset onboard oppose overlap pass penetrate permit "
    "persuade place possess postpone practise practice precede prefer preserve press print probe program "
    "project propose prosper provision purchase pursue qualify quantify query question quote reach react "
    "realize recall recognize recognise reconcile recover recruit reflect regulate reject remain remember "
    "remind renew rent repair request rescue reserve reside respect restore restrict resume revise reward "
    "roll safeguard sample satisfy save search settle sign simplify simulate sketch sort sponsor "
    "stabilize standardize stimulate strengthen structure submit subscribe substitute suggest summarize "
    "supply supervise survey sustain tackle tailor terminate touch trace trade transfer travel undergo "
    "undertake unite upgrade urge value view wait walk warn weaken wish withdraw worry train transform "
    "translate treat trigger try turn unblock understand unify update use validate vary verify visit want "
    "watch weigh work write"
)
