import { defaultWordsPerMinute, recommendedShares, spokenMs } from '../../prompter/plan.ts';
import type { AnswerSection, OutlineSection, Problem, SectionKind, Story } from '../model.ts';
import { foldWord, wordsInAllLanguages } from '../words/languages.ts';
import { kindsOf } from '../words/lookup.ts';

/** Two minutes is what interviewers are said to listen to; the target that the program starts with. */
const lintDefaults: LintOptions = { wordsPerMinute: defaultWordsPerMinute, targetMs: 120_000 };

type Check = (story: Story, options: LintOptions) => Diagnostic[];

const checks: readonly Check[] = [
  checkMissing,
  checkEmpty,
  checkOutline,
  checkFigures,
  checkWe,
  checkTarget,
  checkShares,
];

/** Looks a story over. What it can't be sure of it doesn't say. */
export function lintStory(story: Story, options: LintOptions = lintDefaults): Problem[] {
  return checks.flatMap((check) => check(story, options)).map((finding) => ({ file: story.file, ...finding }));
}

/** Something to better in a story. */
type Diagnostic = Omit<Problem, 'file' | 'line'> & { line: number };

interface LintOptions {
  /** Speaking rate. */
  wordsPerMinute: number;
  /** Target of stories that name none. */
  targetMs: number;
}

/** Titles are questions at times; this much tells which. */
const longestName = 50;

/** A story's title for a message, in quotes. */
export function nameOf(title: string): string {
  return title.length <= longestName ? `"${title}"` : `"${title.slice(0, longestName - 1).trimEnd()}…"`;
}

const figures = anyOf(wordsInAllLanguages((language) => language.figures));
const we = anyOf(wordsInAllLanguages((language) => language.pronouns.we));
const i = anyOf(wordsInAllLanguages((language) => language.pronouns.i));

