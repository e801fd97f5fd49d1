import { termOf } from './term.ts';
import { searchWords } from './words.ts';

/**
 * Different words that interviewers and candidates use for the same thing. Each row is one meaning: words or short
 * phrases, with `=` between those for the same thing and commas between related ones. One form of a word is enough, since all forms with the same stem count. A word may be
 * in several rows. Rows are for interviews in general; words from a single story don't belong here.
 */
export const synonymRows: readonly string[] = [
  'mistake = error = blunder = slip up = screw up = mess up, get it wrong, go wrong, wrong decision, bad decision, failure, fail, misjudge, misjudgment, fault, own up',
  'fail = miss = fall short = not meet = not reach = not keep',
  'bug, defect, incident, outage, crisis, emergency, break, crash, regression',
  'disagree = disagreement = argue = debate = see things differently = not agree = different opinion = different view = argument = difference of opinion = oppose = object = objection = push back = pushback, conflict, dispute, clash, backbone',
  'deadline, late = delay = overdue = behind schedule = run over = run behind = fall behind = run late = slip, due, schedule',
  'time pressure = under pressure = tight deadline = short deadline = impossible deadline = unrealistic deadline = short notice = tight timeline = time constraint = aggressive deadline = aggressive timeline = very little time = limited time = little time = not enough time = short of time = time is short, quickly, urgent, rush, tight',
  'quickly, fast, faster, speed, rapid, urgent, act, bias for action',
  'mentor = coach = develop, grow, teach, train, help someone, help somebody',
  'feedback = criticism = critique = constructive criticism = constructive feedback, negative feedback, critical feedback, hard conversation = difficult conversation = awkward conversation = uncomfortable conversation = honest conversation = hard feedback = tough feedback = honest feedback = tough conversation = difficult feedback = hard truth',
  'bad news = difficult news = unpleasant news = hard to hear = hard news = difficult message = break the news = not want to hear = unwelcome news',
  'ambiguous, ambiguity, unclear, uncertain, uncertainty, vague, unknown, incomplete',
  'incomplete information = incomplete data = limited information = limited data = partial information = not enough information = not have all the information = without all the information = without all the facts = without all the data = not have all the facts = not have all the data = not enough data = enough information = enough data = all the facts = all the information = all the data = missing information = complete information',
  'innovate, innovation, vision, bold, ambitious, invent, invention, new idea, creative, creativity, original, think differently, think big, outside the box',
  'persuade = convince = win over = make your case = make the case = make my case, influence, buy in',
  'proud, pride, achievement, accomplishment, accomplish, achieve, success, successful',
  'trust = confidence = credibility = faith, believe, relationship, reputation',
  'rebuild = regain = restore = repair = win back = earn back, come back, damage',
  'risk, bet, gamble, danger',
  'decide, decision, choose, choice, judgment, judgment call, tough call',
  'prioritize = priority, trade off = tradeoff = leave out = cut scope, cut, drop, scope, focus, say no',
  'goal = target = objective = aim = key result, commitment',
  'obstacle, challenge, hurdle, setback, barrier, difficulty, blocker',
  'change, pivot, shift, change in direction, change of direction, reorganization, transition, adapt',
  'morale, motivation, motivate, demoralize, spirit, engagement, burnout',
  'improve, improvement, better, simplify, optimize, streamline, efficient, efficiency',
  'cost = costly = money = expensive, financial, finance, price',
  'budget = spend = expense, frugal, cheap, cost saving',
  'reduce, reduction, cut, lower, save, shrink, decrease',
  'data, metric, number, figure, measure, analysis, analytics, statistic, proof, evidence, fact',
  'dive deep = dig deep = root cause = underlying cause = get to the root = find the cause = source of the problem = go deep = get to the bottom = track down = investigate = investigation = diagnose = debug = troubleshoot, dig, cause, detail, analyze',
  'own up = admit = confess = take the blame, take responsibility, mistake, error',
  'assume = assumption = question an assumption = challenge an assumption = challenge the status quo = received wisdom = take for granted = accepted = common wisdom = conventional wisdom, belief, believe, hypothesis, explanation, theory, status quo',
  'ownership = own = no owner = responsibility = accountability, responsible, accountable, take charge',
  'not your job = not my job = not in your job = job description = outside your job = outside your area = outside your role = outside my area = not in your area = not your responsibility, beyond, outside, above and beyond, initiative, proactive, step up, extra mile, area, remit, comfort zone, nobody owned, nobody else, volunteer, unclear responsibility',
  'apologize = apology = sorry = say sorry = make amends',
  'hire, recruit, candidate',
  'fire, dismiss, let go, terminate',
  'underperform = underperformer = low performer = poor performer = poor performance = low performance, struggle, stop growing, plateau, stagnate, stuck, feedback, grow',
  'delegate, delegation, empower, hand off, hand over',
  'learn, lesson, takeaway, curious, curiosity',
  'plan, estimate, underestimate, roadmap, forecast, planning, project, project management',
  'quality, standard, bar, excellence, craft, high standards',
  'performance, slow, speed, fast, faster, speed up, bottleneck, latency, scale, load',
  'legacy, migrate, migration, rewrite, replace, modernize, tech debt, technical debt',
  'deliver = ship = launch, release, go live, roll out, rollout',
  'resource, limited, scarce, constraint, shortage, too few, too little, do more with less, short of people',
  'listen, empathy, understand',
  'promote = promotion, career, advance, advancement',
  'disappoint = let down = let somebody down = let someone down = fail somebody = fail someone, broken promise, break a promise',
  'carry out = get behind = go along with = stand behind = follow through = support = commit = disagree and commit, commitment, execute, implement',
  'fix, solve, resolve, remedy, mend, cure',
  'nearly = almost = close to, at risk',
  'prevent, avoid, not happen again, happen again, recurrence',
  'resist, resistance, reluctant, skeptical, concern, unpopular, hesitation',
  'honest, honesty, integrity, ethics, ethical, truth, transparent',
  'quit, resign, attrition, retention',
  'weakness = weak = weak spot = shortcoming = development area = area for improvement = strengths and weaknesses, about me, introduction',
  'strength, strong, good at',
  'about yourself = introduce yourself = describe yourself = about me = about you = who are you = work history = work experience = introduction = background = career so far = your career = resume = elevator pitch, pitch, bio, current role, current job, current team',
  'next role = next job = next position = next challenge, next step, why this company, why us, what i want, about me, introduction',
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
  'save money = reduce cost = reduce spend = cut spend = reduce expense = cut expense = cut cost = lower cost = cost saving = save your company money = save the company money, frugal, save',
  'lead style = leadership style = management style = kind of manager = type of manager = kind of leader, about me, introduction',
];

