import { shortName } from '../short-names.ts';
import { defaultWordsPerMinute, recommendedShares, spokenMs } from '../../prompter/plan.ts';
import type { AnswerSection, OutlineSection, Problem, SectionKind, Story } from '../model.ts';
import { knownQuestion } from '../questions.ts';
import { foldWord, wordsInAllLanguages } from '../words/languages.ts';
import { kindsOf } from '../words/lookup.ts';
import { shortened } from '../../values.ts';

/** Two minutes is commonly recommended for an answer, and is the program's default target. */
const lintDefaults: LintOptions = { wordsPerMinute: defaultWordsPerMinute, targetMs: 120_000 };

/** A story with its name for messages. */
interface NamedStory extends Story {
  name: string;
}

type Check = (story: NamedStory, options: LintOptions) => Diagnostic[];

const checks: readonly Check[] = [
  checkQuestion,
  checkMissing,
  checkEmpty,
  checkOutline,
  checkFigures,
  checkWe,
  checkTarget,
  checkShares,
];

/** Checks a story and reports what could be better; doubtful cases are not reported. */
export function lintStory(story: Story, options: LintOptions = lintDefaults): Problem[] {
  const own = story.planned ? [checkPlanned] : checks;
  return problemsIn(story, own, options);
}

function problemsIn(story: Story, checked: readonly Check[], options: LintOptions): Problem[] {
  const named = { ...story, name: nameOf(story.title) };
  return checked.flatMap((check) => check(named, options)).map((finding) => ({ file: story.file, ...finding }));
}

/** The checks that are about an answer, whichever version of a story it is. */
const answerChecks: readonly Check[] = [checkMissing, checkEmpty, checkFigures, checkWe, checkTarget, checkShares];

/** Checks a version of a story (`index` among its variants) on its own. */
export function lintVariant(story: Story, index: number, options: LintOptions = lintDefaults): Problem[] {
  const variant = story.variants[index];
  if (variant === undefined) return [];
  const { line, answer, outline } = variant;
  const alone = { ...story, line, answer, outline: { derived: outline.length === 0, sections: outline }, variants: [] };
  return problemsIn(alone, answerChecks, options);
}

/** The problems of a story’s own answer, without those in its variants. */
export function ownProblems({ variants }: Pick<Story, 'variants'>, problems: readonly Problem[]): Problem[] {
  const elsewhere = new Set(variants.flatMap(({ line, answer }) => [line, ...answer.map((section) => section.line)]));
  return problems.filter(({ line }) => line === null || !elsewhere.has(line));
}

/** Checks the stories of a file. A missing outline is only reported where its author writes some, a question where most have one. */
export function lintStories(stories: readonly Story[]): Problem[] {
  const outlined = stories.some(({ outline }) => !outline.derived);
  const asked = stories.filter(({ question }) => question !== null).length * 2 > stories.length;
  return stories
    .flatMap((story) => lintStory(story))
    .filter(({ code }) => (outlined || code !== 'no-outline') && (asked || code !== 'no-question'));
}

/** A problem in the story being checked. */
type Diagnostic = Omit<Problem, 'file' | 'line'> & { line: number };

interface LintOptions {
  /** Speaking rate. */
  wordsPerMinute: number;
  /** For stories without a target of their own. */
  targetMs: number;
}

/** Enough characters to recognise a title; some are whole questions. */
const longestName = 50;

/** A story's short name for a message, in quotes. */
export function nameOf(title: string): string {
  return `“${shortened(shortName(title), longestName)}”`;
}

/** A problem’s message for the story’s own page, which needn’t repeat the title. */
export function withoutTitle(message: string, title: string): string {
  const name = nameOf(title);
  if (message.startsWith(`${name} `)) return `The story ${message.slice(name.length + 1)}`;
  return message.replace(` of ${name} `, ' ');
}

const figures = anyOf(wordsInAllLanguages((language) => language.figures));
const we = anyOf(wordsInAllLanguages((language) => language.pronouns.we));
const i = anyOf(wordsInAllLanguages((language) => language.pronouns.i));

