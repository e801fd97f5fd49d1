import type { Language } from './language.ts';

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
    ],
  },
  structure: {
    question: ['Frage', 'Interviewfrage', 'F'],
    answer: ['Antwort', 'Meine Antwort', 'Ausführlich', 'Vollständig'],
    story: ['Geschichte', 'Beispiel'],
    followUps: ['Nachfragen', 'Nachfrage', 'Folgefragen', 'Anschlussfragen', 'Unterfragen'],
    outline: ['Gliederung', 'Stichpunkte', 'Stichworte', 'Kernpunkte', 'Spickzettel'],
    aside: ['Notizen', 'Notiz', 'Anmerkungen', 'Quellen', 'Hinweise', 'Tipps'],
  },
  ordinals: [
    ...['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
    ...['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'erstes', 'zweites', 'drittes', 'viertes', 'fünftes'],
  ],
  qualifiers: ['meine', 'mein'],
  keys: {
    title: ['Titel'],
    group: ['Gruppe', 'Kompetenz', 'Prinzip', 'Kategorie'],
    tags: ['Schlagworte', 'Schlagwörter', 'Stichwörter'],
    target: ['Zielzeit', 'Dauer', 'Zeit', 'Länge'],
  },
  also: [
    ...['passt auch', 'passt auch für', 'passt auch zu', 'auch für', 'auch geeignet für', 'geeignet für'],
    ...['eignet sich auch für', 'funktioniert auch für', 'auch verwendbar für', 'nützlich für', 'verwenden für'],
    ...['andere fragen', 'weitere fragen', 'ähnliche fragen', 'verwandte fragen'],
  ],
  asks: [
    ...['fragen, die das beantwortet', 'fragen, die dies beantwortet', 'fragen, die diese geschichte beantwortet'],
    ...['beantwortet diese fragen', 'beantwortet folgende fragen', 'fragen$', 'interviewfragen$'],
  ],
  versions: {
    kinds: ['kürzere', 'kurze', 'längere', 'lange', 'knappe', 'alternative', 'andere'],
    nouns: ['variante', 'version', 'fassung', 'kurzfassung', 'kurzversion', 'langfassung', 'langversion'],
    before: ['für', 'von'],
  },
  openers: [
    ...['erzählen sie', 'erzähl', 'erzähle', 'beschreiben sie', 'beschreibe', 'beschreib', 'nennen sie', 'nenne'],
    ...['schildern sie', 'schildere', 'geben sie ein beispiel', 'geben sie mir', 'gib mir', 'gib ein beispiel'],
  ],
  joiners: ['und'],
  determiners: ['die', 'der', 'das', 'meine', 'mein'],
  pronouns: { we: ['wir'], i: ['ich'] },
  figures: [
    ...['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf', 'zwanzig'],
    ...['dreißig', 'vierzig', 'fünfzig', 'hundert', 'hunderte', 'tausend', 'tausende', 'million', 'millionen'],
    ...['hälfte', 'halb', 'halbiert', 'drittel', 'viertel', 'verdoppelt', 'doppelt', 'verdreifacht', 'prozent', 'null'],
  ],
};