/**
 * Words for who and what a question is about: each may be in any story, so they say less about what it is for than those
 * above.
 */
export const subjectRows: readonly string[] = [
  'customer = client = user = consumer = buyer, eye, perspective, point of view, shoes',
  'boss = manager = superior, leader = leadership, senior, executive = director, management, outrank',
  'manage, management, lead, leadership, manager',
  'wrong, mistake, error, fault',
  'date = deadline',
  'difficult = hard = tough, challenging, tricky',
  'stakeholder = partner, colleague = coworker = peer, counterpart, direct report = report = subordinate = employee = team member, other team, another team, cross team, cross functional',
];

/** The synonym table, ready for look-ups. A phrase is the terms of its words, joined by spaces. */
export interface Synonyms {
  /** The single words of the table, folded. */
  words: readonly string[];
  /** Terms and phrases of the same meaning as this one, without itself; and whether they are the same thing. */
  of(term: string): ReadonlyMap<string, 'same' | 'related'>;
  /** Whether interviewers ask about it, rather than about who or what was in it. */
  isTopic(term: string): boolean;
  /** The phrases that begin with a term, longest first, each as a list of terms. */
  phrasesFrom(term: string): readonly (readonly string[])[];
}

/** A row is one meaning. A comma is between words for related things, `=` between words for the same thing. */
export function readSynonyms(topics: readonly string[], subjects: readonly string[] = []): Synonyms {
  const words: string[] = [];
  const meanings = new Map<string, Map<string, 'same' | 'related'>>();
  const phrases = new Map<string, Map<string, string[]>>();
  const topicTerms = new Set<string>();
  for (const [index, row] of [...topics, ...subjects].entries()) {
    const things = row.split(',').map((same) => same.split('=').map((entry) => searchWords(entry)));
    const terms = things.map((same) => same.map((entry) => entry.map(({ text }) => termOf(text))));
    words.push(...things.flat().flatMap((entry) => (entry.length === 1 ? entry.map(({ text }) => text) : [])));
    for (const phrase of terms.flat()) {
      if (index < topics.length) topicTerms.add(phrase.join(' '));
      if (phrase.length > 1) listIn(phrases, phrase);
    }
    const joined = terms.map((same) => same.map((entry) => entry.join(' ')));
    for (const same of joined) {
      for (const term of same) {
        const meaning = meanings.get(term) ?? new Map<string, 'same' | 'related'>();
        for (const other of joined.flat()) if (!meaning.has(other)) meaning.set(other, 'related');
        for (const other of same) meaning.set(other, 'same');
        meanings.set(term, meaning);
      }
    }
  }
  for (const [term, meaning] of meanings) meaning.delete(term);
  const none: ReadonlyMap<string, 'same' | 'related'> = new Map();
  const lists = new Map(
    [...phrases].map(([first, list]) => [
      first,
      [...list.values()].toSorted((one, other) => other.length - one.length),
    ]),
  );
  return {
    words,
    of: (term) => meanings.get(term) ?? none,
    isTopic: (term) => topicTerms.has(term),
    phrasesFrom: (term) => lists.get(term) ?? [],
  };
}

function listIn(phrases: Map<string, Map<string, string[]>>, phrase: string[]): void {
  const first = phrase[0] ?? '';
  const list = phrases.get(first) ?? new Map<string, string[]>();
  phrases.set(first, list.set(phrase.join(' '), phrase));
}

export const interviewSynonyms = readSynonyms(synonymRows, subjectRows);
