import { isCount, type Token } from './tokens.ts';
import type { Phrases, Vocabulary } from './vocabulary.ts';

/** A stretch of a sentence that says one thing. */
export interface Clause {
  /**
   * `lead` sets the scene before the main clause; `content` is what somebody said, asked or learned, and continues the
   * clause before; `aside` describes or explains, and can go unless it has a figure or a name.
   */
  role: 'main' | 'lead' | 'content' | 'aside';
  tokens: Token[];
  /** Whom or what a relative clause is about: "a contractor who left in 2019". */
  about?: Token;
}

/** Splits a sentence into clauses, without what isn’t missed: lead-ins, subjects, auxiliaries, articles, hedges. */
export function clausesOf(tokens: readonly Token[], vocabulary: Vocabulary): Clause[] {
  const clauses = withoutAppositions(split(tokens, vocabulary), vocabulary)
    .map((clause) => ({ ...clause, tokens: thinned(clause.tokens, clause.role, vocabulary) }))
    .filter(({ tokens: own }) => own.some(({ kind }) => kind !== 'small'));
  // Without a main clause, what there is is the point.
  if (!clauses.some(({ role }) => role === 'main')) for (const clause of clauses) clause.role = 'main';
  return clauses;
}

function split(tokens: readonly Token[], vocabulary: Vocabulary): Clause[] {
  const clauses: Clause[] = [];
  let open: Clause = { role: 'main', tokens: [] };
  const begin = (role: Clause['role']): void => {
    if (open.tokens.length > 0) clauses.push(open);
    open = { role, tokens: [] };
  };
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const rest = tokens.slice(index + 1, index + 5);
    const isOpening = clauses.length === 0 && opensAsLead(open.tokens, vocabulary);
    if (previous !== undefined && previous.ends !== 'nothing') {
      if (isOpening && previous.ends === 'clause') open.role = 'lead';
      begin(vocabulary.reasons.has(token.key) ? 'aside' : 'main');
    } else if (beginsClause(token, open.tokens, rest, clauses.length === 0, vocabulary)) {
      begin(continues(open.tokens, token, vocabulary) ? 'content' : 'aside');
      const isAbout = vocabulary.relatives.has(token.key) && (previous?.kind === 'plain' || previous?.kind === 'name');
      if (isAbout) open.about = previous;
    } else if (joinsClauses(token, rest, vocabulary)) begin(open.role === 'content' ? 'content' : 'main');
    else if (isOpening && vocabulary.subjects.has(token.key)) {
      open.role = 'lead';
      begin('main');
    }
    open.tokens.push(token);
  }
  begin('main');
  return clauses;
}

/** "Ines, my most senior engineer, had said" → "Ines had said" */
function withoutAppositions(clauses: readonly Clause[], vocabulary: Vocabulary): Clause[] {
  const left = [...clauses];
  for (let index = 0; index + 2 < left.length; index += 1) {
    const [subject, between, rest] = left.slice(index, index + 3);
    if (subject === undefined || between === undefined || rest === undefined) break;
    const isSubject = subject.tokens.length <= 2 && subject.tokens.at(-1)?.kind === 'name';
    const first = rest.tokens[0];
    const goesOn = first !== undefined && isVerbal(first, vocabulary);
    if (!isSubject || !goesOn || between.tokens.at(-1)?.ends !== 'clause') continue;
    left.splice(index, 3, { ...subject, tokens: [...subject.tokens, ...rest.tokens] }, { ...between, role: 'aside' });
  }
  return left;
}

/** Whether a word shows that a clause has its verb. */
export function isVerbal({ kind, key }: Token, { verbs, weakVerbs, auxiliaries, negations }: Vocabulary): boolean {
  return kind === 'verb' || verbs.has(key) || weakVerbs.has(key) || auxiliaries.has(key) || negations.has(key);
}

/** Whether a clause at the beginning of a sentence may set the scene for the next one. */
function opensAsLead([first]: readonly Token[], { prepositions, subordinators }: Vocabulary): boolean {
  return first !== undefined && (prepositions.has(first.key) || subordinators.has(first.key));
}

