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
  figures: [
    ...['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf', 'zwanzig'],
    ...['dreißig', 'vierzig', 'fünfzig', 'hundert', 'hunderte', 'tausend', 'tausende', 'million', 'millionen'],
    ...['hälfte', 'halb', 'halbiert', 'drittel', 'viertel', 'verdoppelt', 'doppelt', 'verdreifacht', 'prozent', 'null'],
  ],
};