/** Finds any of the words as a word of its own. */
function anyOf(words: readonly string[]): RegExp {
  const alternatives = [...new Set(words)].join('|').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${alternatives})(?![\\p{L}\\p{N}'’])`, 'giu');
}

/** A result without any figure. */
function checkFigures(story: Story): Diagnostic[] {
  const results = story.answer.filter((section) => section.kind === 'result' && section.words > 0);
  const [first] = results;
  if (first === undefined || results.some((section) => hasFigure(section.text))) return [];
  const message = `The result of ${nameOf(story.title)} has no figure. Say how much, how many, or how fast.`;
  return [{ line: first.line, severity: 'hint', code: 'no-number-in-result', message }];
}

function hasFigure(text: string): boolean {
  return /\p{N}|%/u.test(text) || count(text, figures) > 0;
}

/** An action that is told mostly as "we", so that nobody hears who did it. */
function checkWe(story: Story): Diagnostic[] {
  return story.answer.flatMap((section): Diagnostic[] => {
    if (section.kind !== 'action') return [];
    const together = count(section.text, we);
    const alone = count(section.text, i);
    if (together < 2 || together <= 2 * alone) return [];
    const message =
      `The action of ${nameOf(story.title)} says "we" ${together} times and "I" ${alone === 1 ? 'once' : `${alone} times`}. ` +
      'Say what you did yourself.';
    return [{ line: section.line, severity: 'hint', code: 'we-not-i', message }];
  });
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}

/** A little over the target is nothing to worry about. */
const tolerance = 1.1;
/** Shares of a few sentences say nothing. */
const fewestWords = 60;
/** A share is far off when it is this far from the recommended one, and twice or half of it. */
const farOff = 0.2;

/** An answer that takes longer than its target. A shorter variant that fits will do. */
function checkTarget(story: Story, options: LintOptions): Diagnostic[] {
  const targetMs = story.targetMs ?? options.targetMs;
  const takes = (answer: readonly AnswerSection[]): number => spokenMs(wordsIn(answer), options.wordsPerMinute);
  const estimateMs = takes(story.answer);
  if (estimateMs <= targetMs * tolerance) return [];
  const fits = story.variants.some(({ answer }) => wordsIn(answer) > 0 && takes(answer) <= targetMs * tolerance);
  if (fits && story.targetMs === null) return [];
  const message =
    `${nameOf(story.title)} takes about ${clock(estimateMs)} at ${options.wordsPerMinute} words a minute; ` +
    `the target is ${clock(targetMs)}. Cut it, or give it a longer target.`;
  return [{ line: story.line, severity: story.targetMs === null ? 'hint' : 'warning', code: 'over-target', message }];
}

/** A section that takes far more, or less, of the time than it should. */
function checkShares({ title, answer }: Story): Diagnostic[] {
  const sections = answer.filter((section) => section.kind !== 'other' && section.words > 0);
  const kinds = [...new Set(sections.map((section) => section.kind))];
  const total = wordsIn(sections);
  if (total < fewestWords || kinds.length < 3 || !kinds.includes('action')) return [];
  const whole = kinds.reduce((sum, kind) => sum + recommendedShares[kind], 0);
  return kinds.flatMap((kind): Diagnostic[] => {
    const own = sections.filter((section) => section.kind === kind);
    const share = wordsIn(own) / total;
    const should = recommendedShares[kind] / whole;
    if (Math.abs(share - should) < farOff || (share < should * 2 && share > should / 2)) return [];
    const message =
      `The ${kind} of ${nameOf(title)} takes ${percent(share)} of the answer; about ${percent(should)} is recommended. ` +
      (share > should ? `Shorten it${hint(kind)}.` : 'Say more there, and less elsewhere.');
    return [{ line: own[0]?.line ?? 1, severity: 'hint', code: 'lopsided', message }];
  });
}

function hint(kind: SectionKind): string {
  return kind === 'action' ? '' : ' in favour of the action';
}

function wordsIn(sections: readonly AnswerSection[]): number {
  return sections.reduce((sum, section) => sum + section.words, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a listener misses without the section. */
const cures = {
  situation: 'Say in a sentence or two where this was and what was going on.',
  task: 'Add a line on what you had to reach.',
  action: 'Add what you did yourself: it should take about half of the time.',
  result: 'Add how it ended, with a figure if there is one.',
} as const;

/** Sections that a story can't do without. Challenge–Action–Result needs no situation, and not all have a reflection. */
function checkMissing(story: Story): Diagnostic[] {
  const sections = labelled(story.answer).length > 0 ? labelled(story.answer) : labelled(story.outline.sections);
  if (sections.length === 0) return [];
  const kinds = new Set(sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  const findings: Diagnostic[] = [];
  const missing = (kind: keyof typeof cures, severity: Diagnostic['severity']): void => {
    const message = `${nameOf(story.title)} has no ${kind}. ${cures[kind]}`;
    findings.push({ line: story.line, severity, code: 'missing-section', message });
  };
  if (!kinds.has('situation') && !kinds.has('task')) missing('situation', 'warning');
  if (!kinds.has('action')) missing('action', 'warning');
  if (!kinds.has('result')) missing('result', 'warning');
  if (!kinds.has('task') && isStar(sections)) missing('task', 'hint');
  return findings;
}

/** Labels that have nothing below them. */
function checkEmpty(story: Story): Diagnostic[] {
  const { title, answer, outline, variants } = story;
  const findings: Diagnostic[] = [];
  const empty = (what: string, line: number, cure: string): void => {
    const message = `${what} of ${nameOf(title)} is empty. ${cure}`;
    findings.push({ line, severity: 'warning', code: 'empty-section', message });
  };
  for (const section of [...answer, ...variants.flatMap((variant) => variant.answer)]) {
    if (section.words === 0) empty(`The section "${section.label}"`, section.line, 'Write what belongs there.');
  }
  if (!outline.derived) {
    for (const { label, items } of outline.sections) {
      if (items.length === 0) empty(`The outline's "${label}"`, story.line, 'Add a short bullet to say it from.');
    }
  }
  if (answer.length === 0 && outline.derived) empty('The answer', story.line, 'Write it, or an outline of it.');
  return findings;
}

/** A story without an outline, or whose outline leaves out a section that the answer has. */
function checkOutline({ title, line, outline, answer }: Story): Diagnostic[] {
  if (outline.derived) {
    if (answer.length === 0) return [];
    const cure = 'One was made from the answer; a block quote of a few words a line reads better.';
    return [{ line, severity: 'hint', code: 'no-outline', message: `${nameOf(title)} has no outline. ${cure}` }];
  }
  const outlined = new Set(outline.sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  if (labelled(outline.sections).length === 0) return [];
  return labelled(answer)
    .filter((section) => section.words > 0 && !outlined.has(section.kind))
    .map((section) => {
      const message = `The outline of ${nameOf(title)} has nothing on "${section.label}". Add a bullet for it.`;
      return { line: section.line, severity: 'hint', code: 'missing-section', message };
    });
}

function labelled<Section extends AnswerSection | OutlineSection>(sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.kind !== 'other');
}

/** Told by Situation, Task, Action, Result, rather than by another scheme. */
function isStar(sections: readonly { kind: SectionKind; label: string }[]): boolean {
  return sections.some(({ kind, label }) => kind === 'situation' && /^s(?:itua[^/&+]*)?$/.test(foldWord(label)));
}