function beginsClause(
  { key }: Token,
  before: readonly Token[],
  [next]: readonly Token[],
  isFirst: boolean,
  vocabulary: Vocabulary,
): boolean {
  const { subordinators, prepositions, subjects, pronouns, articles, verbEnds } = vocabulary;
  if (!subordinators.has(key) || before.length === 0 || next === undefined) return false;
  // "A date that …" goes on after the clause: it can’t be left out as far as the next comma.
  const hasVerb = before.some((token) => subjects.has(token.key) || isVerbal(token, vocabulary));
  if (verbEnds !== null && !hasVerb && !(isFirst && opensAsLead(before, vocabulary))) return false;
  // "after the launch" is a phrase, "after I left" a clause.
  if (!prepositions.has(key)) return true;
  return subjects.has(next.key) || (pronouns.has(next.key) && !articles.has(next.key));
}

/** Whether a clause says what somebody said, asked or learned in the one before, or where that one says little alone. */
function continues(before: readonly Token[], { key }: Token, { weakVerbs, reasons }: Vocabulary): boolean {
  const telling = before.filter(({ kind }) => kind !== 'small' && kind !== 'weak').length;
  return telling < 2 || (!reasons.has(key) && before.slice(-5).some((token) => weakVerbs.has(token.key)));
}

function joinsClauses({ key }: Token, [next, ...others]: readonly Token[], vocabulary: Vocabulary): boolean {
  const { conjunctions, subjects, pronouns, articles, hedges } = vocabulary;
  if (!conjunctions.has(key) || next === undefined) return false;
  if (subjects.has(next.key) || isVerbal(next, vocabulary)) return true;
  const isKnown = [hedges, pronouns, articles].some((words) => words.has(next.key));
  const mayFollow = isKnown || next.kind === 'name' || next.kind === 'figure';
  return mayFollow && others.some((token) => isVerbal(token, vocabulary));
}

/** A clause without the words that aren’t missed. */
function thinned(tokens: readonly Token[], role: Clause['role'], vocabulary: Vocabulary): Token[] {
  const kept = role === 'content' ? withoutThat(tokens, vocabulary) : withoutStart(tokens, vocabulary);
  const isDropped = kept.map((_, index) => isUnmissed(kept, index, role, vocabulary));
  return kept.flatMap((token, index) => {
    // It is part of the figure, and not dropped from a long row either.
    if (isDropped[index]) return isPerUnit(kept, index) ? [{ ...token, worth: 1 }] : [];
    const [before, next] = [kept[index - 1], kept[index + 1]];
    // The "to" of "had to be moved" goes with the rest.
    if (token.key === 'to' && isDropped[index + 1] && vocabulary.auxiliaries.has(next?.key ?? '')) return [];
    const opens = [vocabulary.articles, vocabulary.auxiliaries].some((words) => words.has(before?.key ?? ''));
    const isRelative = vocabulary.subordinators.has(kept[index - 2]?.key ?? '');
    return [{ ...token, isHead: isDropped[index - 1] === true && opens && !isRelative }];
  });
}

/** "a week" in "40 a week" or "40 trucks a week" */
function isPerUnit(tokens: readonly Token[], index: number): boolean {
  if (!/^an?$/u.test(tokens[index]?.key ?? '')) return false;
  const [figure, unit] = [tokens[index - 2], tokens[index - 1]];
  return isCount(unit) || (isCount(figure) && unit?.kind === 'plain');
}

/** What somebody asked begins with its question word, what somebody said without "that". */
function withoutThat(tokens: readonly Token[], { thats, articles, conjunctions }: Vocabulary): Token[] {
  const joint = conjunctions.has(tokens[0]?.key ?? '') ? 1 : 0;
  const from = thats.has(tokens[joint]?.key ?? '') ? joint + 1 : joint;
  return tokens.slice(articles.has(tokens[from]?.key ?? '') ? from + 1 : from);
}

