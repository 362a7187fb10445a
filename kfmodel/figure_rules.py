"""How each figure comes about, in Swedish: said once, printed wherever it is explained."""

_RULES = {
    # what somebody has given
    "identity": "Säger vems raden är.",
    "projected": "Ur stadens personalframskrivning; finns den för flera delar av organisationen "
    "är de summerade.",
    "projected_above": "Personalframskrivningen gäller hela nämnden; den fördelas inte på "
    "avdelningar eller enheter.",
    "answered": "Som enheten har svarat. Nivåerna är enhetens egna, i procentenheter eller räknade "
    "ur dess förflyttningar.",
    "followed": "Som det står i systemet när sammanställningen görs.",
    "planned": "Som HR har angett i arbetsboken, eller chefen i dialogen.",
    "previous_given": "HR:s uppgifter om föregående omgång, annars det som då sammanställdes.",
    "found": "Det kontrollen fann i den här sammanställningen.",
    "told": "Beskriver hur sammanställningens siffror läses.",
    # what units' answers come to
    "weighted_median": "Viktad median av enheternas svar. Vikten är enhetens antal medarbetare i "
    "kategorin. Väger två svar lika gäller det större behovet, den allvarligare risken eller den "
    "högre sannolikheten.",
    "level_shares": "Medarbetare som saknas (+) eller finns i överskott (−) på nivån summeras över "
    "enheterna och delas med de medarbetare vars chefer har svarat. Avrundas till hela "
    "procentenheter så att de fyra nivåerna behåller sin summa: störst rest rundas upp först, vid "
    "lika rest den högre nivån.",
    "moves": "Behövda minus nuvarande medarbetare, summerat över enheterna; en minskning räknas "
    "som en minskning.",
    "is_settled": "Fastställt värde gäller i stället för det sammanställda.",
    "settled": "Fastställd när HR, eller avdelningschefen för sin avdelning, har fastställt "
    "kategorin; annars förslag.",
    "compiled": "Det sammanställda värdet, där något annat är fastställt.",
    "settled_reason": "Skälet som angavs när ett annat värde än det sammanställda fastställdes.",
    "range": "Det lägsta och det högsta av de svar som visas.",
    "units_answered": "Enheter som har lämnat in sitt svar, summerade.",
    "units_total": "Enheter som är tillfrågade, summerade.",
    "heads_answered_pct": "Medarbetare i enheter som har svarat, av medarbetarna i alla "
    "tillfrågade enheter, i hela procent.",
    "answers_masked": "Ja där svaren inte visas: för få medarbetare står bakom dem.",
    "assessed_need": "Enhetens svar omräknat till personer: svarets intervall runt utgångsläget, "
    "som är enhetens medarbetare (× (1 − gap / nämndens medarbetare) där metoden utgår från "
    "personalframskrivningen). Avrundat till hela personer och summerat över enheterna. Fylls i "
    "när alla enheter har svarat; ett öppet intervall lämnar summan öppen.",
    "counted_need": "Behövda medarbetare på alla nivåer, summerat över enheterna. Fylls i när alla "
    "enheter har svarat.",
    "joined_texts": "Det enheterna har skrivit, en rad för varje enhet vars svar visas.",
    "gap_kind": "Kvantitativt när behovet på någon sikt inte är Samma, kompetensspecifikt när "
    "någon enhet har beskrivit ett kompetensspecifikt gap.",
    "serious_units": "Varje enhet som har svarat Allvarlig och får visas, även där "
    "medianen är lägre.",
    # what follows from other figures
    "staffed": "Enheternas bemanning, summerad; personalframskrivning saknas.",
    "staffed_below": "Enheternas bemanning, summerad; personalframskrivningen gäller hela nämnden.",
    "recruitment_2y": "−gap + förväntad personalomsättning + förväntade pensionsavgångar.",
    "spread_answer": "Ett svar har en rad när någon enhet vars svar visas har gett det.",
    "spread_units": "Enheter vars svar visas och är detta, summerade.",
    "spread_heads": "Medarbetare i de enheter vars svar visas och är detta, summerade.",
    "share_pct": "Medarbetare i enheter med svaret, av alla medarbetare vars enheter har besvarat "
    "frågan. Avrundas till hela procent så att svaren tillsammans är 100: störst rest rundas upp "
    "först, vid lika rest svaret högre på skalan. Svar som inte visas räknas ihop till ett, lägst "
    "på skalan.",
    "change": "Riktningen från förra omgången till denna. Större behov betyder att fler saknas; "
    "finns inget tidigare värde saknas uppgift.",
    "risk_change": "Riktningen från förra omgångens risk till denna. Bedöms verksamhet och "
    "arbetsmiljö var för sig gäller den allvarligare.",
    "headcount_change": "Antal medarbetare nu minus antalet då.",
    "expected": "Förra omgångens bedömning för i år i personer: intervallet för det bedömda "
    "behovet runt utgångsläget, som är dåvarande medarbetare (minus gapet där metoden utgick från "
    "personalframskrivningen), avrundat till hela personer.",
    "expected_counted": "Medarbetarna som i förra omgången behövdes till i år på de fyra nivåerna, "
    "summerade.",
    "against_estimate": "Antal medarbetare nu mot det bedömda intervallet; en öppen ände rymmer "
    "alla antal.",
    "goal": "Målet som HR har angett, annars det som förra omgången satte; summerat.",
    "outcome_given": "Utfallet enligt HR:s statistik, det senaste året, summerat.",
    "outcome_counted": "Medarbetare nu minus medarbetare då.",
    "percent": "Utfall / mål, i hela procent. Fel riktning ger minus; målet 0 ger ingen procent.",
    "left_out": "Kategorier med mål som inte ingår i summan: utfall saknas eller visas inte.",
    "granted_pct": "Beviljade / äskade medel, i hela procent.",
    "sum_of_shown": "Summan av raderna som visas.",
    "sum_of_known": "Summan av raderna som visas och har ett rekryteringsbehov, så att "
    "−gap + personalomsättning + pensionsavgångar är det totala behovet även i summan.",
    "committees_summed": "Nämnder vars rad visas och ingår i stadens summor.",
    "committees_not_projected": "Nämnder vars rad visas men saknar gap, personalomsättning eller "
    "pensionsavgångar; det de saknar ingår inte i summan.",
    "committees_left_out": "Nämnder vars rad inte visas och därför inte ingår i summorna.",
    # what has no figure
    "masked": "Visas inte: gruppen är mindre än metodens minsta grupp, eller så skulle en så liten "
    "grupp kunna räknas fram.",
    "not_applied": "Uppgiften ingår inte i nämndens metod.",
}


def rule(name: str) -> str:
    """A sentence or two; KeyError for a rule without words."""
    return _RULES[name]