/** Matches any of the words, but not inside another word. */
function anyOf(words: readonly string[]): RegExp {
  const alternatives = [...new Set(words)].join('|').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${alternatives})(?![\\p{L}\\p{N}'’])`, 'giu');
}

/** Reports a result without any number. */
function checkFigures(story: NamedStory): Diagnostic[] {
  const results = story.answer.filter((section) => section.kind === 'result' && section.words > 0);
  const [first] = results;
  if (first === undefined || results.some((section) => hasFigure(section.text))) return [];
  const message = `The result of ${story.name} has no number in it. Say how much, how many, or how fast.`;
  return [{ line: first.line, severity: 'hint', code: 'no-number-in-result', message }];
}

function hasFigure(text: string): boolean {
  return /\p{N}|%/u.test(text) || count(text, figures) > 0;
}

/** Reports an action told mostly as "we", which hides who did it. */
function checkWe(story: NamedStory): Diagnostic[] {
  return story.answer.flatMap((section): Diagnostic[] => {
    if (section.kind !== 'action') return [];
    const together = count(section.text, we);
    const alone = count(section.text, i);
    if (together < 2 || together <= 2 * alone) return [];
    const message =
      `The action of ${story.name} says “we” ${together} times and “I” ${alone === 1 ? 'once' : `${alone} times`}. ` +
      'Say what you did yourself.';
    return [{ line: section.line, severity: 'hint', code: 'we-not-i', message }];
  });
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}

/** How far over its target an answer may be, as a factor. */
const tolerance = 1.1;
/** The shares of a shorter answer say too little. */
const fewestWords = 60;
/** A share is lopsided if it is this far from the recommended one, and more than twice or less than half of it. */
const farOff = 0.2;

/** Whether an answer takes no longer than its target, with some tolerance. */
export function fitsTarget(answer: readonly AnswerSection[], { wordsPerMinute, targetMs }: LintOptions): boolean {
  return spokenMs(wordsIn(answer), wordsPerMinute) <= targetMs * tolerance;
}

/** The problem of an answer longer than its target; empty if it fits. */
export function overTarget(story: Story, options: LintOptions): Problem[] {
  return problemsIn(story, [checkTarget], options);
}

/** Reports an answer longer than its target. Without a target of its own, a variant that fits is enough. */
function checkTarget(story: NamedStory, options: LintOptions): Diagnostic[] {
  const targetMs = story.targetMs ?? options.targetMs;
  const fit = (answer: readonly AnswerSection[]): boolean => fitsTarget(answer, { ...options, targetMs });
  if (fit(story.answer)) return [];
  const estimateMs = spokenMs(wordsIn(story.answer), options.wordsPerMinute);
  const fits = story.variants.some(({ answer }) => wordsIn(answer) > 0 && fit(answer));
  if (fits && story.targetMs === null) return [];
  const message =
    `${story.name} takes about ${clock(estimateMs)} at ${options.wordsPerMinute} words a minute; ` +
    `the target is ${clock(targetMs)}. Shorten it, or give it a longer target.`;
  return [{ line: story.line, severity: story.targetMs === null ? 'hint' : 'warning', code: 'over-target', message }];
}

/** Reports sections that take far more or far less of the time than they should. */
function checkShares({ name, answer }: NamedStory): Diagnostic[] {
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
      `The ${kind} of ${name} takes ${percent(share)} of the answer; about ${percent(should)} is recommended. ` +
      (share > should ? `Shorten it${hint(kind)}.` : 'Say more there, and less elsewhere.');
    return [{ line: own[0]?.line ?? 1, severity: 'hint', code: 'lopsided', message }];
  });
}

function hint(kind: SectionKind): string {
  return kind === 'action' ? '' : ' in favour of the action';
}

