"""The closed-class words of English, and the few open ones that steer a shallow reading."""

from __future__ import annotations

__all__ = [
    "ABILITIES",
    "ADJECTIVES",
    "ADJECTIVE_ENDINGS",
    "ADVERBIAL",
    "ADVERBS",
    "AUXILIARIES",
    "BE",
    "CARRIERS",
    "CONJUNCTIONS",
    "CONNECTIVES",
    "DETERMINERS",
    "DOERS",
    "DOER_ENDINGS",
    "DOUBLED",
    "EMPTY_HEADS",
    "EVALUATIVE",
    "FRACTIONS",
    "GENUS_LIGHT",
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
    "PARTIES",
    "PLAIN_ADJECTIVES",
    "PLURAL_MODIFIERS",
    "POSTPOSITIVE",
    "PREDICATIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUESTION_WORDS",
    "SORTS",
    "STAND_INS",
    "TRAILING_GERUNDS",
    "VERBS",
    "WAYS",
    "words",
]


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


_words = words


DETERMINERS = _words(
    "a an the this that these those its their his her our your my each every any some all both no most "
    "many few several various certain multiple other another such more less much one two three four five "
    "six seven eight nine ten own same different either neither"
)
PREPOSITIONS = _words(
    "of in on for with at by from to into onto across between among amongst through throughout against "
    "over under within without per via around about above below behind beyond during before after until "
    "toward towards upon like near off out up down along alongside beside besides despite except inside "
    "outside regarding concerning versus vs than as minus"
)
PREDICATIVES = _words(
    "accountable responsible answerable capable able unable available aware necessary suitable likely "
    "equal similar related relevant comparable identical specific"
)
NOUNS_FIRST = _words(
    "model team partner staff field head process author draft group form order range cost plan report "
    "test review code research track release document measure change answer share issue rank map flag "
    "scale target earn question abstract award ban benefit block bridge broadcast budget bundle "
    "campaign care challenge chain chart command comment contact contract contrast copy couple cross "
    "damage debate decline delay demand deposit desire discipline drain edit equal escape except "
    "experience experiment export face favor favour fear feature file fill filter fine flow forge "
    "frame fuel guard halt harm hint hope host hurt index influence input iron label land last leak "
    "like line list load lobby lock log look loop love mail major mandate mark market mask master merit "
    "mind mine mirror miss mix mount note notice object open output pace pack paint pattern pause "
    "perfect pick pilot pitch pivot play plot plug poll pool pose position post power praise price "
    "prime profit project prompt push rate ready record reform refund regard register regret relay "
    "remark remedy rest result risk route rule rush scan score screen seal segment self sense sequence "
    "shelter shield signal slow smooth snap sound spark speed spin spot stack stage stall stamp stem "
    "stick strain stress stretch strike strip struggle suit sum swap sweep tax tear time top total tour "
    "transit transport trap trust type veto visit voice volunteer vote wage ward waste weather welcome "
    "win witness wonder yield design work study support practice practise place state exercise display "
    "program control value view interview increase decrease use survey search request purchase interest offer "
    "balance focus lead center function impact matter level end finish start stop tie trade transfer "
    "travel turn upgrade walk wish save double drop charge claim train tool coach handle help need sort "
    "structure sample sketch touch tackle trace book shape ship sponsor separate clear content present "
    "shift dispatch account catalogue name pledge format invoice scope stock clean champion architect steward "
    "benchmark prototype inventory triage remain reward roll sign attempt address approach average permit archive "
    "critique debrief overhaul patrol photograph harvest mop polish wax vacuum "
    "schedule warrant credit source "
    "key nurse chair anchor lease lecture grade crate mill paste thread hatch thaw arrest convict scrape"
)
PLURAL_MODIFIERS = _words(
    "sales operations communications resources analytics logistics economics systems goods services savings customs "
    "earnings headquarters benefits securities futures"
)
DOERS = _words(
    "clerk head lead officer assistant agent team department unit desk office committee board staff crew"
)
# Those who deal with one another: no job, but they act.
PARTIES = _words(
    "borrower lender mortgagor mortgagee debtor creditor plaintiff defendant appellant appellee petitioner respondent "
    "claimant complainant litigant juror witness tenant landlord lessee lessor licensee licensor franchisee franchisor "
    "patient participant volunteer applicant candidate bidder customer client consumer purchaser subscriber "
    "policyholder cardholder shareholder stockholder bondholder accountholder beneficiary insured investor depositor "
    "payer payee guarantor cosigner "
    "shipper consignee consignor addressee sender recipient merchant issuer acquirer student pupil guest passenger "
    "resident citizen voter donor grantee grantor testator heir executor assignee assignor obligor obligee promisor "
    "promisee delegate"
)
DOER_ENDINGS = ("er", "or", "ian", "ist", "yst")
CONJUNCTIONS = _words("and or & nor plus and/or")
CONNECTIVES = _words(
    "that which who whom whose where when while whereas if because although though since so but yet "
    "unless once whereas whereby wherein then thus hence therefore however rather instead whether how what why "
    "e.g. i.e. etc. eg ie"
)
QUESTION_WORDS = _words("what how why when where which who whether")
PRONOUNS = _words(
    "it they he she we you i them him us me itself themselves himself herself ourselves yourself this "
    "these those someone anyone everyone something anything everything nothing nobody one ones there "
    "here others somebody anybody everybody whoever"
)
STAND_INS = _words(
    "role roles job jobs title position term terms concept word person people one it they week "
    "individual someone professional discipline postholder jobholder incumbent appointee"
)
MEASURED = _words(
    "success output work performance impact results effectiveness effect effects quality progress"
)
FRACTIONS = _words("half third quarter fifth tenth rest remainder")
CARRIERS = _words(
    "infrastructure environment platform resource offering solution software system tool sector industry role job "
    "position technology process product application program package"
)
KINDS = _words(
    "approach model paradigm technique method style concept protocol variant discipline practice strategy offering "
    "service standard specific special certain system solution type form kind variant process architecture pattern "
    "class category"
)
POSTPOSITIVE = _words("accessible payable available due eligible receivable deductible attributable")
PLAIN_ADJECTIVES = _words(
    "secure safe fast quick short brief high low cheap fair free remote robust accurate complete solid cold hot "
    "thin thick empty loaded vacant spare given legal digital annual federal physical internal external initial mutual "
    "steady stable repetitive frozen plain incoming outgoing ongoing upcoming forthcoming"
)
SORTS = _words("type kind form variant protocol class category")
WAYS = _words("model approach method technique practice strategy paradigm style process form type variant")
TRAILING_GERUNDS = _words(
    "indicate result describe define involve use cover contain show allow enable provide require represent reflect "
    "specify outline include consist relate pertain focus state set give list inform detail offer combine summarize "
    "summarise authorize authorise certify prohibit permit grant compare govern concern confirm prove ensure"
)
ADJECTIVE_ENDINGS = tuple(sorted(_words("able ible ous ful less al ive ic ary ory ed ing ent ant shore y")))
GENUS_LIGHT = _words(
    "set sets range ranges type types kind kinds form forms group groups variety collection series piece pieces sort "
    "sorts family class category"
)
GROUPS = _words("group set collection series network team combination bundle cluster family")
LIGHT_HEADS = _words(
    "set sets range ranges type types kind kinds form forms group groups variety number collection series "
    "piece pieces part sort sorts lot lots bit amount pair list bunch majority combination mix array "
    "spectrum family blend way ways act use result aspect aspects level degree class category hundreds "
    "thousands millions dozens"
)
ADVERBIAL = _words(
    "ahead apart offshore onshore nearshore abroad online remotely overseas worldwide elsewhere everywhere "
    "somewhere alone away adjacent outdoors indoors straight live"
)
EVALUATIVE = _words(
    "great good best better bad single entire whole full new old main key major minor common typical "
    "usual overall particular specific general real true actual large small big larger smaller local "
    "strong weak clear simple basic broader wider higher lower important primary additional further "
    "individual only strict effective efficient modern own first second third last next final early late "
    "right wrong average day-to-day outright median many most numerous successful popular well-known appropriate "
    "relevant suitable proper adequate necessary"
)
ADJECTIVES = EVALUATIVE | PLAIN_ADJECTIVES
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
    "aren't wasn't weren't hasn't haven't hadn't mustn't needn't rarely seldom hardly scarcely barely without"
)
HEDGES = _words(
    "often usually typically generally frequently increasingly mostly sometimes commonly mainly primarily "
    "largely normally occasionally regularly roughly approximately about might may can could probably "
    "possibly likely traditionally partly particularly especially most many some few several"
)
ADVERBS = HEDGES - _words("about might may can could most many some few several") | _words(
    "longer ever also then now today only just even still already always once again directly closely together too "
    "very quite so well better best instead rather ultimately actually simply fully please first "
    "currently originally later usually not never rarely seldom hardly scarcely barely therefore thus hence "
    "however more most less least outright"
)
EMPTY_HEADS = _words(
    "time times thing things one ones example examples case cases kind number way ways part parts "
    "rest lot etc fact addition order reason reasons path paths step steps option options mix place "
    "point bit use who what others latter former end need needs name names yes no fewer"
)
ABILITIES = _words(
    "ability judgment judgement willingness capacity readiness right permission courage discipline freedom attention "
    "commitment"
)
DOUBLED = _words("admit begin debug commit control defer embed forget occur prefer refer submit transfer")
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
    "lose": ("lost", "lost"), "win": ("won", "won"), "seek": ("sought", "sought"), "fall": ("fell", "fallen"),
    "withdraw": ("withdrew", "withdrawn"), "undertake": ("undertook", "undertaken"), "leave": ("left", "left"),
    "rewrite": ("rewrote", "rewritten"), "redo": ("redid", "redone"),
    "lend": ("lent", "lent"), "hide": ("hid", "hidden"), "catch": ("caught", "caught"), "throw": ("threw", "thrown"),
    "read": ("read", "read"), "tell": ("told", "told"), "say": ("said", "said"), "hire": ("hired", "hired"),
}  # fmt: skip
VERBS = _words(
    "animate decommission furlough localize reinsure reskill retarget retrofit revoke "
    "subtract erase credit monetize occupy waive attest rehire reshape shortlist reshore deter threaten hamper rise "
    "owe levy acclimate abandon abolish absorb abstract accelerate accept access accompany account accumulate achieve "
    "acknowledge acquire act activate adapt add address adhere adjust administer admire admit adopt "
    "advertise advise advocate affect affirm afford aggregate agree aid aim alert align alleviate "
    "allocate allow alter amend amplify analyse analyze annotate announce answer anticipate appear "
    "append apply appoint appreciate approve arbitrate argue arise arrange articulate ascertain ask "
    "assemble assert assess assign assist assume assure attach attain attend attract audit author "
    "authorize automate avoid award balance ban bear beat become begin behave belong benefit bind blend "
    "bless block boost borrow break bridge brief bring broadcast brush budget build bundle buy bypass "
    "calculate calibrate call campaign cancel captivate capture care carry categorize cater cause "
    "caution cease celebrate centralize certify chain challenge change charge chart chase check choose "
    "circulate cite claim clarify classify cleanse clear clone close coach code coexist coin "
    "collaborate collapse collect comb combine come comfort command comment commercialize commission "
    "commit communicate compare compensate compete compile complement complete comply compose compress "
    "comprise compromise compute conceal conceive concentrate concern conclude condense conduct confer "
    "configure confine confirm conform confront congratulate connect conserve consider consist "
    "consolidate constitute constrain construct consult consume contact contain contend contest "
    "continue contract contrast contribute control converge converse convert convey convince cooperate "
    "co-operate co-ordinate "
    "coordinate cope copy correct correlate correspond cost counsel count counter couple cover craft "
    "create cross cultivate curate cure customise customize cut damage dampen dare deal dealt debate "
    "debug decentralize decide decline decompose decouple decrease dedicate deduct deem deepen defeat "
    "defend defer define degrade delay delegate delete delight deliver demand demonstrate denote depart "
    "depend depict deplete deploy deposit deprecate derive descend describe deserve design designate "
    "desire destroy detect deteriorate determine develop devise devote diagnose dictate differ "
    "differentiate diffuse digest digitize diminish direct disable disagree disappear discard discharge "
    "discipline disclose discontinue discourage discover discriminate discuss dispatch display disrupt "
    "dissolve distinguish distort distract distribute disturb diverge diversify divide document "
    "dominate donate double downgrade download draft drain dramatize draw drive drop earn ease edit "
    "educate elaborate elect elevate elicit eliminate embed embody embrace emerge emphasize employ "
    "empower emulate enable encapsulate encompass encounter encourage encrypt endanger endorse endure "
    "energize enforce engage enhance enlarge enlist enrich enroll ensure entail enter entertain entitle "
    "enumerate equal equip erode escalate escape escort espouse establish estimate evade evaluate evoke "
    "evolve examine exceed excel except exchange exclude execute exemplify exercise exert exhaust "
    "exhibit exist expand expect expedite experience experiment expire explain exploit explore export "
    "expose express extend extract fabricate face facilitate fade fail fall fasten favor favour fear "
    "feature feed feel sync fell file fill filter finance find fine finish fit fix flag flourish flow focus "
    "follow forbid force forecast foresee forge forgive form formalize formulate forward foster frame "
    "free freeze frustrate fuel fulfil fulfill fund furnish gain gather gauge generalize generate get "
    "give go govern grant grasp greet group grow guarantee guard guide halt hand handle happen harm "
    "harmonize harness hasten haul head heal hear help herald hide highlight hinder hint hire hold hope "
    "host humanize hurt identify ignore illustrate imagine imitate immerse impact impair impede "
    "implement import impose impress improve inaugurate include incorporate increase incur index "
    "indicate induce infer inflate influence inform infringe inherit inhibit initiate inject injure "
    "innovate input inquire insist inspect inspire install instruct insulate insure integrate intend "
    "intensify interact intercept interpret intervene interview introduce invade invalidate invent "
    "inventory invest investigate invite invoke involve iron irritate isolate issue itemize iterate "
    "join judge justify keep know label lack lag land last launch lay lead leak learn leave lend lessen "
    "let leverage liaise license lift lighten like liken limit line link list listen live load lobby "
    "locate lock log look loop loosen lose love lower magnify mail maintain major make manage mandate "
    "manipulate map mark market mask master match mature maximize mean measure mediate meet mend mentor "
    "merge merit migrate mind mine minimize mirror miss mistake mitigate mix mobilize model moderate "
    "modify monitor motivate mount mourn move multiply narrate narrow navigate need neglect negotiate "
    "nominate normalize note notice notify nurture obey object oblige observe obstruct obtain occur "
    "offer offload offset onboard open operate oppose opt optimize orchestrate order organize originate "
    "oscillate oust outgrow outline outlive outnumber outperform output outsource outweigh overcome "
    "overlap overload override oversee overtake own pace pack package paint parse participate partition "
    "partner pass pattern pause pay penalize penetrate perceive perfect perform permit persist "
    "personalize persuade perturb pick pilot pioneer pitch pivot place plan play please plot plug poll "
    "pool portray pose position possess post postpone power practice practise praise preach precede "
    "predict predominate prefer prepare prescribe present preserve preside press presume pretend "
    "prevail prevent price prime print prioritise prioritize probe process procure produce profit "
    "program prohibit project proliferate prolong promote prompt proofread propagate propose prosecute "
    "prosper protect prove provide provision provoke prune publish pull punish purchase purge pursue "
    "push put qualify quantify query question quicken quit quote raise range rank rate rationalize "
    "reach react read ready realize reap reassure rebuild recall recast recede receive recite reckon "
    "recognise recognize recommend reconcile reconsider reconstruct record recover recruit recur "
    "recycle redefine redesign redirect redo redress reduce refactor refer refine reflect reform "
    "refresh refund refuse regain regard register regret regulate rehearse reinforce reinvent reiterate "
    "reject relate relax relay release relieve relocate rely remain remark remedy remember remind "
    "remodel remove render renew rent reopen reorganize repair repay repeat repel replace replicate "
    "report represent reproduce request require reschedule rescue research resell resemble reserve "
    "reset reside resign resist resolve respect respond rest restart restore restrict restructure "
    "resubmit result resume retain retire retrain retrieve return reuse reveal reverse revert review "
    "revise revisit revive revolutionize revolve reward rewrite ride rip roll rotate route rule "
    "run rush sacrifice safeguard sample satisfy save say scale scan scatter schedule score screen "
    "scroll seal search secure see seek segment seize select self sell send sense separate sequence "
    "serve set settle shape share shed shelter shield shift shine ship shorten show shrink shut sign "
    "signal signify simplify simulate sit situate size sketch skip slow smooth snap solicit solidify "
    "solve sort sound source span spark spawn speak specialise specialize specify speculate speed spell "
    "spend spill spin split sponsor spot spread spur stabilize stack staff stage stall stamp stand "
    "standardise standardize start state stay steer stem stick stimulate stipulate stir stop store "
    "straighten strain streamline strengthen stress stretch strike strip strive structure struggle "
    "study subdivide submit subscribe subsidize substantiate substitute succeed suffer suffice suggest "
    "suit sum summarize summon supersede supervise supplement supply support suppose suppress surpass "
    "surround survey suspect suspend sustain swap sweep switch symbolize sympathize synchronize "
    "synthesize systematize tabulate tackle tailor take talk tally tame tangle tap target taste tax "
    "teach tear tease telephone tell tempt tend terminate test testify thank think thrive throw tie "
    "tighten time tolerate top toss touch tour tow trace track trade train transact transcend "
    "transcribe transfer transform transit translate transmit transport trap travel tread treat trigger "
    "trim troubleshoot trust try tune turn tutor type typify unblock undergo undermine underpin "
    "understand undertake underwrite unfold unify unite unlock unveil update upgrade uphold upload urge "
    "use usher utilise utilize validate value vanish vary ventilate venture verify veto vie view visit "
    "visualise visualize voice volunteer vote wage wait walk wander want ward warn warrant wash waste "
    "watch weaken weather weave wed weigh welcome widen win wish withdraw withhold withstand witness "
    "wonder work worry wrap write yield zoom champion spearhead upskill triage architect instil evangelise "
    "steward benchmark prototype believe appraise "
    "fetch dig peel demolish erect photocopy disassemble typeset dilute dissect embalm bury cremate upholster "
    "pave brew roast stitch sing ordain "
    "book catalogue clean collate conceptualize disseminate finalize format improvise invoice orient "
    "remediate restock scope scrutinize stock upsell "
    "accommodate accredit accrue amortize anonymize arrive authenticate await declare decrypt demote deny depreciate "
    "detach disburse disembark dismiss divest embark emit enrol excuse extrude ferment foreclose harden honor honour "
    "imply indemnify infect ingest initialize insert insource instantiate liquidate name obligate offboard omit "
    "pledge populate proceed pseudonymize randomize recreate redact redeem redistribute refinance refrain reimburse "
    "reload remit rename reorder repossess soften subcontract surrender tokenize truncate uncover unload vacate "
    "vaccinate accomplish acquaint adjudicate apprise archive augment brainstorm canvass convene critique debrief "
    "decorate delve disinfect dismantle dispense dispose divert dredge enact excavate familiarize fertilize fumigate "
    "immunize induct instill irrigate knead litigate lubricate medicate modernize mow notarize officiate "
    "co-author co-chair co-lead co-sign abide bake bathe boil carve chop fry fundraise garnish grind knit launder "
    "pour pray scrub sew sharpen shred slice unpack wear harvest mop polish wax vacuum "
    "arrest anchor despatch detain distil embroider evacuate evict expel extinguish forage hatch hoist incubate indict "
    "interrogate invigilate lease lecture lodge pollinate repeal reroute solder stratify titrate transpose acquit "
    "key nurse chair convict grade thaw crate conciliate mill scrape paste thread drench deputise enlarge glaze "
    "operationalize overhaul palletize patrol photograph pinpoint plead promulgate publicize ratify realign reassign "
    "rectify refuel refurbish rehabilitate renovate replenish reposition restrain revamp revitalize rinse sanitize "
    "shelve showcase sift socialize sterilize stow strategize weld wipe"
)
