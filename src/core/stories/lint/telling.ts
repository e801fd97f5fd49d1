import type { Story } from '../model.ts';
import { wordsOf } from '../words/languages.ts';
import { type Finding, nameOf } from './finding.ts';

const figures = anyOf(wordsOf((language) => language.figures));
const we = anyOf(wordsOf((language) => language.pronouns.we));
const i = anyOf(wordsOf((language) => language.pronouns.i));

/** Finds any of the words as a word of its own. */
function anyOf(words: readonly string[]): RegExp {
  const alternatives = [...new Set(words)].join('|').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${alternatives})(?![\\p{L}\\p{N}'’])`, 'giu');
}

/** A result without any figure. */
export function checkFigures(story: Story): Finding[] {
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
export function checkWe(story: Story): Finding[] {
  return story.answer.flatMap((section): Finding[] => {
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
