import type { Language } from './language.ts';

export const french: Language = {
  sections: {
    situation: ['Situation', 'Contexte', 'Arrière-plan'],
    task: [
      ...['Tâche', 'Tâches', 'Mission', 'Objectif', 'Objectifs', 'Défi', 'Défis', 'Problème', 'Problèmes'],
      ...['Problématique', 'Obstacle', 'Obstacles', 'Enjeu', 'Enjeux'],
    ],
    action: ['Action', 'Actions', 'Approche', 'Démarche', "Ce que j'ai fait", 'Actions menées'],
    result: ['Résultat', 'Résultats', 'Impact', 'Impacts', 'Bilan'],
    reflection: [
      ...['Réflexion', 'Réflexions', 'Apprentissage', 'Apprentissages', 'Leçon', 'Leçons', 'Leçons apprises'],
      ...['Leçons tirées', 'Enseignement', 'Enseignements', "Ce que j'ai appris", "Ce que j'en retiens"],
    ],
  },
  structure: {
    question: ['Question', "Question d'entretien"],
    answer: ['Réponse', 'Ma réponse', 'Réponse complète', 'Version complète'],
    story: ['Histoire', 'Récit', 'Exemple'],
    followUps: ['Questions de suivi', 'Relances', 'Questions de relance', 'Sous-questions'],
    outline: ['Points clés', 'Trame', 'Aide-mémoire'],
    aside: ['Notes', 'Remarques', 'Sources', 'Liens', 'Conseils'],
  },
  ordinals: [
    ...['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
    ...['premier', 'première', 'deuxième', 'second', 'seconde', 'troisième', 'quatrième', 'cinquième'],
  ],
  qualifiers: ['ma', 'mon'],
  keys: {
    title: ['Titre'],
    group: ['Groupe', 'Compétence', 'Principe', 'Catégorie'],
    tags: ['Étiquettes', 'Mots-clés', 'Mots clés'],
    target: ['Durée', 'Temps', 'Temps cible'],
  },
  also: [
    ...[
      'aussi pour',
      'fonctionne aussi pour',
      'convient aussi pour',
      'convient aussi à',
      'utile pour',
      'utile aussi pour',
    ],
    ...['utiliser pour', 'répond aussi à', 'autres questions', "d'autres questions", 'questions similaires'],
  ],
  asks: [
    ...['questions auxquelles cela répond', 'questions auxquelles cette histoire répond'],
    ...["questions d'entretien couvertes", 'répond aux questions', "questions d'entretien$", 'questions$'],
  ],
  versions: {
    kinds: ['plus', 'courte', 'longue', 'brève', 'abrégée', 'autre'],
    nouns: ['version', 'variante'],
    before: ['pour', 'de', 'courte', 'longue', 'brève', 'abrégée', 'plus'],
  },
  openers: [
    ...['parlez-moi', 'parle-moi', 'décrivez', 'décris', 'racontez', 'raconte', 'donnez-moi', 'donne-moi'],
    ...['donnez un exemple', 'expliquez', 'citez'],
  ],
  leadIns: {
    polite: [
      ...["s'il vous plaît", 'pouvez-vous', 'pourriez-vous', 'peux-tu', 'donnez', 'donnez-moi', 'donnez-nous'],
      ...['donne-moi', 'me donner'],
    ],
    asks: [
      ...['parlez-moi de', "parlez-moi d'", 'parle-moi de', "parle-moi d'", 'parlez-nous de', "parlez-nous d'"],
      ...['parlez-moi du', 'parlez-moi des', 'me parler de', "me parler d'", 'racontez', 'racontez-moi', 'raconte'],
      ...['raconte-moi', 'racontez-nous', 'me raconter', 'décrivez', 'décrivez-moi', 'décris', 'décris-moi'],
      ...['me décrire', 'décrire', 'citez', 'un exemple de', "un exemple d'", 'avez-vous déjà', 'avez-vous déjà dû'],
      ...['as-tu déjà', 'as-tu déjà dû'],
    ],
    cases: [
      ...['une fois', 'une situation', 'un moment', 'une occasion', 'un cas', 'un exemple', 'une expérience'],
      ...['la dernière fois', 'une période'],
    ],
    joins: [
      'où',
      'dans laquelle',
      'dans lequel',
      'lors de laquelle',
      'pendant laquelle',
      'au cours de laquelle',
      'quand',
    ],
    subjects: [
      ...['vous', 'vous avez', 'vous avez dû', 'vous étiez', 'vous vous êtes', 'tu', 'tu as', 'tu as dû', 'tu étais'],
      ...["tu t'es"],
    ],
  },
  joiners: ['et'],
  determiners: ['la', 'le', 'les', "l'", 'ma', 'mon', 'mes'],
  pronouns: { we: ['nous'], i: ['je', "j'ai", "j'étais", "j'avais"] },
  figures: [
    ...['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'douze', 'vingt', 'trente'],
    ...['quarante', 'cinquante', 'cent', 'cents', 'mille', 'million', 'millions', 'moitié', 'tiers', 'quart'],
    ...['doublé', 'double', 'triplé', 'triple', 'zéro'],
  ],
};
