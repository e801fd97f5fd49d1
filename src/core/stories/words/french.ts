import { type Language, listed } from './language.ts';

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
    answer: [
      ...['La réponse', 'Mon histoire', "L'histoire", 'Réponse STAR'],
      'Réponse',
      'Ma réponse',
      'Réponse complète',
      'Version complète',
    ],
    story: ['Histoire', 'Récit', 'Exemple'],
    followUps: [
      'Questions complémentaires',
      'Questions de suivi',
      'Relances',
      'Questions de relance',
      'Sous-questions',
    ],
    outline: ['Points clés', 'Trame', 'Aide-mémoire'],
    aside: ['Liste de contrôle', 'Modèle', 'Rappels', 'Notes', 'Remarques', 'Sources', 'Liens', 'Conseils'],
  },
  ordinals: [
    ...['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
    ...['premier', 'première', 'deuxième', 'second', 'seconde', 'troisième', 'quatrième', 'cinquième'],
  ],
  qualifiers: ['ma', 'mon'],
  file: listed(`
    histoires, histoire, réponses, réponse, entretien, entretiens, préparation, notes, questions, question,
    exemples, exemple, star, guide, banque, recueil, récits
  `),
  facts: listed(`
    Source, Domaine, Date, Quand, Où, Entreprise, Société, Employeur, Client, Rôle, Poste, Niveau, Thème,
    Thèmes, Statut, Équipe, Projet, Produit, Période, Année, Résumé, Lieu, Secteur
  `),
  notes: listed(`
    Conseil, Conseils, Astuce, Note, Notes, Remarque, Remarques, Preuve, Preuves, Compromis, Accroche, Angle,
    Phrase clé, Répétitions, Montre, Ligne de CV, Pourquoi ça marche, Liens, Sources
  `),
  keys: {
    title: ['Titre'],
    group: ['Groupe', 'Compétence', 'Principe', 'Catégorie'],
    tags: ['Étiquettes', 'Mots-clés', 'Mots clés'],
    target: ['Durée', 'Temps', 'Temps cible'],
  },
  also: [
    ...['convient à$'],
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
    ...[
      'idéal pour$',
      'convient pour$',
      'idéale pour$',
      'à utiliser pour',
      'convient aux questions',
      'pour les questions',
      'questions types$',
      'questions possibles$',
    ],
    ...['questions auxquelles cela répond', 'questions auxquelles cette histoire répond'],
    ...["questions d'entretien couvertes", 'répond aux questions', "questions d'entretien$", 'questions$'],
  ],
  versions: {
    kinds: ['plus', 'courte', 'longue', 'brève', 'abrégée', 'autre'],
    nouns: ['version', 'variante'],
    before: ['pour', 'de', 'courte', 'longue', 'brève', 'abrégée', 'plus'],
    short: listed(`courte, brève, abrégée, orale, court, bref`),
    names: listed(`en bref, version orale, en résumé`),
  },
  openers: [
    ...['parlez-moi', 'parle-moi', 'décrivez', 'décris', 'racontez', 'raconte', 'donnez-moi', 'donne-moi'],
    ...['donnez un exemple', 'expliquez', 'citez'],
  ],
  joiners: ['et'],
  determiners: ['la', 'le', 'les', "l'", 'ma', 'mon', 'mes'],
  pronouns: { we: ['nous'], i: ['je', "j'ai", "j'étais", "j'avais"] },
  own: listed(`me, moi, mon, ma, mes, m', notre, nos`),
  you: listed(`vous, votre, vos, tu, ton, ta, tes`),
  instructions: listed(`
    décrivez, décris, expliquez, explique, utilisez, évitez, quel, quelle, quels, quelles, qui, où, quand,
    comment, pourquoi, que, qu'avez, montrez, donnez, pensez, précisez
  `),
  chat: listed(`
    dites-moi, dis-moi, bonne chance, j'espère que cela, souhaitez-vous, voulez-vous que, ces réponses
    montrent, si vous voulez
  `),
  figures: [
    ...['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'douze', 'vingt', 'trente'],
    ...['quarante', 'cinquante', 'cent', 'cents', 'mille', 'million', 'millions', 'moitié', 'tiers', 'quart'],
    ...['doublé', 'double', 'triplé', 'triple', 'zéro'],
  ],
};
