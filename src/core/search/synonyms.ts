import { termOf } from './term.ts';
import { searchWords } from './words.ts';

/**
 * Different words that interviewers and candidates use for the same thing. Each row is one meaning: words or short
 * phrases, separated by commas. One form of a word is enough, since all forms with the same stem count. A word may be
 * in several rows. Rows are for interviews in general; words from a single story don't belong here.
 */
export const synonymRows: readonly string[] = [
  'mistake, error, failure, fail, wrong, misjudge, misjudgment, fault, blunder, slip up, screw up',
  'fail, miss, fall short, not meet',
  'bug, defect, incident, outage, crisis, emergency, break, crash, regression',
  'conflict, disagree, disagreement, argue, argument, dispute, clash, push back, pushback, oppose, object, objection, backbone, difference of opinion',
  'deadline, date, due, late, slip, delay, overdue, schedule, behind schedule, run over',
  'time pressure, under pressure, tight deadline, short deadline, short notice, limited time, little time, not enough time, short of time, quickly, urgent, rush, tight',
  'quickly, fast, speed, rapid, urgent, act, bias for action',
  'mentor, coach, grow, develop, teach, train, help someone, help somebody',
  'customer, client, user, consumer, buyer',
  'boss, manager, leader, leadership, senior, executive, director, superior, management, outrank',
  'feedback, criticism, critique, hard conversation, difficult conversation, tough conversation',
  'bad news, difficult news, hard news, difficult message, break the news, not want to hear, unwelcome news',
  'ambiguous, ambiguity, unclear, uncertain, uncertainty, vague, unknown, incomplete',
  'incomplete information, incomplete data, limited information, limited data, partial information, not enough information, not enough data, enough information, enough data, all the facts, all the information, all the data, missing information',
  'innovate, innovation, vision, bold, ambitious, invent, invention, new idea, creative, creativity, original, think differently, think big, outside the box',
  'persuade, influence, convince, win over, buy in, make your case, make the case, make my case',
  'proud, pride, achievement, accomplishment, accomplish, achieve, success, successful',
  'trust, confidence, credibility, believe, relationship, reputation',
  'rebuild, regain, restore, repair, win back, earn back, come back',
  'risk, bet, gamble, danger',
  'decide, decision, choose, choice, judgment, judgment call, tough call',
  'prioritize, priority, trade off, tradeoff, leave out, cut, drop, scope, focus, say no',
  'goal, target, objective, aim, commitment, key result',
  'obstacle, challenge, hurdle, setback, barrier, difficulty, blocker',
  'difficult, hard, tough, challenging, tricky',
  'change, pivot, shift, change in direction, change of direction, reorganization, transition, adapt',
  'morale, motivation, motivate, demoralize, spirit, engagement, burnout',
  'improve, improvement, better, simplify, optimize, streamline, efficient, efficiency',
  'cost, costly, money, financial, finance, expense, expensive, budget, spend, frugal, cheap, price',
  'reduce, reduction, cut, lower, save, shrink, decrease',
  'data, metric, number, figure, measure, analysis, analytics, statistic, proof, evidence, fact',
  'dive deep, dig deep, dig, root cause, cause, detail, investigate, diagnose, debug, analyze, troubleshoot, track down, get to the bottom',
  'own up, admit, confess, take the blame, take responsibility',
  'assume, assumption, belief, believe, hypothesis, explanation, theory, accepted, take for granted, status quo, common wisdom',
  'ownership, own, responsible, responsibility, accountable, accountability, take charge',
  'beyond, outside, above and beyond, initiative, proactive, step up, extra mile, not your job, not my job, job description, area, remit, comfort zone',
  'apologize, apology, sorry',
  'hire, recruit, candidate',
  'fire, dismiss, let go, terminate',
  'underperform, underperformer, low performer, poor performer, poor performance, low performance, struggle, feedback, grow',
  'delegate, delegation, empower, hand off, hand over',
  'stakeholder, partner, colleague, coworker, peer, counterpart, other team, another team, cross team, cross functional',
  'learn, lesson, takeaway, curious, curiosity',
  'plan, estimate, roadmap, forecast, planning, project management',
  'quality, standard, bar, excellence, craft, high standards',
  'performance, slow, speed, latency, scale, load',
  'legacy, migrate, migration, rewrite, replace, modernize, tech debt, technical debt',
  'launch, release, ship, deliver, go live, roll out, rollout',
  'resource, limited, scarce, constraint, shortage, too few, too little, do more with less, short of people',
  'listen, empathy, understand',
  'promote, promotion, promoted, career, advance, advancement',
  'disappoint, let down, let somebody down, let someone down, broken promise, break a promise',
  'commit, commitment, carry out, execute, implement, support, get behind, disagree and commit',
  'fix, solve, resolve, remedy, mend, cure',
  'nearly, almost, close to, at risk',
  'prevent, avoid, not happen again, happen again, recurrence',
  'resist, resistance, reluctant, skeptical, concern, unpopular, hesitation',
  'honest, honesty, integrity, ethics, ethical, truth, transparent',
  'quit, resign, attrition, retention',
  'manage, management, lead, leadership, manager',
  'weakness, weak, shortcoming, development area, area for improvement',
  'strength, strong, good at',
  'yourself, about me, about you, introduce, introduction, background, pitch, career so far, resume, bio, elevator pitch, current role, current job, current team',
  'next role, next job, next position, next step, next challenge, why this company, why us, what i want',
  'change my mind, change your mind, prove wrong, proven wrong',
  'unexpected, unanticipated, surprise, sudden, unforeseen',
  'proud moment, greatest achievement, biggest achievement, greatest accomplishment',
  'minimum viable product, mvp, first version, version one, prototype, pilot',
  'collaborate, collaboration, teamwork, cooperate, work together, join forces',
  'communicate, communication, message, announce, present',
  'stress, stressful, pressure, overwhelmed, workload',
  'negotiate, negotiation, compromise, settle, middle ground',
  'process, workflow, practice, procedure, way of working',
  'refuse, decline, reject, turn down, say no',
  'anticipate, foresee, predict, early warning',
  'upset, angry, unhappy, frustrated, complain, complaint, dissatisfied',
  'inclusion, inclusive, diversity, diverse, belonging',
  'simplify, simple, simplicity, complexity, complicated',
];

