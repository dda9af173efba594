"""Words that are nobody's name, though they are spelt like one, or like the beginning of one."""

from __future__ import annotations

_ENGLISH = """
    able about act add ago aim air all also always amen and angel ant any app are arm art ask aug
    august band bar bat be bed bell ben best bet big bill bird bit bob bond book both box brand
    broad brook bud burn bus but buy call can candid cap car care carol cast cat chance change chap
    char chart chat check chip christ city clan clar clear click close coin cold come con cook cook
    cool core corn cost could count court cover crew cross cut dairy dam dan dark data date dawn day
    dean dear dec deal den des dev did die diet dig do don door down draw drew due duke earl east
    easter edge eight end est even ever every faith fan fat feb fee felt few find fit five flag flor
    for ford found four fox frank free fri friday from full gap gene general get give go god gold
    good got grace grand grant gray great green group guid gun guy had hall hard hart has have he
    heart help hen her here hill him his hit holly home hope hot how hug hunt if in inc ing initial
    is it its jack jan january jet job jack joy jul july jun june just keep ken key kind king lab
    lake land lane large last late law lea lead lean leave les less let lib light like lil lin line
    link list live log long look lot love low mac mad made mail main make man manu many mar march
    mark market mart mast mat math matt max may me mean men merit met mid mile mill min mind mine
    miss mit mo mode mon monday more most much must name nat near never new news next nice night
    nine no noble nor norm north not nov now oct of off ok old olive on once one only open or other
    our out over own page pal palm pan park part past pat path pay peace pen penny people per pers
    pet phi pick pie pier pin plan plus point pol pop port post pre press price pro pure put quest
    quick ran rat raw ray read real red reg rein rest rich right ring rise rob robe rock rod roll
    room rose round row ruby rule run rush safe said sale sales sam same sand sat saturday save saw
    say sea second see sel self sell sen send sep sept serve set seven shall shan share she shop
    short should show side sign silver simple since sit six sky small so sol some son soon south
    speed spring stand star start stat stay stem step still stop store street such sue sum sun
    sunday sure table take talk tan task tea team tech ted tell ten term test than thank that the
    their them then there these they think this those three thu thus tie till tim time tin tip to
    today ton too top tor touch track trade tri try tue two ulti under unit until up use van vic
    visit vol wait walk wall wan wand war was way we wed week well west what when where which white
    who why will win wish with wolf wood word work world would yes yet you young your zip
"""
_GERMAN = """
    aber alle allen alles als alt am an auch auf aus bar bei beide bern bis bitte da damit dank dann
    das dass dein dem den denn der des die dies diese doch dort ein eine einem einen einer einige er
    erst es euch fest frau frei frist für ganz gar geld gern gut hat haus herr heute hier ich ihm
    ihn ihr im immer ist ja jahr jede jeder jetzt juli juni kam kann kein keine kost lang laut
    leider mai mal man mann mark marke mehr mein mich mir mit monat montag muss nach nein nicht nie
    noch nun nur ob oder ohne ort rat recht rest rund sand schon sehr seit sich sie sind so soll
    sonst stadt start statt stell tag teil test tor über um und uns unser vier vom von vor wann war
    was weil wende wenn wer wert wie wir wird wo wolf zeit ziel zu zum zur zwei
"""
COMMON_WORDS = frozenset(word.replace("ü", "u") for word in (*_ENGLISH.split(), *_GERMAN.split()))
"""In small letters, without accents; in English and German."""
_NAMES = """
    angel ann ben bern bob bond carol cast christ clar dean dee deb ed edge eve flor frank gene
    grace gus hart holly hugo jack jan ken lea leo lil lin max mel nate nick olive pat penny
    pete phil ray rein reg rob robin roman ron rose ruby sal sam sel shan sid sue tam ted tim
    tin tom val van vic viv wes wolf york
"""
SMALL_WORDS = COMMON_WORDS - frozenset(_NAMES.split())
"""Those that are ordinary words where they stand in small letters: "will", "may"; not "max"."""
_ABBREVIATIONS = """
    ABM AI API APAC ARR BI BU CAC CDP CEO CFO CIO CMO CMS COO CPA CPC CPL CRM CRO CSM CSV CTA
    CTO CTR CX DACH DAM DEI DNS DPO EMEA ERP ESG ESP ETL EU FAQ FTE FY GDPR GM GTM HQ HR HTML
    ISO IT KI KPI LATAM LTV MAP MBA ML MOPS MQL MRR MVP NDA NPS OK OKR OPS PC PDF PIM PM PMO PO
    POC PPC PPT PR QA QBR QR RFI RFP ROI SAL SDR SEA SEM SEO SKU SLA SMS SQL SSO SWOT TAM TBD TV
    UAT UI UK UN URL US USA USP UTM UX VAT VIP VP XML
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""What a marketing team writes in capitals and means nobody by: initials like these stay."""
_DOTTED = """
    ad am as bc bd bh bw ca cf dh do eg em et etc ev gg ia ie ib ii iv kg nb ok pa pc pm ps qed
    rip sa so st su sv ua uk us usa uu va vs zb zh zt
"""
DOTTED = frozenset(_DOTTED.split())
"""Abbreviations that are written in small letters with dots: "e.g.", "i.e.", "p.m.", "z.B."."""
