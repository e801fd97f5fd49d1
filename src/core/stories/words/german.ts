import { type Language, listed } from './language.ts';

export const german: Language = {
  sections: {
    situation: ['Situation', 'Ausgangslage', 'Ausgangssituation', 'Kontext', 'Hintergrund'],
    task: [
      ...['Aufgabe', 'Aufgaben', 'Aufgabenstellung', 'Ziel', 'Ziele', 'Zielsetzung', 'Herausforderung'],
      ...['Herausforderungen', 'Problem', 'Probleme', 'Hindernis', 'Hindernisse'],
    ],
    action: [
      ...['Aktion', 'Aktionen', 'Handlung', 'Handlungen', 'Maßnahme', 'Maßnahmen', 'Vorgehen', 'Vorgehensweise'],
      ...['Ansatz', 'Umsetzung', 'Was ich getan habe', 'Was ich gemacht habe', 'Was ich tat'],
    ],
    result: ['Ergebnis', 'Ergebnisse', 'Resultat', 'Resultate', 'Auswirkung', 'Auswirkungen', 'Wirkung'],
    reflection: [
      ...['Reflexion', 'Reflexionen', 'Erkenntnis', 'Erkenntnisse', 'Lektion', 'Lektionen', 'Lehre', 'Lehren'],
      ...['Fazit', 'Gelernt', 'Gelerntes', 'Was ich gelernt habe', 'Was ich daraus gelernt habe'],
      ...['Was ich anders machen würde', 'Was ich heute anders machen würde'],
    ],
  },
  structure: {
    question: ['Frage', 'Interviewfrage', 'F'],
    answer: [
      ...['Die Antwort', 'Meine Geschichte', 'Die Geschichte', 'STAR-Antwort', 'Ganze Geschichte'],
      'Antwort',
      'Meine Antwort',
      'Ausführlich',
      'Vollständig',
    ],
    story: ['Geschichte', 'Beispiel'],
    followUps: [
      'Mögliche Nachfragen',
      'Rückfragen',
      'Mögliche Rückfragen',
      'Nachfragen',
      'Nachfrage',
      'Folgefragen',
      'Anschlussfragen',
      'Unterfragen',
    ],
    outline: ['Gliederung', 'Stichpunkte', 'Stichworte', 'Kernpunkte', 'Spickzettel'],
    aside: [
      'Checkliste',
      'Vorlage',
      'Erinnerungen',
      'Links',
      'Notizen',
      'Notiz',
      'Anmerkungen',
      'Quellen',
      'Hinweise',
      'Tipps',
    ],
  },
  ordinals: [
    ...['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
    ...['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'erstes', 'zweites', 'drittes', 'viertes', 'fünftes'],
  ],
  qualifiers: ['meine', 'mein'],
  file: listed(`
    geschichten, geschichte, antworten, antwort, interview, interviews, interviewfragen, bewerbungsgespräch,
    bewerbungsgespräche, vorstellungsgespräch, vorstellungsgespräche, vorbereitung, notizen, fragen, frage,
    beispiele, beispiel, sammlung, star, leitfaden, übersicht, fragenkatalog, stargeschichten,
    interviewvorbereitung, gesprächsvorbereitung
  `),
  facts: listed(`
    Quelle, Bereich, Gebiet, Datum, Wann, Wo, Firma, Unternehmen, Arbeitgeber, Kunde, Rolle, Stelle, Position,
    Stufe, Ebene, Thema, Themen, Status, Team, Projekt, Produkt, Zeitraum, Jahr, Zusammenfassung, Kurz,
    Ort, Branche, Erstellt
  `),
  notes: listed(`
    Tipp, Tipps, Hinweis, Hinweise, Anmerkung, Anmerkungen, Notiz, Notizen, Beleg, Belege, Nachweis,
    Nachweise, Abwägung, Kompromiss, Aufhänger, Merksatz, Geübt, Zeigt, Lebenslauf, Lebenslaufzeile, Warum es
    wirkt, Blickwinkel, Kernsatz, Schlusssatz, Zahlen, Quellen, Links
  `),
  keys: {
    title: ['Titel'],
    group: ['Gruppe', 'Kompetenz', 'Prinzip', 'Kategorie'],
    tags: ['Schlagworte', 'Schlagwörter', 'Stichwörter'],
    target: ['Zielzeit', 'Dauer', 'Zeit', 'Länge'],
  },
  also: [
    ...['passt zu$', 'passt für$'],
    ...['passt auch', 'passt auch für', 'passt auch zu', 'auch für', 'auch geeignet für', 'geeignet für'],
    ...['eignet sich auch für', 'funktioniert auch für', 'auch verwendbar für', 'nützlich für', 'verwenden für'],
    ...['andere fragen', 'weitere fragen', 'ähnliche fragen', 'verwandte fragen'],
  ],
  asks: [
    ...[
      'passt zu fragen',
      'passt zu diesen fragen',
      'passt zu folgenden fragen',
      'am besten für$',
      'gut für$',
      'geeignet für fragen',
      'typische fragen$',
      'passende fragen$',
    ],
    ...['fragen, die das beantwortet', 'fragen, die dies beantwortet', 'fragen, die diese geschichte beantwortet'],
    ...['beantwortet diese fragen', 'beantwortet folgende fragen', 'fragen$', 'interviewfragen$'],
  ],
  versions: {
    kinds: ['kürzere', 'kurze', 'längere', 'lange', 'knappe', 'alternative', 'andere'],
    nouns: ['variante', 'version', 'fassung', 'kurzfassung', 'kurzversion', 'langfassung', 'langversion'],
    before: ['für', 'von'],
    short: listed(`kurze, kürzere, kurz, knappe, gesprochene, kurzfassung, kurzversion`),
    names: listed(`kurz, kurz gesagt, in kürze, kurzfassung, kurzversion, fahrstuhlfassung, gesprochen`),
  },
  pitch: {
    titles: ['über mich', 'zu meiner person', 'selbstvorstellung', 'vorstellung', 'wer ich bin', 'mein werdegang'],
    question: 'Erzählen Sie etwas über sich.',
  },
  openers: [
    ...['erzählen sie', 'erzähl', 'erzähle', 'beschreiben sie', 'beschreibe', 'beschreib', 'nennen sie', 'nenne'],
    ...['schildern sie', 'schildere', 'geben sie ein beispiel', 'geben sie mir', 'gib mir', 'gib ein beispiel'],
  ],
  leadIns: {
    polite: [
      ...['bitte', 'können sie', 'könnten sie', 'kannst du', 'geben sie', 'geben sie mir', 'geben sie uns', 'gib'],
      ...['gib mir'],
    ],
    asks: [
      ...['erzählen sie', 'erzählen sie von', 'erzählen sie mir', 'erzählen sie mir von', 'erzählen sie uns'],
      ...['erzählen sie uns von', 'erzähl', 'erzähl von', 'erzähl mir', 'erzähl mir von', 'erzähle', 'erzähle von'],
      ...['erzähle mir', 'erzähle mir von', 'beschreiben sie', 'beschreibe', 'beschreib', 'beschreiben sie mir'],
      ...['schildern sie', 'schildern sie mir', 'schildere', 'nennen sie', 'nennen sie mir', 'nenne', 'nenne mir'],
      ...['ein beispiel für', 'haben sie schon einmal', 'haben sie schon mal', 'hast du schon einmal'],
      ...['hast du schon mal', 'haben sie jemals', 'hast du jemals'],
    ],
    cases: [
      ...['eine situation', 'einer situation', 'ein moment', 'einen moment', 'einem moment', 'ein fall', 'einen fall'],
      ...['einem fall', 'eine gelegenheit', 'einer gelegenheit', 'ein mal', 'einem mal', 'ein beispiel'],
      ...['einem beispiel', 'eine zeit', 'einer zeit', 'davon', 'ein erlebnis', 'einem erlebnis'],
    ],
    joins: ['in der', 'in dem', 'in welcher', 'in welchem', 'bei der', 'bei dem', 'als', 'wo', 'wie'],
    subjects: ['sie', 'du'],
  },
  joiners: ['und'],
  determiners: ['die', 'der', 'das', 'meine', 'mein'],
  pronouns: { we: ['wir'], i: ['ich'] },
  own: listed(`mir, mich, mein, meine, meinen, meinem, meiner, uns, unser, unsere, unseren`),
  you: listed(`sie, ihr, ihre, ihren, du, dein, deine, dir, dich`),
  instructions: listed(`
    beschreibe, beschreiben, erkläre, erklären, nenne, nennen, verwende, verwenden, vermeide, vermeiden, was,
    wer, wo, wann, welche, welches, welchen, wie, warum, zeige, zeigen, schildere, schildern, denke, achte,
    achten, nutze, übe
  `),
  chat: listed(`
    lass mich wissen, lassen sie mich wissen, sag mir bescheid, sagen sie mir bescheid, viel erfolg, viel
    glück, ich hoffe das hilft, ich hoffe das hilft, soll ich, gerne kann ich, wenn du möchtest, wenn sie
    möchten, diese antworten zeigen, diese antwort zeigt
  `),
  figures: [
    ...['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf', 'zwanzig'],
    ...['dreißig', 'vierzig', 'fünfzig', 'hundert', 'hunderte', 'tausend', 'tausende', 'million', 'millionen'],
    ...['hälfte', 'halb', 'halbiert', 'drittel', 'viertel', 'verdoppelt', 'doppelt', 'verdreifacht', 'prozent', 'null'],
  ],
  grammar: {
    articles:
      'der die das den dem ein eine einen einem einer unser unsere unseren unserem unserer mein meine meinen meinem meiner dieser diese dieses diesen diesem',
    subjects: 'ich wir es',
    pronouns:
      'des eines unseres meines mir mich uns er sie ihn ihm ihr ihnen ihre ihren ihrem sein seine seinen seinem sich man etwas jemand jemanden alles viele dies daran damit davon dafür darauf dazu dabei jede jeder jedes jeden jedem beide was',
    auxiliaries:
      'bin bist ist sind war waren wäre gewesen worden wurde wurden wird werden hatte hatten habe haben hat hätte konnte konnten kann können sollte sollten soll musste mussten muss durfte durften wollte wollten will würde',
    chains: '',
    negations: 'nicht kein keine keinen keinem keiner ohne weder',
    nobodies: 'nie niemals niemand niemanden nichts',
    hedges:
      'dann auch sehr wirklich eigentlich einfach ja doch mal eben halt zuerst zunächst danach schließlich letztlich anschließend außerdem zudem deshalb daher darum also jedoch allerdings sogar schon noch immer wieder bereits dort hier damals heute jetzt nun inzwischen persönlich insgesamt natürlich selbst erst gemeinsam erneut daraufhin dadurch so',
    aims: 'ziel aufgabe auftrag',
    leadIns:
      'zum_beispiel in_meiner_letzten_stelle in_meiner_letzten_position am_ende im_ergebnis als_ergebnis als_erstes vor_allem zu_diesem_zeitpunkt das_ergebnis_war_dass ich_habe_gelernt_dass gelernt_habe_ich_dass',
    prepositions:
      'in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne pro seit trotz über um unter von vom vor während wegen zu zum zur zwischen innerhalb außerhalb statt ab als wie je',
    particles: 'ab an auf aus bei ein fest los mit nach vor weg weiter zu zurück',
    bonds: 'von vom pro',
    conjunctions: 'und aber oder sondern denn',
    subordinators:
      'dass weil obwohl wenn während nachdem bevor sodass damit welche welcher welches deren dessen wo wobei wodurch ob da falls sobald solange indem um',
    relatives: 'welche welcher welches deren dessen wo wobei wodurch',
    reasons: 'weil obwohl während nachdem bevor sodass damit',
    thats: 'dass das es',
    weakVerbs:
      'gesagt sagte sagten gefragt fragte gemacht machte gegeben gab ging gegangen kam gekommen gebeten bat bekommen bekam gedacht dachte gefunden fand gesehen sah gelernt lernte gewusst wusste begann begonnen lassen brachte stellte blieb bleiben',
    vague: 'viel mehr neue neuen neuer neues gut gute guten',
    verbs: '',
    verbEnds: null,
    range: ['von', 'auf'],
    capitalNouns: true,
    elisions: false,
  },
};