/** The synonym table, ready for look-ups. A phrase is the terms of its words, joined by spaces. */
export interface Synonyms {
  /** The single words of the table, folded. */
  words: readonly string[];
  /** Terms and phrases that mean the same as this one, without itself. */
  of(term: string): readonly string[];
  /** The phrases that begin with a term, longest first, each as a list of terms. */
  phrasesFrom(term: string): readonly (readonly string[])[];
}

export function readSynonyms(rows: readonly string[]): Synonyms {
  const words: string[] = [];
  const same = new Map<string, Set<string>>();
  const phrases = new Map<string, string[][]>();
  for (const row of rows) {
    const entries = row.split(',').map((entry) => searchWords(entry).map((word) => word.text));
    const terms = entries.map((entry) => entry.map(termOf));
    words.push(...entries.flatMap((entry) => (entry.length === 1 ? entry : [])));
    for (const phrase of terms) if (phrase.length > 1) listIn(phrases, phrase);
    const meaning = terms.map((term) => term.join(' '));
    for (const term of meaning) same.set(term, new Set([...(same.get(term) ?? []), ...meaning]));
  }
  for (const list of phrases.values()) list.sort((one, other) => other.length - one.length);
  const others = new Map([...same].map(([term, meaning]) => [term, [...meaning].filter((other) => other !== term)]));
  return {
    words,
    of: (term) => others.get(term) ?? [],
    phrasesFrom: (term) => phrases.get(term) ?? [],
  };
}

function listIn(phrases: Map<string, string[][]>, phrase: string[]): void {
  const first = phrase[0] ?? '';
  phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
}

export const interviewSynonyms = readSynonyms(synonymRows);
