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
      'Ce que je ferais autrement',
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
  pitch: {
    titles: ['à propos de moi', 'ma présentation', 'qui suis-je', 'qui je suis', 'mon parcours'],
    question: 'Parlez-moi de vous.',
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
  grammar: {
    articles: "le la les l' un une mon ma mes notre nos ce cet cette ces leur leurs",
    subjects: "je j' nous on il c' ce",
    pronouns:
      "du des de d' me m' moi te se s' lui leur eux elle elles ils y en tout tous toute toutes cela ça ceci celui celle ceux qu' que qui quoi dont son sa ses chaque autre autres au aux",
    auxiliaries:
      'ai as a avons avez ont avais avait avions avaient suis es est sommes êtes sont étais était étions étaient été fus fut furent serait seraient aurait aurais devais devait devions pouvais pouvait pouvaient vais va allait',
    chains: '',
    negations: "ne n' pas aucun aucune ni sans",
    nobodies: 'jamais rien personne',
    hedges:
      'alors aussi très vraiment ensuite puis enfin finalement donc ainsi également tout simplement même encore déjà toujours abord bien notamment surtout plutôt assez directement personnellement',
    aims: 'mission objectif rôle but tâche',
    leadIns:
      "par_exemple en_conséquence à_l'_époque à_ce_moment_là au_final en_fait du_coup dans_mon_dernier_poste dans_mon_poste_précédent tout_d'_abord d'_abord j'_ai_appris_que pour_cela après_cela",
    prepositions:
      "à au aux de du des d' dans en par pour sur sous avec sans chez contre depuis dès entre vers après avant pendant selon jusqu' jusque comme parmi grâce",
    particles: '',
    bonds: "de du des d' par",
    conjunctions: 'et mais ou donc car',
    subordinators: "que qu' qui dont où lorsque lorsqu' quand puisque puisqu' parce si comme tandis afin quoique",
    relatives: 'qui dont où',
    reasons: 'parce puisque lorsque quand tandis afin quoique qui dont où',
    thats: "que qu' ce c' cela ça",
    weakVerbs:
      'dit disait demandé fait faire mis mettre pris prendre donné donner eu vu voir su savoir pensé trouvé appris compris décidé commencé voulu dû pu allé venu devenu cru montré expliqué proposé',
    vague: 'nouveau nouvelle nouveaux nouvelles beaucoup bon bonne',
    verbs: '',
    verbEnds: null,
    range: ['de', 'à'],
    capitalNouns: false,
    elisions: true,
  },
};