/** The number of words in sections. */
export function wordsIn(sections: readonly AnswerSection[]): number {
  return sections.reduce((sum, section) => sum + section.words, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Reports a story without a question, unless its title is one or says which. */
function checkQuestion({ name, title, line, question, alternates }: NamedStory): Diagnostic[] {
  const isAsked = question !== null || alternates.some((alternate) => alternate.question !== null);
  if (isAsked || knownQuestion(title) !== null) return [];
  const message = `${name} has no question. Write what an interviewer would ask below its heading.`;
  return [{ line, severity: 'hint', code: 'no-question', message }];
}

/** What to add for a missing section. */
const cures = {
  situation: 'Say in a sentence or two where this was and what was going on.',
  task: 'Add a line about what you had to achieve.',
  action: 'Add what you did yourself: it should take about half of the time.',
  result: 'Add how it ended, with a figure if there is one.',
} as const;

/** Reports missing sections. Challenge–Action–Result needs no situation, and no story needs a reflection. */
function checkMissing(story: NamedStory): Diagnostic[] {
  const sections = labelled(story.answer).length > 0 ? labelled(story.answer) : labelled(story.outline.sections);
  // A framework of the author’s own has its own parts.
  if (sections.length === 0 || story.answer.some(({ kind, label }) => kind === 'other' && label !== '')) return [];
  const kinds = new Set(sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  const findings: Diagnostic[] = [];
  const missing = (kind: keyof typeof cures, severity: Diagnostic['severity']): void => {
    const message = `${story.name} has no ${kind}. ${cures[kind]}`;
    findings.push({ line: story.line, severity, code: 'missing-section', message });
  };
  if (!kinds.has('situation') && !kinds.has('task')) missing('situation', 'warning');
  if (!kinds.has('action')) missing('action', 'warning');
  if (!kinds.has('result')) missing('result', 'warning');
  if (!kinds.has('task') && isStar(sections)) missing('task', 'hint');
  return findings;
}

/** Reports a story that isn’t written yet, once. */
function checkPlanned({ name, line }: NamedStory): Diagnostic[] {
  const message = `${name} isn’t written yet. Write its answer, or remove it.`;
  return [{ line, severity: 'hint', code: 'empty-section', message }];
}

/** Reports labels with nothing below them. */
function checkEmpty(story: NamedStory): Diagnostic[] {
  const { name, answer, outline, variants } = story;
  const findings: Diagnostic[] = [];
  const empty = (what: string, line: number, cure: string): void => {
    const message = `${what} of ${name} is empty. ${cure}`;
    findings.push({ line, severity: 'warning', code: 'empty-section', message });
  };
  for (const section of [...answer, ...variants.flatMap((variant) => variant.answer)]) {
    if (section.words === 0) empty(`The section “${section.label}”`, section.line, 'Fill it in, or remove its label.');
  }
  if (!outline.derived) {
    for (const { label, items } of outline.sections) {
      if (items.length === 0) empty(`The outline section “${label}”`, story.line, 'Add a short bullet to speak from.');
    }
  }
  return findings;
}

/** Reports a missing outline, and sections of the answer that the outline leaves out. */
function checkOutline({ name, line, outline, answer }: NamedStory): Diagnostic[] {
  if (outline.derived) {
    if (answer.length === 0) return [];
    const cure = 'Offbook made one from the answer; a block quote with a few words per line is easier to read.';
    return [{ line, severity: 'hint', code: 'no-outline', message: `${name} has no outline. ${cure}` }];
  }
  const outlined = new Set(outline.sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  if (labelled(outline.sections).length === 0) return [];
  return labelled(answer)
    .filter((section) => section.words > 0 && !outlined.has(section.kind))
    .map((section) => {
      const message = `The outline of ${name} has nothing on “${section.label}”. Add a bullet for it.`;
      return { line: section.line, severity: 'hint', code: 'missing-section', message };
    });
}

function labelled<Section extends AnswerSection | OutlineSection>(sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.kind !== 'other');
}

/** Whether the story uses Situation, Task, Action, Result, rather than another scheme. */
function isStar(sections: readonly { kind: SectionKind; label: string }[]): boolean {
  return sections.some(({ kind, label }) => kind === 'situation' && /^s(?:itua[^/&+]*)?$/.test(foldWord(label)));
}
