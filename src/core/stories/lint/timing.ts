import { recommendedShares, spokenMs } from '../../prompter/pace.ts';
import type { AnswerSection, SectionKind, Story } from '../model.ts';
import { type DoctorOptions, type Finding, nameOf } from './finding.ts';

/** A little over the target is nothing to worry about. */
const tolerance = 1.1;
/** Shares of a few sentences say nothing. */
const fewestWords = 60;
/** A share is far off when it is this far from the recommended one, and twice or half of it. */
const farOff = 0.2;

/** An answer that takes longer than its target. A shorter variant that fits will do. */
export function checkTarget(story: Story, options: DoctorOptions): Finding[] {
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
export function checkShares({ title, answer }: Story): Finding[] {
  const sections = answer.filter((section) => section.kind !== 'other' && section.words > 0);
  const kinds = [...new Set(sections.map((section) => section.kind))];
  const total = wordsIn(sections);
  if (total < fewestWords || kinds.length < 3 || !kinds.includes('action')) return [];
  const whole = kinds.reduce((sum, kind) => sum + recommendedShares[kind], 0);
  return kinds.flatMap((kind): Finding[] => {
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
