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
  openers: [
    ...['erzählen sie', 'erzähl', 'erzähle', 'beschreiben sie', 'beschreibe', 'beschreib', 'nennen sie', 'nenne'],
    ...['schildern sie', 'schildere', 'geben sie ein beispiel', 'geben sie mir', 'gib mir', 'gib ein beispiel'],
  ],
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
};