function withoutStart(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const { conjunctions, hedges, subjects, auxiliaries, articles, negations, subordinators, thats, prepositions } =
    vocabulary;
  const droppable = [conjunctions, hedges, subjects, auxiliaries, articles, subordinators, thats];
  let from = afterAim(tokens, vocabulary);
  for (;;) {
    const token = tokens[from];
    if (token === undefined) break;
    const next = tokens[from + 1];
    const phrase = phraseAt(tokens, from, vocabulary.leadIns) || phraseAt(tokens, from, vocabulary.chains);
    if (phrase > 0) from += phrase;
    else if (auxiliaries.has(token.key) && next !== undefined && negations.has(next.key)) break;
    // "um vier", unlike "um zu"
    else if (subordinators.has(token.key) && (next?.kind === 'count' || next?.kind === 'figure')) break;
    // "once in the next five", unlike "once they came"
    else if (subordinators.has(token.key) && prepositions.has(next?.key ?? '')) break;
    // "after the lockdown", unlike "after the lockdown ended"
    else if (isPhrase(tokens, from, vocabulary)) break;
    else if (droppable.some((words) => words.has(token.key))) from += 1;
    else break;
  }
  return tokens.slice(from);
}

/** Whether a word that may begin a clause begins a phrase here, as no verb follows. */
function isPhrase(tokens: readonly Token[], from: number, vocabulary: Vocabulary): boolean {
  const { prepositions, subordinators, articles } = vocabulary;
  const key = tokens[from]?.key ?? '';
  if (!prepositions.has(key) || !subordinators.has(key) || !articles.has(tokens[from + 1]?.key ?? '')) return false;
  return !tokens.slice(from + 2, from + 5).some((token) => isVerbal(token, vocabulary));
}

/** Where the rest of "my first goal was to …" begins; 0 for other clauses. */
function afterAim(tokens: readonly Token[], { aims, auxiliaries, articles }: Vocabulary): number {
  const aim = tokens.slice(0, 5).findIndex(({ key }) => aims.has(key));
  if (aim < 1 || !articles.has(tokens[0]?.key ?? '') || !auxiliaries.has(tokens[aim + 1]?.key ?? '')) return 0;
  return /^(?:to|de|d'|es)$/u.test(tokens[aim + 2]?.key ?? '') ? aim + 3 : aim + 2;
}

/** How many tokens a phrase of the list has here; 0 if none begins here. */
function phraseAt(tokens: readonly Token[], from: number, phrases: Phrases): number {
  const found = phrases
    .get(tokens[from]?.key ?? '')
    ?.find((phrase) => phrase.every((word, offset) => tokens[from + offset]?.key === word));
  if (found?.length !== 1) return found?.length ?? 0;
  // "First, I" and "first I", but not "first lane".
  const next = tokens[from + 1];
  return tokens[from]?.ends === 'clause' || next === undefined || next.kind === 'small' ? 1 : 0;
}

/** "die Zahl der Fehler" */
function isGenitive(tokens: readonly Token[], index: number, { capitalNouns }: Vocabulary): boolean {
  const before = tokens[index - 1];
  return capitalNouns && tokens[index]?.key === 'der' && before?.kind === 'plain' && /^\p{Lu}/u.test(before.text);
}

/** Whether an article, a hedge, an auxiliary or a subject within a clause can go. */
function isUnmissed(tokens: readonly Token[], index: number, role: Clause['role'], vocabulary: Vocabulary): boolean {
  const { articles, hedges, auxiliaries, subjects, pronouns, relatives, negations, thats } = vocabulary;
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined || ['figure', 'count', 'name', 'quote'].includes(token.kind)) return false;
  const { key, isGlued } = token;
  if (articles.has(key)) return !isGlued && next?.isGlued !== true && !isGenitive(tokens, index, vocabulary);
  if (role === 'content') return false;
  if (subjects.has(key)) return !isGlued;
  // "They were late", "nobody else could", "did not"
  if (auxiliaries.has(key)) {
    const before = tokens[index - 1]?.key ?? '';
    const isAfterPronoun = pronouns.has(before) && !relatives.has(before);
    const isNegated = negations.has(next?.key ?? '') || tokens.slice(0, index).some(({ kind }) => kind === 'negation');
    return !isAfterPronoun && !isNegated;
  }
  // "It was late", but not "wrote it down".
  if (thats.has(key)) return next !== undefined && auxiliaries.has(next.key);
  return hedges.has(key) && next !== undefined;
}
